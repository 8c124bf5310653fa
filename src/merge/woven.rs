//! The result in pieces: where they stand is known only when all are joined.

use super::{Conflict, Edited, Merged, Version};
use crate::text::Span;
use std::ops::Range;

/// What stands in the result as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    /// It is the heading of its part.
    pub heading: bool,
}

/// What no rule settled.
#[derive(Clone, Debug)]
pub struct Clash {
    /// Its pieces.
    pub pieces: Range<usize>,
    pub base: String,
    /// Each text once with the sides that have it.
    pub versions: Vec<(Vec<usize>, String)>,
}

/// Pieces, and which of them are in conflict.
#[derive(Clone, Debug, Default)]
pub struct Woven {
    pub pieces: Vec<Piece>,
    pub clashes: Vec<Clash>,
}

impl Woven {
    /// Adds a piece.
    pub fn push(&mut self, text: impl Into<String>) {
        self.pieces.push(Piece { text: text.into(), heading: false });
    }

    /// Adds a conflict: the texts of `versions` stand one after the other.
    pub fn clash(&mut self, base: String, versions: Vec<(Vec<usize>, String)>) {
        let start = self.pieces.len();
        versions.iter().filter(|(_, text)| !text.is_empty()).for_each(|(_, text)| self.push(text.as_str()));
        self.clashes.push(Clash { pieces: start..self.pieces.len(), base, versions });
    }

    /// Adds all of `other`.
    pub fn append(&mut self, other: Woven) {
        let by = self.pieces.len();
        self.pieces.extend(other.pieces);
        let moved = |clash: Clash| Clash { pieces: clash.pieces.start + by..clash.pieces.end + by, ..clash };
        self.clashes.extend(other.clashes.into_iter().map(moved));
    }

    /// The text; a piece that lacks its line end gets `eol` unless it is the last.
    pub fn join(self, eol: &str, edited: &[Edited<'_>]) -> Merged {
        let pieces: Vec<&str> = self.pieces.iter().map(|p| p.text.as_str()).collect();
        let (text, starts) = joined(&pieces, eol);
        let conflicts = self.clashes.into_iter().map(|clash| {
            let at = |piece: usize| starts.get(piece).copied().unwrap_or(text.len());
            let span = Span::new(at(clash.pieces.start), at(clash.pieces.end));
            let versions = clash.versions.into_iter().map(|(sides, version)| {
                let names = sides.into_iter().map(|side| edited[side].name.to_owned()).collect();
                Version { names, text: ended(version, eol, span.end < text.len()) }
            });
            let versions = versions.collect();
            Conflict { span, line: crate::text::line_of(&text, span.start), base: clash.base, versions }
        });
        Merged { conflicts: conflicts.collect(), text: text.clone() }
    }
}

/// The pieces, each on lines of its own, and where each begins.
pub fn joined(pieces: &[&str], eol: &str) -> (String, Vec<usize>) {
    let mut text = String::with_capacity(pieces.iter().map(|p| p.len() + eol.len()).sum());
    let mut starts = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push_str(eol);
        }
        starts.push(text.len());
        text.push_str(piece);
    }
    (text, starts)
}

/// With its line end, where something follows it.
fn ended(mut text: String, eol: &str, followed: bool) -> String {
    if followed && !text.is_empty() && !text.ends_with('\n') {
        text.push_str(eol);
    }
    text
}
