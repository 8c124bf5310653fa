//! Makes an item say what a submission says, with as few bytes changed as its form allows.

use super::{Change, Refusal};
use crate::issue::Document;
use crate::issue::item::{Item, Named, Shape, event};
use crate::issue::submission::{self, NamedLink, Submission, dates, tag_prefix};
use crate::text::{Edit, Span, Splice};

/// The edit that makes item `index` say what `wanted` says. Fields that are the same keep their bytes, odd spelling
/// included; where the shape has no place for a field, the item is written anew in canonical form.
///
/// # Errors
/// Where the item is gone, or what would stand there would be read as something else.
pub fn update(doc: &Document, index: usize, wanted: &Submission) -> Result<Edit, Refusal> {
    updated(doc, index, wanted).map(|change| change.edit)
}

/// The same with the document as it is then.
pub(super) fn updated(doc: &Document, index: usize, wanted: &Submission) -> Result<Change, Refusal> {
    let item = doc.items.get(index).ok_or(Refusal::NoSuchItem)?;
    let now = item.submission(doc.text(), &doc.sections[item.section]);
    let small = now.and_then(|now| Edit::of(splices(doc, item, &now, wanted)?).ok());
    // Trust, but read again: what was set must be what is read.
    small
        .into_iter()
        .chain([rewrite(doc, item, wanted)])
        .find_map(|edit| read(doc, item, edit, wanted))
        .ok_or(Refusal::Unreadable)
}

/// The change that `edit` is, if the item says what `wanted` says behind it, the section in which it stands aside, and all
/// others are still there.
fn read(doc: &Document, item: &Item, edit: Edit, wanted: &Submission) -> Option<Change> {
    let after = Document::parse(edit.apply(doc.text()).ok()?);
    let whole = after.items.len() == doc.items.len() && after.sections.len() == doc.sections.len();
    let found = after.item_at(item.span.start).and_then(|index| after.submission(index))?;
    (whole && same(&found, wanted)).then_some(Change { edit, after })
}

/// Whether two submissions say the same; sections and regions aside.
pub(super) fn same(a: &Submission, b: &Submission) -> bool {
    let link = |a: &NamedLink, b: &NamedLink| a.title.trim() == b.title.trim() && a.url.trim() == b.url.trim();
    let fields = match (a, b) {
        (Submission::Link(a), Submission::Link(b)) => a.title.trim() == b.title.trim(),
        (Submission::Event(a), Submission::Event(b)) => {
            link(&a.organizer, &b.organizer)
                && a.location.trim() == b.location.trim()
                && a.events.len() == b.events.len()
                && a.events.iter().zip(&b.events).all(|(a, b)| link(a, b))
        }
        (Submission::Call(a), Submission::Call(b)) => {
            a.name.trim() == b.name.trim() && a.location.trim() == b.location.trim()
        }
        // A title says by itself where its project ends.
        _ => true,
    };
    fields && a.url().trim() == b.url().trim() && a.lines() == b.lines()
}

/// The smallest edit that puts the canonical lines where the item stood.
fn rewrite(doc: &Document, item: &Item, wanted: &Submission) -> Edit {
    let text = doc.text();
    let span = Span::new(item.span.start, doc.lines[item.end_line - 1].content.end);
    let edit = Edit::between(span.of(text), &wanted.lines().join(eol(doc, item)));
    let moved = edit.splices().iter().map(|s| Splice { span: s.span.offset(span.start), text: s.text.clone() });
    Edit::of(moved.collect()).unwrap_or_default()
}

/// The line end of the item's first line.
fn eol<'d>(doc: &'d Document, item: &Item) -> &'d str {
    Some(doc.lines[item.line - 1].eol(doc.text())).filter(|e| !e.is_empty()).unwrap_or(doc.eol())
}

