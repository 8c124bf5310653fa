//! Setting a field changes that field's bytes and nothing else.

use crate::common::{check, item, refusal};
use twir_desk::desk::{Desk, Source};
use twir_desk::edit::{Change, Field, set, set_and_read};
use twir_desk::issue::Document;

const LINK: &str =
    "## Updates from Rust Community\n### Research\n* [video] [One](https://a.example/1)\n\n### Miscellaneous\n";
const EVENT: &str = "## Upcoming Events\n### Europe\n* 2026-09-08 | Bern, CH | [Org](https://o.example/)\n    * [**Evening**](https://o.example/1)\n    * [**Morning**](https://o.example/2)\n\n## Jobs\n";
const TASK: &str = "### CFP - Projects\n* [crab - Mend it](https://c.example/7)\n";
const CALL: &str =
    "### CFP - Events\n* [**Conf**](https://c.example/) | CFP closes 2026-10-01 | Bern, CH | 2026-11-04\n";

/// Sets `field` of the one item to `value`, by which `old` in the draft becomes `new`.
#[track_caller]
fn sets(draft: &str, field: Field, value: &str, old: &str, new: &str) {
    assert_eq!(draft.matches(old).count(), 1, "`{old}` stands once");
    check(draft, |doc| set(doc, 0, field, value), &draft.replace(old, new));
}

#[test]
fn of_a_link() {
    sets(LINK, Field::Title, " Two ", "[One]", "[Two]");
    sets(LINK, Field::Url, "https://b.example/(1)", "https://a.example/1", "https://b.example/(1)");
    sets(LINK, Field::Tags, "audio ES", "[video] ", "[audio] [ES] ");
    sets(LINK, Field::Tags, "", "[video] ", "");
    sets(&LINK.replace("[video] ", ""), Field::Tags, "video", "* [One]", "* [video] [One]");
}

#[test]
fn of_an_event() {
    sets(EVENT, Field::Starts, "2026-09-09", "2026-09-08", "2026-09-09");
    sets(EVENT, Field::Ends, "2026-09-09", "2026-09-08", "2026-09-08 - 2026-09-09");
    sets(EVENT, Field::Location, "Biel, CH", "Bern, CH", "Biel, CH");
    sets(EVENT, Field::OrganizerName, "Other", "[Org]", "[Other]");
    sets(EVENT, Field::OrganizerUrl, "https://p.example/", "(https://o.example/)", "(https://p.example/)");
    sets(EVENT, Field::EventTitle(1), "Noon", "Morning", "Noon");
    sets(EVENT, Field::EventUrl(0), "https://p.example/1", "https://o.example/1", "https://p.example/1");
    let two = EVENT.replace("2026-09-08", "2026-09-08 - 2026-09-10");
    sets(&two, Field::Ends, "", "2026-09-08 - 2026-09-10", "2026-09-08");
    sets(&two, Field::Starts, "2026-09-09", "2026-09-08 -", "2026-09-09 -");
}

#[test]
fn of_a_task() {
    sets(TASK, Field::Project, "lobster", "crab", "lobster");
    sets(TASK, Field::Title, "Break it", "Mend it", "Break it");
    sets(TASK, Field::Url, "https://d.example/8", "https://c.example/7", "https://d.example/8");
}

#[test]
fn of_a_call() {
    sets(CALL, Field::Title, "Meet", "**Conf**", "**Meet**");
    sets(CALL, Field::Url, "https://d.example/", "https://c.example/", "https://d.example/");
    sets(CALL, Field::Closes, "2026-10-02", "2026-10-01", "2026-10-02");
    sets(CALL, Field::Location, "Virtual", "Bern, CH", "Virtual");
    sets(CALL, Field::Starts, "2026-11-05", "2026-11-04", "2026-11-05");
    sets(CALL, Field::Ends, "2026-11-06", "2026-11-04", "2026-11-04 - 2026-11-06");
}

#[test]
fn to_what_it_is_changes_nothing() {
    sets(LINK, Field::Title, "One", "[One]", "[One]");
    sets(EVENT, Field::Ends, "2026-09-08", "2026-09-08", "2026-09-08");
}

