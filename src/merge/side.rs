//! One edited copy against the base: what became of every unit, and what was added between them.

use super::units::Unit;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::HashSet;
use std::ops::Range;

/// What became of a unit of the base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate<'t> {
    Kept,
    /// It is gone; what stands in its stead, if anything, was added before the unit of that index.
    Deleted(usize),
    /// It stands elsewhere, as it was, among the additions.
    Moved,
    /// It reads so now.
    Edited(Unit<'t>),
}

/// An edited copy, told from the base.
#[derive(Debug)]
pub struct Side<'t> {
    /// One for each unit of the base.
    pub fates: Vec<Fate<'t>>,
    /// What was added before each unit of the base, and behind the last.
    pub added: Vec<Vec<Unit<'t>>>,
}

impl<'t> Side<'t> {
    pub fn of(base: &[Unit<'t>], edited: &[Unit<'t>]) -> Self {
        let mut side = Self { fates: vec![Fate::Kept; base.len()], added: vec![Vec::new(); base.len() + 1] };
        let (mut old, mut new) = (0, 0);
        for (old_index, new_index, len) in equal(base, edited) {
            side.block(base, edited, old..old_index, new..new_index);
            (old, new) = (old_index + len, new_index + len);
        }
        side.find_moves(base);
        side
    }

    /// Between two runs of equal units: edits are told from deletions and additions.
    fn block(&mut self, base: &[Unit<'t>], edited: &[Unit<'t>], old: Range<usize>, new: Range<usize>) {
        let (mut from, mut at) = (old.start, new.start);
        let pairs = pairs(&base[old.clone()], &edited[new.clone()]);
        let pairs = pairs.into_iter().map(|(a, b)| (old.start + a, new.start + b));
        for (a, b) in pairs.chain([(old.end, new.end)]) {
            self.fates[from..a].fill(Fate::Deleted(a));
            self.added[a].extend_from_slice(&edited[at..b]);
            if a < old.end {
                self.fates[a] = Fate::Edited(edited[b].clone());
            }
            (from, at) = (a + 1, b + 1);
        }
    }

    /// An item that is gone here and stands there, to the byte, was moved.
    fn find_moves(&mut self, base: &[Unit<'t>]) {
        let mut added: Vec<&str> = self.added.iter().flatten().filter(|u| u.is_item()).map(|u| u.text).collect();
        for (unit, fate) in base.iter().zip(&mut self.fates) {
            if unit.is_item()
                && matches!(fate, Fate::Deleted(_))
                && let Some(at) = added.iter().position(|text| *text == unit.text)
            {
                added.swap_remove(at);
                *fate = Fate::Moved;
            }
        }
    }
}

/// Runs of equal units: where in the base, where in the edited copy, how many; an empty one at the ends.
fn equal(base: &[Unit<'_>], edited: &[Unit<'_>]) -> Vec<(usize, usize, usize)> {
    let texts = |units: &[Unit<'_>]| units.iter().map(|u| u.text.to_owned()).collect::<Vec<_>>();
    let (before, after) = (texts(base), texts(edited));
    let mut runs: Vec<_> = capture_diff_slices(Algorithm::Patience, &before, &after)
        .into_iter()
        .filter_map(|op| match op {
            DiffOp::Equal { old_index, new_index, len } => Some((old_index, new_index, len)),
            _ => None,
        })
        .collect();
    runs.push((base.len(), edited.len(), 0));
    runs
}

/// How many pairs of units are compared at most; of a larger block nothing counts as edited.
const COMPARED: usize = 40_000;

/// Which units of `after` are what units of `before` became, in order: the alignment that is most alike in sum.
fn pairs(before: &[Unit<'_>], after: &[Unit<'_>]) -> Vec<(usize, usize)> {
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

/// 0 where `after` cannot be what `before` became; else more, the more words they share, and most with one address.
fn likeness(before: &Unit<'_>, after: &Unit<'_>, old: &HashSet<String>, new: &HashSet<String>) -> usize {
    if before.is_item() != after.is_item() || before.is_blank() != after.is_blank() {
        return 0;
    }
    let shared = old.intersection(new).count();
    let share = if old.is_empty() && new.is_empty() { 100 } else { shared * 200 / (old.len() + new.len()) };
    if before.url.is_some() && before.url == after.url {
        return 200 + share;
    }
    if share >= 60 { share } else { 0 }
}
