//! Setting a field of an item in a tolerated form: its other bytes stay, odd spelling included.

use crate::common::{check, item};
use twir_desk::edit::{Field, set, update};

#[track_caller]
fn sets(draft: &str, field: Field, value: &str, old: &str, new: &str) {
    assert_eq!(draft.matches(old).count(), 1, "`{old}` stands once");
    check(draft, |doc| set(doc, 0, field, value), &draft.replace(old, new));
}

#[test]
fn a_link_with_another_bullet_a_gap_and_words_behind_it() {
    let draft = "## Updates from Rust Community\n### Research\n  - [One] (https://a.example/1) by Somebody \n";
    sets(draft, Field::Title, "Two", "One", "Two");
    sets(draft, Field::Url, "https://b.example/", "https://a.example/1", "https://b.example/");
}

#[test]
fn an_event_with_missing_blanks_and_a_half_bold_name() {
    let draft = "## Upcoming Events\n### Europe\n- 2026-09-08| Bern, CH |[Org](https://o.example/)\n  - [**Evening*](https://o.example/1)\n";
    sets(draft, Field::Location, "Biel, CH", "Bern, CH", "Biel, CH");
    sets(draft, Field::Starts, "2026-09-09", "2026-09-08", "2026-09-09");
    sets(draft, Field::EventTitle(0), "Noon", "Evening", "Noon");
}

#[test]
fn a_call_in_other_words() {
    let draft = "### CFP - Events\n* [Conf](https://c.example/) | CFP open until 2026-10-01 | Bern, CH | 2026-11-04 to 2026-11-05\n";
    sets(draft, Field::Location, "Biel, CH", "Bern, CH", "Biel, CH");
    sets(draft, Field::Closes, "2026-10-02", "CFP open until 2026-10-01", "CFP closes 2026-10-02");
    sets(draft, Field::Ends, "2026-11-06", "2026-11-04 to 2026-11-05", "2026-11-04 - 2026-11-06");
}

#[test]
fn several_organizers() {
    let draft = "## Upcoming Events\n### Europe\n* 2026-09-08 | Bern, CH | [Org](https://o.example/) and [Two](https://t.example/)\n    * [**Evening**](https://o.example/1)\n";
    sets(draft, Field::Location, "Biel, CH", "Bern, CH", "Biel, CH");
    sets(draft, Field::EventTitle(0), "Noon", "Evening", "Noon");
    sets(draft, Field::OrganizerName, "Three", "[Org]", "[Three]");
}

#[test]
fn a_name_without_an_address() {
    let draft =
        "## Upcoming Events\n### Europe\n* 2026-09-08 | Bern, CH | Org\n    * [**Evening**](https://o.example/1)\n";
    sets(draft, Field::Location, "Biel, CH", "Bern, CH", "Biel, CH");
    check(
        "## Upcoming Events\n### Europe\n* 2026-09-08 | Bern, CH | Org\n    * **Evening**\n",
        |doc| set(doc, 0, Field::EventUrl(0), "https://o.example/1"),
        "## Upcoming Events\n### Europe\n* 2026-09-08 | Bern, CH | Org\n    * [**Evening**](https://o.example/1)\n",
    );
}

#[test]
fn an_item_as_a_whole() {
    let before = "## Updates from Rust Community\n### Research\n* [One](https://a.example/1)\n* [Two](https://a.example/2)\n* [Three](https://a.example/3)\n";
    let update_two =
        |doc: &_| update(doc, item(doc, "Two"), &crate::common::link("Research", "2", "https://b.example/"));
    check(before, update_two, &before.replace("[Two](https://a.example/2)", "[2](https://b.example/)"));
}

#[test]
fn an_event_gets_another_page() {
    let mut wanted = crate::common::event("Europe", "2026-09-08", "Bern, CH");
    if let twir_desk::issue::Submission::Event(event) = &mut wanted {
        event.events.push(crate::common::named("Morning", "https://new.example/2"));
    }
    check(
        "## Upcoming Events\n### Europe\n* 2026-09-08 | Bern, CH | [New Meetup](https://new.example/)\n    * [**New evening**](https://new.example/1)\n\n## Jobs\n",
        |doc| update(doc, 0, &wanted),
        "## Upcoming Events\n### Europe\n* 2026-09-08 | Bern, CH | [New Meetup](https://new.example/)\n    * [**New evening**](https://new.example/1)\n    * [**Morning**](https://new.example/2)\n\n## Jobs\n",
    );
}

#[test]
fn an_event_of_two_organizers_gains_and_loses_a_page() {
    let one = "## Upcoming Events\n### Europe\n- 2026-09-08| Bern, CH |[New Meetup](https://new.example/) + [Two](https://t.example/)\n\t- [New evening](https://new.example/1)\n\n## Jobs\n";
    let two = one.replace(
        "evening](https://new.example/1)\n",
        "evening](https://new.example/1)\n\t- [**Morning**](https://new.example/2)\n",
    );
    let evening = crate::common::event("Europe", "2026-09-08", "Bern, CH");
    let mut both = evening.clone();
    if let twir_desk::issue::Submission::Event(event) = &mut both {
        event.events.push(crate::common::named("Morning", "https://new.example/2"));
    }
    check(one, |doc| update(doc, 0, &both), &two);
    check(&two, |doc| update(doc, 0, &evening), one);
}
