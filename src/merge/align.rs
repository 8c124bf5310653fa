//! One edited copy against the base, in the order of the result: what it has, what went, and what came in between.

use super::order::Order;
use super::pairs::Pairs;
use std::ops::Range;

/// What became of the place of one of the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Kept,
    /// It stands in another stretch.
    Moved,
    /// It is gone; what came in its stead, if anything, stands in the gap of that index.
    Gone(usize),
}

/// What a copy has in a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed {
    /// New in the copy; its index there.
    Added(usize),
    /// Of another stretch of the base, by its index, and moved here.
    Moved(usize),
}

impl Placed {
    /// The index of what is new.
    pub fn added(&self) -> Option<usize> {
        match self {
            Self::Added(index) => Some(*index),
            Self::Moved(_) => None,
        }
    }
}

/// A stretch of the base in a copy.
#[derive(Clone, Debug)]
pub struct Align {
    /// One for each of the base, in the order of the result.
    pub fates: Vec<Fate>,
    /// What came in, in the order of the copy, and before which of the base it stands; behind the last is a place too.
    pub placed: Vec<(usize, Placed)>,
}

impl Align {
    /// Of a stretch of the base, for which the copy has `edited`.
    pub fn of(order: &Order, edited: Range<usize>, pairs: &Pairs) -> Self {
        let count = order.indices.len();
        let mut align = Self { fates: Vec::with_capacity(count), placed: Vec::new() };
        let mut next = count;
        for (place, index) in order.indices.iter().enumerate().rev() {
            align.fates.push(match pairs.to[*index] {
                Some(mate) if edited.contains(&mate.index) => {
                    next = place;
                    Fate::Kept
                }
                Some(_) => Fate::Moved,
                None => Fate::Gone(next),
            });
        }
        align.fates.reverse();
        // Everything stands in the gap before what the copy has behind it.
        let mut gap = count;
        for index in edited.rev() {
            match pairs.from[index] {
                None => align.placed.push((gap, Placed::Added(index))),
                Some(mate) => match order.place(mate.index) {
                    Some(place) => gap = place,
                    None => align.placed.push((gap, Placed::Moved(mate.index))),
                },
            }
        }
        align.placed.reverse();
        align
    }
}
