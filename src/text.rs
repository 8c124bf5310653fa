//! Spans and edits: the only way in which text changes.
//!
//! An [`Edit`] is a set of sorted, disjoint [`Splice`]s over one text. It applies, inverts and maps offsets,
//! so that undo is the inverse edit and a list keeps its place while text above it moves. All offsets are
//! bytes from the start of the text and lie on character boundaries.

pub mod blob;
pub mod case;
pub mod common;
pub mod date;
pub mod differ;
mod edit;
pub mod order;
pub mod percent;

pub use edit::{Edit, EditError, Side, Splice};

use std::ops::Range;

/// A half-open range of bytes, `start..end`, on character boundaries of the text it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte; never below `start`.
    pub end: usize,
}

impl Span {
    /// The span `start..end`; a reversed pair is turned round.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start.min(end), end: start.max(end) }
    }

    /// The empty span at `at`.
    pub fn at(at: usize) -> Self {
        Self { start: at, end: at }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether nothing lies in it.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `offset` lies in it; the end does not.
    pub fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether `other` lies wholly in it.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The text it stands for; empty where it does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The same as a standard range.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The span moved up by `by` bytes.
    pub fn offset(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// The span so many bytes further down, or up where that is negative; never before the text's start.
    pub fn moved(self, by: isize) -> Self {
        Self { start: self.start.saturating_add_signed(by), end: self.end.saturating_add_signed(by) }
    }
}

/// The span of `part`, which must be a slice of `whole` (as `trim` and `split` give).
pub fn span_in(whole: &str, part: &str) -> Span {
    let start = (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize).min(whole.len());
    Span { start, end: (start + part.len()).min(whole.len()) }
}

/// The line, counted from 1, on which `offset` stands.
pub fn line_of(text: &str, offset: usize) -> usize {
    1 + text.as_bytes()[..offset.min(text.len())].iter().filter(|b| **b == b'\n').count()
}
