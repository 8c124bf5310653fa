//! Merging: what must hold of any copies, and what people made of real conflicts.

mod common;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeMap;
use twir_desk::issue::{Document, submission};
use twir_desk::{edit, merge::merge};

/// Lines as a bag: blank ones left out, bullets and blanks at the ends aside.
fn bag(text: &str) -> BTreeMap<String, usize> {
    let mut bag = BTreeMap::new();
    for line in text.split('\n').map(str::trim).filter(|l| !l.is_empty()) {
        let bare =
            line.strip_prefix(['-', '*', '+']).filter(|rest| rest.starts_with(' ')).map_or(line, str::trim_start);
        *bag.entry(bare.to_owned()).or_default() += 1;
    }
    bag
}

/// Every line that a side has and the base has not stands in the result.
#[track_caller]
fn nothing_added_is_missing(base: &str, sides: &[&str], merged: &str) {
    let (known, got) = (bag(base), bag(merged));
    for line in sides.iter().flat_map(|side| bag(side).into_keys()) {
        assert!(known.contains_key(&line) || got.contains_key(&line), "`{line}` is missing in\n{merged}");
    }
}

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
            prop_assert!(conflict.sides.len() > 1);
            for text in &conflict.sides {
                nothing_added_is_missing("", &[text], &three.text);
            }
        }
    }

    #[test]
    fn any_texts_can_be_merged(base in "\\PC{0,60}", a in "[ab\n*\\[\\]()|#-]{0,60}", b in "[ab\r\n*\\[\\]()|#-]{0,60}") {
        nothing_added_is_missing(&base, &[&a, &b], &merge(&base, &[&a, &b]).text);
        nothing_added_is_missing(&a, &[&base, &b], &merge(&a, &[&base, &b]).text);
    }
}

#[test]
fn conflicts_of_history_are_resolved_as_people_did() {
    let Some(folder) = common::corpus::folder() else { return };
    let mut cases: Vec<_> = std::fs::read_dir(folder.join("merges")).unwrap().map(|e| e.unwrap().path()).collect();
    cases.sort();
    let mut wrong = Vec::new();
    for case in cases.iter().filter(|case| case.is_dir()) {
        let read = |name: &str| std::fs::read_to_string(case.join(name)).unwrap();
        let (base, ours, theirs) = (read("base.md"), read("ours.md"), read("theirs.md"));
        let merged = merge(&base, &[&ours, &theirs]);
        nothing_added_is_missing(&base, &[&ours, &theirs], &merged.text);
        if bag(&merged.text) != bag(&read("resolved.md")) || !merged.conflicts.is_empty() {
            wrong.push(case.file_name().unwrap().to_owned());
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn contributions_of_one_week_never_conflict() {
    let Some(folder) = common::corpus::folder() else { return };
    let replays = std::fs::read_to_string(folder.join("replays/replays.jsonl")).unwrap();
    let replays: Vec<serde_json::Value> = replays.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    for week in replays.chunk_by(|a, b| a["issue"] == b["issue"]) {
        let base = folder.join(format!("replays/bases/{}.md", week[0]["base"].as_str().unwrap()));
        let base = std::fs::read_to_string(base).unwrap();
        let doc = Document::parse(base.as_str());
        let wanted = week.iter().map(|r| submission::read(&r["submission"].to_string()).unwrap());
        let edits = wanted.filter_map(|wanted| edit::add(&doc, &wanted).ok());
        let copies: Vec<String> = edits.map(|edit| edit.apply(&base).unwrap()).collect();
        let copies: Vec<&str> = copies.iter().map(String::as_str).collect();
        let merged = merge(&base, &copies);
        assert_eq!(merged.conflicts, []);
        nothing_added_is_missing(&base, &copies, &merged.text);
        nothing_added_is_missing(&merged.text, &[&base], &merged.text);
    }
}
