//! An event goes into its region before the first one that is greater by date, then place.

use crate::common::{check, event, refusal, submission};
use twir_desk::edit::add;

const NEW: &str = "[New Meetup](https://new.example/)\n    * [**New evening**](https://new.example/1)\n";

/// A region below the events, its items given by their first lines; between what stands before and after it.
fn europe(heads: &[&str]) -> String {
    let items = heads.iter().map(|head| match *head {
        "NEW" => unreachable!(),
        head => format!("* {head} | [Old](https://old.example/)\n    * [**Old evening**](https://old.example/1)\n"),
    });
    format!("## Upcoming Events\n\n### Europe\n{}\n### Oceania\n", items.collect::<String>())
}

/// Adds an event at `starts | location` to a region of `heads`, where it must come to stand at `at`.
#[track_caller]
fn stands_at(heads: &[&str], starts: &str, location: &str, at: usize) {
    let before = europe(heads);
    let whole = europe(&heads[..at]);
    let head = &whole[..whole.len() - "\n### Oceania\n".len()];
    let after = format!("{head}* {starts} | {location} | {NEW}{}", &before[head.len()..]);
    check(&before, |doc| add(doc, &event("Europe", starts, location)), &after);
}

#[test]
fn by_date() {
    let heads = ["2026-09-08 | Bern, CH", "2026-09-10 | Aarhus, DK"];
    stands_at(&heads, "2026-09-07", "Zug, CH", 0);
    stands_at(&heads, "2026-09-09", "Zug, CH", 1);
    stands_at(&heads, "2026-09-11", "Aachen, DE", 2);
    stands_at(&[], "2026-09-11", "Aachen, DE", 0);
}

#[test]
fn then_by_place_without_regard_to_case() {
    let heads = ["2026-09-08 | aarhus, DK", "2026-09-08 | Bern, CH"];
    stands_at(&heads, "2026-09-08", "AACHEN, DE", 0);
    stands_at(&heads, "2026-09-08", "Basel, CH", 1);
    stands_at(&heads, "2026-09-08", "Cork, IE", 2);
}

#[test]
fn after_its_equals() {
    let heads = ["2026-09-08 | Bern, CH", "2026-09-08 | bern, CH", "2026-09-09 | Bern, CH"];
    stands_at(&heads, "2026-09-08", "Bern, CH", 2);
}

#[test]
fn in_an_unordered_region_before_the_first_that_is_greater() {
    let heads = ["2026-09-12 | Bern, CH", "2026-09-08 | Bern, CH", "2026-09-10 | Bern, CH"];
    stands_at(&heads, "2026-09-09", "Bern, CH", 0);
    stands_at(&heads, "2026-09-13", "Bern, CH", 3);
}

#[test]
fn a_span_of_days_sorts_by_its_first() {
    let heads = ["2026-09-08 - 2026-09-20 | Bern, CH", "2026-09-10 | Bern, CH"];
    stands_at(&heads, "2026-09-09", "Bern, CH", 1);
}

#[test]
fn of_several_days_and_several_events() {
    check(
        "## Upcoming Events\n\n### Europe\n\n### Oceania\n",
        |doc| {
            add(
                doc,
                &submission(
                    r#"{"kind": "event", "region": "Europe", "starts": "2026-09-08", "ends": "2026-09-11", "location": "Berlin, DE",
                        "organizer": {"name": "Lakeside", "url": "https://o.example/"},
                        "events": [{"title": "A", "url": "https://o.example/a"}, {"title": "B", "url": "https://o.example/b"}]}"#,
                ),
            )
        },
        "## Upcoming Events\n\n### Europe\n* 2026-09-08 - 2026-09-11 | Berlin, DE | [Lakeside](https://o.example/)\n    * [**A**](https://o.example/a)\n    * [**B**](https://o.example/b)\n\n### Oceania\n",
    );
}

