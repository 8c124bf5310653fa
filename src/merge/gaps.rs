//! What the sides added or moved, gap by gap of one part.

use super::align::{Align, Fate, Placed};
use super::order::Order;
use super::union::Element;
use super::units::{Sort, Unit};
use super::weave::Weave;
use crate::text::date::Date;
use std::collections::HashMap;
use std::hash::Hash;

/// What makes an addition the same on several sides.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Id {
    /// Not added but moved.
    Base(usize),
    /// A part or an item, wherever it stands, by its key; the same one again has the next number.
    Anywhere(String, usize),
    /// A line, with the gap in which it stands; a sentence wherever it stands in its part.
    Line(usize, String, usize),
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
    /// Of each addition the text; where the sides write it differently the shortest.
    pub texts: HashMap<Id, &'a str>,
}

impl<'a, 't> Weave<'a, 't> {
    /// The gaps of a part.
    pub fn gaps(&self, order: &Order, aligns: &[Align]) -> Gaps<'a> {
        let count = order.indices.len();
        let mut gaps = Gaps { elements: vec![vec![Vec::new(); aligns.len()]; count + 1], texts: HashMap::new() };
        let known = self.known(aligns);
        let stands = self.stands(order);
        // Where what several sides have stands: the gap before something that is in the result rather than one before
        // what went, and then the uppermost.
        let mut places: HashMap<Id, (bool, usize)> = HashMap::new();
        for (side, align) in aligns.iter().enumerate() {
            let mut seen: HashMap<(Option<usize>, String), usize> = HashMap::new();
            for gap in 0..align.gaps.len() {
                let place = (stands[gap] != gap, stands[gap]);
                for (gap, placed) in self.shifted(side, gap, align, &known) {
                    let (id, unit): (Id, &'a Unit<'t>) = match placed {
                        Placed::Moved(index) if !self.stands_with(index, aligns) => continue,
                        Placed::Moved(index) => (Id::Base(index), &self.base.units[index]),
                        Placed::Added(index) => {
                            let unit = &self.sides[side].text.units[index];
                            let key = unit.key();
                            let place = is_line(unit).then(|| if is_sentence(&key) { usize::MAX } else { gap });
                            let again = next(&mut seen, (place, key.clone()));
                            (place.map_or(Id::Anywhere(key.clone(), again), |gap| Id::Line(gap, key, again)), unit)
                        }
                    };
                    let text = gaps.texts.entry(id.clone()).or_insert(unit.text);
                    if (unit.text.len(), unit.text) < (text.len(), *text) {
                        *text = unit.text;
                    }
                    let known = places.entry(id.clone()).or_insert(place);
                    *known = place.min(*known);
                    gaps.elements[gap][side].push((id, unit.placing.clone()));
                }
            }
        }
        for (gap, sides) in gaps.elements.iter_mut().enumerate() {
            sides.iter_mut().for_each(|side| side.retain(|(id, _)| places[id].1 == stands[gap]));
        }
        gaps
    }

    /// Whether that unit of another part of the base, moved here, stands here in the result: the side that says so
    /// has it here.
    fn stands_with(&self, index: usize, aligns: &[Align]) -> bool {
        let here = |side: usize| aligns[side].gaps.iter().flatten().any(|placed| *placed == Placed::Moved(index));
        self.mover(index).is_some_and(here)
    }

    /// For each gap the one before what stands in the result next.
    fn stands(&self, order: &Order) -> Vec<usize> {
        let mut stands: Vec<usize> = (0..=order.indices.len()).collect();
        for (gap, index) in order.indices.iter().enumerate().rev() {
            let stays = self.sides.iter().all(|side| side.units.to[*index].is_some()) && self.mover(*index).is_none();
            if !stays {
                stands[gap] = stands[gap + 1];
            }
        }
        stands
    }

    /// For all that was added or moved here, where: the side and the gap.
    fn known(&self, aligns: &[Align]) -> HashMap<Known, Vec<(usize, usize)>> {
        let mut known: HashMap<Known, Vec<(usize, usize)>> = HashMap::new();
        for (side, align) in aligns.iter().enumerate() {
            for (gap, placed) in align.gaps.iter().enumerate() {
                placed
                    .iter()
                    .for_each(|placed| known.entry(self.known_by(side, *placed)).or_default().push((side, gap)));
            }
        }
        known
    }

    /// By what it is the same as another side's.
    fn known_by(&self, side: usize, placed: Placed) -> Known {
        match placed {
            Placed::Added(index) => Known::Added(self.sides[side].text.units[index].key()),
            Placed::Moved(index) => Known::Moved(index),
        }
    }

    /// What a side has in a gap, each with the gap in which it counts: where the side has nothing of what stands
    /// before the gap, it is where another side put the same one, and what the side has before it no further down.
    fn shifted(
        &self,
        side: usize,
        gap: usize,
        align: &Align,
        known: &HashMap<Known, Vec<(usize, usize)>>,
    ) -> Vec<(usize, Placed)> {
        let first = (0..gap).rev().take_while(|place| align.fates[*place] != Fate::Kept).last().unwrap_or(gap);
        let mut to = gap;
        let mut shifted = Vec::new();
        let mut seen: HashMap<Known, usize> = HashMap::new();
        for placed in align.gaps[gap].iter().rev() {
            let key = self.known_by(side, *placed);
            let behind = next(&mut seen, key.clone());
            let known = known.get(&key).map_or(&[][..], Vec::as_slice);
            // Of several that read the same the last is the other's last.
            let place = |other: &[(usize, usize)]| {
                let mut places = other.iter().map(|(_, at)| *at).filter(|at| (first..=gap).contains(at)).rev();
                places.clone().nth(behind).or_else(|| places.next_back())
            };
            let others = known.chunk_by(|a, b| a.0 == b.0).filter(|chunk| chunk[0].0 != side).filter_map(place);
            to = others.min().map_or(to, |at| to.min(at));
            shifted.push((to, *placed));
        }
        shifted.reverse();
        shifted
    }
}

/// By what two additions are the same, wherever they stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Known {
    Added(String),
    Moved(usize),
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
