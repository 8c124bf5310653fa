//! Merges of two to five copies of real drafts; `PROPTEST_CASES=1000` makes a thousand of them.

use crate::common::corpus;
use crate::copies::{Deed, copy, deeds};
use crate::lines::bag;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use std::collections::{BTreeMap, BTreeSet};
use twir_desk::merge::{Merged, merge};
use twir_desk::review::line_diff;

/// How many merges, shared by some threads; `PROPTEST_CASES` says otherwise.
const MERGES: u32 = 200;
const THREADS: u32 = 4;

#[test]
fn merges_of_real_drafts_lose_nothing() {
    let Some(folder) = corpus::folder() else { return };
    let drafts: Vec<String> = corpus::texts(&folder, "replays/bases").into_iter().map(|(_, text)| text).collect();
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let default = Config::default();
    let cases = if asked { default.cases } else { MERGES }.div_ceil(THREADS);
    let drafts = &drafts;
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            // Each thread makes merges of its own.
            let rng_seed = match default.rng_seed {
                RngSeed::Fixed(seed) => RngSeed::Fixed(seed.wrapping_add(thread.into())),
                RngSeed::Random => RngSeed::Random,
            };
            let config = Config { cases, rng_seed, failure_persistence: None, ..default.clone() };
            scope.spawn(move || some_merges(drafts, config));
        }
    });
}

fn some_merges(drafts: &[String], config: Config) {
    TestRunner::new(config)
        .run(&(0..drafts.len(), deeds()), |(draft, deeds)| {
            let base = drafts[draft].as_str();
            let copies: Vec<String> = deeds.iter().enumerate().map(|(side, deeds)| copy(base, side, deeds)).collect();
            let sides: Vec<&str> = copies.iter().map(String::as_str).collect();
            check(base, &sides)
        })
        .unwrap_or_else(|e| panic!("{e}"));
}

#[test]
fn merges_that_once_went_wrong() {
    use Deed::{Event, Link, MoveBy, MoveTo, Remove, Sentence, Shared, Shuffle, Title, Url};
    let Some(folder) = corpus::folder() else { return };
    let drafts: Vec<String> = corpus::texts(&folder, "replays/bases").into_iter().map(|(_, text)| text).collect();
    let known: [(usize, &[&[Deed]]); 13] = [
        (8, &[&[MoveTo(3, 195, 0)], &[Remove(0), MoveTo(141, 70, 0)]]),
        (175, &[&[Link(0), Remove(164)], &[MoveBy(161, 1)]]),
        (263, &[&[Shuffle(26, 580840690273704)], &[Sentence(113)], &[Link(0), Remove(151)]]),
        (107, &[&[Remove(8), MoveTo(178, 77, 0)], &[Remove(162)]]),
        (195, &[&[Remove(58)], &[MoveTo(91, 0, 0)]]),
        (262, &[&[Link(0), Link(0), MoveTo(105, 0, 0)], &[MoveBy(9, 1)]]),
        (25, &[&[Event(0, 0), Title(69)], &[Sentence(164)]]),
        (59, &[&[Remove(199)], &[Remove(0), MoveTo(42, 41, 0)]]),
        (53, &[&[MoveTo(10, 166, 3)], &[Url(87)]]),
        (51, &[&[Link(0), Link(0), Remove(187)], &[Shared(0), Shared(0), MoveTo(132, 67, 5)]]),
        (29, &[&[Shared(2), Shared(1)], &[Shared(1), Shared(2)]]),
        (201, &[&[Link(53)], &[Link(88), MoveBy(65, 1)]]),
        (235, &[&[Shuffle(123, 2269130730544420480)], &[Link(173)]]),
    ];
    for (draft, deeds) in known {
        let base = drafts[draft].as_str();
        let copies: Vec<String> = deeds.iter().enumerate().map(|(side, deeds)| copy(base, side, deeds)).collect();
        check(base, &copies.iter().map(String::as_str).collect::<Vec<_>>()).unwrap_or_else(|e| panic!("{e}"));
    }
}

fn check(base: &str, sides: &[&str]) -> Result<(), TestCaseError> {
    let merged = merge(base, sides);
    nothing_is_lost(base, sides, &merged.text)?;
    let turned: Vec<&str> = sides.iter().rev().copied().collect();
    let other = merge(base, &turned);
    prop_assert_eq!(bag(&merged.text), bag(&other.text), "the same whichever side comes first");
    prop_assert_eq!(merged.conflicts.len(), other.conflicts.len());
    same(&merge(base, &[sides[0], base]).text, sides[0], "one edited copy is taken as it is")?;
    for conflict in &merged.conflicts {
        prop_assert!(conflict.versions.len() > 1, "{:?}", conflict);
        for (index, version) in conflict.versions.iter().enumerate() {
            let edit = conflict.choose(index).expect("a version");
            let chosen = edit.apply(&merged.text).expect("the edit fits its text");
            prop_assert!(chosen.contains(&version.text));
        }
    }
    again(base, sides, &merged)
}

