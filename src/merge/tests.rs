//! The smallest examples of merging.

use super::*;

#[track_caller]
fn check(base: &str, edited: &[&str], text: &str) {
    let merged = merge(base, edited);
    assert_eq!(merged.text, text);
    assert_eq!(merged.conflicts, []);
}

const DRAFT: &str = "## Updates from Rust Community\n### Official\n* [One](https://one.example)\n\
    * [Two](https://two.example)\n\n### Research\n\n### Miscellaneous\n";

#[test]
fn additions_at_one_place_are_all_kept() {
    let add = |line: &str| DRAFT.replace("two.example)\n", &format!("two.example)\n{line}\n"));
    let (a, b) = (add("* [A](https://a.example)"), add("* [B](https://b.example)"));
    let both = add("* [A](https://a.example)\n* [B](https://b.example)");
    check(DRAFT, &[&a, &b], &both);
    check(DRAFT, &[&a, &a], &a);
    check(DRAFT, &[&a, DRAFT, &b, &a], &both);
}

/// One of them took away what the others have behind it: it stands before what is left.
#[test]
fn what_several_added_stands_at_the_uppermost_of_its_places() {
    let (new, one) = ("* [Alder bark and birch](https://alder.test/bark)\n", "* [One](https://one.example)\n");
    let first = DRAFT.replace(one, &format!("{new}{one}"));
    let instead = DRAFT.replace(one, new);
    let second = DRAFT.replace("two.example)\n", &format!("two.example)\n{new}"));
    let sides = [first.as_str(), &instead, &second];
    check(DRAFT, &sides, &instead);
    for side in sides {
        check(DRAFT, &[side, &instead], &instead);
        check(DRAFT, &[&instead, side], &instead);
    }
}

/// A sentence above a lone link makes a line of a paragraph of it, and it is the same one.
#[test]
fn a_lone_link_is_known_below_a_sentence() {
    let base = "## Updates from Rust Community\n### Miscellaneous\n[One](https://one.example)\n\n## Jobs\n";
    let (a, b) = (base.replace("[One]", "[One and only]"), base.replace("[One]", "A sentence.\n[One]"));
    let both = base.replace("[One]", "A sentence.\n[One and only]");
    check(base, &[&a, &b], &both);
    check(base, &[&a, &both], &both);
    check(base, &[&both, &b, &a], &both);
}

/// Of blank lines the one is gone that stood by what is gone.
#[test]
fn blank_lines_are_known_by_what_stands_between_them() {
    let base = "### Research\n* [One](https://one.example)\n* [Two](https://two.example)\n\n## Jobs\n";
    let moved = base.replace("* [Two]", "\n[Three](https://three.example)\n\n* [Two]");
    let edited = base.replace("two.example", "two.example/better");
    let both = moved.replace("two.example", "two.example/better");
    check(base, &[&moved, &edited], &both);
    check(base, &[&moved, &both], &both);
    check(base, &[&both, &edited], &both);
}

#[test]
fn an_edit_and_a_deletion_win_over_what_nobody_touched() {
    let edited = DRAFT.replace("[One]", "[The first]");
    let deleted = DRAFT.replace("* [Two](https://two.example)\n", "");
    check(DRAFT, &[&edited, DRAFT], &edited);
    check(DRAFT, &[DRAFT, &deleted], &deleted);
    check(DRAFT, &[&edited, &deleted], &edited.replace("* [Two](https://two.example)\n", ""));
    check(DRAFT, &[&edited, &edited], &edited);
}

#[track_caller]
fn versions(merged: &Merged) -> Vec<(&str, &str)> {
    let [conflict] = merged.conflicts.as_slice() else { panic!("one conflict: {:?}", merged.conflicts) };
    conflict.versions.iter().map(|v| (v.names[0].as_str(), v.text.as_str())).collect()
}

#[test]
fn changes_of_different_fields_of_one_item_go_together() {
    let a = DRAFT.replace("[Two]", "[Two, the sequel]");
    let b = DRAFT.replace("https://two.example", "https://two.example/better");
    check(DRAFT, &[&a, &b], &a.replace("https://two.example", "https://two.example/better"));
}

