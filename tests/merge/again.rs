//! Merging again what came of a merge, with copies that moved, shuffled, added and took away.

use crate::lines::bag;
use proptest::prelude::*;
use proptest::sample::Index;
use twir_desk::merge::merge;

/// Titles that nobody takes for one another; the last ones only copies have.
const NAMES: [&str; 14] = [
    "Alder bark",
    "Birch leaf",
    "Cedar cone",
    "Elm root",
    "Fir needle",
    "Hazel nut",
    "Larch twig",
    "Maple seed",
    "Oak gall",
    "Pine resin",
    "Rowan berry",
    "Spruce tip",
    "Willow catkin",
    "Yew aril",
];

/// How many of them the base has.
const KNOWN: usize = 10;

const HEADINGS: [&str; 3] = ["### Official", "### Research", "### Miscellaneous"];

/// What stands below each heading.
type Draft = [Vec<usize>; 3];

fn base() -> Draft {
    [(0..5).collect(), (5..KNOWN).collect(), Vec::new()]
}

fn text(draft: &Draft) -> String {
    let line = |n: &usize| format!("* [{}](https://{}.example/)\n", NAMES[*n], &NAMES[*n][..3]);
    let sections = HEADINGS.iter().zip(draft);
    let sections =
        sections.map(|(heading, items)| format!("{heading}\n{}\n", items.iter().map(line).collect::<String>()));
    format!("Title: One issue\n\n## Updates from Rust Community\n{}## Jobs\n", sections.collect::<String>())
}

/// One thing that somebody does.
#[derive(Clone, Debug)]
enum Deed {
    /// A section in any order.
    Shuffle(usize, Vec<u32>),
    Move(Index, usize, Index),
    Add(usize, usize, Index),
    Remove(Index),
}

fn copies() -> impl Strategy<Value = Vec<Vec<Deed>>> {
    let deed = prop_oneof![
        (0..3usize, prop::collection::vec(any::<u32>(), KNOWN)).prop_map(|(at, order)| Deed::Shuffle(at, order)),
        (any::<Index>(), 0..3usize, any::<Index>()).prop_map(|(item, to, place)| Deed::Move(item, to, place)),
        (KNOWN..NAMES.len(), 0..3usize, any::<Index>()).prop_map(|(new, to, place)| Deed::Add(new, to, place)),
        any::<Index>().prop_map(Deed::Remove),
    ];
    prop::collection::vec(prop::collection::vec(deed, 0..6), 2..4)
}

/// The base after all of it.
fn copy(deeds: &[Deed]) -> String {
    let mut draft = base();
    let taken = |draft: &mut Draft, item: &Index| {
        let all: Vec<(usize, usize)> = (0..3).flat_map(|s| (0..draft[s].len()).map(move |at| (s, at))).collect();
        (!all.is_empty()).then(|| item.get(&all)).map(|(section, at)| draft[*section].remove(*at))
    };
    for deed in deeds {
        let (new, to, place) = match deed {
            Deed::Shuffle(section, order) => {
                draft[*section].sort_by_key(|item| order.get(*item).copied().unwrap_or(0));
                continue;
            }
            Deed::Move(item, to, place) => (taken(&mut draft, item), to, place),
            Deed::Add(new, to, place) => (Some(*new).filter(|new| !draft.concat().contains(new)), to, place),
            Deed::Remove(item) => {
                taken(&mut draft, item);
                continue;
            }
        };
        if let Some(new) = new {
            let place = place.index(draft[*to].len() + 1);
            draft[*to].insert(place, new);
        }
    }
    text(&draft)
}

/// How many at least; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let default = ProptestConfig::default();
    ProptestConfig { cases: default.cases.max(512), failure_persistence: None, ..default }
}

/// The result of a merge, merged again with all copies or with one of them.
fn check(copies: &[String]) -> Result<(), TestCaseError> {
    let sides: Vec<&str> = copies.iter().map(String::as_str).collect();
    let base = text(&base());
    let merged = merge(&base, &sides);
    prop_assert!(merged.conflicts.is_empty());
    let whole = merged.text.as_str();
    let again = |edited: &[&str]| {
        let again = merge(&base, edited);
        prop_assert_eq!(&again.text, whole, "of {:#?}", edited);
        prop_assert!(again.conflicts.is_empty());
        Ok(())
    };
    again(&[&[whole][..], &sides].concat())?;
    again(&[&sides[..], &[whole]].concat())?;
    for side in &sides {
        again(&[side, whole])?;
        again(&[whole, side])?;
    }
    prop_assert_eq!(merge(whole, &[whole, whole]).text, whole);
    Ok(())
}

/// What each copy has below the first heading.
#[test]
fn merges_that_once_changed_when_merged_again() {
    let known: [&[&[usize]]; 3] = [
        &[&[13, 0, 1, 2, 3, 4], &[13, 1, 2, 3, 4], &[0, 1, 13, 2, 3, 4]],
        &[&[11, 0, 1, 2, 3, 4], &[1, 2, 3, 4], &[0, 10, 11, 1, 2, 3, 4]],
        &[&[0, 2, 4, 3], &[0, 10, 1, 11, 2, 3, 4], &[10, 2, 4, 3, 0, 1]],
    ];
    for copies in known {
        let [_, research, other] = base();
        let copy = |first: &&[usize]| text(&[first.to_vec(), research.clone(), other.clone()]);
        check(&copies.iter().map(copy).collect::<Vec<_>>()).unwrap_or_else(|e| panic!("{copies:?}: {e}"));
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn merging_again_changes_nothing_whatever_was_moved(copies in copies()) {
        check(&copies.iter().map(|deeds| copy(deeds)).collect::<Vec<_>>())?;
    }

    #[test]
    fn what_was_moved_stands_once_whichever_copy_comes_first(copies in copies()) {
        let copies: Vec<String> = copies.iter().map(|deeds| copy(deeds)).collect();
        let sides: Vec<&str> = copies.iter().map(String::as_str).collect();
        let turned: Vec<&str> = sides.iter().rev().copied().collect();
        let base = text(&base());
        let merged = merge(&base, &sides).text;
        prop_assert_eq!(bag(&merged), bag(&merge(&base, &turned).text));
        for (n, name) in NAMES.iter().enumerate() {
            let has = |text: &&str| text.contains(name);
            let kept = if n < KNOWN { sides.iter().all(has) } else { sides.iter().any(has) };
            prop_assert!(!kept || merged.contains(name), "{} is missing", name);
        }
        prop_assert_eq!(merge(&base, &[sides[0], &base]).text, sides[0]);
    }
}
