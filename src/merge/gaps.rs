//! What the sides added or moved, gap by gap of one part.

use super::align::{Align, Fate, Placed};
use super::union::Element;
use super::units::{Sort, Unit};
use super::weave::Weave;
use crate::text::date::Date;
use std::collections::HashMap;
use std::hash::Hash;

/// What makes an addition the same on several sides.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Id {
    /// Not added but moved.
    Base(usize),
    /// A part or an item, wherever it stands, by its key; the same one again has the next number.
    Anywhere(String, usize),
    /// A line, with the gap in which it stands.
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
    /// The gaps of a part with `count` units in the base.
    pub fn gaps(&self, count: usize, aligns: &[Align]) -> Gaps<'a> {
        let mut gaps = Gaps { elements: vec![vec![Vec::new(); aligns.len()]; count + 1], texts: HashMap::new() };
        let lines = self.lines(aligns);
        for (side, align) in aligns.iter().enumerate() {
            let mut seen: HashMap<(Option<usize>, String), usize> = HashMap::new();
            for gap in 0..align.gaps.len() {
                for (gap, placed) in self.shifted(side, gap, align, &lines) {
                    let (id, unit): (Id, &'a Unit<'t>) = match placed {
                        Placed::Moved(index) if self.mover(index) != Some(side) => continue,
                        Placed::Moved(index) => (Id::Base(index), &self.base.units[index]),
                        Placed::Added(index) => {
                            let unit = &self.sides[side].text.units[index];
                            let place = Some(gap).filter(|_| is_line(unit));
                            let key = unit.key();
                            let again = next(&mut seen, (place, key.clone()));
                            (place.map_or(Id::Anywhere(key.clone(), again), |gap| Id::Line(gap, key, again)), unit)
                        }
                    };
                    let text = gaps.texts.entry(id.clone()).or_insert(unit.text);
                    if (unit.text.len(), unit.text) < (text.len(), *text) {
                        *text = unit.text;
                    }
                    gaps.elements[gap][side].push((id, unit.placing.clone()));
                }
            }
        }
        gaps
    }

    /// For each line that was added, where: the side and the gap.
    fn lines(&self, aligns: &[Align]) -> HashMap<String, Vec<(usize, usize)>> {
        let mut lines: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        for (side, align) in aligns.iter().enumerate() {
            for (gap, placed) in align.gaps.iter().enumerate() {
                for placed in placed {
                    if let Placed::Added(index) = placed
                        && let unit = &self.sides[side].text.units[*index]
                        && is_line(unit)
                    {
                        lines.entry(unit.key()).or_default().push((side, gap));
                    }
                }
            }
        }
        lines
    }

    /// What a side has in a gap, each with the gap in which it counts: where the side took away what stands before
    /// the gap, a line counts where another side put the same one.
    fn shifted(
        &self,
        side: usize,
        gap: usize,
        align: &Align,
        lines: &HashMap<String, Vec<(usize, usize)>>,
    ) -> Vec<(usize, Placed)> {
        let first = (0..gap).rev().take_while(|index| align.fates[*index] == Fate::Gone(gap)).last().unwrap_or(gap);
        let mut from = first;
        let mut shifted = Vec::new();
        for placed in &align.gaps[gap] {
            let other = match placed {
                Placed::Added(index) => lines.get(&self.sides[side].text.units[*index].key()),
                Placed::Moved(_) => None,
            };
            let others = other.into_iter().flatten().filter(|(other, at)| *other != side && (from..gap).contains(at));
            from = others.map(|(_, at)| *at).min().unwrap_or(gap);
            shifted.push((from, *placed));
        }
        shifted
    }
}

/// Whether it is the same only at the same place.
fn is_line(unit: &Unit<'_>) -> bool {
    !matches!(unit.sort, Sort::Item | Sort::Heading)
}

/// How often `key` was met before.
pub fn next<K: Hash + Eq>(seen: &mut HashMap<K, usize>, key: K) -> usize {
    let count = seen.entry(key).or_default();
    *count += 1;
    *count - 1
}
