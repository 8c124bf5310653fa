//! All sides together: part by part of the issue, and in each unit by unit of the base.

use super::align::{Align, Fate, Placed};
use super::pairs::{self, Pairs};
use super::union::{Element, union};
use super::units::{Sort, Text, Unit};
use super::woven::{Woven, joined};
use crate::text::date::Date;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// An edited copy and which of it is which of the base.
#[derive(Debug)]
pub struct Side<'t> {
    pub text: Text<'t>,
    pub parts: Pairs,
    pub units: Pairs,
}

impl<'t> Side<'t> {
    pub fn of(base: &Text<'_>, text: Text<'t>) -> Self {
        let parts = pairs::of_parts(base, &text);
        let units = pairs::of_units(base, &text, &parts);
        Self { text, parts, units }
    }
}

/// What is brought together.
pub struct Weave<'a, 't> {
    pub base: &'a Text<'t>,
    pub sides: &'a [Side<'t>],
    /// The side that is followed where no rule settles it; without one it is told.
    pub prefer: Option<usize>,
}

/// What makes an addition the same on several sides.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Id {
    /// Not added but moved.
    Base(usize),
    /// A part or an item, wherever it stands, by its key; the same one again has the next number.
    Anywhere(String, usize),
    /// A line, with the gap in which it stands.
    Line(usize, String, usize),
}

impl Id {
    /// Whether it is a line with something on it.
    fn is_told(&self) -> bool {
        matches!(self, Self::Line(_, key, _) if !key.is_empty())
    }
}

type Elements = Vec<Element<Id, (Date, String)>>;

/// What the sides have in the gaps of one part.
struct Gaps<'a> {
    /// For each gap each side's additions.
    elements: Vec<Vec<Elements>>,
    texts: HashMap<Id, &'a str>,
}

impl<'a, 't> Weave<'a, 't> {
    /// The whole.
    pub fn issue(&self) -> Woven {
        let count = self.base.parts.len();
        let aligned = |side: &Side<'_>| Align::of(0..count, 0..side.text.parts.len(), &side.parts);
        let aligns: Vec<Align> = self.sides.iter().map(aligned).collect();
        let mover = |part: usize| aligns.iter().position(|align| align.fates[part] == Fate::Moved);
        let mut added: HashMap<Id, Vec<Option<usize>>> = HashMap::new();
        let mut gaps: Vec<Vec<Vec<Element<Id, usize>>>> = vec![vec![Vec::new(); self.sides.len()]; count + 1];
        for (side, align) in aligns.iter().enumerate() {
            let mut seen: HashMap<&str, usize> = HashMap::new();
            for (gap, placed) in align.gaps.iter().enumerate() {
                for placed in placed {
                    let (id, part) = match *placed {
                        Placed::Moved(part) if mover(part) != Some(side) => continue,
                        Placed::Moved(part) => (Id::Base(part), &self.base.parts[part]),
                        Placed::Added(index) => {
                            let part = &self.sides[side].text.parts[index];
                            let id = Id::Anywhere(part.key.clone(), next(&mut seen, part.key.as_str()));
                            added.entry(id.clone()).or_insert_with(|| vec![None; self.sides.len()])[side] = Some(index);
                            (id, part)
                        }
                    };
                    gaps[gap][side].push((id, part.placing));
                }
            }
        }
        let mut woven = Woven::default();
        let of_base = |part: usize| self.part(Some(part), &|side| Some(self.sides[side].parts.to[part]?.index));
        for (gap, sides) in gaps.iter().enumerate() {
            for id in union(sides) {
                match &id {
                    Id::Base(part) => woven.append(of_base(*part)),
                    _ => {
                        if let Some(parts) = added.remove(&id) {
                            woven.append(self.part(None, &|side| parts[side]));
                        }
                    }
                }
            }
            if gap < count && mover(gap).is_none() {
                woven.append(of_base(gap));
            }
        }
        woven
    }

    /// One part; `edited` says which it is on a side. Where a side took its heading away and something is left of
    /// it on another, the heading stays.
    fn part(&self, base: Option<usize>, edited: &dyn Fn(usize) -> Option<usize>) -> Woven {
        let absent = |side: usize| base.is_some() && edited(side).is_none();
        let woven = self.units(base, edited, &|_| false);
        if !(0..self.sides.len()).any(absent) {
            return woven;
        }
        let left = woven.pieces.iter().filter(|piece| !piece.text.trim().is_empty());
        match left.map(|piece| piece.heading).min() {
            None => Woven::default(),
            Some(true) => woven,
            Some(false) => self.units(base, edited, &absent),
        }
    }

    fn units(
        &self,
        base: Option<usize>,
        edited: &dyn Fn(usize) -> Option<usize>,
        absent: &dyn Fn(usize) -> bool,
    ) -> Woven {
        let range = base.map_or(0..0, |part| self.base.parts[part].units.clone());
        let aligned = |(index, side): (usize, &Side<'_>)| {
            let own = edited(index).map_or(0..0, |part| side.text.parts[part].units.clone());
            Align::of(range.clone(), own, &side.units)
        };
        let aligns: Vec<Align> = self.sides.iter().enumerate().map(aligned).collect();
        let gaps = self.gaps(range.len() + 1, &aligns);
        let mut woven = Woven::default();
        let mut done: HashSet<Id> = HashSet::new();
        for (gap, sides) in gaps.elements.iter().enumerate() {
            let told = self.rivals(range.start, gap, &aligns, &gaps, &done, &mut woven);
            for id in union(sides) {
                if !done.insert(id.clone()) || told.contains(&id) {
                    continue;
                }
                match &id {
                    Id::Base(index) => self.settle(*index, &|_| false, &mut woven),
                    _ => woven.push(gaps.texts[&id]),
                }
            }
            let index = range.start + gap;
            if range.contains(&index) && self.mover(index).is_none() {
                let frame = matches!(self.base.units[index].sort, Sort::Heading | Sort::Blank);
                self.settle(index, &|side| frame && absent(side), &mut woven);
            }
        }
        woven
    }

