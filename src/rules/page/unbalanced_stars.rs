//! Bold text without its end.

use crate::rules::event::malformed_bold;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity, marks};
use crate::text::Span;

pub static RULE: Rule = Rule {
    name: "unbalanced-stars",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "Bold text stands between two asterisks before it and two behind. With one pair missing the page shows the others as \
text.

Source: the newsletter's draft template.",
    bad: "* [How **we build](https://crates.example/build)\n",
    good: "* [How **we** build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    // Names in bold have a rule of their own.
    let mut names: Vec<usize> = malformed_bold::names(context).iter().map(|(name, _)| name.start).collect();
    names.sort_unstable();
    let has_name =
        |span: &Span| names.get(names.partition_point(|name| *name < span.start)).is_some_and(|name| *name < span.end);
    for span in context.sent_units().filter(|span| !has_name(span)) {
        let content = span.of(text);
        if !content.contains("**") {
            continue;
        }
        let stars: Vec<usize> =
            marks::outside_code(content, b'*').filter(|at| !content[..*at].ends_with('\\')).collect();
        // Runs of exactly two, which mark bold and nothing else.
        let pairs = stars.chunk_by(|a, b| a + 1 == *b).filter(|run| run.len() == 2).count();
        let only = stars.chunk_by(|a, b| a + 1 == *b).all(|run| run.len() < 3);
        if only && pairs % 2 == 1 {
            let message = "Two asterisks here have no other two. Bold text has two before it and two behind.";
            out.push(Finding::new(&RULE, context, span, message));
        }
    }
}
