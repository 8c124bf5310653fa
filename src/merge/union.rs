//! What several sides have at one place: all of it, and what is the same once.

use std::collections::HashMap;
use std::hash::Hash;

/// Something at a place: what makes it the same on several sides, and by what it is placed.
pub type Element<I, P> = (I, Option<P>);

/// Each element once. Every side's own order is kept; among what may come next the lower place comes first, then
/// what an earlier side has. Where sides contradict each other the least comes first, whichever side comes first: what
/// came of it would else contradict one of them as well, and merged again with that one be changed.
pub fn union<I: Eq + Hash + Clone + Ord, P: Ord>(sides: &[Vec<Element<I, P>>]) -> Vec<I> {
    let places: Vec<HashMap<&I, usize>> =
        sides.iter().map(|side| side.iter().enumerate().map(|(at, (id, _))| (id, at)).collect()).collect();
    let mut heads = vec![0; sides.len()];
    let mut done: HashMap<&I, ()> = HashMap::new();
    let mut out = Vec::new();
    loop {
        let mut first: Option<&Element<I, P>> = None;
        let mut best: Option<&Element<I, P>> = None;
        for (side, head) in sides.iter().zip(&mut heads) {
            while side.get(*head).is_some_and(|(id, _)| done.contains_key(id)) {
                *head += 1;
            }
        }
        for (side, head) in sides.iter().zip(&heads) {
            let Some(element) = side.get(*head) else { continue };
            if first.is_none_or(|known| element.0 < known.0) {
                first = Some(element);
            }
            // Another side has something before it.
            let waits =
                places.iter().zip(&heads).any(|(places, head)| places.get(&element.0).is_some_and(|at| at > head));
            if waits {
                continue;
            }
            let lower = |known: &Element<I, P>| match (&element.1, &known.1) {
                (Some(own), Some(other)) => own < other,
                _ => false,
            };
            if best.is_none_or(lower) {
                best = Some(element);
            }
        }
        let Some((id, _)) = best.or(first) else { return out };
        done.insert(id, ());
        out.push(id.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sides: &[&[(char, Option<u8>)]], all: &str) {
        let sides: Vec<Vec<_>> = sides.iter().map(|side| side.to_vec()).collect();
        assert_eq!(union(&sides).into_iter().collect::<String>(), all);
    }

    #[test]
    fn each_once_in_the_order_of_the_sides() {
        let plain = |text: &'static str| text.chars().map(|c| (c, None)).collect::<Vec<_>>();
        check(&[&plain("ab"), &plain("cb")], "acb");
        check(&[&plain("ab"), &plain(""), &plain("ba")], "ab");
        check(&[&plain("ba"), &plain("ab")], "ab");
        check(&[&plain("axb"), &plain("xy"), &plain("zx")], "azxby");
    }

    #[test]
    fn lower_places_come_first_as_far_as_each_side_lets_them() {
        let (a, b) = ([('a', Some(1)), ('d', Some(4))], [('b', Some(2)), ('c', Some(3))]);
        check(&[&a, &b], "abcd");
        check(&[&b, &a], "abcd");
        check(&[&[('x', Some(9)), ('a', Some(1))], &b], "bcxa");
    }
}
