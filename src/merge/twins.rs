//! Which of several items that read the same is gone: what one copy leaves open another one may tell.

use super::units::{Sort, Text};
use super::weave::Side;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Those of the base that stay although copies took them away: of several with one address that read the same no copy
/// took all away, so one is left, the first. Of placeholders none need be left.
///
/// Where a copy lacks one of several that read the same and has another away from its place, the one it lacks is
/// that which another copy took away from its own place: so what one copy moved and what another took away stay two
/// things, also when the result is merged again.
pub fn agree(base: &Text<'_>, sides: &mut [Side<'_>]) -> HashSet<usize> {
    let mut same: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, unit) in base.units.iter().enumerate().filter(|(_, unit)| unit.sort == Sort::Item) {
        same.entry(unit.text.trim_end()).or_default().push(index);
    }
    let mut stay = HashSet::new();
    for twins in same.into_values().filter(|twins| twins.len() > 1) {
        let gone: BTreeSet<usize> = sides.iter().flat_map(|side| gone(base, side, &twins)).collect();
        for side in sides.iter_mut() {
            for index in &gone {
                let lacks = |other: &&usize| side.units.to[**other].is_none() && !gone.contains(other);
                if let Some(mate) = side.units.to[*index].filter(|mate| !mate.steady)
                    && let Some(other) = twins.iter().find(lacks)
                {
                    side.units.to[*index] = None;
                    side.units.add(*other, mate.index, false);
                }
            }
        }
        let has = |side: &Side<'_>, index: &usize| side.units.to[*index].is_some();
        let left = sides.iter().all(|side| twins.iter().any(|index| has(side, index)));
        let none_is_safe = twins.iter().all(|index| !sides.iter().all(|side| has(side, index)));
        if left && none_is_safe && base.units[twins[0]].address.is_some() {
            stay.insert(twins[0]);
        }
    }
    stay
}

/// Those that a copy lacks, where it has all others below their headings.
fn gone(base: &Text<'_>, side: &Side<'_>, twins: &[usize]) -> Vec<usize> {
    let stays = |index: &usize| {
        side.units.to[*index].is_none_or(|mate| {
            let part = side.parts.to[base.part_of(*index)];
            part.is_some_and(|part| part.index == side.text.part_of(mate.index))
        })
    };
    let lacks = |index: &&usize| side.units.to[**index].is_none();
    if twins.iter().all(stays) { twins.iter().filter(lacks).copied().collect() } else { Vec::new() }
}
