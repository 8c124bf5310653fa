//! Edited copies of one draft brought together. An item is a unit: two additions never conflict, the same addition
//! twice is one, an edit wins over what nobody touched, and so does a deletion. Where one unit was changed in two
//! ways, or changed and deleted, the texts of both stand in the result and a [`Conflict`] tells of it.

mod moves;
mod side;
mod union;
mod units;
mod weave;

use side::Side;
use units::Unit;
use weave::Woven;

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The text with all edits; of every conflict all sides.
    pub text: String,
    /// What no rule settles, in the order of the text.
    pub conflicts: Vec<Conflict>,
}

/// One unit that was changed in two ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Line of the result at which it begins, counted from 1.
    pub line: usize,
    /// What the base has.
    pub base: String,
    /// What the sides made of it, each text once, in the order of the sides; empty where one took it away.
    pub sides: Vec<String>,
}

/// Brings all edits of `base` together, those of earlier copies first.
pub fn merge(base: &str, edited: &[&str]) -> Merged {
    let units = units::of_issue(base);
    let others: Vec<Vec<Unit<'_>>> = edited.iter().map(|text| units::of_issue(text)).collect();
    combine(&units, &others).join()
}

/// The same for any units; a unit of several lines that was changed on two sides is merged by its lines in turn.
fn combine<'t>(base: &[Unit<'t>], others: &[Vec<Unit<'t>>]) -> Woven {
    let mut sides: Vec<Side<'t>> = others.iter().map(|units| Side::of(base, units)).collect();
    moves::follow(base, &mut sides);
    weave::weave(base, &sides)
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn an_edit_and_a_deletion_win_over_what_nobody_touched() {
        let edited = DRAFT.replace("[One]", "[The first]");
        let deleted = DRAFT.replace("* [Two](https://two.example)\n", "");
        check(DRAFT, &[&edited, DRAFT], &edited);
        check(DRAFT, &[DRAFT, &deleted], &deleted);
        check(DRAFT, &[&edited, &deleted], &edited.replace("* [Two](https://two.example)\n", ""));
        check(DRAFT, &[&edited, &edited], &edited);
    }

    #[test]
    fn an_item_changed_in_two_ways_is_a_conflict_and_keeps_both() {
        let a = DRAFT.replace("[Two]", "[Two, the sequel]");
        let b = DRAFT.replace("https://two.example", "https://two.example/better");
        let merged = merge(DRAFT, &[&a, &b]);
        let sides = ["* [Two, the sequel](https://two.example)\n", "* [Two](https://two.example/better)\n"];
        assert_eq!(merged.text, DRAFT.replace("* [Two](https://two.example)\n", &sides.concat()));
        let conflict = Conflict {
            line: 4,
            base: "* [Two](https://two.example)\n".into(),
            sides: sides.map(str::to_owned).to_vec(),
        };
        assert_eq!(merged.conflicts, [conflict]);
        let gone = DRAFT.replace("* [Two](https://two.example)\n", "");
        let merged = merge(DRAFT, &[&gone, &a]);
        assert_eq!(merged.text, a);
        assert_eq!(merged.conflicts[0].sides, ["", sides[0]]);
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
}