/// The splices of the fields that differ; `None` where a field has no place of its own.
fn splices(doc: &Document, item: &Item, now: &Submission, wanted: &Submission) -> Option<Vec<Splice>> {
    let mut out = Vec::new();
    match (&item.shape, now, wanted) {
        (Shape::Link(s), Submission::Link(a), Submission::Link(b)) => {
            put(&mut out, s.prefix, &tag_prefix(&a.tags), &tag_prefix(&b.tags));
            // A prefix keeps its blank, which trimming takes.
            out.iter_mut().filter(|p| !p.text.is_empty()).for_each(|p| p.text.push(' '));
            put(&mut out, s.title, &a.title, &b.title);
            put(&mut out, s.url, &a.url, &b.url);
        }
        (Shape::Project(s), Submission::Project(a), Submission::Project(b)) => {
            put(&mut out, s.project, &a.project, &b.project);
            put(&mut out, s.title, &a.title, &b.title);
            put(&mut out, s.url, &a.url, &b.url);
        }
        (Shape::Call(s), Submission::Call(a), Submission::Call(b)) => {
            put(&mut out, s.name, &a.name, &b.name);
            put(&mut out, s.url, &a.url, &b.url);
            let closing = |date| format!("CFP closes {date}");
            put(&mut out, s.closing, &closing(a.closes), &closing(b.closes));
            put(&mut out, s.location, &a.location, &b.location);
            put(&mut out, s.dates, &dates(a.starts, a.ends), &dates(b.starts, b.ends));
        }
        (Shape::Event(s), Submission::Event(a), Submission::Event(b)) => {
            put(&mut out, s.dates, &dates(a.starts, a.ends), &dates(b.starts, b.ends));
            put(&mut out, s.location, &a.location, &b.location);
            // Of several organizers the first is meant; the others stay.
            let organizer = s.organizers.first()?;
            link(&mut out, organizer, &a.organizer, &b.organizer, "");
            names(doc, item, s, (a, b), &mut out)?;
        }
        _ => return None,
    }
    Some(out)
}

/// One field, if it differs.
fn put(out: &mut Vec<Splice>, span: Span, old: &str, new: &str) {
    if old.trim() != new.trim() {
        out.push(Splice { span, text: new.trim().to_owned() });
    }
}

/// A name and its address; a name that had none becomes a link.
fn link(out: &mut Vec<Splice>, place: &Named, old: &NamedLink, new: &NamedLink, stars: &str) {
    if place.url.is_empty() && old.url.trim() != new.url.trim() {
        let text = format!("[{stars}{}{stars}]({})", new.title.trim(), new.url.trim());
        out.push(Splice { span: place.span, text });
    } else {
        put(out, place.title, &old.title, &new.title);
        put(out, place.url, &old.url, &new.url);
    }
}

/// The events of an organizer: those that stay are changed in place, new ones get lines of their own below them, and
/// of those that go the line is taken.
fn names(
    doc: &Document,
    item: &Item,
    shape: &event::Event,
    (now, wanted): (&submission::Event, &submission::Event),
    out: &mut Vec<Splice>,
) -> Option<()> {
    if wanted.events.len() < now.events.len() {
        let mut kept = wanted.events.iter().peekable();
        for (place, event) in shape.names.iter().zip(&now.events) {
            if kept.next_if_eq(&event).is_some() {
                continue;
            }
            let line = doc.lines[doc.line_index(place.span.start)];
            let alone = shape.names.iter().filter(|n| line.full.covers(n.span)).count() == 1;
            if !alone || line.eol(doc.text()).is_empty() {
                return None;
            }
            out.push(Splice { span: line.full, text: String::new() });
        }
        return kept.next().is_none().then_some(());
    }
    for ((place, old), new) in shape.names.iter().zip(&now.events).zip(&wanted.events) {
        link(out, place, old, new, "**");
    }
    let added = added(doc, item, shape, &wanted.events[now.events.len()..]);
    if !added.is_empty() {
        out.push(Splice { span: Span::at(doc.lines[item.end_line - 1].content.end), text: added });
    }
    Some(())
}

/// The lines of new events, indented as the one above them.
fn added(doc: &Document, item: &Item, shape: &event::Event, events: &[NamedLink]) -> String {
    let text = doc.text();
    let above = shape
        .names
        .last()
        .map(|last| Span::new(doc.lines[doc.line_index(last.span.start)].content.start, last.span.start).of(text));
    let prefix = above.filter(|p| matches!(p.trim(), "*" | "-" | "+")).unwrap_or("    * ");
    let line = |e: &NamedLink| format!("{}{prefix}[**{}**]({})", eol(doc, item), e.title.trim(), e.url.trim());
    events.iter().map(line).collect()
}
