//! What several sides added: all of it, and what is the same once.

use super::side::Side;
use super::units::Unit;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::HashMap;

/// Section and text of a unit, see [`Unit::key`].
pub type Key<'t> = (Option<&'t str>, String);

/// How often each added item is to stand: as often as on the side that has it most.
pub fn most<'t>(sides: &[Side<'t>]) -> HashMap<Key<'t>, usize> {
    let mut most: HashMap<Key<'t>, usize> = HashMap::new();
    for side in sides {
        let mut own: HashMap<Key<'t>, usize> = HashMap::new();
        side.added.iter().flatten().filter(|u| u.is_item()).for_each(|u| *own.entry(u.key()).or_default() += 1);
        for (key, count) in own {
            let known = most.entry(key).or_default();
            *known = count.max(*known);
        }
    }
    most
}

/// All that was added at one place, in the order of the sides; what several added stands once and keeps its place
/// among its neighbours.
pub fn union<'a, 't: 'a>(sides: impl Iterator<Item = &'a [Unit<'t>]>) -> Vec<Unit<'t>> {
    let mut all: Vec<Unit<'t>> = Vec::new();
    for side in sides.filter(|side| !side.is_empty()) {
        if all.is_empty() {
            all = side.to_vec();
            continue;
        }
        all = joined(&all, side);
    }
    all
}

fn joined<'t>(ours: &[Unit<'t>], theirs: &[Unit<'t>]) -> Vec<Unit<'t>> {
    let keys = |units: &[Unit<'t>]| units.iter().map(Unit::key).collect::<Vec<_>>();
    let (a, b) = (keys(ours), keys(theirs));
    let mut runs: Vec<(usize, usize, usize)> = capture_diff_slices(Algorithm::Myers, &a, &b)
        .into_iter()
        .filter_map(|op| match op {
            DiffOp::Equal { old_index, new_index, len } => Some((old_index, new_index, len)),
            _ => None,
        })
        .collect();
    // What ours has outside these runs, and theirs at another place, is taken from ours.
    let mut spare: HashMap<&Key<'t>, usize> = HashMap::new();
    a.iter().for_each(|key| *spare.entry(key).or_default() += 1);
    for (start, _, len) in &runs {
        a[*start..start + len].iter().for_each(|key| *spare.entry(key).or_default() -= 1);
    }
    runs.push((a.len(), b.len(), 0));
    let mut out = Vec::with_capacity(ours.len() + theirs.len());
    let (mut old, mut new) = (0, 0);
    for (old_index, new_index, len) in runs {
        out.extend_from_slice(&ours[old..old_index]);
        for index in new..new_index {
            match spare.get_mut(&b[index]).filter(|count| **count > 0) {
                Some(count) => *count -= 1,
                None => out.push(theirs[index].clone()),
            }
        }
        (old, new) = (old_index + len, new_index + len);
        out.extend_from_slice(&ours[old_index..old]);
    }
    out
}