#[test]
fn a_field_changed_in_two_ways_is_a_conflict_and_keeps_both() {
    let a = DRAFT.replace("[Two]", "[Two, the sequel]");
    let b = DRAFT.replace("* [Two](https://two.example)", "* [Zwei](https://two.example/better)");
    let merged = merge(DRAFT, &[&a, &b]);
    let sides = ["* [Two, the sequel](https://two.example/better)\n", "* [Zwei](https://two.example/better)\n"];
    assert_eq!(versions(&merged), [("copy 1", sides[0]), ("copy 2", sides[1])]);
    let chosen = |wanted: &str| DRAFT.replace("* [Two](https://two.example)\n", wanted);
    assert_eq!(merged.text, chosen(&sides.concat()));
    let conflict = &merged.conflicts[0];
    assert_eq!((conflict.line, conflict.base.as_str()), (4, "* [Two](https://two.example)\n"));
    for (index, side) in sides.iter().enumerate() {
        assert_eq!(conflict.choose(index).unwrap().apply(&merged.text).unwrap(), chosen(side));
        assert_eq!(merged.choose(&[Some(index)]).apply(&merged.text).unwrap(), chosen(side));
    }
    assert_eq!(conflict.choose(2), None);
    assert_eq!(merged.choose(&[None]).apply(&merged.text).unwrap(), merged.text);
    let marked = format!("<<<<<<< copy 1\n{}=======\n{}>>>>>>> copy 2\n", sides[0], sides[1]);
    assert_eq!(merged.with_markers(), chosen(&marked));
}

#[test]
fn changed_and_deleted_is_a_conflict() {
    let a = DRAFT.replace("[Two]", "[Two, the sequel]");
    let gone = DRAFT.replace("* [Two](https://two.example)\n", "");
    let merged = merge(DRAFT, &[&gone, &a, &gone]);
    assert_eq!(merged.text, a);
    assert_eq!(versions(&merged), [("copy 1", ""), ("copy 2", "* [Two, the sequel](https://two.example)\n")]);
    assert_eq!(merged.conflicts[0].versions[0].names, ["copy 1", "copy 3"]);
    assert_eq!(merged.conflicts[0].choose(0).unwrap().apply(&merged.text).unwrap(), gone);
}

#[test]
fn a_heading_made_on_both_sides_stands_once() {
    let add = |line: &str| DRAFT.replace("### Misc", &format!("### RustConf\n* {line}\n\n### Misc"));
    let (a, b) = (add("[A](https://a.example)"), add("[B](https://b.example)"));
    check(DRAFT, &[&a, &b], &add("[A](https://a.example)\n* [B](https://b.example)"));
}

#[test]
fn events_of_one_entry_are_merged_by_line() {
    let base = "## Upcoming Events\n### Europe\n* 2026-09-08 | Bern, CH | [O](https://o.example)\n    * [**A**](https://a.example)\n";
    let head = base.replace("Bern, CH", "Basel, CH");
    let more = format!("{base}    * [**B**](https://b.example)\n");
    check(base, &[&head, &more], &more.replace("Bern", "Basel"));
}

#[test]
fn what_is_moved_keeps_what_others_made_of_it() {
    let (one, two) = ("* [One](https://one.example)\n", "* [Two](https://two.example)\n");
    let swapped = DRAFT.replace(&format!("{one}{two}"), &format!("{two}{one}"));
    let edited = |text: &str| text.replace("[One]", "[The first]").replace("[Two]", "[The second]");
    check(DRAFT, &[&swapped, &edited(DRAFT)], &edited(&swapped));
    check(DRAFT, &[&edited(DRAFT), &swapped], &edited(&swapped));
    check(DRAFT, &[&swapped, &DRAFT.replace(one, "")], &DRAFT.replace(one, ""));
    check(DRAFT, &[&swapped, &DRAFT.replace(two, "")], &DRAFT.replace(two, ""));
}

