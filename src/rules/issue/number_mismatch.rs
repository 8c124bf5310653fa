//! A number that does not fit the date.

use crate::issue::Header;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, span_in};

pub static RULE: Rule = Rule {
    name: "number-mismatch",
    severity: Severity::Warning,
    audience: Audience::Editor,
    reach: Reach::Draft,
    why: "Issues count on from week to week: 667 is the one of 2026-09-02. Title and number say the same.

Source: the newsletter's published issues: the number is 424 and the weeks since 2022-01-05.",
    bad: "Title: This Week in Rust 666\nNumber: 666\nDate: 2026-09-02\nCategory: This Week in Rust\n\n## Updates from Rust Community\n",
    good: "Title: This Week in Rust 667\nNumber: 667\nDate: 2026-09-02\nCategory: This Week in Rust\n\n## Updates from Rust Community\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    // Without a date there is nothing to compare with; before 2022 the count was another.
    let Some(date) = doc.date().filter(|date| date.year() >= 2022) else { return };
    let Some(number) = Header::number_for(date) else { return };
    for key in ["Number", "Title"] {
        let Some(value) = doc.header.value(text, key) else { continue };
        let digits = value.of(text).rsplit(' ').next().unwrap_or("");
        let place = span_in(value.of(text), digits).offset(value.start);
        if digits.parse::<u32>().is_ok_and(|own| own != number) {
            let message = format!("The issue of {date} is number {number}, not {digits}.");
            let finding = Finding::new(&RULE, context, place, message).detail(digits);
            let edit = Edit::replace(place, number.to_string());
            out.push(finding.fix(context, Safety::Suggested, format!("Write {number}"), edit));
        }
    }
}
