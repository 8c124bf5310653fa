//! Where two lists differ: what stands between the beginning and the end that they share.

use std::ops::Range;

/// The stretch of `old` and the one of `new` that takes its place; both are empty where the lists are the same.
pub fn differing<T>(old: &[T], new: &[T], same: impl Fn(&T, &T) -> bool) -> (Range<usize>, Range<usize>) {
    let head = old.iter().zip(new).take_while(|(a, b)| same(a, b)).count();
    let rest = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| same(a, b)).count();
    (head..old.len() - tail, head..new.len() - tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_middle_differs() {
        for (old, new, ranges) in [
            ("abc", "abc", (3..3, 3..3)),
            ("abc", "axc", (1..2, 1..2)),
            ("abc", "abxc", (2..2, 2..3)),
            ("abc", "ac", (1..2, 1..1)),
            ("aa", "aaa", (2..2, 2..3)),
            ("", "ab", (0..0, 0..2)),
            ("ab", "", (0..2, 0..0)),
        ] {
            assert_eq!(differing(old.as_bytes(), new.as_bytes(), |a, b| a == b), ranges, "{old} {new}");
        }
    }
}
