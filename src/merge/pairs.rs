//! Which part and which unit of the base is which of an edited copy.

use super::units::{self, Part, Sort, Text, Unit};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A pair with a unit of the other text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mate {
    pub index: usize,
    /// It kept its place among its neighbours.
    pub steady: bool,
}

/// Both directions of a pairing in which each has one partner at most.
#[derive(Clone, Debug)]
pub struct Pairs {
    /// For each of the base its partner.
    pub to: Vec<Option<Mate>>,
    /// For each of the edited copy its partner.
    pub from: Vec<Option<Mate>>,
}

impl Pairs {
    fn none(base: usize, edited: usize) -> Self {
        Self { to: vec![None; base], from: vec![None; edited] }
    }

    fn add(&mut self, base: usize, edited: usize, steady: bool) {
        self.to[base] = Some(Mate { index: edited, steady });
        self.from[edited] = Some(Mate { index: base, steady });
    }
}

/// The parts by their headings: in order, then those that stand elsewhere, then those that were renamed.
pub fn of_parts(base: &Text<'_>, edited: &Text<'_>) -> Pairs {
    let keys = |text: &Text<'_>| text.parts.iter().map(Part::key).collect::<Vec<_>>();
    let (old, new) = (keys(base), keys(edited));
    let mut pairs = Pairs::none(old.len(), new.len());
    for (a, b, len) in runs(Algorithm::Myers, &old, &new) {
        (0..len).for_each(|i| pairs.add(a + i, b + i, true));
    }
    let mut free: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, key) in new.iter().enumerate().rev().filter(|(i, _)| pairs.from[*i].is_none()) {
        free.entry(key).or_default().push(index);
    }
    for (index, key) in old.iter().enumerate() {
        if pairs.to[index].is_none()
            && let Some(other) = free.get_mut(key.as_str()).and_then(Vec::pop)
        {
            pairs.add(index, other, false);
        }
    }
    for index in 1..old.len() {
        if pairs.to[index].is_none()
            && let Some(above) = pairs.to[index - 1]
            && pairs.from.get(above.index + 1).is_some_and(Option::is_none)
            && renamed(base, index, edited, above.index + 1)
        {
            pairs.add(index, above.index + 1, above.steady);
        }
    }
    pairs
}

/// Whether the parts have half of what stands in them in common, or their headings most of their words.
fn renamed(base: &Text<'_>, old: usize, edited: &Text<'_>, new: usize) -> bool {
    let body = |text: &Text<'_>, part: usize| -> HashSet<String> {
        let units = text.units[text.parts[part].units.clone()].iter().skip(1);
        units.filter(|u| u.sort != Sort::Blank).map(|u| u.text.trim_end().to_owned()).collect()
    };
    let (a, b) = (body(base, old), body(edited, new));
    let shared = a.intersection(&b).count();
    if shared > 0 {
        return shared * 4 >= a.len() + b.len();
    }
    let heading = |text: &Text<'_>, part: usize| text.units[text.parts[part].units.start].words();
    share(&heading(base, old), &heading(edited, new)) >= ALIKE
}

