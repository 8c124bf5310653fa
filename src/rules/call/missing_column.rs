//! A call without its place or dates.

use crate::issue::{Kind, Shape};
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};

pub static RULE: Rule = Rule {
    name: "missing-column",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "A call has four columns: the event with its link, the closing date, the place, the event's dates. Speakers choose by \
all of them.

Source: the newsletter's draft template.",
    bad: "## Call for Participation; projects and speakers\n\n### CFP - Events\n* [**Rust Days**](https://days.example/cfp) | CFP closes 2026-09-20 | Bern, CH\n",
    good: "## Call for Participation; projects and speakers\n\n### CFP - Events\n* [**Rust Days**](https://days.example/cfp) | CFP closes 2026-09-20 | Bern, CH | 2026-11-10\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    for item in doc.items.iter().filter(|item| context.kind(item) == Kind::Calls) {
        let missing = match &item.shape {
            Shape::Call(call) if call.location.is_empty() => "the place",
            Shape::Call(call) if call.dates.is_empty() => "the event's dates",
            Shape::Link(link) if !link.url.is_empty() && !item.head.of(text).contains('|') => {
                "closing date, place and dates"
            }
            _ => continue,
        };
        let message = format!(
            "Columns are missing: {missing}. Write | CFP closes YYYY-MM-DD | City, CC | YYYY-MM-DD behind the name."
        );
        out.push(Finding::new(&RULE, context, item.head, message));
    }
}
