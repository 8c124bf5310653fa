//! Which unit of a part is which of an edited copy where it kept its place: runs of equal ones, and what is alike
//! between them.

use super::pairs::{Mate, Pairs, Run, runs};
use super::units::{self, Sort, Text, Unit};
use crate::text::date::Date;
use similar::Algorithm;
use std::collections::HashSet;
use std::ops::Range;

/// The units of one part that kept their order and their text: the runs of them, and an empty one at the end.
pub fn equal(base: &Text<'_>, old: Range<usize>, edited: &Text<'_>, new: Range<usize>, pairs: &mut Pairs) -> Vec<Run> {
    let texts = |units: &[Unit<'_>]| units.iter().map(|u| u.text.to_owned()).collect::<Vec<_>>();
    let equal = runs(Algorithm::Patience, &texts(&base.units[old.clone()]), &texts(&edited.units[new.clone()]));
    // Blank lines at the ends of a run are equal anywhere: which is which, what stands between them says.
    let blank = |index: &usize| base.units[old.start + index].sort == Sort::Blank;
    let told = |(a, b, len): Run| {
        let first = (a..a + len).take_while(blank).count();
        let last = (a + first..a + len).rev().take_while(blank).count();
        (a + first, b + first, len - first - last)
    };
    let equal: Vec<Run> = equal.into_iter().map(told).filter(|(.., len)| *len > 0).collect();
    let ends = (old.len(), new.len(), 0);
    let equal: Vec<Run> =
        equal.into_iter().chain([ends]).map(|(a, b, len)| (old.start + a, new.start + b, len)).collect();
    equal.iter().for_each(|(a, b, len)| (0..*len).for_each(|i| pairs.add(a + i, b + i, true)));
    equal
}

/// The units between those runs that are alike.
pub fn between(
    base: &[Unit<'_>],
    old: Range<usize>,
    edited: &[Unit<'_>],
    new: Range<usize>,
    equal: Vec<Run>,
    elsewhere: &Elsewhere<'_>,
    pairs: &mut Pairs,
) {
    let (mut a, mut b) = (old.start, new.start);
    for (x, y, len) in equal {
        for (i, j) in alike(&base[a..x], &edited[b..y], elsewhere) {
            pairs.add(a + i, b + j, true);
        }
        (a, b) = (x + len, y + len);
    }
    // Of an item and a blank line that changed places either can be the one that kept its place.
    for index in old.filter(|index| base[*index].sort == Sort::Blank) {
        let same = |other: &usize| pairs.from[*other].is_none() && edited[*other].text == base[index].text;
        if pairs.to[index].is_none()
            && let Some(other) = new.clone().find(same)
        {
            pairs.add(index, other, false);
        }
    }
}

/// What the items that did not keep their place are known by in both texts: those became nothing else.
pub struct Elsewhere<'t> {
    texts: HashSet<&'t str>,
    addresses: HashSet<Address<'t>>,
}

/// Of an item, and of an event its day.
type Address<'t> = (Option<Date>, &'t str);

impl<'t> Elsewhere<'t> {
    /// Of what has no mate yet.
    pub fn of(base: &'t Text<'_>, edited: &'t Text<'_>, pairs: &Pairs) -> Self {
        fn free<'t>(text: &'t Text<'_>, mates: &[Option<Mate>]) -> Vec<&'t Unit<'t>> {
            let free = text.units.iter().zip(mates).filter(|(unit, mate)| unit.sort == Sort::Item && mate.is_none());
            free.map(|(unit, _)| unit).collect()
        }
        let (old, new) = (free(base, &pairs.to), free(edited, &pairs.from));
        let texts: HashSet<&str> = new.iter().map(|unit| unit.text).collect();
        let addresses: HashSet<Address<'_>> = new.iter().filter_map(|unit| address(unit)).collect();
        Self {
            texts: old.iter().map(|unit| unit.text).filter(|text| texts.contains(text)).collect(),
            addresses: old.iter().filter_map(|unit| address(unit)).filter(|known| addresses.contains(known)).collect(),
        }
    }

    /// Whether the one can have become the other.
    fn leaves(&self, before: &Unit<'_>, after: &Unit<'_>) -> bool {
        let known = |unit| address(unit).is_some_and(|known| self.addresses.contains(&known));
        let moved = self.texts.contains(before.text) || self.texts.contains(after.text);
        !moved && (address(before) == address(after) || !(known(before) || known(after)))
    }
}

/// Its address and day.
fn address<'u>(unit: &'u Unit<'_>) -> Option<Address<'u>> {
    Some((unit.placing.as_ref().map(|placing| placing.0), unit.address.as_deref()?))
}

/// How many pairs of units are compared at most; of a larger block nothing counts as edited.
pub const COMPARED: usize = 40_000;

/// Which units of `after` are what units of `before` became, in order: the alignment that is most alike in sum. What
/// stands elsewhere is none of them.
fn alike(before: &[Unit<'_>], after: &[Unit<'_>], elsewhere: &Elsewhere<'_>) -> Vec<(usize, usize)> {
    let (rows, columns) = (before.len(), after.len());
    if rows == 0 || columns == 0 || rows * columns > COMPARED {
        return Vec::new();
    }
    let words = |units: &[Unit<'_>]| units.iter().map(Unit::words).collect::<Vec<_>>();
    let (old, new) = (words(before), words(after));
    let like = |a: usize, b: usize| {
        let can = elsewhere.leaves(&before[a], &after[b]);
        if can { likeness(&before[a], &after[b], &old[a], &new[b]) } else { 0 }
    };
    let like: Vec<Vec<usize>> = (0..rows).map(|a| (0..columns).map(|b| like(a, b)).collect()).collect();
    // best[a][b]: the most that the units from a and from b on can give.
    let mut best = vec![vec![0; columns + 1]; rows + 1];
    for a in (0..rows).rev() {
        for b in (0..columns).rev() {
            let paired = if like[a][b] > 0 { like[a][b] + best[a + 1][b + 1] } else { 0 };
            best[a][b] = paired.max(best[a + 1][b]).max(best[a][b + 1]);
        }
    }
    let (mut a, mut b) = (0, 0);
    let mut pairs = Vec::new();
    while a < rows && b < columns {
        if like[a][b] > 0 && best[a][b] == like[a][b] + best[a + 1][b + 1] {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if best[a][b] == best[a + 1][b] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

/// From how many words of a hundred on two texts are alike.
pub const ALIKE: usize = 60;

/// 0 where `after` cannot be what `before` became; else more, the more words they share, and most with one address.
fn likeness(before: &Unit<'_>, after: &Unit<'_>, old: &HashSet<String>, new: &HashSet<String>) -> usize {
    let share = share(old, new);
    if before.sort != after.sort {
        // A lone link is an item below a heading, and a line of a paragraph below a sentence that was put before it.
        return if same_link(before, after) || same_link(after, before) { 200 + share } else { 0 };
    }
    if before.sort == Sort::Heading || (before.address.is_some() && before.address == after.address) {
        return 200 + share;
    }
    if share >= ALIKE { share } else { 0 }
}

/// Whether the line has the link of the item.
fn same_link(item: &Unit<'_>, line: &Unit<'_>) -> bool {
    let both = item.sort == Sort::Item && line.sort == Sort::Line && item.address.is_some();
    both && units::first_address(line.text) == item.address
}

/// How many words of a hundred both have.
pub fn share(a: &HashSet<String>, b: &HashSet<String>) -> usize {
    if a.is_empty() && b.is_empty() { 100 } else { a.intersection(b).count() * 200 / (a.len() + b.len()) }
}
