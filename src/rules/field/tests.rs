//! Forms of every kind, half-filled and wrong.

use super::{FieldFinding, RawFields, check_submission};
use crate::issue::Document;
use crate::rules::{Recent, Role, Setting, Severity, example};
use crate::text::date::Date;

const DRAFT: &str = "### Official\n\n### Project/Tooling Updates\n* [Widgets](https://w.example/1)\n\n### Research\n\n\
    ## Call for Participation; projects and speakers\n\n### CFP - Projects\n* [w - t](https://w.example/i/1)\n\n\
    ## Upcoming Events\n\n### Virtual\n* 2026-09-08 | Virtual | [O](https://o.example/)\n    * [**E**](https://o.example/1)\n";

fn found(raw: &RawFields, role: Role) -> Vec<FieldFinding> {
    let recent = Recent::new([("2026-08-26".parse::<Date>().unwrap(), vec!["https://old.example/x".to_owned()])], None);
    let doc = Document::parse(example::draft(DRAFT));
    check_submission(raw, &doc, &Setting { role, today: None, recent: &recent })
}

/// Field, rule and the fix's value of what is found.
fn brief(raw: &RawFields) -> Vec<(&'static str, &'static str, String)> {
    let value = |f: FieldFinding| (f.field, f.rule, f.fix.map(|(_, value)| value).unwrap_or_default());
    found(raw, Role::Contributor).into_iter().map(value).collect()
}

fn link(title: &str, url: &str) -> RawFields {
    RawFields { kind: "link", section: "Research".into(), title: title.into(), url: url.into(), ..RawFields::default() }
}

fn event() -> RawFields {
    RawFields {
        kind: "event",
        starts: "2026-09-08".into(),
        location: "Bern, CH".into(),
        organizer_name: "Rust Bern".into(),
        organizer_url: "https://www.meetup.com/rust-bern/".into(),
        events: vec![("Meetup".into(), "https://www.meetup.com/rust-bern/events/1/".into())],
        ..RawFields::default()
    }
}

fn call() -> RawFields {
    RawFields {
        kind: "cfp-event",
        name: "Rust Days".into(),
        url: "https://days.example/cfp".into(),
        closes: "2026-09-20".into(),
        location: "Bern, CH".into(),
        starts: "2026-11-08".into(),
        ..RawFields::default()
    }
}

#[test]
fn whole_forms_are_silent() {
    assert_eq!(brief(&link("How we build", "https://a.example/x")), []);
    assert_eq!(brief(&event()), []);
    assert_eq!(brief(&call()), []);
    let task = RawFields { kind: "cfp-project", project: "w".into(), ..link("t", "https://w.example/i/2") };
    assert_eq!(brief(&task), []);
}

#[test]
fn empty_forms_name_what_is_required() {
    let required = |kind| {
        let found = found(&RawFields { kind, ..RawFields::default() }, Role::Contributor);
        assert!(found.iter().all(|f| f.severity == Severity::Error && f.message.len() < 80));
        found.into_iter().map(|f| f.field).collect::<Vec<_>>()
    };
    assert_eq!(required("link"), ["section", "title", "url"]);
    assert_eq!(required("event"), ["starts", "location", "organizer.name", "organizer.url", "events.title"]);
    assert_eq!(required("cfp-project"), ["project", "title", "url"]);
    assert_eq!(required("cfp-event"), ["name", "url", "closes", "location", "starts"]);
}

#[test]
fn addresses_are_mended() {
    for (typed, rule, value) in [
        ("a.example/x", "link-scheme", "https://a.example/x"),
        ("//a.example/x", "link-scheme", "https://a.example/x"),
        ("ftp://a.example/x", "link-scheme", ""),
        ("hello", "link-scheme", ""),
        ("https://localhost", "link-scheme", ""),
        ("https://a.example/x y", "blank-in-url", "https://a.example/x%20y"),
        ("https://a.example/x https://a.example/y", "blank-in-url", ""),
        ("* [A](https://a.example/x)", "blank-in-url", ""),
        ("https://a.example/x?utm_source=y", "tracking-parameter", "https://a.example/x"),
        ("https://a.example", "simplifiable-url", "https://a.example/"),
        ("https://github.com/a/b", "github-repo-link", ""),
        ("https://crates.io/crates/a", "crates-io-link", ""),
        ("http://w.example/1/", "duplicate-link", ""),
        ("https://old.example/x/", "duplicate-link", ""),
    ] {
        assert_eq!(brief(&link("How we build", typed)), [("url", rule, value.to_owned())], "{typed}");
    }
}

