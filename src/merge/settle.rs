//! What becomes of one unit of the base, wherever it stands.

use super::fields::{self, Shape};
use super::units::{self, Sort, Unit};
use super::weave::{Side, Weave};
use super::woven::{Woven, joined};
use std::collections::HashSet;

impl Weave<'_, '_> {
    /// Adds unit `index` of the base as the sides have it. `absent` says of which sides nothing is to be concluded.
    pub fn settle(&self, index: usize, absent: &dyn Fn(usize) -> bool, woven: &mut Woven) {
        let unit = &self.base.units[index];
        let at = woven.pieces.len();
        let mut edits: Vec<(Vec<usize>, &Unit<'_>)> = Vec::new();
        let mut deleted: Vec<usize> = Vec::new();
        for (side, edited) in self.sides.iter().enumerate().filter(|(side, _)| !absent(*side)) {
            match edited.units.to[index] {
                None if self.stay.contains(&index) => {}
                None => deleted.push(side),
                Some(mate) => {
                    let now = &edited.text.units[mate.index];
                    match edits.iter_mut().find(|(_, known)| known.text == now.text) {
                        Some((sides, _)) => sides.push(side),
                        None if now.text != unit.text => edits.push((vec![side], now)),
                        None => {}
                    }
                }
            }
        }
        if !deleted.is_empty() {
            // White space alone is no reason to keep what another side took away.
            edits.retain(|(_, now)| !now.text.split_whitespace().eq(unit.text.split_whitespace()));
        }
        let texts: Vec<&str> = edits.iter().map(|(_, now)| now.text).collect();
        match (texts.as_slice(), deleted.is_empty()) {
            ([], false) => return,
            ([], true) => woven.push(unit.text),
            ([only], true) => woven.push(*only),
            (several, true) => match combine(unit, several, None) {
                Some(text) => woven.push(text),
                None => self.clash(unit, &edits, &deleted, woven),
            },
            (_, false) => self.clash(unit, &edits, &deleted, woven),
        }
        woven.pieces[at..].iter_mut().for_each(|piece| piece.heading = unit.sort == Sort::Heading);
    }

    /// Both sides, or all of them: each with what the others changed in fields that nobody else did.
    fn clash(&self, unit: &Unit<'_>, edits: &[(Vec<usize>, &Unit<'_>)], deleted: &[usize], woven: &mut Woven) {
        let texts: Vec<&str> = edits.iter().map(|(_, now)| now.text).collect();
        let mut versions: Vec<(Vec<usize>, String)> = Vec::new();
        for (at, (sides, now)) in edits.iter().enumerate() {
            let text = combine(unit, &texts, Some(at)).unwrap_or_else(|| now.text.to_owned());
            match versions.iter_mut().find(|(_, known)| *known == text) {
                Some((known, _)) => known.extend(sides),
                None => versions.push((sides.clone(), text)),
            }
        }
        if let Some(prefer) = self.prefer {
            let own = versions.iter().find(|(sides, _)| sides.contains(&prefer)).or(versions.first());
            if !deleted.contains(&prefer)
                && let Some((_, text)) = own
            {
                woven.push(text.as_str());
            }
            return;
        }
        if !deleted.is_empty() {
            versions.push((deleted.to_vec(), String::new()));
        }
        versions.sort_by_key(|(sides, _)| sides.iter().min().copied());
        woven.clash(unit.text.to_owned(), versions);
    }
}

/// The unit with all `edits`, which differ; `None` where that cannot be. Then `prefer` says which goes first.
fn combine(unit: &Unit<'_>, edits: &[&str], prefer: Option<usize>) -> Option<String> {
    let shape = match unit.sort {
        Sort::Line => Shape::Text,
        _ if unit.names_project => Shape::Project,
        Sort::Heading | Sort::Item => Shape::Link,
        // Two kinds of white space: as it was.
        Sort::Blank => return Some(unit.text.to_owned()),
    };
    let several = |text: &str| text.trim_end().contains('\n');
    if !several(unit.text) && !edits.iter().any(|text| several(text)) {
        return fields::combine(unit.text, edits, shape, prefer);
    }
    let base = units::of_item(unit, unit.text);
    let sides: Vec<Side<'_>> = edits.iter().map(|text| Side::of(&base, units::of_item(unit, text))).collect();
    let woven = Weave { base: &base, sides: &sides, stay: &HashSet::new(), prefer }.issue();
    let pieces: Vec<&str> = woven.pieces.iter().map(|p| p.text.as_str()).collect();
    woven.clashes.is_empty().then(|| joined(&pieces, "\n").0)
}