#[test]
fn one_item_added_at_two_places_of_a_section_is_one() {
    let new = "* [New](https://new.example)\n";
    let first = DRAFT.replace("* [One]", &format!("{new}* [One]"));
    let last = DRAFT.replace("\n\n### Research", &format!("\n{new}\n### Research"));
    check(DRAFT, &[&first, &last], &first);
    let elsewhere = DRAFT.replace("### Research\n", &format!("### Research\n{new}"));
    check(DRAFT, &[&first, &elsewhere], &first.replace("### Research\n", &format!("### Research\n{new}")));
}

#[test]
fn a_line_replaced_in_two_ways_is_told() {
    let base = "## Crate of the Week\n<!-- COTW goes here -->\n\n## Jobs\n";
    let fill = |text: &str| base.replace("<!-- COTW goes here -->", text);
    let merged = merge(base, &[&fill("The crate is alpha."), &fill("Beta it is this time.")]);
    assert_eq!(merged.text, fill("The crate is alpha.\nBeta it is this time."));
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(merged.conflicts[0].line, 2);
    check(base, &[&fill("The crate is alpha."), &fill("The crate is alpha.")], &fill("The crate is alpha."));
}

#[test]
fn a_last_line_without_end_joins_nothing() {
    check("a\nb", &["a\nb\nc", "a\nb\nd"], "a\nb\nc\nd");
    check("a\nb", &["a\nb", "x\na\nb"], "x\na\nb");
}

#[test]
fn one_item_sent_with_two_addresses_of_one_page_is_one() {
    let add = |url: &str| DRAFT.replace("\n\n### Research", &format!("\n* [New]({url})\n\n### Research"));
    let plain = add("https://new.example/a");
    check(DRAFT, &[&add("https://new.example/a?utm_source=rss"), &plain], &plain);
    check(DRAFT, &[&plain, &add("https://www.new.example/a/")], &plain);
}

#[test]
fn what_is_moved_below_another_heading_keeps_what_others_made_of_it() {
    let one = "* [One](https://one.example)\n";
    let below = |line: &str| DRAFT.replace(one, "").replace("### Research\n", &format!("### Research\n{line}"));
    let moved = below(one);
    let edited = DRAFT.replace("[One]", "[The first]");
    check(DRAFT, &[&moved, &edited], &below("* [The first](https://one.example)\n"));
    let both = below("* [One](https://one.example/better)\n");
    check(DRAFT, &[&edited, &both], &below("* [The first](https://one.example/better)\n"));
    let first = DRAFT.replace("### Miscellaneous\n", &format!("### Miscellaneous\n{one}")).replacen(one, "", 1);
    let one_place = merge(DRAFT, &[&moved, &first]).text;
    assert_eq!(one_place, merge(DRAFT, &[&first, &moved]).text);
    assert_eq!(one_place.matches(one).count(), 1);
}

#[test]
fn a_heading_taken_away_stays_while_another_side_adds_below_it() {
    let gone = DRAFT.replace("### Research\n\n", "");
    let added = DRAFT.replace("### Research\n", "### Research\n* [New](https://new.example)\n");
    check(DRAFT, &[&gone, DRAFT], &gone);
    check(DRAFT, &[&gone, &added], &added);
    check(DRAFT, &[&added, &gone], &added);
}

const EVENTS: &str = "## Upcoming Events\n### Asia\n* 2026-09-08 | Kyoto, JP | [O](https://o.example)\n\n\
    If you are running one, tell us.\n";

#[test]
fn events_of_both_sides_stand_in_their_order() {
    let event = |day: &str, place: &str| format!("* 2026-09-{day} | {place} | [N](https://n.example/{day})\n");
    let add = |lines: &str| EVENTS.replace("o.example)\n", &format!("o.example)\n{lines}"));
    let (a, b) = (add(&(event("09", "Osaka, JP") + &event("20", "Osaka, JP"))), add(&event("09", "Kobe, JP")));
    let both = add(&(event("09", "Kobe, JP") + &event("09", "Osaka, JP") + &event("20", "Osaka, JP")));
    check(EVENTS, &[&a, &b], &both);
    check(EVENTS, &[&b, &a], &both);
}

