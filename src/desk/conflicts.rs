//! Places where two sides changed the same thing: open until a person chooses, and kept right while the text changes.

use crate::merge::Conflict;
use crate::text::{Edit, Side, Span};
use serde::{Deserialize, Serialize};

/// One such place. What both sides have stands in the text until one is chosen; kept with the work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// First byte of what it is about.
    start: usize,
    /// One past the last.
    end: usize,
    /// What stood there before either side changed it.
    pub base: String,
    /// What the sides have, by name; no text where one took it away.
    pub versions: Vec<(String, String)>,
    /// What the text had there in the beginning.
    first: String,
}

impl Open {
    /// The same for a text that the conflict's span belongs to.
    pub fn of(conflict: &Conflict, text: &str) -> Self {
        let versions = conflict.versions.iter().map(|v| (v.names.join(", "), v.text.clone()));
        Self {
            start: conflict.span.start,
            end: conflict.span.end,
            base: conflict.base.clone(),
            versions: versions.collect(),
            first: conflict.span.of(text).to_owned(),
        }
    }

    /// Where it stands now.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }

    /// Whether it stands in `text` as in the beginning.
    pub fn is_untouched(&self, text: &str) -> bool {
        self.span().of(text) == self.first
    }

    /// Whether all that the sides have can stand there together.
    pub fn can_keep_all(&self) -> bool {
        self.versions.iter().all(|(_, text)| !text.trim().is_empty())
    }

    /// The edit that leaves only version `index`; `None` where there is no such version.
    pub fn choose(&self, index: usize) -> Option<Edit> {
        let (_, text) = self.versions.get(index)?;
        Some(Edit::replace(self.span(), text.as_str()))
    }

    /// Where it stands after `edit`; `None` where the edit settled it: nothing is left of it, or what one side has.
    fn carried(&self, before: &str, edit: &Edit, after: &str) -> Option<Self> {
        let (start, end) = (edit.map(self.start, Side::After), edit.map(self.end, Side::Before));
        let moved = Self { start, end, ..self.clone() };
        if start >= end {
            return None;
        }
        let (old, new) = (self.span().of(before), moved.span().of(after));
        let settled = old != new && self.versions.iter().any(|(_, text)| text.trim() == new.trim());
        (!settled).then_some(moved)
    }
}

/// Those of `open` that are still open after `edit`, which made `after` of `before`.
pub fn carry(open: &[Open], before: &str, edit: &Edit, after: &str) -> Vec<Open> {
    open.iter().filter_map(|one| one.carried(before, edit, after)).collect()
}

#[cfg(test)]
#[path = "conflicts/tests.rs"]
mod tests;
