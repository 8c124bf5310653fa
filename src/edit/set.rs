//! Sets one field of an item, or all that differ from a submission.

use super::Refusal;
use crate::issue::Document;
use crate::issue::item::{Item, Shape};
use crate::issue::submission::{self, Submission, dates, tag_prefix};
use crate::text::{Edit, Span, Splice};

/// A field of an item; the numbers say which of its events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Title of a link or task, name of a call.
    Title,
    Url,
    /// Prefixes, divided by blanks: `video ES`.
    Tags,
    /// The project of a task.
    Project,
    /// First day, `YYYY-MM-DD`.
    Starts,
    /// Last day; empty for a single day.
    Ends,
    Location,
    OrganizerName,
    OrganizerUrl,
    EventTitle(usize),
    EventUrl(usize),
    /// Closing date of a call.
    Closes,
}

impl Field {
    /// Its name in a submission.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Url => "url",
            Self::Tags => "tags",
            Self::Project => "project",
            Self::Starts => "starts",
            Self::Ends => "ends",
            Self::Location => "location",
            Self::OrganizerName => "organizer.name",
            Self::OrganizerUrl => "organizer.url",
            Self::EventTitle(_) => "events.title",
            Self::EventUrl(_) => "events.url",
            Self::Closes => "closes",
        }
    }
}

/// The edit that sets one field of item `index` to `value`, Markdown as it stands in the file.
///
/// # Errors
/// Where the item is gone, has no such field, or the value cannot stand there: a line break, a bad date, an address
/// with a blank.
pub fn set(doc: &Document, index: usize, field: Field, value: &str) -> Result<Edit, Refusal> {
    let mut wanted = doc.submission(index).ok_or(Refusal::NoSuchItem)?;
    let bad = |problem: String| Refusal::BadValue(field.name(), problem);
    let value = value.trim();
    if value.contains(['\n', '\r']) {
        return Err(bad("holds a line break; write it on one line".into()));
    }
    if value.is_empty() && !matches!(field, Field::Ends | Field::Tags) {
        return Err(bad("is empty".into()));
    }
    put(&mut wanted, field, value)?;
    // The submission's reader is the judge of what may stand in a field.
    submission::read(&wanted.to_json().to_string()).map_err(|e| bad(e.problem))?;
    update(doc, index, &wanted)
}

fn put(submission: &mut Submission, field: Field, value: &str) -> Result<(), Refusal> {
    let date = || value.parse().map_err(|e| Refusal::BadValue(field.name(), format!("`{value}` {e}")));
    let owned = || value.to_owned();
    let missing = Err(Refusal::NoSuchField(field.name()));
    match (submission, field) {
        (Submission::Link(s), Field::Title) => s.title = owned(),
        (Submission::Link(s), Field::Url) => s.url = owned(),
        (Submission::Link(s), Field::Tags) => s.tags = value.split_whitespace().map(str::to_owned).collect(),
        (Submission::Project(s), Field::Project) => s.project = owned(),
        (Submission::Project(s), Field::Title) => s.title = owned(),
        (Submission::Project(s), Field::Url) => s.url = owned(),
        (Submission::Call(s), Field::Title) => s.name = owned(),
        (Submission::Call(s), Field::Url) => s.url = owned(),
        (Submission::Call(s), Field::Closes) => s.closes = date()?,
        (Submission::Call(s), Field::Location) => s.location = owned(),
        (Submission::Call(s), Field::Starts) => s.starts = date()?,
        (Submission::Call(s), Field::Ends) => s.ends = if value.is_empty() { None } else { Some(date()?) },
        (Submission::Event(s), Field::Location) => s.location = owned(),
        (Submission::Event(s), Field::Starts) => s.starts = date()?,
        (Submission::Event(s), Field::Ends) => s.ends = if value.is_empty() { None } else { Some(date()?) },
        (Submission::Event(s), Field::OrganizerName) => s.organizer.title = owned(),
        (Submission::Event(s), Field::OrganizerUrl) => s.organizer.url = owned(),
        (Submission::Event(s), Field::EventTitle(n)) => match s.events.get_mut(n) {
            Some(event) => event.title = owned(),
            None => return missing,
        },
        (Submission::Event(s), Field::EventUrl(n)) => match s.events.get_mut(n) {
            Some(event) => event.url = owned(),
            None => return missing,
        },
        _ => return missing,
    }
    Ok(())
}

