//! The edit: apply, invert, map an offset.

use super::{Span, common};
use std::fmt;

/// One replacement: the bytes of `span` become `text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// What is replaced, in the text before.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// Which way an offset goes when text is inserted exactly at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Stay before what is inserted.
    Before,
    /// Move behind what is inserted.
    After,
}

/// Why a set of splices is no edit of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditError {
    /// Two splices touch the same bytes, or stand in the wrong order.
    Overlap(Span),
    /// A span ends behind the text or inside a character.
    OutOfBounds(Span),
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overlap(s) => write!(f, "two changes meet at bytes {}..{}", s.start, s.end),
            Self::OutOfBounds(s) => write!(f, "the change at bytes {}..{} does not fit the text", s.start, s.end),
        }
    }
}

impl std::error::Error for EditError {}

/// Sorted, disjoint splices over one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    splices: Vec<Splice>,
}

impl Edit {
    /// The edit that changes nothing.
    pub fn none() -> Self {
        Self::default()
    }

    /// Puts `text` at `at`.
    pub fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(Span::at(at), text)
    }

    /// Takes the bytes of `span` away.
    pub fn delete(span: Span) -> Self {
        Self::replace(span, "")
    }

    /// Puts `text` where `span` was.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        let text = text.into();
        if span.is_empty() && text.is_empty() {
            return Self::none();
        }
        Self { splices: vec![Splice { span, text }] }
    }

    /// Several splices in any order. Two that share bytes are an error; insertions at one place keep their order.
    pub fn of(mut splices: Vec<Splice>) -> Result<Self, EditError> {
        splices.retain(|s| !(s.span.is_empty() && s.text.is_empty()));
        super::order::by_rank(&mut splices, |s| (s.span.start, s.span.end));
        for pair in splices.windows(2) {
            if pair[1].span.start < pair[0].span.end {
                return Err(EditError::Overlap(pair[1].span));
            }
        }
        Ok(Self { splices })
    }

    /// The smallest single splice that turns `before` into `after`.
    pub fn between(before: &str, after: &str) -> Self {
        let (head, tail) = common::ends(before, after);
        let a = &after[head..];
        Self::replace(Span::new(head, before.len() - tail), &a[..a.len() - tail])
    }

    /// The splices, sorted and disjoint.
    pub fn splices(&self) -> &[Splice] {
        &self.splices
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.splices.is_empty()
    }

    /// Whether every span fits `text`.
    pub fn fits(&self, text: &str) -> Result<(), EditError> {
        match self.splices.iter().find(|s| text.get(s.span.range()).is_none()) {
            Some(s) => Err(EditError::OutOfBounds(s.span)),
            None => Ok(()),
        }
    }

    /// The text afterwards; an error, and nothing changed, where a span does not fit.
    pub fn apply(&self, text: &str) -> Result<String, EditError> {
        self.fits(text)?;
        let grown: usize = self.splices.iter().map(|s| s.text.len()).sum();
        let mut out = String::with_capacity(text.len() + grown);
        let mut at = 0;
        for s in &self.splices {
            out.push_str(&text[at..s.span.start]);
            out.push_str(&s.text);
            at = s.span.end;
        }
        out.push_str(&text[at..]);
        Ok(out)
    }

    /// The edit that turns the text afterwards into `text` again.
    pub fn invert(&self, text: &str) -> Result<Self, EditError> {
        self.fits(text)?;
        let mut splices = Vec::with_capacity(self.splices.len());
        let (mut added, mut removed) = (0, 0);
        for s in &self.splices {
            let start = s.span.start + added - removed;
            splices.push(Splice { span: Span::new(start, start + s.text.len()), text: s.span.of(text).to_owned() });
            added += s.text.len();
            removed += s.span.len();
        }
        Ok(Self { splices })
    }

    /// The same edit of a text in which all that it touches stands so many bytes further down.
    pub fn moved(mut self, bytes: isize) -> Self {
        self.splices.iter_mut().for_each(|splice| splice.span = splice.span.moved(bytes));
        self
    }

    /// Where `offset` stands afterwards. Inside replaced bytes it goes to the near end of the replacement.
    pub fn map(&self, offset: usize, side: Side) -> usize {
        let (mut added, mut removed) = (0, 0);
        for s in &self.splices {
            let before =
                offset < s.span.start || (offset == s.span.start && (side == Side::Before || !s.span.is_empty()));
            if before {
                break;
            }
            if offset < s.span.end {
                let start = s.span.start + added - removed;
                return if side == Side::Before { start } else { start + s.text.len() };
            }
            added += s.text.len();
            removed += s.span.len();
        }
        offset + added - removed
    }

    /// The bytes of the text afterwards that this edit wrote.
    pub fn written(&self) -> Vec<Span> {
        let (mut added, mut removed) = (0, 0);
        let mut out = Vec::with_capacity(self.splices.len());
        for s in &self.splices {
            let start = s.span.start + added - removed;
            out.push(Span::new(start, start + s.text.len()));
            added += s.text.len();
            removed += s.span.len();
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn applies_and_inverts_several_splices() {
        let edit = Edit::of(vec![
            Splice { span: Span::new(6, 11), text: "desk".into() },
            Splice { span: Span::at(0), text: "> ".into() },
        ])
        .unwrap();
        let after = edit.apply("hello world").unwrap();
        assert_eq!(after, "> hello desk");
        let back = edit.invert("hello world").unwrap();
        assert_eq!(back.apply(&after).unwrap(), "hello world");
    }

    #[test]
    fn refuses_overlap_and_split_characters() {
        let two = vec![
            Splice { span: Span::new(0, 3), text: String::new() },
            Splice { span: Span::new(2, 4), text: String::new() },
        ];
        assert_eq!(Edit::of(two), Err(EditError::Overlap(Span::new(2, 4))));
        assert!(Edit::delete(Span::new(0, 1)).apply("é").is_err());
        assert!(Edit::delete(Span::new(0, 9)).apply("é").is_err());
    }

    #[test]
    fn maps_offsets_around_an_insertion() {
        let edit = Edit::insert(2, "XY");
        assert_eq!((edit.map(2, Side::Before), edit.map(2, Side::After)), (2, 4));
        assert_eq!((edit.map(1, Side::After), edit.map(3, Side::Before)), (1, 5));
        let cut = Edit::delete(Span::new(1, 3));
        assert_eq!((cut.map(0, Side::After), cut.map(2, Side::After), cut.map(4, Side::After)), (0, 1, 2));
    }

    #[test]
    fn finds_the_smallest_splice_between_texts() {
        let edit = Edit::between("a é b", "a è b");
        assert_eq!(edit.splices()[0].span, Span::new(2, 4));
        assert!(Edit::between("same", "same").is_empty());
    }
}
