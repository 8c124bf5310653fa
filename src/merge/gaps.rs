//! What the sides added or moved, gap by gap of one part.

use super::align::{Align, Placed};
use super::order::Order;
use super::rivals::Rivals;
use super::union::Element;
use super::units::{Sort, Unit};
use super::weave::{Side, Weave};
use crate::text::date::Date;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// What makes an addition the same on several sides.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Id {
    /// Not added but moved.
    Base(usize),
    /// A part or an item, wherever it stands, by its key; the same one again has the next number.
    Anywhere(String, usize),
    /// A line, with the gap of what stands next in the result; a sentence, without one, wherever it stands in its part.
    Line(Option<usize>, String, usize),
}

impl Id {
    /// Whether it is a line with something on it.
    pub fn is_told(&self) -> bool {
        matches!(self, Self::Line(_, key, _) if !key.is_empty())
    }
}

/// What one side has in a gap, in its order.
pub type Elements = Vec<Element<Id, (Date, String)>>;

/// What all sides have in the gaps of one part.
pub struct Gaps<'a> {
    /// For each gap each side's additions.
    pub elements: Vec<Vec<Elements>>,
    /// For each gap the lines that went before it and were replaced in several ways.
    pub rivals: Vec<Option<Rivals>>,
    /// Of each addition the text; where the sides write it differently the shortest.
    pub texts: HashMap<Id, &'a str>,
}

/// What one side added or moved.
struct Addition {
    /// The gap in which the side has it.
    gap: usize,
    /// The one in which it stands in the result.
    place: usize,
    element: Element<Id, (Date, String)>,
}

impl<'a, 't> Weave<'a, 't> {
    /// The gaps of a part.
    pub fn gaps(&self, order: &Order, aligns: &[Align], absent: &dyn Fn(usize) -> bool) -> Gaps<'a> {
        let stands = self.stands(order, absent);
        let (texts, all) = self.additions(aligns, &stands);
        // The lines that each side has in a gap, where they stand there in the result too.
        let mut lines: Vec<Vec<Vec<&Id>>> = vec![vec![Vec::new(); aligns.len()]; stands.len()];
        for (side, all) in all.iter().enumerate() {
            for Addition { gap, place, element: (id, _) } in all {
                if *place == stands[*gap] && id.is_told() {
                    lines[*gap][side].push(id);
                }
            }
        }
        let rivals = lines.iter().enumerate().map(|(gap, lines)| self.rivals_at(order, gap, aligns, lines));
        let rivals: Vec<Option<Rivals>> = rivals.collect();
        let told: HashSet<usize> = (0..stands.len()).filter(|gap| rivals[*gap].is_some()).map(|g| stands[g]).collect();
        let mut elements = vec![vec![Vec::new(); aligns.len()]; stands.len()];
        for (side, all) in all.into_iter().enumerate() {
            for Addition { gap, place, element } in all {
                // Between two that stand in the result all is one question of order, in which each side has a say,
                // wherever it has what stands there; but not where there is another question about lines that went.
                if !told.contains(&place) {
                    elements[place][side].push(element);
                } else if stands[gap] == place {
                    elements[gap][side].push(element);
                }
            }
        }
        Gaps { elements, rivals, texts }
    }

    /// What each side has that the base has not there, in its order.
    fn additions(&self, aligns: &[Align], stands: &[usize]) -> (HashMap<Id, &'a str>, Vec<Vec<Addition>>) {
        let mut texts: HashMap<Id, &'a str> = HashMap::new();
        // What several sides have stands before something that is in the result rather than before what went, for of
        // that the order may have changed since; and then at the uppermost place.
        let mut places: HashMap<Id, (bool, usize)> = HashMap::new();
        let mut all: Vec<Vec<(usize, Element<Id, _>)>> = vec![Vec::new(); aligns.len()];
        for (side, align) in aligns.iter().enumerate() {
            let mut seen = HashMap::new();
            for (gap, placed) in align.placed.iter().copied() {
                let (id, unit): (Id, &'a Unit<'t>) = match placed {
                    Placed::Moved(index) if !self.stands_with(index, aligns) => continue,
                    Placed::Moved(index) => (Id::Base(index), &self.base.units[index]),
                    Placed::Added(index) => {
                        let unit = &self.sides[side].text.units[index];
                        (added(unit, stands[gap], &mut seen), unit)
                    }
                };
                let text = texts.entry(id.clone()).or_insert(unit.text);
                if (unit.text.len(), unit.text) < (text.len(), *text) {
                    *text = unit.text;
                }
                let place = (stands[gap] != gap, stands[gap]);
                let known = places.entry(id.clone()).or_insert(place);
                *known = place.min(*known);
                all[side].push((gap, (id, unit.placing.clone())));
            }
        }
        let placed = |(gap, element): (usize, Element<Id, _>)| Addition { gap, place: places[&element.0].1, element };
        (texts, all.into_iter().map(|side| side.into_iter().map(placed).collect()).collect())
    }

    /// Whether that unit of another part of the base, moved here, stands here in the result: the side that says so
    /// has it here.
    fn stands_with(&self, index: usize, aligns: &[Align]) -> bool {
        let here = |side: usize| aligns[side].placed.iter().any(|(_, placed)| *placed == Placed::Moved(index));
        self.mover(index).is_some_and(here)
    }

    /// For each gap the one before what stands in the result next.
    fn stands(&self, order: &Order, absent: &dyn Fn(usize) -> bool) -> Vec<usize> {
        let mut stands: Vec<usize> = (0..=order.indices.len()).collect();
        for (gap, index) in order.indices.iter().enumerate().rev() {
            let frame = self.is_frame(*index);
            let has = |(side, own): (usize, &Side<'_>)| own.units.to[*index].is_some() || frame && absent(side);
            let stays = self.stay.contains(index) || self.sides.iter().enumerate().all(has);
            if !stays || self.mover(*index).is_some() {
                stands[gap] = stands[gap + 1];
            }
        }
        stands
    }
}

/// What an addition is known by that stands in a gap; `seen` counts those of its side that read the same.
fn added(unit: &Unit<'_>, gap: usize, seen: &mut HashMap<Id, usize>) -> Id {
    let key = unit.key();
    let id = |again| match is_line(unit) {
        true => Id::Line((!is_sentence(&key)).then_some(gap), key.clone(), again),
        false => Id::Anywhere(key.clone(), again),
    };
    id(next(seen, id(0)))
}

/// Whether it is the same only at the same place.
fn is_line(unit: &Unit<'_>) -> bool {
    !matches!(unit.sort, Sort::Item | Sort::Heading)
}

/// Whether the line is one that nobody writes twice by chance, as people do a fence or the end of a comment.
fn is_sentence(key: &str) -> bool {
    key.split_whitespace().nth(3).is_some()
}

/// How often `key` was met before.
pub fn next<K: Hash + Eq>(seen: &mut HashMap<K, usize>, key: K) -> usize {
    let count = seen.entry(key).or_default();
    *count += 1;
    *count - 1
}
