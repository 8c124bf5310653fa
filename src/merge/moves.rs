//! An item that one side moved and another changed or took away: moving leaves it what it is.

use super::side::{Fate, Side};
use super::units::Unit;

/// Carries edits and deletions of other sides to where the item was moved.
pub fn follow<'t>(base: &[Unit<'t>], sides: &mut [Side<'t>]) {
    for (index, unit) in base.iter().enumerate() {
        if !sides.iter().any(|side| side.fates[index] == Fate::Moved) {
            continue;
        }
        let deleted = sides.iter().any(|side| matches!(side.fates[index], Fate::Deleted(_)));
        let mut edits: Vec<Unit<'t>> = Vec::new();
        for side in sides.iter() {
            if let Fate::Edited(edit) = &side.fates[index]
                && !edits.contains(edit)
            {
                edits.push(edit.clone());
            }
        }
        match (edits.as_slice(), deleted) {
            ([], true) => replace(sides, index, unit, None),
            ([edit], false) => replace(sides, index, unit, Some(edit)),
            // Changed in two ways, or changed and deleted: a conflict at the old place, and the new one stays.
            _ => {}
        }
    }
}

/// Puts `edit` wherever a side moved `unit` to; without one it is gone there.
fn replace<'t>(sides: &mut [Side<'t>], index: usize, unit: &Unit<'t>, edit: Option<&Unit<'t>>) {
    for side in sides {
        if let Fate::Edited(_) = side.fates[index] {
            side.fates[index] = Fate::Moved;
            continue;
        }
        if side.fates[index] != Fate::Moved {
            continue;
        }
        let moved = side.added.iter_mut().find_map(|units| {
            let at = units.iter().position(|u| u.is_item() && u.text == unit.text)?;
            Some((units, at))
        });
        match (moved, edit) {
            (Some((units, at)), Some(edit)) => units[at] = Unit { section: units[at].section, ..edit.clone() },
            (Some((units, at)), None) => drop(units.remove(at)),
            (None, _) => {}
        }
    }
}
