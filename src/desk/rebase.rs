//! Puts work onto a draft that moved on.

use crate::issue::{Document, Submission};
use crate::review::{self, ChangeKind};
use crate::{edit, merge};

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebased {
    /// The work on the new base.
    pub text: String,
    /// Items that the new base has already, by title.
    pub already: Vec<String>,
    /// Both sides changed the same lines; both are in the text, for a person to look at.
    pub conflicts: usize,
}

/// Takes what was changed from `base` to `work` over to `newer`. Where only items were added, each is placed anew
/// (placing is cheap and repeatable); else the texts are merged.
pub fn rebase(base: &str, work: &str, newer: &str) -> Rebased {
    if let Some(added) = only_additions(base, work)
        && let Some(rebased) = place_anew(newer, &added)
    {
        return rebased;
    }
    let merged = merge::merge(base, &[newer, work]);
    Rebased { text: merged.text, already: Vec::new(), conflicts: merged.conflicts.len() }
}

/// The submissions that were added, where nothing else was changed.
pub(super) fn only_additions(base: &str, work: &str) -> Option<Vec<Submission>> {
    let (before, after) = (Document::parse(base), Document::parse(work));
    let changes = review::changes(&before, &after);
    let mut added = Vec::new();
    for change in &changes {
        match change.kind {
            ChangeKind::Added => added.push(after.submission(change.after?)?),
            _ => return None,
        }
    }
    // Adding them again must give the very work: what was placed by hand is merged instead.
    let mut text = base.to_owned();
    for submission in &added {
        text = with(&text, submission)?;
    }
    let bag = |text: &str| {
        let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    (bag(&text) == bag(work)).then_some(added)
}

fn place_anew(newer: &str, added: &[Submission]) -> Option<Rebased> {
    let mut text = newer.to_owned();
    let mut already = Vec::new();
    for submission in added {
        let doc = Document::parse(text.as_str());
        let there = (0..doc.items.len()).any(|i| doc.submission(i).is_some_and(|s| s.lines() == submission.lines()));
        if there {
            already.push(submission.title().to_owned());
            continue;
        }
        text = with(&text, submission)?;
    }
    Some(Rebased { text, already, conflicts: 0 })
}

pub(super) fn with(text: &str, submission: &Submission) -> Option<String> {
    let doc = Document::parse(text);
    edit::add(&doc, submission).ok()?.apply(text).ok()
}
