//! A bracket without its other half.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity, marks};

pub static RULE: Rule = Rule {
    name: "unbalanced-brackets",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "A link needs all four of its brackets, `[Title](address)`. With one missing the page shows the pieces as text. A \
bracket that is meant as text has a backslash before it.

Source: the newsletter's draft template; links that its editors mend by hand.",
    bad: "* [How we build](https://crates.example/build)\n](https://crates.example/test)\n",
    good: "* [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    // A paragraph or item may go over several lines, and a link with it.
    for span in context.sent_units() {
        let content = span.of(text);
        if content.starts_with('#') || !content.contains(['[', ']']) {
            continue;
        }
        let count = |mark: u8| marks::outside_code(content, mark).filter(|at| !content[..*at].ends_with('\\')).count();
        let (open, closed) = (count(b'['), count(b']'));
        let message = if open > closed {
            "A `[` here has no `]`. A link is written [Title](address)."
        } else if closed > open {
            "A `]` here has no `[`. A link is written [Title](address)."
        } else if content.rfind("](").is_some_and(|at| !content[at..].contains(')')) {
            "The address here has no `)` at its end."
        } else {
            continue;
        };
        out.push(Finding::new(&RULE, context, span, message));
    }
}
