//! Sorting, once: each type that the standard library's sort meets is four kilobytes more to download.

/// Sorts by two numbers; what ranks the same keeps its order.
pub fn by_rank<T>(items: &mut Vec<T>, rank: impl Fn(&T) -> (usize, usize)) {
    let ranks: Vec<(usize, usize)> = items.iter().map(rank).collect();
    if ranks.is_sorted() {
        return;
    }
    let mut slots: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order(&ranks).into_iter().filter_map(|index| slots[index].take()));
}

/// The indices of `ranks` in ascending order.
fn order(ranks: &[(usize, usize)]) -> Vec<usize> {
    let mut order: Vec<(usize, usize, usize)> = ranks.iter().enumerate().map(|(i, (a, b))| (*a, *b, i)).collect();
    order.sort_unstable();
    order.into_iter().map(|(.., index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ranks_keep_their_order() {
        let mut words = vec!["dd", "a", "bb", "c", ""];
        by_rank(&mut words, |w| (w.len(), 0));
        assert_eq!(words, ["", "a", "c", "dd", "bb"]);
        let mut pairs = vec![(1, 2), (1, 1), (0, 9)];
        by_rank(&mut pairs, |p| *p);
        assert_eq!(pairs, [(0, 9), (1, 1), (1, 2)]);
    }
}