#[test]
fn regions_of_both_sides_stand_in_their_order_and_before_the_closing_sentence() {
    let add = |regions: &str| EVENTS.replace("If you", &format!("{regions}If you"));
    let (europe, oceania) = ("### Europe\n* 2026-09-09 | Bern, CH\n\n", "### Oceania\n* 2026-09-07 | Perth, AU\n\n");
    let closing = |text: &str| text.replace("tell us", "write to us");
    let both = closing(&add(&[europe, oceania].concat()));
    check(EVENTS, &[&add(oceania), &add(europe), &closing(EVENTS)], &both);
    check(EVENTS, &[&closing(EVENTS), &add(europe), &add(oceania)], &both);
}

#[test]
fn white_space_follows_the_side_that_changed_it() {
    let trimmed = "a \nb\n";
    check("a  \nb\n", &[trimmed, "A  \nb\n"], "A \nb\n");
    check("a \nb\n", &["a\nb\n", "a\t\nb\n"], "a \nb\n");
    check("a \nb\n", &["a\r\nb\r\n", "a \nB\n"], "a\r\nB\r\n");
}

#[test]
fn of_two_items_that_are_the_same_one_goes_when_two_sides_take_one_away() {
    let one = "* [One](https://one.example)\n";
    let twice = DRAFT.replace("\n\n### Research", &format!("\n{one}\n### Research"));
    let last = DRAFT.replacen(one, "", 1).replace("\n\n### Research", &format!("\n{one}\n### Research"));
    check(&twice, &[DRAFT, &twice], DRAFT);
    check(&twice, &[&last, &twice], &last);
    assert_eq!(merge(&twice, &[DRAFT, &last]).text.matches(one).count(), 1);
    assert_eq!(merge(&twice, &[&last, DRAFT]).text.matches(one).count(), 1);
}

/// The one that is gone and the one that was moved stay two when the result is merged once more.
#[test]
fn of_two_items_that_are_the_same_one_is_taken_away_and_the_other_moved() {
    let one = "* [One](https://one.example)\n";
    let research = DRAFT.replace("### Research\n", &format!("### Research\n{one}"));
    let (first, second) = (DRAFT.replace(one, ""), research.replacen(one, "", 1));
    let moved = |text: &str| text.replace("### Miscellaneous\n", &format!("### Miscellaneous\n{one}"));
    let (b, both) = (moved(DRAFT), moved(&first));
    check(&research, &[&second, &b], &both);
    for sides in [[&second, &both], [&both, &second], [&b, &both], [&both, &b], [&both, &both]] {
        check(&research, &sides.map(String::as_str), &both);
    }
}

/// Each of two copies left one of them: nobody wanted it gone.
#[test]
fn of_two_items_that_are_the_same_one_stays_when_each_copy_takes_another_away() {
    let (one, none) = ("* [One](https://one.example)\n", "* *None this week.*\n");
    for (item, left) in [(one, 1), (none, 0)] {
        let base = DRAFT.replace(one, item).replace("### Research\n", &format!("### Research\n{item}"));
        let (a, b) = (base.replacen(item, "", 1), base.replace(&format!("### Research\n{item}"), "### Research\n"));
        let both = merge(&base, &[&a, &b]);
        assert_eq!((both.text.matches(item).count(), both.conflicts.len()), (left, 0));
        for again in [[&a, &both.text], [&both.text, &b]] {
            check(&base, &again.map(String::as_str), &both.text);
        }
    }
}

/// Two empty lines stay two: the last is the last on every side, also where what stood between them is gone.
#[test]
fn empty_lines_round_what_another_took_away_are_not_added_again() {
    let base = "a\n\nb\n* [One](https://one.example)\nc\nd\n";
    let (gone, moved) = (base.replace("b\n", ""), base.replace("b\n", "").replace("c\n", "c\n\nb\n\n"));
    let both = merge(base, &[&gone, &moved]);
    check(base, &[&moved, &both.text], &both.text);
    check(base, &[&both.text, &moved], &both.text);
}
