//! All sides together, unit by unit of the base.

use super::side::{Fate, Side};
use super::union::{most, union};
use super::units::{self, Unit};
use super::{Conflict, Merged};

/// The result in pieces, for the line of a conflict is known only when they are joined.
#[derive(Default)]
pub struct Woven {
    pieces: Vec<String>,
    /// Index of the piece at which it begins, what the base had, what the sides have.
    conflicts: Vec<(usize, String, Vec<String>)>,
}

impl Woven {
    /// The text; a piece that lacks its line end gets one unless it is the last.
    pub fn join(self) -> Merged {
        let mut text = String::with_capacity(self.pieces.iter().map(|p| p.len() + 1).sum());
        let mut starts = Vec::with_capacity(self.pieces.len());
        for piece in &self.pieces {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            starts.push(text.len());
            text.push_str(piece);
        }
        let line = |piece: usize| crate::text::line_of(&text, starts.get(piece).copied().unwrap_or(text.len()));
        let conflicts = self.conflicts.into_iter().map(|(at, base, sides)| Conflict { line: line(at), base, sides });
        let conflicts = conflicts.collect();
        Merged { text, conflicts }
    }
}

/// Weaves the sides into `base`.
pub fn weave(base: &[Unit<'_>], sides: &[Side<'_>]) -> Woven {
    let mut woven = Woven::default();
    let mut left = most(sides);
    for index in 0..=base.len() {
        let added = union(sides.iter().map(|side| side.added[index].as_slice()));
        rivals(base, sides, index, &mut woven);
        for unit in added {
            // The same item added at another place of the section on another side.
            if unit.is_item()
                && left.get_mut(&unit.key()).is_none_or(|count| std::mem::replace(count, count.saturating_sub(1)) == 0)
            {
                continue;
            }
            woven.pieces.push(unit.text.to_owned());
        }
        if let Some(unit) = base.get(index) {
            settle(unit, sides.iter().map(|side| &side.fates[index]), &mut woven);
        }
    }
    woven
}

/// A line that several sides replaced by other lines, not alike: all of them stand in the result, and it is told.
fn rivals(base: &[Unit<'_>], sides: &[Side<'_>], gap: usize, woven: &mut Woven) {
    let Some(from) = (0..gap).rev().take_while(|index| replaced(sides, *index, gap)).last() else { return };
    let told = |u: &&Unit<'_>| !u.is_item() && !u.is_blank();
    if !base[from..gap].iter().any(|u| told(&u)) {
        return;
    }
    let mut texts: Vec<String> = Vec::new();
    for side in sides.iter().filter(|side| matches!(side.fates[gap - 1], Fate::Deleted(to) if to == gap)) {
        let text: String = side.added[gap].iter().map(|u| u.text).collect();
        if side.added[gap].iter().any(|u| told(&u)) && !texts.contains(&text) {
            texts.push(text);
        }
    }
    if texts.len() > 1 {
        let base = base[from..gap].iter().map(|u| u.text).collect();
        woven.conflicts.push((woven.pieces.len(), base, texts));
    }
}

/// Whether two sides at least put something before the unit `gap` in the stead of the unit `index`.
fn replaced(sides: &[Side<'_>], index: usize, gap: usize) -> bool {
    sides.iter().filter(|side| matches!(side.fates[index], Fate::Deleted(to) if to == gap)).count() > 1
}

/// What becomes of one unit of the base.
fn settle<'a, 't: 'a>(unit: &Unit<'t>, fates: impl Iterator<Item = &'a Fate<'t>>, woven: &mut Woven) {
    let (mut deleted, mut moved) = (false, false);
    let mut edits: Vec<&Unit<'t>> = Vec::new();
    let mut sides: Vec<&str> = Vec::new();
    for fate in fates {
        let text = match fate {
            Fate::Kept => continue,
            Fate::Moved => {
                moved = true;
                continue;
            }
            Fate::Deleted(_) => {
                deleted = true;
                ""
            }
            Fate::Edited(edit) => {
                if !edits.iter().any(|e| e.text == edit.text) {
                    edits.push(edit);
                }
                edit.text
            }
        };
        if !sides.contains(&text) {
            sides.push(text);
        }
    }
    match (edits.as_slice(), deleted) {
        ([], _) if deleted || moved => {}
        ([], _) => woven.pieces.push(unit.text.to_owned()),
        ([one], false) => woven.pieces.push(one.text.to_owned()),
        ([first, ..], _) if unit.is_blank() => woven.pieces.push(first.text.to_owned()),
        (several, _) => {
            if !deleted && let Some(text) = by_lines(unit, several) {
                woven.pieces.push(text);
                return;
            }
            let sides = sides.iter().map(|s| (*s).to_owned()).collect();
            woven.conflicts.push((woven.pieces.len(), unit.text.to_owned(), sides));
            woven.pieces.extend(several.iter().map(|e| e.text.to_owned()));
        }
    }
}

/// A unit of several lines whose lines were changed on one side each.
fn by_lines(unit: &Unit<'_>, edits: &[&Unit<'_>]) -> Option<String> {
    let base = units::of_lines(unit.text);
    if base.len() < 2 {
        return None;
    }
    let others: Vec<_> = edits.iter().map(|e| units::of_lines(e.text)).collect();
    let merged = super::combine(&base, &others).join();
    merged.conflicts.is_empty().then_some(merged.text)
}
