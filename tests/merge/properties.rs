//! What must hold of any copies of small drafts.

use crate::lines::{bag, nothing_added_is_missing};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use twir_desk::merge::{Version, merge};

/// What issues are made of, a few of each, so that the same things meet.
const BLOCKS: &[&str] = &[
    "## Updates from Rust Community\n",
    "### Official\n",
    "### Research\n",
    "## Upcoming Events\n",
    "### Virtual\n",
    "### Europe\n",
    "## Jobs\n",
    "* [One](https://one.example/)\n",
    "* [Two of them](https://two.example/)\n",
    "* [Two of those](https://two.example/b)\n",
    "- [One](https://one.example/)\n",
    "* 2026-09-08 | Bern, CH | [O](https://o.example)\n    * [**A**](https://a.example)\n",
    "* 2026-09-15 | Bern, CH | [O](https://o.example)\n    * [**A**](https://a.example)\n",
    "* 2026-09-08 | Bern, CH | [O](https://o.example)\n    * [**A**](https://a.example)\n    * [**B**](https://b.example)\n",
    "A sentence of five words\n",
    "A sentence of six other words\n",
    "<!-- here it goes -->\n",
    "\n",
    "\n",
    "no end",
    "crlf\r\n",
];

/// How many of them, the first ones, are headings.
const HEADINGS: usize = 7;

fn blocks() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(select(BLOCKS), 0..25)
}

/// Insertions, deletions and replacements at random places.
fn edits() -> impl Strategy<Value = Vec<(Index, usize, Option<&'static str>)>> {
    prop::collection::vec((any::<Index>(), 0usize..2, prop::option::of(select(BLOCKS))), 0..5)
}

fn edited(base: &[&str], edits: &[(Index, usize, Option<&str>)]) -> String {
    let mut blocks: Vec<&str> = base.to_vec();
    for (at, removed, new) in edits {
        let at = at.index(blocks.len() + 1);
        let end = (at + removed).min(blocks.len());
        blocks.splice(at..end, *new);
    }
    blocks.concat()
}

/// A draft with its headings in order.
fn drafts() -> impl Strategy<Value = Vec<&'static str>> {
    let body = || prop::collection::vec(select(&BLOCKS[HEADINGS..]), 0..6);
    prop::collection::vec(body(), HEADINGS).prop_map(|bodies| {
        let mut draft = vec!["Title: One issue\n"];
        for (heading, body) in BLOCKS.iter().zip(bodies) {
            draft.push(heading);
            draft.extend(body);
        }
        draft
    })
}

