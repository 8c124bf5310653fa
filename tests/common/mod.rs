//! What the tests of the engine share: the helper that speaks before and after, and finders of items and sections.

// Every test program compiles this file and uses a part of it.
#![allow(dead_code)]

pub mod corpus;
pub mod invariants;
pub mod steps;

use twir_desk::edit::Refusal;
use twir_desk::issue::{Document, Submission, submission};
use twir_desk::text::Edit;

/// Runs `operation` on the draft `before` and holds the result against `after`; then everything that must hold
/// after any operation.
#[track_caller]
pub fn check(before: &str, operation: impl FnOnce(&Document) -> Result<Edit, Refusal>, after: &str) {
    let doc = Document::parse(before);
    let edit = match operation(&doc) {
        Ok(edit) => edit,
        Err(refusal) => panic!("refused: {refusal}"),
    };
    let got = edit.apply(before).expect("the edit fits its text");
    assert!(got == after, "\n--- wanted\n{}\n--- got\n{}", visible(after), visible(&got));
    invariants::edit(before, &edit);
}

/// Runs `operation` on `draft` and gives the sentence with which it is refused.
#[track_caller]
pub fn refusal(draft: &str, operation: impl FnOnce(&Document) -> Result<Edit, Refusal>) -> String {
    match operation(&Document::parse(draft)) {
        Ok(edit) => panic!("not refused: {edit:?}"),
        Err(refusal) => refusal.to_string(),
    }
}

/// The text with carriage returns, tabs, blank ends and the end of the text made visible.
pub fn visible(text: &str) -> String {
    let shown = text.replace('\r', "␍").replace('\t', "⇥").replace('\u{feff}', "<mark>").replace(" \n", "·\n");
    format!("{shown}■")
}

/// The index of the item whose lines hold `part`.
#[track_caller]
pub fn item(doc: &Document, part: &str) -> usize {
    let found = doc.items.iter().position(|i| i.span.of(doc.text()).contains(part));
    found.unwrap_or_else(|| panic!("no item with `{part}`"))
}

/// The index of the section with that heading.
#[track_caller]
pub fn section(doc: &Document, heading: &str) -> usize {
    doc.section_named(heading).unwrap_or_else(|| panic!("no section `{heading}`"))
}

/// A submission from JSON in the contract's shape.
#[track_caller]
pub fn submission(json: &str) -> Submission {
    submission::read(json).unwrap_or_else(|e| panic!("{e} in {json}"))
}

/// A link for `section`.
pub fn link(section: &str, title: &str, url: &str) -> Submission {
    Submission::Link(submission::Link {
        section: section.into(),
        tags: Vec::new(),
        title: title.into(),
        url: url.into(),
    })
}

/// An event of one day: of `New Meetup`, with the page `New evening`.
#[track_caller]
pub fn event(region: &str, starts: &str, location: &str) -> Submission {
    Submission::Event(submission::Event {
        region: Some(region.into()),
        starts: starts.parse().unwrap(),
        ends: None,
        location: location.into(),
        organizer: named("New Meetup", "https://new.example/"),
        events: vec![named("New evening", "https://new.example/1")],
    })
}

/// A project's task, `crab - Mend the thing`.
pub fn task() -> Submission {
    Submission::Project(submission::Project {
        project: "crab".into(),
        title: "Mend the thing".into(),
        url: "https://crab.example/7".into(),
    })
}

/// A call for speakers, `New Conf`.
pub fn call() -> Submission {
    submission(
        r#"{"kind": "cfp-event", "name": "New Conf", "url": "https://conf.example/", "closes": "2026-10-01",
            "location": "Bern, CH", "starts": "2026-11-04", "ends": "2026-11-05"}"#,
    )
}

/// A name with its address.
pub fn named(title: &str, url: &str) -> submission::NamedLink {
    submission::NamedLink { title: title.into(), url: url.into() }
}