#[test]
fn in_a_file_without_a_final_line_end() {
    let draft = LINK.split_once("\n\n").unwrap().0;
    sets(draft, Field::Url, "https://b.example/", "https://a.example/1", "https://b.example/");
}

#[test]
fn of_the_second_of_two() {
    let before =
        "## Updates from Rust Community\n### Research\n* [One](https://a.example/1)\n* [Two](https://a.example/2)\n";
    check(before, |doc| set(doc, item(doc, "Two"), Field::Title, "2"), &before.replace("Two", "2"));
}

#[test]
fn what_cannot_stand_there_is_refused() {
    let cases = [
        (LINK, Field::Title, "", "field `title` is empty; fill it in"),
        (LINK, Field::Title, "a\nb", "field `title` holds a line break; write it on one line"),
        (LINK, Field::Url, "a b", "field `url` holds a blank; write %20 for it"),
        (
            LINK,
            Field::Url,
            "https://a.example/b_(c",
            "field `url` has parentheses that do not match, or ends in a backslash; write %28, %29 or %5C for them",
        ),
        (LINK, Field::Location, "Bern", "the item has no field `location`"),
        (EVENT, Field::EventTitle(2), "Noon", "the item has no field `events.title`"),
        (EVENT, Field::Ends, "2026-09-01", "field `ends` 2026-09-01 is before the start, 2026-09-08"),
        (CALL, Field::Closes, "2026-02-30", "field `closes` `2026-02-30` is not a day of the calendar"),
    ];
    for (draft, field, value, sentence) in cases {
        assert_eq!(refusal(draft, |doc| set(doc, 0, field, value)), sentence);
    }
    assert_eq!(refusal(LINK, |doc| set(doc, 9, Field::Title, "x")), "the item is not there any more");
}

#[test]
fn what_would_read_as_something_else_is_refused_or_set() {
    // The value is Markdown: a bar would make a new column, a bracket end the title, a parenthesis the address.
    assert!(refusal(EVENT, |doc| set(doc, 0, Field::Location, "Bern | Biel")).contains("`location`"));
    assert!(refusal(LINK, |doc| set(doc, 0, Field::Title, "a](b) [c")).contains("`title`"));
    assert!(refusal(LINK, |doc| set(doc, 0, Field::Title, "a](b")).contains("`title`"));
    assert!(refusal(LINK, |doc| set(doc, 0, Field::Url, "https://b.example/)c")).contains("`url`"));
    sets(LINK, Field::Title, r"a \[b\] `]`", "[One]", r"[a \[b\] `]`]");
}

#[test]
fn an_item_without_fields_has_none() {
    let draft = "## Updates from Rust Community\n### Research\n* only words\n";
    assert_eq!(refusal(draft, |doc| set(doc, 0, Field::Title, "x")), "the item has no field `title`");
}

#[test]
fn what_was_wrong_before_keeps_no_other_field_from_being_set() {
    let backwards = EVENT.replace("2026-09-08", "2026-09-08 - 2026-09-01");
    sets(&backwards, Field::Location, "Biel, CH", "Bern, CH", "Biel, CH");
    sets(&backwards, Field::Ends, "2026-09-09", "2026-09-01", "2026-09-09");
}

/// What comes along with an edit stands in for reading the text again, and for nothing else.
#[test]
fn a_change_brings_the_document_behind_it() {
    let doc = Document::parse(LINK);
    let change = set_and_read(&doc, 0, Field::Title, "Another").unwrap();
    let text = change.edit.apply(LINK).unwrap();
    assert_eq!(change.after.text(), text);
    let desk = |change: Change| {
        let mut desk = Desk::open(LINK, Source::Starter, 0);
        desk.apply_change(change, "change the title", None).unwrap();
        desk
    };
    let wrong = Change { after: Document::parse("Something else.\n"), ..change.clone() };
    for mut desk in [desk(change), desk(wrong)] {
        assert_eq!(format!("{:?}", desk.doc()), format!("{:?}", Document::parse(text.as_str())));
        assert_eq!(desk.undo().map(|(label, _)| label).as_deref(), Some("change the title"));
        assert_eq!(desk.doc().text(), LINK);
    }
}
