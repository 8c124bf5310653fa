//! A reference that is defined twice.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, marks};
use crate::text::{Edit, Span};
use std::collections::HashMap;

pub static RULE: Rule = Rule {
    name: "repeated-definition",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "Of two lines `[name]: address` for one name only one counts: the site takes the last, GitHub the first. Keep one.

Source: Python-Markdown and CommonMark, which differ in this.",
    bad: "## Crate of the Week\n\nThis week's crate is [widgets][w]. Thanks to all!\n\n[w]: https://crates.example/w\n[w]: https://crates.example/v\n",
    good: "## Crate of the Week\n\nThis week's crate is [widgets][w]. Thanks to all!\n\n[w]: https://crates.example/w\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    let mut seen: HashMap<String, Span> = HashMap::new();
    for (name, span) in marks::definitions(context) {
        let Some(first) = seen.get(&name) else {
            seen.insert(name, span);
            continue;
        };
        let message =
            format!("`{name}` is defined on line {} already. Keep one of the two.", doc.line_number(first.start));
        let finding = Finding::new(&RULE, context, span, message).detail(name);
        let whole = doc.lines[doc.line_index(span.start)].full;
        let same = |a: Span, b: Span| a.of(text).trim() == b.of(text).trim();
        out.push(match same(*first, span) {
            true => finding.fix(context, Safety::Safe, "Remove the second one", Edit::delete(whole)),
            false => finding,
        });
    }
}
