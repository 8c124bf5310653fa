//! What differs between two issues: by item for people, by line for certainty.

mod lines;
mod number;
mod pairs;
mod suggest;

pub use crate::issue::address::same_address;
pub use lines::{Hunk, LineKind, Row, line_diff};
pub use number::{NoPull, pull_number};
pub use suggest::suggestion;

use crate::issue::{Document, Submission};
use crate::text::Span;

/// What happened to an item, or to the text between items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    Added,
    Removed,
    /// Fields or spelling differ; perhaps the place too.
    Changed,
    /// The same bytes at another place.
    Moved,
    /// Lines that belong to no item.
    Other,
}

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name in a submission.
    pub name: &'static str,
    pub before: String,
    pub after: String,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub kind: ChangeKind,
    /// Index of the item in the base; `None` for an added one and for text.
    pub before: Option<usize>,
    /// Index of the item in the edited document.
    pub after: Option<usize>,
    /// Fields that differ, where both can be read as submissions.
    pub fields: Vec<FieldChange>,
    /// What it covers in the base and in the edited text; empty where one side has nothing.
    pub spans: (Span, Span),
}

/// All differences, in the order of the edited document; what was removed stands where it stood.
/// Nothing is left out: without the lines that the changes cover, both texts read the same.
pub fn changes(base: &Document, edited: &Document) -> Vec<Change> {
    if base.text() == edited.text() {
        return Vec::new();
    }
    let pairs = pairs::pair(base, edited);
    let mut out = Vec::new();
    for pair in &pairs.matched {
        let (before, after) = (&base.items[pair.before], &edited.items[pair.after]);
        let same_bytes = before.span.of(base.text()) == after.span.of(edited.text());
        let kind = match (same_bytes, pair.moved) {
            (true, false) => continue,
            (true, true) => ChangeKind::Moved,
            (false, _) => ChangeKind::Changed,
        };
        out.push(Change {
            kind,
            before: Some(pair.before),
            after: Some(pair.after),
            fields: fields(base, pair.before, edited, pair.after),
            spans: (before.span, after.span),
        });
    }
    for index in pairs.removed {
        let span = base.items[index].span;
        let at = Span::at(where_it_stood(&pairs.matched, base, edited, index));
        let (before, after) = (Some(index), None);
        out.push(Change { kind: ChangeKind::Removed, before, after, fields: Vec::new(), spans: (span, at) });
    }
    for index in pairs.added {
        let span = edited.items[index].span;
        let (before, after) = (None, Some(index));
        out.push(Change { kind: ChangeKind::Added, before, after, fields: Vec::new(), spans: (Span::default(), span) });
    }
    out.extend(lines::rest(base, edited, &out));
    out.sort_by_key(|c| (c.spans.1.start, c.spans.0.start));
    out
}

/// The end of the nearest matched item above, in the edited text.
fn where_it_stood(matched: &[pairs::Pair], base: &Document, edited: &Document, index: usize) -> usize {
    let above = matched.iter().filter(|p| p.before < index).max_by_key(|p| p.before);
    match above {
        Some(pair) => edited.items[pair.after].span.end,
        None => base.items[index].span.start.min(edited.text().len()),
    }
}

/// The fields in which two items differ.
fn fields(base: &Document, before: usize, edited: &Document, after: usize) -> Vec<FieldChange> {
    let (Some(before), Some(after)) = (base.submission(before), edited.submission(after)) else { return Vec::new() };
    if before.kind() != after.kind() {
        return Vec::new();
    }
    let (old, new) = (values(&before), values(&after));
    let count = old.len().max(new.len());
    let at = |list: &[(&'static str, String)], index: usize| list.get(index).cloned();
    (0..count)
        .filter_map(|index| match (at(&old, index), at(&new, index)) {
            (Some((name, before)), Some((_, after))) if before != after => Some(FieldChange { name, before, after }),
            (Some((name, before)), None) => Some(FieldChange { name, before, after: String::new() }),
            (None, Some((name, after))) => Some(FieldChange { name, before: String::new(), after }),
            _ => None,
        })
        .collect()
}

/// A submission's fields in a fixed order, those of its events last.
fn values(submission: &Submission) -> Vec<(&'static str, String)> {
    let ends = |date: Option<crate::text::date::Date>| date.map(|d| d.to_string()).unwrap_or_default();
    match submission {
        Submission::Link(s) => vec![
            ("section", s.section.clone()),
            ("tags", s.tags.join(" ")),
            ("title", s.title.clone()),
            ("url", s.url.clone()),
        ],
        Submission::Project(s) => {
            vec![("project", s.project.clone()), ("title", s.title.clone()), ("url", s.url.clone())]
        }
        Submission::Call(s) => vec![
            ("name", s.name.clone()),
            ("url", s.url.clone()),
            ("closes", s.closes.to_string()),
            ("location", s.location.clone()),
            ("starts", s.starts.to_string()),
            ("ends", ends(s.ends)),
        ],
        Submission::Event(s) => {
            let mut out = vec![
                ("region", s.region.clone().unwrap_or_default()),
                ("starts", s.starts.to_string()),
                ("ends", ends(s.ends)),
                ("location", s.location.clone()),
                ("organizer.name", s.organizer.title.clone()),
                ("organizer.url", s.organizer.url.clone()),
            ];
            for event in &s.events {
                out.push(("events.title", event.title.clone()));
                out.push(("events.url", event.url.clone()));
            }
            out
        }
    }
}