#[test]
fn tooling_is_for_editors() {
    let raw = RawFields { section: "Project/Tooling Updates".into(), ..link("How we build", "https://a.example/x") };
    assert_eq!(brief(&raw), [("section", "project-tooling-closed", String::new())]);
    assert_eq!(found(&raw, Role::Editor), []);
    let raw = RawFields { section: "Poems".into(), ..raw };
    assert_eq!(brief(&raw)[0].1, "unknown-section");
}

#[test]
fn dates_are_read_ordered_and_in_the_window() {
    for (starts, ends, want) in [
        ("8.9.2026", "", ("starts", "invalid-date", "2026-09-08")),
        ("Sep 8, 2026", "", ("starts", "invalid-date", "2026-09-08")),
        ("9/8/2026", "", ("starts", "invalid-date", "")),
        ("soon", "", ("starts", "invalid-date", "")),
        ("2026-09-31", "", ("starts", "invalid-date", "")),
        ("2026-09-08", "2026-09-07", ("ends", "end-before-start", "")),
        ("2026-09-01", "", ("starts", "past-event", "")),
        ("2026-10-01", "", ("starts", "event-outside-window", "")),
    ] {
        let raw = RawFields { starts: starts.into(), ends: ends.into(), ..event() };
        assert_eq!(brief(&raw), [(want.0, want.1, want.2.to_owned())], "{starts} {ends}");
    }
    let running = RawFields { starts: "2026-09-01".into(), ends: "2026-09-03".into(), ..event() };
    assert_eq!(brief(&running), []);
    for (closes, rule) in [("2026-09-01", "closing-date-past"), ("2026-11-09", "closing-after-event")] {
        assert_eq!(brief(&RawFields { closes: closes.into(), ..call() }), [("closes", rule, String::new())]);
    }
}

#[test]
fn places_are_known_and_spelled() {
    let place = |location: &str| brief(&RawFields { location: location.into(), ..event() });
    assert_eq!(place("London, England, GB"), [("location", "location-spelling", "London, England, UK".to_owned())]);
    assert_eq!(place("Atlantis"), [("location", "unknown-location", String::new())]);
    let chosen = RawFields { location: "Atlantis".into(), section: "Europe".into(), ..event() };
    assert_eq!(found(&chosen, Role::Contributor)[0].severity, Severity::Hint);
}

#[test]
fn events_have_pages_of_their_own_and_stand_once() {
    let with = |title: &str, url: &str| RawFields { events: vec![(title.into(), url.into())], ..event() };
    for group in ["https://www.meetup.com/rust-bern", "https://www.meetup.com/rust-bern/events/"] {
        assert!(brief(&with("Meetup", group)).contains(&("events.url", "group-page", String::new())), "{group}");
    }
    let again = with("E", "https://o.example/1");
    assert_eq!(brief(&again), [], "the other half of a hybrid event");
    let again = RawFields { location: "Virtual".into(), ..again };
    assert_eq!(brief(&again), [("events.url", "duplicate-event", String::new())]);
}

#[test]
fn titles_are_whole_and_quiet() {
    let title = |title: &str| brief(&link(title, "https://a.example/x"));
    assert_eq!(title("HOW WE BUILD"), [("title", "capital-title", String::new())]);
    assert_eq!(title("WASM"), []);
    assert_eq!(title(&format!("{}...", "x".repeat(67)))[0].1, "truncated-title");
    assert_eq!(
        title("How we build widgets | The Blog")[0],
        ("title", "site-name-in-title", "How we build widgets".to_owned())
    );
    assert_eq!(title("Async Rust – what it is and where it goes from here"), []);
}