/// The same edits where they leave the headings alone.
fn below_headings(base: &[&'static str], edits: &[(Index, usize, Option<&'static str>)]) -> String {
    let mut blocks = base.to_vec();
    for (at, removed, new) in edits {
        let at = 1 + at.index(blocks.len());
        let end = (at + removed).min(blocks.len());
        let headings = blocks[at..end].iter().chain(new).any(|block| block.starts_with('#'));
        if !headings {
            blocks.splice(at..end, *new);
        }
    }
    blocks.concat()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_edited_copy_is_taken_as_it_is(base in blocks(), edits in edits()) {
        let (base, copy) = (base.concat(), edited(&base, &edits));
        for sides in [vec![&*copy], vec![&*copy, &*base], vec![&*base, &*copy], vec![&*copy, &*copy, &*base]] {
            let merged = merge(&base, &sides);
            prop_assert_eq!(&merged.text, &copy);
            prop_assert!(merged.conflicts.is_empty());
        }
        prop_assert_eq!(merge(&base, &[]).text, base);
    }

    #[test]
    fn no_order_of_the_sides_loses_anything(base in blocks(), a in edits(), b in edits(), c in edits()) {
        let (a, b, c) = (edited(&base, &a), edited(&base, &b), edited(&base, &c));
        let base = base.concat();
        let two = merge(&base, &[&a, &b]);
        nothing_added_is_missing(&base, &[&a, &b], &two.text);
        let other = merge(&base, &[&b, &a]);
        prop_assert_eq!(bag(&two.text), bag(&other.text));
        prop_assert_eq!(two.conflicts.len(), other.conflicts.len());
        let three = merge(&base, &[&a, &b, &c]);
        nothing_added_is_missing(&base, &[&a, &b, &c], &three.text);
        for order in [[&*c, &*b, &*a], [&*b, &*c, &*a], [&*a, &*c, &*b]] {
            prop_assert_eq!(bag(&three.text), bag(&merge(&base, &order).text));
        }
        for conflict in &three.conflicts {
            prop_assert!(conflict.versions.len() > 1);
            for Version { text, .. } in &conflict.versions {
                nothing_added_is_missing("", &[text], &three.text);
            }
        }
    }

    #[test]
    fn merging_again_changes_nothing(base in drafts(), a in edits(), b in edits()) {
        let below = |edits: &[(Index, usize, Option<&'static str>)]| below_headings(&base, edits);
        let (a, b, base) = (below(&a), below(&b), base.concat());
        let merged = merge(&base, &[&a, &b]);
        prop_assert_eq!(&merge(&base, &[&merged.text, &merged.text]).text, &merged.text);
        prop_assert_eq!(&merge(&merged.text, &[&merged.text, &merged.text]).text, &merged.text);
        // Of two lines that are the same, blank ones too, nobody can say which is which.
        let single = |text: &String| text.lines().count() == bag(text).len();
        if merged.conflicts.is_empty() && [&base, &a, &b].into_iter().all(single) {
            for sides in [vec![&*merged.text, &a, &b], vec![&a, &merged.text], vec![&merged.text, &b]] {
                prop_assert_eq!(&merge(&base, &sides).text, &merged.text);
            }
        }
    }

    #[test]
    fn merging_again_changes_nothing_where_items_were_moved(
        a in Just([0, 1, 2, 3, 4, 5]).prop_shuffle(),
        b in Just([0, 1, 2, 3, 4, 5]).prop_shuffle(),
        new in 0..7usize,
    ) {
        // Titles that nobody takes for one another.
        let names = ["Alder bark", "Birch leaf", "Cedar cone", "Elm root", "Fir needle", "Hazel nut", "Larch twig"];
        let line = |n: usize| format!("* [{}](https://{}.example/)\n", names[n], &names[n][..3]);
        let draft = |order: Vec<usize>| {
            let lines: String = order.into_iter().map(line).collect();
            format!("Title: One issue\n## Updates from Rust Community\n### Research\n{lines}")
        };
        let (base, a) = (draft((0..6).collect()), draft(a.to_vec()));
        let mut more = b.to_vec();
        more.insert(new, 6);
        let b = draft(more);
        let merged = merge(&base, &[&a, &b]);
        prop_assert!(merged.conflicts.is_empty());
        prop_assert_eq!(bag(&merged.text), bag(&b));
        prop_assert_eq!(&merge(&base, &[&merged.text, &a, &b]).text, &merged.text);
    }

    #[test]
    fn every_choice_gives_a_text_with_that_version(base in blocks(), a in edits(), b in edits(), choice in 0usize..2) {
        let (a, b, base) = (edited(&base, &a), edited(&base, &b), base.concat());
        let merged = merge(&base, &[&a, &b]);
        let choices = vec![Some(choice); merged.conflicts.len()];
        let chosen = merged.choose(&choices).apply(&merged.text).expect("the edit fits its text");
        let mut at = 0;
        for conflict in &merged.conflicts {
            prop_assert!(conflict.span.start >= at && conflict.span.end <= merged.text.len());
            at = conflict.span.end;
            prop_assert!(chosen.contains(&conflict.versions[choice].text));
        }
        prop_assert_eq!(merged.with_markers().matches("<<<<<<< copy").count(), merged.conflicts.len());
    }

    #[test]
    fn any_texts_can_be_merged(base in "\\PC{0,60}", a in "[ab\n*\\[\\]()|#-]{0,60}", b in "[ab\r\n*\\[\\]()|#-]{0,60}") {
        nothing_added_is_missing(&base, &[&a, &b], &merge(&base, &[&a, &b]).text);
        nothing_added_is_missing(&a, &[&base, &b], &merge(&a, &[&base, &b]).text);
    }
}
