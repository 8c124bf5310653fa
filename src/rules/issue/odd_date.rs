//! An issue of another day than Wednesday.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};

pub static RULE: Rule = Rule {
    name: "odd-date",
    severity: Severity::Hint,
    audience: Audience::Editor,
    reach: Reach::Draft,
    why: "Issues bear the date of a Wednesday. The number, the window of the events and the file's name follow from it.

Source: the newsletter's published issues: all of 2025 are of a Wednesday.",
    bad: "Title: This Week in Rust 667\nNumber: 667\nDate: 2026-09-03\nCategory: This Week in Rust\n\n## Updates from Rust Community\n",
    good: "Title: This Week in Rust 667\nNumber: 667\nDate: 2026-09-02\nCategory: This Week in Rust\n\n## Updates from Rust Community\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    let (Some(date), Some(place)) = (doc.date(), doc.header.value(text, "date")) else { return };
    if date.next_wednesday() != date {
        let message = format!("{date} is a {}. Issues bear the date of a Wednesday. Is it right?", date.weekday_name());
        out.push(Finding::new(&RULE, context, place, message).detail(date.to_string()));
    }
}
