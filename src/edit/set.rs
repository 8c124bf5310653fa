//! Sets one field of an item.

use super::{Change, Refusal, UNREADABLE, update::updated};
use crate::issue::Document;
use crate::issue::submission::{self, Submission};
use crate::text::Edit;

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
/// with a blank, a bracket or a bar that would make another field of it.
pub fn set(doc: &Document, index: usize, field: Field, value: &str) -> Result<Edit, Refusal> {
    set_and_read(doc, index, field, value).map(|change| change.edit)
}

/// The same with the document as it is then, which had to be read to be sure.
///
/// # Errors
/// As [`set`].
pub fn set_and_read(doc: &Document, index: usize, field: Field, value: &str) -> Result<Change, Refusal> {
    doc.items.get(index).ok_or(Refusal::NoSuchItem)?;
    let now = doc.submission(index).ok_or(Refusal::NoSuchField(field.name()))?;
    let bad = |problem: String| Refusal::BadValue(field.name(), problem);
    let value = value.trim();
    if value.contains(['\n', '\r']) {
        return Err(bad("holds a line break; write it on one line".into()));
    }
    if value.is_empty() && !matches!(field, Field::Ends | Field::Tags) {
        return Err(bad("is empty; fill it in".into()));
    }
    let mut wanted = now.clone();
    put(&mut wanted, field, value)?;
    // The submission's reader is the judge of what may stand in a field; what was wrong before is no reason.
    let problem = |s: &Submission| submission::problem(&filled(s));
    match problem(&wanted).filter(|found| problem(&now).as_ref() != Some(found)) {
        Some(found) => Err(bad(found.problem)),
        None => updated(doc, index, &wanted).map_err(|refusal| match refusal {
            Refusal::Unreadable => bad(UNREADABLE.into()),
            other => other,
        }),
    }
}

/// The same with something in every name and address: an item lacks one here and there, which is no fault of the
/// field that is set.
fn filled(submission: &Submission) -> Submission {
    let mut filled = submission.clone();
    let mut fields = match &mut filled {
        Submission::Link(s) => vec![&mut s.title, &mut s.url],
        Submission::Project(s) => vec![&mut s.project, &mut s.title, &mut s.url],
        Submission::Call(s) => vec![&mut s.name, &mut s.url, &mut s.location],
        Submission::Event(s) => {
            let links = std::iter::once(&mut s.organizer).chain(&mut s.events);
            links.flat_map(|link| [&mut link.title, &mut link.url]).chain([&mut s.location]).collect()
        }
    };
    fields.iter_mut().filter(|f| f.trim().is_empty()).for_each(|f| "x".clone_into(f));
    filled
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
