//! One edited copy against the base, in order: what stayed at its place, what went, and what came in between.

use super::pairs::Pairs;
use std::ops::Range;

/// What became of the place of one of the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Kept,
    /// It stands elsewhere.
    Moved,
    /// It is gone; what came in its stead, if anything, stands in the gap of that index.
    Gone(usize),
}

/// What a copy has in a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed {
    /// New in the copy; its index there.
    Added(usize),
    /// Of the base, by its index, and moved here.
    Moved(usize),
}

/// A stretch of the base in a copy.
#[derive(Clone, Debug)]
pub struct Align {
    /// One for each of the base.
    pub fates: Vec<Fate>,
    /// What stands before each of the base, and behind the last.
    pub gaps: Vec<Vec<Placed>>,
}

impl Align {
    /// Of the stretch `base`, for which the copy has `edited`.
    pub fn of(base: Range<usize>, edited: Range<usize>, pairs: &Pairs) -> Self {
        let mut align = Self { fates: Vec::with_capacity(base.len()), gaps: vec![Vec::new(); base.len() + 1] };
        // The gap in which everything stands that came before the one after it: next to what stayed.
        let mut next = base.len();
        for index in base.clone().rev() {
            align.fates.push(match pairs.to[index] {
                Some(mate) if mate.steady && edited.contains(&mate.index) => {
                    next = index - base.start;
                    Fate::Kept
                }
                Some(_) => Fate::Moved,
                None => Fate::Gone(next),
            });
        }
        align.fates.reverse();
        let mut gap = base.len();
        for index in edited.rev() {
            match pairs.from[index] {
                Some(mate) if mate.steady && base.contains(&mate.index) => gap = mate.index - base.start,
                Some(mate) => align.gaps[gap].push(Placed::Moved(mate.index)),
                None => align.gaps[gap].push(Placed::Added(index)),
            }
        }
        align.gaps.iter_mut().for_each(|gap| gap.reverse());
        align
    }
}