#[test]
fn among_items_of_tolerated_forms() {
    check(
        "## Upcoming Events\n\n### Europe\n\n- 2026-09-08| Bern, CH |[A](https://a.example/)\n  - [A evening](https://a.example/1)\n\n2026-09-10 | Bern, CH | [B](https://b.example/)\n\t* [**B evening*](https://b.example/1)\n",
        |doc| add(doc, &event("Europe", "2026-09-09", "Bern, CH")),
        "## Upcoming Events\n\n### Europe\n\n- 2026-09-08| Bern, CH |[A](https://a.example/)\n  - [A evening](https://a.example/1)\n\n* 2026-09-09 | Bern, CH | [New Meetup](https://new.example/)\n    * [**New evening**](https://new.example/1)\n2026-09-10 | Bern, CH | [B](https://b.example/)\n\t* [**B evening*](https://b.example/1)\n",
    );
}

#[test]
fn a_stray_heading_inside_the_region_is_passed_over() {
    check(
        "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [A](https://a.example/)\n    * [**A evening**](https://a.example/1)\n# 2026-09-10 | Bern, CH | [B](https://b.example/)\n    * [**B evening**](https://b.example/1)\n\n### Oceania\n",
        |doc| add(doc, &event("Europe", "2026-09-11", "Bern, CH")),
        "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [A](https://a.example/)\n    * [**A evening**](https://a.example/1)\n# 2026-09-10 | Bern, CH | [B](https://b.example/)\n    * [**B evening**](https://b.example/1)\n* 2026-09-11 | Bern, CH | [New Meetup](https://new.example/)\n    * [**New evening**](https://new.example/1)\n\n### Oceania\n",
    );
}

#[test]
fn pages_whose_event_is_gone_are_not_taken_for_its_own() {
    let orphans = "## Upcoming Events\n\n### Europe\n\n    * [**Old evening**](https://old.example/1)\n\n### Oceania\n";
    let at = orphans.find("\n\n### Oceania").unwrap() + 1;
    check(
        orphans,
        |doc| add(doc, &event("Europe", "2026-09-11", "Bern, CH")),
        &format!("{}* 2026-09-11 | Bern, CH | {NEW}{}", &orphans[..at], &orphans[at..]),
    );
}

#[test]
fn above_the_sentence_that_ends_the_events() {
    check(
        "## Upcoming Events\n\n### South America\nIf you are running a Rust event please add it.\n",
        |doc| add(doc, &event("South America", "2026-09-11", "Lima, PE")),
        "## Upcoming Events\n\n### South America\n* 2026-09-11 | Lima, PE | [New Meetup](https://new.example/)\n    * [**New evening**](https://new.example/1)\n\nIf you are running a Rust event please add it.\n",
    );
}

#[test]
fn the_region_comes_from_the_place_where_it_is_left_out() {
    let of = |place: &str| {
        let json = format!(
            r#"{{"kind": "event", "starts": "2026-09-11", "location": "{place}", "organizer": {{"name": "New Meetup", "url": "https://new.example/"}},
                "events": [{{"title": "New evening", "url": "https://new.example/1"}}]}}"#
        );
        submission(&json)
    };
    for (place, region) in
        [("Virtual (Bern, CH)", "Virtual"), ("Bern, CH", "Europe"), ("Reno, NV, US", "North America")]
    {
        check(
            &format!("## Upcoming Events\n\n### {region}\n"),
            |doc| add(doc, &of(place)),
            &format!("## Upcoming Events\n\n### {region}\n* 2026-09-11 | {place} | {NEW}"),
        );
    }
    let sentence = refusal("## Upcoming Events\n", |doc| add(doc, &of("Nowhere")));
    assert!(sentence.starts_with("field `location` `Nowhere` does not say where"), "{sentence}");
    let sentence = refusal("## Upcoming Events\n", |doc| add(doc, &event("Atlantis", "2026-09-11", "Bern, CH")));
    assert!(sentence.starts_with("field `region` `Atlantis` is none of Virtual"), "{sentence}");
}
