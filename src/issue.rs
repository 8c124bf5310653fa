//! The document: the text of one issue and spans that index it.
//!
//! The text is the only truth. Parsing takes any text, never fails and never panics; what is wrong with it is a
//! value ([`Problem`]). Writing a document is giving back its text, so that every byte stays as it came.

pub mod address;
pub mod damage;
pub mod escape;
pub mod header;
pub mod html;
pub mod inline;
pub mod item;
pub mod lines;
pub mod outline;
mod parse;
mod part;
pub mod place;
pub mod section;
pub mod submission;

pub use header::Header;
pub use item::{Item, Shape};
pub use lines::{Context, Line};
pub use section::{Holds, Kind, Section};
pub use submission::Submission;

use crate::text::Span;
use crate::text::case::same;
use crate::text::date::Date;
use std::sync::Arc;

/// What keeps a text from being a whole issue. None of it keeps the document from being used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No `Title:`, `Number:`, `Date:`, `Category:` lines at the start.
    NoHeader,
    /// No heading that belongs to an issue.
    NoSections,
    /// A `<!--` without its `-->`.
    UnclosedComment(usize),
    /// The text ends inside the issue: header and first sections are there, the last ones are not.
    CutOff,
}

/// One issue: its text, and an index of spans over it.
#[derive(Clone, Debug)]
pub struct Document {
    text: Arc<str>,
    /// All lines.
    pub lines: Vec<Line>,
    /// The fields at the start.
    pub header: Header,
    /// Headings in order, outside comments and fences.
    pub sections: Vec<Section>,
    /// List items in order, those of every section one after the other.
    pub items: Vec<Item>,
    /// `<!-- … -->`, marks included.
    pub comments: Vec<Span>,
    /// What is wrong with the whole.
    pub problems: Vec<Problem>,
}

impl Document {
    /// Reads `text`, whatever it is. Linear in its length.
    pub fn parse(text: impl Into<Arc<str>>) -> Self {
        parse::parse(text.into())
    }

    /// The text, byte for byte as it came.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, shared.
    pub fn shared_text(&self) -> Arc<str> {
        self.text.clone()
    }

    /// The day whose issue it is.
    pub fn date(&self) -> Option<Date> {
        self.header.date
    }

    /// The line end that most lines have: `"\n"` unless carriage returns prevail.
    pub fn eol(&self) -> &'static str {
        let ends = |length: usize| self.lines.iter().filter(|l| l.full.len() == l.content.len() + length).count();
        if ends(2) > ends(1) { "\r\n" } else { "\n" }
    }

    /// The first section of that kind.
    pub fn section(&self, kind: Kind) -> Option<usize> {
        self.sections.iter().position(|s| s.kind == kind)
    }

    /// The section whose heading reads so (case, marks and blanks aside), or whose kind bears that heading today.
    pub fn section_named(&self, heading: &str) -> Option<usize> {
        fn name(heading: &str) -> &str {
            heading.trim().trim_end_matches(':')
        }
        let reads_so = |s: &Section| same(name(s.title.of(self.text())), name(heading));
        let known = || section::TABLE.iter().find(|row| row.is_called(name(heading)));
        self.sections.iter().position(reads_so).or_else(|| self.section(known()?.kind))
    }

    /// The items of section `index`.
    pub fn items_of(&self, index: usize) -> &[Item] {
        &self.items[self.sections[index].items()]
    }

    /// Index of the line on which `offset` stands.
    pub fn line_index(&self, offset: usize) -> usize {
        self.lines.partition_point(|l| l.full.end <= offset).min(self.lines.len().saturating_sub(1))
    }

    /// Number of that line, counted from 1.
    pub fn line_number(&self, offset: usize) -> usize {
        self.line_index(offset) + 1
    }

    /// The item whose lines hold `offset`.
    pub fn item_at(&self, offset: usize) -> Option<usize> {
        let index = self.items.partition_point(|i| i.span.end <= offset);
        self.items.get(index).is_some_and(|i| i.span.start <= offset).then_some(index)
    }

    /// The section, heading included, that holds `offset`.
    pub fn section_at(&self, offset: usize) -> Option<usize> {
        let index = self.sections.partition_point(|s| s.body.end <= offset);
        self.sections.get(index).is_some_and(|s| s.heading.start <= offset).then_some(index)
    }

    /// An item's submission.
    pub fn submission(&self, item: usize) -> Option<Submission> {
        let item = self.items.get(item)?;
        item.submission(self.text(), &self.sections[item.section])
    }

    /// Whether it looks like an issue of the newsletter at all.
    pub fn is_issue(&self) -> bool {
        !self.problems.contains(&Problem::NoSections)
    }
}
