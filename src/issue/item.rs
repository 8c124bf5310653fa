//! Items: one shape per file, each with its fields as spans of the text.

pub mod call;
pub mod event;
pub mod link;
pub mod project;

use super::inline;
use super::section::{Holds, Kind, Section};
use super::submission::{self, Submission};
use crate::text::Span;

/// A list item with all lines that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its lines, children and line ends included.
    pub span: Span,
    /// What stands on its first line behind the bullet, without trailing blanks.
    pub head: Span,
    /// The bullet's byte, `*`, `-` or `+`; `None` where there is none.
    pub bullet: Option<usize>,
    /// Line of its first byte, counted from 1.
    pub line: usize,
    /// Line of its last byte.
    pub end_line: usize,
    /// Index of its section.
    pub section: usize,
    pub shape: Shape,
}

/// An item's fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    Link(link::Link),
    Event(event::Event),
    Project(project::Project),
    Call(call::Call),
    /// A list item that no shape fits; kept as it is.
    Other,
}

impl Shape {
    /// The name of its kind in `twir outline`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Link(_) => "link",
            Self::Event(_) => "event",
            Self::Project(_) => "cfp-project",
            Self::Call(_) => "cfp-event",
            Self::Other => "other",
        }
    }

    /// Reads the first line's content `head` and the children's lines as the section's shape.
    pub fn read(text: &str, head: Span, children: &[Span], holds: Holds) -> Self {
        let link = || link::Link::read(text, head).map_or(Self::Other, Self::Link);
        match holds {
            Holds::Events => event::Event::read(text, head, children).map_or_else(link, Self::Event),
            Holds::Projects => project::Project::read(text, head).map_or_else(link, Self::Project),
            Holds::Calls => call::Call::read(text, head).map_or_else(link, Self::Call),
            Holds::Links | Holds::Text => link(),
        }
    }
}

impl Item {
    /// Its fields as a submission; `None` where a required one is missing or no shape fits.
    pub fn submission(&self, text: &str, section: &Section) -> Option<Submission> {
        let heading = section.title.of(text);
        match &self.shape {
            Shape::Link(s) => s.submission(text, heading).map(Submission::Link),
            Shape::Event(s) => {
                // As a submission names it, however the heading is written: `Oceania:`.
                let region = if let Kind::Region(region) = section.kind { region.name() } else { heading };
                s.submission(text, region).map(Submission::Event)
            }
            Shape::Project(s) => Some(Submission::Project(s.submission(text))),
            Shape::Call(s) => s.submission(text).map(Submission::Call),
            Shape::Other => None,
        }
    }

    /// Whether it stands in canonical form, to the byte.
    pub fn is_strict(&self, text: &str, section: &Section) -> bool {
        let Some(submission) = self.submission(text, section).filter(|s| submission::problem(s).is_none()) else {
            return false;
        };
        let lines = submission.lines();
        let mut own = self.span.of(text).trim_end_matches(['\n', '\r']).split('\n');
        lines.iter().all(|line| own.next().is_some_and(|l| l.strip_suffix('\r').unwrap_or(l) == line))
            && own.next().is_none()
    }

    /// All addresses in it, in order: of an event the organizers' first.
    pub fn urls(&self) -> Vec<Span> {
        match &self.shape {
            Shape::Link(s) => vec![s.url],
            Shape::Event(s) => {
                s.organizers.iter().chain(&s.names).filter(|n| !n.url.is_empty()).map(|n| n.url).collect()
            }
            Shape::Project(s) => vec![s.url],
            Shape::Call(s) => vec![s.url],
            Shape::Other => Vec::new(),
        }
    }

    /// The address that says which item it is: of an event its first page, else the organizer's.
    pub fn url(&self) -> Option<Span> {
        match &self.shape {
            Shape::Event(s) => s.names.iter().chain(&s.organizers).find(|n| !n.url.is_empty()).map(|n| n.url),
            _ => self.urls().first().copied(),
        }
    }

    /// What it is called: the title, the first event's name, or the whole first line.
    pub fn title(&self) -> Span {
        match &self.shape {
            Shape::Link(s) => s.title,
            Shape::Event(s) => s.names.first().or(s.organizers.first()).map_or(self.head, |n| n.title),
            Shape::Project(s) => s.title,
            Shape::Call(s) => s.name,
            Shape::Other => self.head,
        }
    }
}

/// A name with its address: organizer or event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// From `[` to `)`; of a name without address just the name.
    pub span: Span,
    /// The name without stars.
    pub title: Span,
    /// Empty where there is none.
    pub url: Span,
    /// Whether the name stood between `**` and `**` exactly.
    pub bold: bool,
}

impl Named {
    /// The link's text without the stars around it.
    pub fn of(text: &str, link: inline::Link) -> Self {
        let (title, bold) = without_stars(text, link.text);
        Self { span: link.span, title, url: link.url, bold }
    }

    /// The link's text with its stars.
    pub fn as_written(text: &str, link: inline::Link) -> Self {
        let name = link.text.of(text);
        let start = link.text.start + crate::text::span_in(name, name.trim()).start;
        Self { span: link.span, title: Span::new(start, start + name.trim().len()), url: link.url, bold: false }
    }
}

/// `span` without up to two stars on either side and the blanks inside them, and whether it was `**…**`.
pub fn without_stars(text: &str, span: Span) -> (Span, bool) {
    let whole = span.of(text).trim();
    let opened = whole.len() - whole.trim_start_matches('*').len();
    let inner = &whole[opened.min(2)..];
    let stars = inner.len() - inner.trim_end_matches('*').len();
    let bare = &inner[..inner.len() - stars];
    // An even number of backslashes escapes each other and not the star.
    let escaped = (bare.len() - bare.trim_end_matches('\\').len()) % 2 == 1;
    let closed = if escaped { stars.saturating_sub(1) } else { stars }.min(2);
    let inner = &inner[..inner.len() - closed];
    let start = span.start + crate::text::span_in(span.of(text), inner.trim()).start;
    let trimmed = inner.trim();
    (Span::new(start, start + trimmed.len()), opened >= 2 && closed == 2 && inner == trimmed)
}

/// Splits at `|` outside links, code spans and escapes. `offset` is where `head` begins in the text.
pub fn split_pipes(head: &str, offset: usize) -> Vec<Span> {
    let mut out = Vec::new();
    let mut links = inline::links(head, offset).peekable();
    let (mut start, mut code) = (0, false);
    for (at, byte) in head.bytes().enumerate() {
        while links.peek().is_some_and(|l| l.span.end <= offset + at) {
            links.next();
        }
        if links.peek().is_some_and(|l| l.span.contains(offset + at)) {
            continue;
        }
        match byte {
            b'`' => code = !code && head[at + 1..].contains('`'),
            b'|' if !code => {
                out.push(trimmed(head, start, at, offset));
                start = at + 1;
            }
            _ => {}
        }
    }
    out.push(trimmed(head, start, head.len(), offset));
    out
}

fn trimmed(head: &str, start: usize, end: usize, offset: usize) -> Span {
    // A column whose bar was escaped (`\|`) ends in the backslash.
    let part = head[start..end].trim().trim_end_matches('\\').trim_end();
    let at = offset + crate::text::span_in(head, part).start;
    Span::new(at, at + part.len())
}
