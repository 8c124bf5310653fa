//! One contribution, one change: work of several items, taken apart.

use super::rebase::{only_additions, with};
use crate::issue::Submission;

/// One item, or the two of a hybrid event, and the draft with just that in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Inline Markdown.
    pub title: String,
    /// The base with this part in it.
    pub text: String,
}

/// The parts of the work between `base` and `work`; empty where it is more than additions, or only one.
pub fn parts(base: &str, work: &str) -> Vec<Part> {
    let Some(added) = only_additions(base, work) else { return Vec::new() };
    let mut groups: Vec<Vec<Submission>> = Vec::new();
    for submission in added {
        let twin = groups.iter_mut().find(|group| is_twin(&group[0], &submission));
        match twin {
            Some(group) => group.push(submission),
            None => groups.push(vec![submission]),
        }
    }
    if groups.len() < 2 {
        return Vec::new();
    }
    let part = |group: &Vec<Submission>| {
        let text = group.iter().try_fold(base.to_owned(), |text, submission| with(&text, submission))?;
        Some(Part { title: group[0].title().to_owned(), text })
    };
    groups.iter().filter_map(part).collect()
}

/// The same event, under Virtual and under its continent.
fn is_twin(a: &Submission, b: &Submission) -> bool {
    match (a, b) {
        (Submission::Event(a), Submission::Event(b)) => {
            a.starts == b.starts && a.events == b.events && a.region != b.region
        }
        _ => false,
    }
}