/// By what two units are the same: of a unit, and of an event with its day.
type Stage = fn(&Unit<'_>, Option<String>) -> Option<String>;

/// The units, those of one part first: runs of equal ones, what is alike between them, and then items that stand
/// elsewhere, by their bytes, by address and day, by address, by title;
/// lines by their text.
pub fn of_units(base: &Text<'_>, edited: &Text<'_>, parts: &Pairs) -> Pairs {
    let mut pairs = Pairs::none(base.units.len(), edited.units.len());
    for (index, mate) in parts.to.iter().enumerate() {
        if let Some(mate) = mate {
            let (old, new) = (&base.parts[index].units, &edited.parts[mate.index].units);
            of_part(base, old.clone(), edited, new.clone(), &mut pairs);
        }
    }
    let part_of = |text: &Text<'_>, known: &dyn Fn(usize) -> usize| -> Vec<usize> {
        let parts = text.parts.iter().enumerate();
        parts.flat_map(|(index, part)| std::iter::repeat_n(known(index), part.units.len())).collect()
    };
    let old_parts = part_of(base, &|index| index);
    // A part that only the copy has is no part of the base.
    let new_parts = part_of(edited, &|index| parts.from[index].map_or(usize::MAX, |mate| mate.index));
    let day = |unit: &Unit<'_>| unit.placing.as_ref().map(|p| p.0.to_string());
    let stages: [Stage; 3] = [
        |unit, _| Some(unit.text.trim_end().to_owned()),
        |unit, day| Some(format!("{:?}\n{}", day, unit.address.as_ref()?)),
        |unit, day| Some(format!("{}\n{}", day.is_some(), unit.address.as_ref()?)),
    ];
    for stage in stages {
        for within in [true, false] {
            let key = |unit: &Unit<'_>, part: usize| {
                let key = stage(unit, day(unit)).filter(|_| unit.sort == Sort::Item)?;
                Some(if within { format!("{part}\n{key}") } else { key })
            };
            let mut free: HashMap<String, Vec<usize>> = HashMap::new();
            for (index, unit) in edited.units.iter().enumerate().rev().filter(|(i, _)| pairs.from[*i].is_none()) {
                if let Some(key) = key(unit, new_parts[index]) {
                    free.entry(key).or_default().push(index);
                }
            }
            for (index, unit) in base.units.iter().enumerate() {
                if pairs.to[index].is_none()
                    && let Some(other) = key(unit, old_parts[index]).and_then(|key| free.get_mut(&key)?.pop())
                {
                    pairs.add(index, other, false);
                }
            }
        }
    }
    called_alike(base, edited, &mut pairs);
    lines_elsewhere(base, edited, &mut pairs);
    base.parts.iter().for_each(|part| keep_first(base, part.units.clone(), &mut pairs));
    pairs
}

/// Of items that read the same below one heading nobody can say which one is gone: it is the last on every side.
fn keep_first(base: &Text<'_>, part: Range<usize>, pairs: &mut Pairs) {
    let mut same: HashMap<&str, Vec<usize>> = HashMap::new();
    for index in part.filter(|index| base.units[*index].sort == Sort::Item) {
        same.entry(base.units[index].text).or_default().push(index);
    }
    for all in same.into_values().filter(|all| all.len() > 1) {
        let kept: Vec<(usize, Mate)> = all.iter().filter_map(|index| Some((*index, pairs.to[*index]?))).collect();
        if kept.len() == all.len() {
            continue;
        }
        all.iter().for_each(|index| pairs.to[*index] = None);
        for (index, (old, mate)) in all.into_iter().zip(kept) {
            pairs.add(index, mate.index, mate.steady && index == old);
        }
    }
}

/// Items that stand elsewhere with another address: those whose titles share more than half of their words, events
/// on the same day only; the most alike first, then the nearest.
fn called_alike(base: &Text<'_>, edited: &Text<'_>, pairs: &mut Pairs) {
    let free = |units: &[Unit<'_>], mates: &[Option<Mate>]| -> Vec<(usize, HashSet<String>)> {
        let free = units.iter().zip(mates).enumerate().filter(|(_, (u, mate))| !u.title.is_empty() && mate.is_none());
        free.map(|(index, (unit, _))| (index, units::words(unit.title))).collect()
    };
    let (old, new) = (free(&base.units, &pairs.to), free(&edited.units, &pairs.from));
    if old.len() * new.len() > COMPARED {
        return;
    }
    let mut candidates = Vec::new();
    for (a, old_words) in &old {
        for (b, new_words) in &new {
            let day = |unit: &Unit<'_>| unit.placing.as_ref().map(|p| p.0);
            let share = share(old_words, new_words);
            if share > 50 && day(&base.units[*a]) == day(&edited.units[*b]) {
                candidates.push((100 - share, a.abs_diff(*b), *a, *b));
            }
        }
    }
    crate::text::order::by_rank(&mut candidates, |candidate| (candidate.0, candidate.1));
    for (.., a, b) in candidates {
        if pairs.to[a].is_none() && pairs.from[b].is_none() {
            pairs.add(a, b, false);
        }
    }
}