    /// The side that says where a unit of the base stands that was moved.
    fn mover(&self, index: usize) -> Option<usize> {
        self.sides.iter().position(|side| side.units.to[index].is_some_and(|mate| !mate.steady))
    }

    fn gaps(&self, count: usize, aligns: &[Align]) -> Gaps<'a> {
        let mut gaps = Gaps { elements: vec![vec![Vec::new(); aligns.len()]; count], texts: HashMap::new() };
        for (side, align) in aligns.iter().enumerate() {
            let mut seen: HashMap<(Option<usize>, String), usize> = HashMap::new();
            for (gap, placed) in align.gaps.iter().enumerate() {
                for placed in placed {
                    let (id, unit): (Id, &'a Unit<'t>) = match *placed {
                        Placed::Moved(index) if self.mover(index) != Some(side) => continue,
                        Placed::Moved(index) => (Id::Base(index), &self.base.units[index]),
                        Placed::Added(index) => {
                            let unit = &self.sides[side].text.units[index];
                            let place = Some(gap).filter(|_| !matches!(unit.sort, Sort::Item | Sort::Heading));
                            let key = unit.key();
                            let again = next(&mut seen, (place, key.clone()));
                            (place.map_or(Id::Anywhere(key.clone(), again), |gap| Id::Line(gap, key, again)), unit)
                        }
                    };
                    let text = gaps.texts.entry(id.clone()).or_insert(unit.text);
                    if (unit.text.len(), unit.text) < (text.len(), *text) {
                        *text = unit.text;
                    }
                    gaps.elements[gap][side].push((id, unit.placing.clone()));
                }
            }
        }
        gaps
    }

    /// Lines in whose stead several sides put other lines, not alike: told, with what was added beside them on
    /// each version. Gives what stands in the result so.
    fn rivals(
        &self,
        start: usize,
        gap: usize,
        aligns: &[Align],
        gaps: &Gaps<'_>,
        done: &HashSet<Id>,
        woven: &mut Woven,
    ) -> HashSet<Id> {
        let none = HashSet::new();
        let gone = |index: usize, align: &Align| align.fates[index] == Fate::Gone(gap);
        let replaced = |index: &usize| aligns.iter().filter(|align| gone(*index, align)).count() > 1;
        let Some(from) = (0..gap).rev().take_while(replaced).last() else { return none };
        let units = &self.base.units[start + from..start + gap];
        if !units.iter().any(|u| u.sort == Sort::Line) {
            return none;
        }
        let sides = &gaps.elements[gap];
        let rivals: Vec<usize> = (0..sides.len())
            .filter(|side| gone(gap - 1, &aligns[*side]) && sides[*side].iter().any(|(id, _)| id.is_told()))
            .collect();
        let lines = |side: usize| sides[side].iter().map(|(id, _)| id).filter(|id| id.is_told()).collect::<Vec<_>>();
        if rivals.len() < 2 || rivals.iter().all(|side| lines(*side) == lines(rivals[0])) {
            return none;
        }
        let whole = |own: Option<usize>| {
            let kept = |side: usize| -> Elements {
                let others = own.is_some_and(|own| own != side) && rivals.contains(&side);
                let element = |id: &Id| !done.contains(id) && !(others && matches!(id, Id::Line(..)));
                sides[side].iter().filter(|(id, _)| element(id)).cloned().collect()
            };
            union(&(0..sides.len()).map(kept).collect::<Vec<_>>())
        };
        let text = |ids: &[Id]| {
            let mut own = Woven::default();
            for id in ids {
                match id {
                    Id::Base(index) => self.settle(*index, &|_| false, &mut own),
                    _ => own.push(gaps.texts[id]),
                }
            }
            let pieces: Vec<&str> = own.pieces.iter().map(|p| p.text.as_str()).collect();
            joined(&pieces, "\n").0
        };
        let all = whole(None);
        if let Some(prefer) = self.prefer {
            let own = rivals.iter().find(|side| **side == prefer).unwrap_or(&rivals[0]);
            woven.push(text(&whole(Some(*own))));
            return all.into_iter().collect();
        }
        let mut versions: Vec<(Vec<usize>, String)> = Vec::new();
        for side in rivals.iter().copied() {
            let text = text(&whole(Some(side)));
            match versions.iter_mut().find(|(_, known)| *known == text) {
                Some((known, _)) => known.push(side),
                None => versions.push((vec![side], text)),
            }
        }
        let at = woven.pieces.len();
        woven.clash(units.iter().map(|u| u.text).collect(), versions);
        // In the result what the versions share stands once.
        woven.pieces.truncate(at);
        woven.push(text(&all));
        if let Some(clash) = woven.clashes.last_mut() {
            clash.pieces = at..at + 1;
        }
        all.into_iter().collect()
    }
}

/// How often `key` was met before.
fn next<K: Hash + Eq>(seen: &mut HashMap<K, usize>, key: K) -> usize {
    let count = seen.entry(key).or_default();
    *count += 1;
    *count - 1
}