/// Merging once more what came of it, with all copies or with one: it changes nothing, and no question falls silent.
fn again(base: &str, sides: &[&str], merged: &Merged) -> Result<(), TestCaseError> {
    let whole = merged.text.as_str();
    let all = merge(base, &[&[whole][..], sides].concat());
    if !merged.conflicts.is_empty() {
        prop_assert!(!all.conflicts.is_empty(), "a question fell silent: {:?}", merged.conflicts);
        return Ok(());
    }
    let open = side_by_side(base, sides);
    let with_one = sides.iter().flat_map(|side| [vec![*side, whole], vec![whole, *side]]);
    let last = merge(base, &[sides, &[whole][..]].concat());
    for again in with_one.map(|edited| merge(base, &edited)).chain([all, last, merge(whole, &[whole, whole])]) {
        prop_assert_eq!(&again.conflicts, &[]);
        if open {
            let left: BTreeSet<&str> = addresses(&again.text).collect();
            let lost: Vec<&str> = addresses(whole).filter(|address| !left.contains(address)).collect();
            prop_assert!(lost.is_empty(), "merging again lost {:?}", lost);
        } else {
            same(&again.text, whole, "merging again changes nothing")?;
        }
    }
    Ok(())
}

/// Whether several copies touched a line that stands twice in the base, blank ones aside: which of the two it was, the
/// result of a merge does not always tell.
fn side_by_side(base: &str, sides: &[&str]) -> bool {
    let touched: Vec<BTreeSet<String>> = sides.iter().map(|side| twins_touched(base, side)).collect();
    touched.iter().enumerate().any(|(at, own)| touched[..at].iter().any(|other| !own.is_disjoint(other)))
}

/// The lines that stand twice in the base and elsewhere, in another order or less often in the copy.
fn twins_touched(base: &str, side: &str) -> BTreeSet<String> {
    let (before, after) = (sections(base), sections(side));
    let (old, new) = (places(&before, &after), places(&after, &before));
    old.into_iter().filter(|(line, at)| at.len() > 1 && new.get(line) != Some(at)).map(|(line, _)| line).collect()
}

/// The lines below each heading, blank ones aside.
fn sections(text: &str) -> BTreeMap<String, Vec<String>> {
    let mut sections: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut heading = String::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if line.starts_with('#') {
            line.clone_into(&mut heading);
        }
        sections.entry(heading.clone()).or_default().push(line.to_owned());
    }
    sections
}

/// Where each line stands: below which heading, and behind how many that the other text has there too.
fn places(own: &BTreeMap<String, Vec<String>>, other: &BTreeMap<String, Vec<String>>) -> Places {
    let mut places = Places::new();
    for (heading, lines) in own {
        let mut above = 0;
        for line in lines {
            places.entry(line.clone()).or_default().push((heading.clone(), above));
            above += usize::from(other.get(heading).is_some_and(|known| known.contains(line)));
        }
    }
    places
}

/// The places of each line.
type Places = BTreeMap<String, Vec<(String, usize)>>;

/// The addresses of all links.
fn addresses(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| rest.split(')').next())
}

/// Every mark that a copy has stands in the result; every line that all copies kept, to the byte; and every line
/// that somebody added and nobody else touched.
fn nothing_is_lost(base: &str, sides: &[&str], merged: &str) -> Result<(), TestCaseError> {
    for side in sides {
        for mark in marks(side) {
            prop_assert!(merged.contains(mark), "`{}` is lost", mark);
        }
        for line in side.lines().filter(|line| line.contains("Added mark") || line.contains("sentence with mark")) {
            prop_assert!(merged.lines().any(|l| l == line), "`{}` is lost", line);
        }
    }
    let counted = |text: &str| {
        let mut lines: BTreeMap<String, usize> = BTreeMap::new();
        text.split_inclusive('\n').for_each(|line| *lines.entry(line.to_owned()).or_default() += 1);
        lines
    };
    let (got, copies) = (counted(merged), sides.iter().map(|side| counted(side)).collect::<Vec<_>>());
    for (line, count) in counted(base) {
        let gone = |copy: &BTreeMap<String, usize>| count.saturating_sub(copy.get(&line).copied().unwrap_or_default());
        let kept = count.saturating_sub(copies.iter().map(gone).sum());
        prop_assert!(got.get(&line).is_some_and(|n| *n >= kept) || kept == 0, "`{}` was kept {} times", line, kept);
    }
    Ok(())
}

/// The marks in a text.
fn marks(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.starts_with("mark") && word.ends_with('x'))
}

/// Fails with the lines that differ.
fn same(got: &str, wanted: &str, rule: &str) -> Result<(), TestCaseError> {
    let hunks = line_diff(wanted, got);
    let rows = hunks.iter().flat_map(|hunk| &hunk.rows).map(|row| format!("{:?} {}", row.kind, row.text));
    let rows: Vec<String> = rows.collect();
    prop_assert!(got == wanted, "{}:\n{}", rule, rows.join("\n"));
    Ok(())
}
