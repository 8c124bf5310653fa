//! In which order the base's own stand below one heading, and the headings themselves, whatever the sides moved. This
//! is the one place where that is decided; what comes from below another heading is placed as an addition is.
//!
//! Of two that changed places nobody can say which one was moved, so the rule asks of pairs: two of the base are
//! turned round if a side turned them round, or if it follows from what others turned round (c stands before b, b
//! before a: so c stands before a). All others stay as in the base.
//!
//! No two sides can contradict each other here: a pair has one other order than the base's, so what is turned round
//! always leads from a later one of the base to an earlier one, and never in a circle. The pairs that a side turned
//! round tell its whole order (the weak order of permutations, in which any two have a least one above both). Hence:
//! one side that moved something is followed; the order of the sides means nothing; the result turned round what
//! each side did, so that merging it again with any of them turns round nothing else.
//!
//! The price: what one side carries up past its neighbours and another down past others takes those along.

use super::pairs::Pairs;
use std::ops::Range;

/// A stretch of the base in the order of the result.
#[derive(Clone, Debug)]
pub struct Order {
    start: usize,
    /// The base's own by their indices.
    pub indices: Vec<usize>,
    /// Where each of the stretch stands among them.
    places: Vec<usize>,
}

impl Order {
    /// Of the stretch `base`; each side has it in a stretch of its own.
    pub fn of<'p>(base: Range<usize>, sides: impl Iterator<Item = (Range<usize>, &'p Pairs)>) -> Self {
        let own = |(edited, pairs): (Range<usize>, &Pairs)| {
            let mates = edited.filter_map(|index| pairs.from[index]).map(|mate| mate.index);
            mates.filter(|index| base.contains(index)).map(|index| index - base.start).collect()
        };
        let order = order(base.len(), &sides.map(own).collect::<Vec<_>>());
        let mut places = vec![0; base.len()];
        order.iter().enumerate().for_each(|(place, index)| places[*index] = place);
        Self { start: base.start, indices: order.into_iter().map(|index| index + base.start).collect(), places }
    }

    /// Where one of the base stands; `None` of one that is not in the stretch.
    pub fn place(&self, index: usize) -> Option<usize> {
        self.places.get(index.checked_sub(self.start)?).copied()
    }
}

/// Positions `0..count` of the base in the order of the result; each side lists those that it has, in its order.
fn order(count: usize, sides: &[Vec<usize>]) -> Vec<usize> {
    let places = sides.iter().filter(|side| !side.is_sorted()).map(|side| {
        let mut places = vec![None; count];
        side.iter().enumerate().for_each(|(place, index)| places[*index] = Some(place));
        places
    });
    let places: Vec<Vec<Option<usize>>> = places.collect();
    if places.is_empty() {
        return (0..count).collect();
    }
    // From the last to the first, each behind the last of those that a side has before it although the base has them
    // behind it; without such a one before all of them. The list is kept the other way round, for most come first.
    let mut last_first: Vec<usize> = Vec::with_capacity(count);
    for index in (0..count).rev() {
        let turned = |other: &usize| {
            let before = |places: &Vec<Option<usize>>| Some(places[*other]? < places[index]?);
            places.iter().any(|places| before(places) == Some(true))
        };
        let at = last_first.iter().position(turned).unwrap_or(last_first.len());
        last_first.insert(at, index);
    }
    last_first.reverse();
    last_first
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(sides: &[&[usize]], wanted: &[usize]) {
        let mut sides: Vec<Vec<usize>> = sides.iter().map(|side| side.to_vec()).collect();
        assert_eq!(order(wanted.len(), &sides), wanted);
        sides.reverse();
        assert_eq!(order(wanted.len(), &sides), wanted);
    }

    #[test]
    fn what_anybody_turned_round_stays_so() {
        check(&[&[0, 1, 2]], &[0, 1, 2]);
        check(&[&[2, 0, 1], &[0, 1, 2]], &[2, 0, 1]);
        check(&[&[1, 0, 2, 3], &[0, 1, 3, 2]], &[1, 0, 3, 2]);
        check(&[&[3, 0, 1, 2], &[1, 2, 3, 0]], &[3, 1, 2, 0]);
    }

    #[test]
    fn what_follows_from_it_is_turned_round_too() {
        check(&[&[1, 0, 2], &[0, 2, 1]], &[2, 1, 0]);
        check(&[&[2, 0, 1, 3, 4], &[0, 1, 3, 4, 2]], &[3, 4, 2, 0, 1]);
    }

    #[test]
    fn one_side_lacks_some() {
        check(&[&[2, 0], &[0, 1, 2, 3]], &[1, 2, 0, 3]);
        check(&[&[], &[1, 0]], &[1, 0]);
        check(&[&[3, 0], &[1, 2]], &[1, 2, 3, 0]);
    }

    fn some_order() -> impl Strategy<Value = Vec<usize>> {
        Just((0..9).collect::<Vec<usize>>()).prop_shuffle()
    }

    proptest! {
        #[test]
        fn it_is_the_least_order_above_all_of_them(a in some_order(), b in some_order(), c in some_order()) {
            let of = |sides: &[&Vec<usize>]| order(9, &sides.iter().map(|side| side.to_vec()).collect::<Vec<_>>());
            let both = of(&[&a, &b]);
            prop_assert_eq!(&of(&[&a]), &a);
            prop_assert_eq!(&of(&[&b, &a]), &both);
            prop_assert_eq!(&of(&[&a, &both]), &both);
            prop_assert_eq!(of(&[&both, &c]), of(&[&a, &of(&[&b, &c])]));
        }
    }
}
