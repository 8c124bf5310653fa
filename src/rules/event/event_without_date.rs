//! An event without its date line.

use crate::issue::{Kind, Shape};
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};
use crate::text::span_in;

pub static RULE: Rule = Rule {
    name: "event-without-date",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Events,
    why: "An event stands below a line with its date, place and organizer. Without that line nobody knows when and where it \
is, and it cannot be sorted.

Source: the newsletter's draft template.",
    bad: "## Upcoming Events\n\n### Europe\n* [**Evening**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    let message = "The line with date, place and organizer is missing above this event.";
    for item in doc.items.iter().filter(|item| matches!(item.shape, Shape::Link(_)) && context.region(item).is_some()) {
        // A column that was meant as a date has a rule of its own.
        if !item.head.of(text).contains('|') {
            out.push(Finding::new(&RULE, context, item.head, message));
        }
    }
    for section in doc.sections.iter().filter(|section| matches!(section.kind, Kind::Region(_))) {
        let first = doc.lines.partition_point(|line| line.full.start < section.body.start);
        let last = doc.lines.partition_point(|line| line.full.start < section.body.end);
        for line in doc.lines[first..last].iter().filter(|line| line.context == crate::issue::Context::Text) {
            let content = line.content.of(text);
            let body = content.trim_start();
            let indented = body.len() < content.len() && (body.starts_with("* [") || body.starts_with("- ["));
            if indented && doc.item_at(line.full.start).is_none() {
                out.push(Finding::new(&RULE, context, span_in(content, body).offset(line.content.start), message));
            }
        }
    }
}
