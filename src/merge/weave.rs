//! All sides together: part by part of the issue, and in each unit by unit of the base.

use super::align::Align;
use super::gaps::{Id, next};
use super::order::Order;
use super::pairs::{self, Pairs};
use super::union::{Element, union};
use super::units::{Sort, Text};
use super::woven::Woven;
use std::collections::{HashMap, HashSet};

/// An edited copy and which of it is which of the base.
#[derive(Clone, Debug)]
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
    /// Units of the base that stay although sides took them away.
    pub stay: &'a HashSet<usize>,
    /// The side that is followed where no rule settles it; without one it is told.
    pub prefer: Option<usize>,
}

impl<'a, 't> Weave<'a, 't> {
    /// The whole.
    pub fn issue(&self) -> Woven {
        let count = self.base.parts.len();
        let own = |side: &'a Side<'t>| (0..side.text.parts.len(), &side.parts);
        let order = Order::of(0..count, self.sides.iter().map(own));
        let aligned = |side: &Side<'_>| Align::of(&order, 0..side.text.parts.len(), &side.parts);
        let aligns: Vec<Align> = self.sides.iter().map(aligned).collect();
        let mut added: HashMap<Id, Vec<Option<usize>>> = HashMap::new();
        let mut gaps: Vec<Vec<Vec<Element<Id, usize>>>> = vec![vec![Vec::new(); self.sides.len()]; count + 1];
        for (side, align) in aligns.iter().enumerate() {
            let mut seen: HashMap<String, usize> = HashMap::new();
            // The order is one of all parts: none comes from elsewhere.
            for (gap, index) in align.placed.iter().filter_map(|(gap, placed)| Some((*gap, placed.added()?))) {
                let part = &self.sides[side].text.parts[index];
                // Below which heading it was put the base knows best: others may be new on one side only.
                let group = gap.checked_sub(1).map_or("", |above| self.base.parts[order.indices[above]].group);
                let key = format!("{group}\n{}", part.title);
                let id = Id::Anywhere(key.clone(), next(&mut seen, key));
                added.entry(id.clone()).or_insert_with(|| vec![None; self.sides.len()])[side] = Some(index);
                gaps[gap][side].push((id, part.placing));
            }
        }
        let mut woven = Woven::default();
        let of_base = |part: usize| self.part(Some(part), &|side| Some(self.sides[side].parts.to[part]?.index));
        for (gap, sides) in gaps.iter().enumerate() {
            for id in union(sides) {
                if let Some(parts) = added.remove(&id) {
                    woven.append(self.part(None, &|side| parts[side]));
                }
            }
            if let Some(part) = order.indices.get(gap) {
                woven.append(of_base(*part));
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
        let own = |(index, side): (usize, &'a Side<'t>)| {
            let units = edited(index).map_or(0..0, |part| side.text.parts[part].units.clone());
            (units, &side.units)
        };
        let order = Order::of(range, self.sides.iter().enumerate().map(own));
        let own = self.sides.iter().enumerate().map(own);
        let aligns: Vec<Align> = own.map(|(units, pairs)| Align::of(&order, units, pairs)).collect();
        let gaps = self.gaps(&order, &aligns, absent);
        let mut woven = Woven::default();
        let mut done: HashSet<Id> = HashSet::new();
        for (gap, sides) in gaps.elements.iter().enumerate() {
            let told = self.rivals(&order, gap, &gaps, &done, &mut woven);
            for id in union(sides) {
                if !done.insert(id.clone()) || told.contains(&id) {
                    continue;
                }
                match &id {
                    Id::Base(index) => self.settle(*index, &|_| false, &mut woven),
                    _ => woven.push(gaps.texts[&id]),
                }
            }
            if let Some(index) = order.indices.get(gap).copied().filter(|index| self.mover(*index).is_none()) {
                let frame = self.is_frame(index);
                self.settle(index, &|side| frame && absent(side), &mut woven);
            }
        }
        woven
    }

    /// Whether it stays where a side took the whole part away and another one has something in it.
    pub fn is_frame(&self, index: usize) -> bool {
        matches!(self.base.units[index].sort, Sort::Heading | Sort::Blank)
    }

    /// The side that says below which other heading a unit of the base stands that was moved there: of two headings
    /// the same one whichever side comes first.
    pub fn mover(&self, index: usize) -> Option<usize> {
        let part = self.base.part_of(index);
        let own = self.base.parts[part].key();
        let moved = |(side, edited): (usize, &'a Side<'t>)| {
            let mate = edited.units.to[index].filter(|mate| !mate.steady)?;
            let now = edited.text.part_of(mate.index);
            let key = edited.text.parts[now].key();
            // Of headings that read the same the base's first.
            let known = edited.parts.from[now].map_or(usize::MAX, |mate| mate.index);
            (known != part).then_some((key == own, key, known, side))
        };
        self.sides.iter().enumerate().filter_map(moved).min().map(|(.., side)| side)
    }
}
