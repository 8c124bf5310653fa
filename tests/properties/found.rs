//! Counterexamples that the properties and the fuzzer found, in their smallest form.

use crate::common::{check, event, item, link, named, steps::Step, task};
use twir_desk::edit::{add, remove};
use twir_desk::issue::Submission;

#[test]
fn a_comment_that_opens_on_an_items_line_belongs_to_it() {
    let draft = "### CFP - Projects\n* [a - b](https://a.example/1) <!-- note\nin two lines -->\n";
    let with = format!("{draft}* [crab - Mend the thing](https://crab.example/7)\n");
    check(draft, |doc| add(doc, &task()), &with);
    check(
        &with,
        |doc| remove(doc, item(doc, "a - b")),
        "### CFP - Projects\n* [crab - Mend the thing](https://crab.example/7)\n",
    );
}

#[test]
fn nothing_is_added_inside_a_comment_that_opens_on_a_heading() {
    check(
        "## Updates from Rust Community\n### Research <!-- note\nin two lines -->\n",
        |doc| add(doc, &link("Research <!-- note", "Two", "https://a.example/2")),
        "## Updates from Rust Community\n### Research <!-- note\nin two lines -->\n* [Two](https://a.example/2)\n",
    );
}

#[test]
fn a_fence_that_nothing_closes_swallows_nothing() {
    check(
        "### CFP - Projects\n~~~\n",
        |doc| add(doc, &task()),
        "### CFP - Projects\n~~~\n\n* [crab - Mend the thing](https://crab.example/7)\n",
    );
}

#[test]
fn a_backslash_before_the_stars_escapes_nothing_if_it_is_escaped() {
    let mut backslash = event("Europe", "2026-09-11", "Bern, CH");
    if let Submission::Event(event) = &mut backslash {
        event.events = vec![named(r"C:\\", "https://new.example/1")];
    }
    Step::Add(backslash).holds("## Upcoming Events\n### Europe\n");
}

#[test]
fn a_carriage_return_at_the_end_of_the_file_is_kept() {
    let section = Step::MakeSection(twir_desk::issue::Kind::Jobs);
    assert!(section.holds("\r").starts_with('\r'));
}

#[test]
fn two_prefixes_make_no_code_of_what_is_between_them() {
    let item = "### Official\n* [One](https://one.example/)\n";
    for tags in ["` `", "(`{> ;`", "a\\ b", "`code` video"] {
        let set = Step::Set(0, twir_desk::edit::Field::Tags, tags.to_owned()).holds(item);
        assert_eq!(set == item, tags != "`code` video", "{tags}");
    }
}
