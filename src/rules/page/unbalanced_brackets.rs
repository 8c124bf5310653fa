//! A bracket without its other half.

use crate::rules::{Audience, Context, Finding, Rule, Severity, marks};
use crate::text::Span;

pub static RULE: Rule = Rule {
    name: "unbalanced-brackets",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    why: "A link needs all four of its brackets, `[Title](address)`. With one missing the page shows the pieces as text. A \
bracket that is meant as text has a backslash before it.

Source: the newsletter's draft template; links that its editors mend by hand.",
    bad: "* [How we build](https://crates.example/build)\n](https://crates.example/test)\n",
    good: "* [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for (_, line) in context.sent_lines() {
        let content = line.content.of(text);
        if content.starts_with('#') || !content.contains(['[', ']']) {
            continue;
        }
        let count = |mark: u8| marks::outside_code(content, mark).filter(|at| !content[..*at].ends_with('\\')).count();
        let (open, closed) = (count(b'['), count(b']'));
        let message = if open > closed {
            "A `[` on this line has no `]`. A link is written [Title](address)."
        } else if closed > open {
            "A `]` on this line has no `[`. A link is written [Title](address)."
        } else if content.rfind("](").is_some_and(|at| !content[at..].contains(')')) {
            "The address on this line has no `)` at its end."
        } else {
            continue;
        };
        let span = Span::new(line.content.start + content.len() - content.trim_start().len(), line.content.end);
        out.push(Finding::new(&RULE, context, span, message));
    }
}