/// Lines that stand below another heading now: where a text has each just once.
fn lines_elsewhere(base: &Text<'_>, edited: &Text<'_>, pairs: &mut Pairs) {
    let once = |units: &[Unit<'_>], pairs: &[Option<Mate>]| -> HashMap<String, usize> {
        let mut known: HashMap<String, Vec<usize>> = HashMap::new();
        let free = units.iter().zip(pairs).enumerate().filter(|(_, (u, mate))| u.sort == Sort::Line && mate.is_none());
        free.for_each(|(index, (unit, _))| known.entry(unit.text.trim_end().to_owned()).or_default().push(index));
        known.into_iter().filter(|(_, all)| all.len() == 1).map(|(text, all)| (text, all[0])).collect()
    };
    let (old, new) = (once(&base.units, &pairs.to), once(&edited.units, &pairs.from));
    for (text, index) in old {
        if let Some(other) = new.get(&text) {
            pairs.add(index, *other, false);
        }
    }
}

/// The units of one part that kept their order.
fn of_part(base: &Text<'_>, old: Range<usize>, edited: &Text<'_>, new: Range<usize>, pairs: &mut Pairs) {
    let texts = |units: &[Unit<'_>]| units.iter().map(|u| u.text.to_owned()).collect::<Vec<_>>();
    let (before, after) = (texts(&base.units[old.clone()]), texts(&edited.units[new.clone()]));
    let (mut a, mut b) = (old.start, new.start);
    let mut equal = runs(Algorithm::Patience, &before, &after);
    equal.push((before.len(), after.len(), 0));
    for (old_index, new_index, len) in equal {
        let (x, y) = (old.start + old_index, new.start + new_index);
        for (i, j) in alike(&base.units[a..x], &edited.units[b..y]) {
            pairs.add(a + i, b + j, true);
        }
        (0..len).for_each(|i| pairs.add(x + i, y + i, true));
        (a, b) = (x + len, y + len);
    }
}

/// Runs of equal texts: where in the one, where in the other, how many.
pub fn runs(algorithm: Algorithm, before: &[String], after: &[String]) -> Vec<(usize, usize, usize)> {
    let ops = capture_diff_slices(algorithm, before, after).into_iter();
    ops.filter_map(|op| match op {
        DiffOp::Equal { old_index, new_index, len } => Some((old_index, new_index, len)),
        _ => None,
    })
    .collect()
}

/// How many pairs of units are compared at most; of a larger block nothing counts as edited.
const COMPARED: usize = 40_000;

/// Which units of `after` are what units of `before` became, in order: the alignment that is most alike in sum.
fn alike(before: &[Unit<'_>], after: &[Unit<'_>]) -> Vec<(usize, usize)> {
    let (rows, columns) = (before.len(), after.len());
    if rows == 0 || columns == 0 || rows * columns > COMPARED {
        return Vec::new();
    }
    let words = |units: &[Unit<'_>]| units.iter().map(Unit::words).collect::<Vec<_>>();
    let (old, new) = (words(before), words(after));
    let like: Vec<Vec<usize>> =
        (0..rows).map(|a| (0..columns).map(|b| likeness(&before[a], &after[b], &old[a], &new[b])).collect()).collect();
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
const ALIKE: usize = 60;

/// 0 where `after` cannot be what `before` became; else more, the more words they share, and most with one address.
fn likeness(before: &Unit<'_>, after: &Unit<'_>, old: &HashSet<String>, new: &HashSet<String>) -> usize {
    if before.sort != after.sort {
        return 0;
    }
    let share = share(old, new);
    if before.sort == Sort::Heading || (before.address.is_some() && before.address == after.address) {
        return 200 + share;
    }
    if share >= ALIKE { share } else { 0 }
}

/// How many words of a hundred both have.
fn share(a: &HashSet<String>, b: &HashSet<String>) -> usize {
    if a.is_empty() && b.is_empty() { 100 } else { a.intersection(b).count() * 200 / (a.len() + b.len()) }
}