/// The edit that makes item `index` say what `wanted` says. Fields that are the same keep their bytes, odd spelling
/// included; where the shape has no place for a field, the item is written anew in canonical form.
pub fn update(doc: &Document, index: usize, wanted: &Submission) -> Result<Edit, Refusal> {
    let item = doc.items.get(index).ok_or(Refusal::NoSuchItem)?;
    let section = &doc.sections[item.section];
    let text = doc.text();
    let Some(now) = item.submission(text, section) else { return Ok(rewrite(doc, item, wanted)) };
    let edit = match splices(item, &now, wanted) {
        Some(splices) => Edit::of(splices).ok(),
        None => None,
    };
    // Trust, but read again: what was set must be what is read.
    let reads = |edit: &Edit| {
        let after = edit.apply(text).ok()?;
        let doc = Document::parse(after);
        Some(same(&doc.submission(doc.item_at(item.span.start)?)?, wanted))
    };
    match edit.filter(|e| reads(e) == Some(true)) {
        Some(edit) => Ok(edit),
        None => Ok(rewrite(doc, item, wanted)),
    }
}

/// Whether both say the same but for the section they stand in.
fn same(a: &Submission, b: &Submission) -> bool {
    a.lines() == b.lines()
}

/// The smallest edit that puts the canonical lines where the item stood.
fn rewrite(doc: &Document, item: &Item, wanted: &Submission) -> Edit {
    let text = doc.text();
    let old = item.span.of(text);
    let end = old.len() - old.trim_end_matches(['\n', '\r']).len();
    let eol = doc.lines.get(item.line - 1).map(|l| l.eol(text)).filter(|e| !e.is_empty()).unwrap_or(doc.eol());
    let span = Span::new(item.span.start, item.span.end - end);
    let edit = Edit::between(span.of(text), &wanted.lines().join(eol));
    let moved = edit.splices().iter().map(|s| Splice { span: s.span.offset(span.start), text: s.text.clone() });
    Edit::of(moved.collect()).unwrap_or_default()
}

/// The splices of the fields that differ; `None` where a field has no place of its own.
fn splices(item: &Item, now: &Submission, wanted: &Submission) -> Option<Vec<Splice>> {
    let mut out = Vec::new();
    let mut put = |span: Span, old: &str, new: &str| {
        if old.trim() != new.trim() {
            out.push(Splice { span, text: new.trim().to_owned() });
        }
    };
    match (&item.shape, now, wanted) {
        (Shape::Link(s), Submission::Link(a), Submission::Link(b)) => {
            put(s.prefix, &tag_prefix(&a.tags), &tag_prefix(&b.tags));
            put(s.title, &a.title, &b.title);
            put(s.url, &a.url, &b.url);
            // A prefix keeps its blank, which trimming takes.
            let prefixed = out.first_mut().filter(|p| p.span == s.prefix && !p.text.is_empty());
            prefixed.into_iter().for_each(|p| p.text.push(' '));
        }
        (Shape::Project(s), Submission::Project(a), Submission::Project(b)) => {
            put(s.project, &a.project, &b.project);
            put(s.title, &a.title, &b.title);
            put(s.url, &a.url, &b.url);
        }
        (Shape::Call(s), Submission::Call(a), Submission::Call(b)) => {
            put(s.name, &a.name, &b.name);
            put(s.url, &a.url, &b.url);
            let closing = |date| format!("CFP closes {date}");
            put(s.closing, &closing(a.closes), &closing(b.closes));
            put(s.location, &a.location, &b.location);
            put(s.dates, &dates(a.starts, a.ends), &dates(b.starts, b.ends));
        }
        (Shape::Event(s), Submission::Event(a), Submission::Event(b)) => {
            if s.names.len() != b.events.len() || s.organizers.len() != 1 || s.organizers[0].url.is_empty() {
                return None;
            }
            put(s.dates, &dates(a.starts, a.ends), &dates(b.starts, b.ends));
            put(s.location, &a.location, &b.location);
            put(s.organizers[0].title, &a.organizer.title, &b.organizer.title);
            put(s.organizers[0].url, &a.organizer.url, &b.organizer.url);
            for ((place, old), new) in s.names.iter().zip(&a.events).zip(&b.events) {
                if place.url.is_empty() && old.url != new.url {
                    return None;
                }
                put(place.title, &old.title, &new.title);
                put(place.url, &old.url, &new.url);
            }
        }
        _ => return None,
    }
    Some(out)
}
