//! Puts work onto a draft that moved on, and says what is to be looked at.

use crate::edit::{self, Refusal, WINDOW_DAYS};
use crate::issue::{Document, Submission, address};
use crate::merge::{self, Conflict, Edited};
use crate::review::{self, ChangeKind};
use crate::text::date::Date;

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rebased {
    /// The work on the new base. Nothing of it is missing.
    pub text: String,
    /// Items of the work that stand in it now and were not there before.
    pub placed: Vec<Submission>,
    /// Items that the new base has already, by title.
    pub already: Vec<String>,
    /// Items that were placed though the new base has one with the same address: by title, ours and theirs.
    pub alike: Vec<(String, String)>,
    /// Items for which the new base has no place. They stand in the text, below the heading that they had.
    pub homeless: Vec<Homeless>,
    /// Items that were placed and do not fit the day of the new base.
    pub misdated: Vec<Misdated>,
    /// The day of the new base, where it is another issue: the old one was published and a new draft begun.
    pub new_issue: Option<Date>,
    /// Both sides changed the same lines; both are in the text, for a person to look at.
    pub conflicts: usize,
    /// The same, to choose from; spans are those of the text.
    pub open: Vec<Conflict>,
}

/// An item without a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Homeless {
    pub submission: Submission,
    pub why: Refusal,
}

/// An item with a date that does not fit the issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misdated {
    /// As inline Markdown.
    pub title: String,
    /// The date that does not fit.
    pub date: Date,
    pub why: Misfit,
}

/// What is wrong with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// The event is over when the issue appears.
    Over,
    /// The event begins after the days that the issue lists.
    Later,
    /// The call for speakers is closed when the issue appears.
    Closed,
}

/// Names of the two sides in conflicts.
pub const NEWER: &str = "the newer draft";
/// See [`NEWER`].
pub const WORK: &str = "your work";

/// Takes what was changed from `base` to `work` over to `newer`. Where only items were added, each is placed anew
/// (placing is cheap and repeatable); else the texts are merged.
pub fn rebase(base: &str, work: &str, newer: &str) -> Rebased {
    let (old, new) = (Document::parse(base), Document::parse(newer));
    let mut rebased = Rebased { new_issue: new.date().filter(|date| Some(*date) != old.date()), ..Rebased::default() };
    let additions = only_additions(base, work);
    let place = additions.is_some();
    let added = additions.unwrap_or_else(|| added(&old, &Document::parse(work)));
    let mut doc = Document::parse(newer);
    let mut homeless = Some(base.to_owned());
    for submission in added {
        let title = submission.title().to_owned();
        if items(&new).any(|(_, known)| known.lines() == submission.lines() && same_place(&new, &known, &submission)) {
            rebased.already.push(title);
            continue;
        }
        rebased.alike.extend(alike(&new, &submission).map(|theirs| (title, theirs)));
        rebased.misdated.extend(new.date().and_then(|date| misdated(&submission, date)));
        match edit::add_all(&doc, std::slice::from_ref(&submission)) {
            Ok(change) => {
                doc = change.after;
                rebased.placed.push(submission);
            }
            Err(why) => {
                homeless = homeless.and_then(|text| with(&text, &submission));
                rebased.homeless.push(Homeless { submission, why });
            }
        }
    }
    let (theirs, ours) = match homeless {
        Some(_) if place && rebased.homeless.is_empty() => {
            rebased.text = doc.text().to_owned();
            return rebased;
        }
        // What has no place comes with its heading: the placed ones are a newer draft to it.
        Some(homeless) if place => (doc.text().to_owned(), homeless),
        _ => (newer.to_owned(), work.to_owned()),
    };
    let sides = [Edited { name: NEWER, text: &theirs }, Edited { name: WORK, text: &ours }];
    let merged = merge::merge_named(base, &sides);
    Rebased { text: merged.text, conflicts: merged.conflicts.len(), open: merged.conflicts, ..rebased }
}

/// The items of a document that have all their fields.
fn items(doc: &Document) -> impl Iterator<Item = (usize, Submission)> + '_ {
    (0..doc.items.len()).filter_map(|index| Some((index, doc.submission(index)?)))
}

/// Whether both stand below one heading: a hybrid event stands below two.
fn same_place(doc: &Document, a: &Submission, b: &Submission) -> bool {
    match (a, b) {
        (Submission::Link(a), Submission::Link(b)) => doc.section_named(&a.section) == doc.section_named(&b.section),
        (Submission::Event(a), Submission::Event(b)) => b.region.is_none() || a.region == b.region,
        _ => a.kind() == b.kind(),
    }
}

/// The title of an item with the same address; of events only below the same heading and on the same day.
fn alike(doc: &Document, wanted: &Submission) -> Option<String> {
    let key = address::key(wanted.url())?;
    let same = |known: &Submission| {
        let day = match (known, wanted) {
            (Submission::Event(a), Submission::Event(b)) => a.starts == b.starts && same_place(doc, known, wanted),
            _ => known.kind() == wanted.kind(),
        };
        day && address::key(known.url()).as_ref() == Some(&key)
    };
    items(doc).find(|(_, known)| same(known)).map(|(_, known)| known.title().to_owned())
}

/// What of its dates does not fit the issue of that day.
fn misdated(submission: &Submission, issue: Date) -> Option<Misdated> {
    let (date, why) = match submission {
        Submission::Event(event) => match event.ends.unwrap_or(event.starts) {
            ends if ends < issue => (ends, Misfit::Over),
            _ if event.starts > issue.plus(WINDOW_DAYS) => (event.starts, Misfit::Later),
            _ => return None,
        },
        Submission::Call(call) if call.closes < issue => (call.closes, Misfit::Closed),
        _ => return None,
    };
    Some(Misdated { title: submission.title().to_owned(), date, why })
}

/// The items that the work has and the base has not.
fn added(base: &Document, work: &Document) -> Vec<Submission> {
    let changes = review::changes(base, work);
    let added = changes.iter().filter(|change| change.kind == ChangeKind::Added);
    added.filter_map(|change| work.submission(change.after?)).collect()
}

/// The submissions that were added, where nothing else was changed.
pub(super) fn only_additions(base: &str, work: &str) -> Option<Vec<Submission>> {
    let (before, after) = (Document::parse(base), Document::parse(work));
    if review::changes(&before, &after).iter().any(|change| change.kind != ChangeKind::Added) {
        return None;
    }
    let added = added(&before, &after);
    // Adding them again must give the very work: what was placed by hand is merged instead.
    let text = added.iter().try_fold(base.to_owned(), |text, submission| with(&text, submission))?;
    let bag = |text: &str| {
        let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    (bag(&text) == bag(work)).then_some(added)
}

pub(super) fn with(text: &str, submission: &Submission) -> Option<String> {
    let doc = Document::parse(text);
    edit::add(&doc, submission).ok()?.apply(text).ok()
}
