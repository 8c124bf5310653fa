//! A column that is meant as a date and is none.

use crate::issue::item::split_pipes;
use crate::issue::{Document, Item, Kind, Shape};
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, dates};
use crate::text::date::{Date, DateError};
use crate::text::{Edit, Span, span_in};

pub static RULE: Rule = Rule {
    name: "invalid-date",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "Dates are written as YYYY-MM-DD, a span of days as two of them with ` - ` between. Other forms are read differently \
in different countries, cannot be sorted, and are missed when past events are dropped; a day that does not exist helps nobody.

Source: the newsletter's draft template.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-31 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Meetup**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-30 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Meetup**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let doc = context.doc();
    for item in &doc.items {
        let kind = doc.sections[item.section].kind;
        for column in columns(doc, item, kind) {
            for part in parts(doc.text(), column) {
                out.push(finding(context, part));
            }
        }
    }
}

/// The columns that hold dates: the first of an event, all but the first of a call.
fn columns(doc: &Document, item: &Item, kind: Kind) -> Vec<Span> {
    let text = doc.text();
    let split = || split_pipes(item.head.of(text), item.head.start);
    match &item.shape {
        Shape::Event(event) => vec![event.dates],
        Shape::Call(_) => split().into_iter().skip(1).map(|column| without_words(text, column)).collect(),
        _ if kind.part() == Kind::Events => {
            let columns = split();
            if columns.len() > 1 { columns.into_iter().take(1).collect() } else { Vec::new() }
        }
        _ => Vec::new(),
    }
}

/// The column without `CFP closes` and the like before its first digit.
fn without_words(text: &str, column: Span) -> Span {
    let lower = column.of(text).to_ascii_lowercase();
    let words = [
        "cfp open until",
        "open until",
        "cfp closes on",
        "cfp closes",
        "cfp closing",
        "closes on",
        "closes",
        "deadline",
        "event date",
        "event on",
        "event",
        "cfp",
    ];
    let skipped = words.iter().find(|word| lower.starts_with(**word)).map_or(0, |word| word.len());
    let rest = column.of(text)[skipped..].trim_start_matches([' ', ':']);
    span_in(text, rest)
}

/// The parts of a column that are meant as a date and are none; of a span of days each by itself.
fn parts(text: &str, column: Span) -> Vec<Span> {
    let whole = column.of(text);
    let divided = [" - ", " – ", " — ", " to ", ", "].iter().find(|divider| {
        let halves: Vec<_> = whole.split(**divider).collect();
        halves.len() == 2 && halves.iter().all(|half| dates::is_date_like(half))
    });
    let parts: Vec<&str> = divided.map_or_else(|| vec![whole], |divider| whole.split(*divider).collect());
    let bad = |part: &&str| dates::is_date_like(part) && Date::find(part).is_none();
    parts.into_iter().map(str::trim).filter(bad).map(|part| span_in(text, part)).collect()
}

fn finding(context: &Context<'_>, part: Span) -> Finding {
    let source = part.of(context.text());
    let message = match source.parse::<Date>() {
        Err(DateError::NoSuchDay) => format!("There is no day {source}."),
        _ => format!("`{source}` is not written as a date: use YYYY-MM-DD."),
    };
    let finding = Finding::new(&RULE, context, part, message).detail(source);
    match dates::guess(source) {
        Some(date) => {
            finding.fix(context, Safety::Suggested, format!("Write {date}"), Edit::replace(part, date.to_string()))
        }
        None => finding,
    }
}
