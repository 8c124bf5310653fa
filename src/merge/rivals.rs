//! Free text that several sides replaced.

use super::align::{Align, Fate};
use super::gaps::{Elements, Gaps, Id};
use super::order::Order;
use super::union::union;
use super::units::{Sort, Unit};
use super::weave::Weave;
use super::woven::{Woven, joined};
use std::collections::HashSet;

/// The sides that did, and the first of the lines by its place in the order.
pub struct Rivals {
    from: usize,
    sides: Vec<usize>,
}

impl Weave<'_, '_> {
    /// Whether sides put other lines in the stead of those before `gap`, not alike; `lines` has each side's.
    pub fn rivals_at(&self, order: &Order, gap: usize, aligns: &[Align], lines: &[Vec<&Id>]) -> Option<Rivals> {
        let gone = |index: usize, align: &Align| align.fates[index] == Fate::Gone(gap);
        let replaced = |index: &usize| aligns.iter().filter(|align| gone(*index, align)).count() > 1;
        let from = (0..gap).rev().take_while(replaced).last()?;
        if !order.indices[from..gap].iter().any(|index| self.base.units[*index].sort == Sort::Line) {
            return None;
        }
        let put = |side: &usize| gone(gap - 1, &aligns[*side]) && !lines[*side].is_empty();
        let sides: Vec<usize> = (0..lines.len()).filter(put).collect();
        sides.iter().any(|side| lines[*side] != lines[sides[0]]).then_some(Rivals { from, sides })
    }

    /// Lines in whose stead several sides put other lines, not alike: told, with what was added beside them on
    /// each version. Gives what stands in the result so.
    pub fn rivals(
        &self,
        order: &Order,
        gap: usize,
        gaps: &Gaps<'_>,
        done: &HashSet<Id>,
        woven: &mut Woven,
    ) -> HashSet<Id> {
        let none = HashSet::new();
        let sides = &gaps.elements[gap];
        let Some(Rivals { from, sides: rivals }) = &gaps.rivals[gap] else { return none };
        let units: Vec<&Unit<'_>> = order.indices[*from..gap].iter().map(|index| &self.base.units[*index]).collect();
        let whole = |own: Option<usize>| {
            let kept = |side: usize| -> Elements {
                let others = own.is_some_and(|own| own != side) && rivals.contains(&side);
                // What was moved here is no part of the question.
                let moved = |id: &Id| matches!(id, Id::Base(_));
                let hidden = |id: &Id| done.contains(id) || moved(id) || (others && matches!(id, Id::Line(..)));
                sides[side].iter().filter(|(id, _)| !hidden(id)).cloned().collect()
            };
            union(&(0..sides.len()).map(kept).collect::<Vec<_>>())
        };
        let text = |ids: &[Id]| {
            let pieces: Vec<&str> = ids.iter().map(|id| gaps.texts[id]).collect();
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
        if versions.len() < 2 {
            return none;
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
