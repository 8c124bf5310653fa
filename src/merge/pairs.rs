//! Which part and which unit of the base is which of an edited copy.

use super::alike::{ALIKE, COMPARED, Elsewhere, between, equal, share};
use super::units::{self, Part, Sort, Text, Unit};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A pair with a unit of the other text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mate {
    pub index: usize,
    /// It was found at its place among its neighbours, so below its own heading.
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

    /// Two that are the same one.
    pub fn add(&mut self, base: usize, edited: usize, steady: bool) {
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
    let both = parts.to.iter().enumerate().filter_map(|(index, mate)| Some((index, (*mate)?.index)));
    let both: Vec<(Range<usize>, Range<usize>)> =
        both.map(|(old, new)| (base.parts[old].units.clone(), edited.parts[new].units.clone())).collect();
    let equal: Vec<Vec<Run>> =
        both.iter().map(|(old, new)| equal(base, old.clone(), edited, new.clone(), &mut pairs)).collect();
    let elsewhere = Elsewhere::of(base, edited, &pairs);
    for ((old, new), equal) in both.into_iter().zip(equal) {
        between(&base.units, old, &edited.units, new, equal, &elsewhere, &mut pairs);
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
    for (part, mate) in base.parts.iter().zip(&parts.to) {
        let now = mate.map_or(0..0, |mate| edited.parts[mate.index].units.clone());
        keep_first(base, edited, part.units.clone(), now, &mut pairs);
    }
    uncross(base, edited, parts, &mut pairs);
    pairs
}

/// Of units that read the same and stand in one part now none overtook another: those of that part come first, in
/// their order, and then what came from others.
fn uncross(base: &Text<'_>, edited: &Text<'_>, parts: &Pairs, pairs: &mut Pairs) {
    for (index, part) in edited.parts.iter().enumerate() {
        let own = parts.from[index].map_or(0..0, |mate| base.parts[mate.index].units.clone());
        let mut same: HashMap<&str, Vec<(bool, usize, usize)>> = HashMap::new();
        for now in part.units.clone() {
            let text = edited.units[now].text;
            if let Some(mate) = pairs.from[now].filter(|mate| base.units[mate.index].text == text) {
                same.entry(text).or_default().push((!own.contains(&mate.index), mate.index, now));
            }
        }
        for mut known in same.into_values().filter(|known| !known.is_sorted()) {
            let places: Vec<usize> = known.iter().map(|(.., now)| *now).collect();
            known.sort_unstable();
            known.into_iter().zip(places).for_each(|((away, index, _), now)| pairs.add(index, now, !away));
        }
    }
}

/// Of items that read the same below one heading nobody can say which one is gone: it is the last on every side, and
/// before it the one that went below another heading.
fn keep_first(base: &Text<'_>, edited: &Text<'_>, part: Range<usize>, now: Range<usize>, pairs: &mut Pairs) {
    let mut same: HashMap<&str, Vec<usize>> = HashMap::new();
    for index in part.filter(|index| base.units[*index].sort == Sort::Item) {
        same.entry(base.units[index].text).or_default().push(index);
    }
    for (text, all) in same.into_iter().filter(|(_, all)| all.len() > 1) {
        let mut kept: Vec<(usize, Mate)> = all.iter().filter_map(|index| Some((*index, pairs.to[*index]?))).collect();
        let untouched = kept.iter().all(|(_, mate)| edited.units[mate.index].text == text);
        let went = |mate: &Mate| untouched && !now.contains(&mate.index);
        if kept.len() == all.len() && !kept.iter().any(|(_, mate)| went(mate)) {
            continue;
        }
        kept.sort_by_key(|(_, mate)| went(mate));
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

/// Where in the one text, where in the other, how many units.
pub type Run = (usize, usize, usize);

/// Runs of equal texts: where in the one, where in the other, how many.
pub fn runs(algorithm: Algorithm, before: &[String], after: &[String]) -> Vec<Run> {
    let ops = capture_diff_slices(algorithm, before, after).into_iter();
    ops.filter_map(|op| match op {
        DiffOp::Equal { old_index, new_index, len } => Some((old_index, new_index, len)),
        _ => None,
    })
    .collect()
}
