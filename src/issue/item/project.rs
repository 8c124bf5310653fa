//! `* [project - issue title](https://…)`: a task of a project that looks for help.

use super::link::Link;
use crate::issue::submission;
use crate::text::Span;

/// A project's task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    pub project: Span,
    pub title: Span,
    pub url: Span,
    /// What follows the link on its line.
    pub after: Span,
}

/// What people write between project and title; the first is the canonical one.
const SEPARATORS: [&str; 5] = [" - ", " – ", " — ", ": ", " | "];

impl Project {
    /// Reads the first link of `head`; `None` where its text does not name a project.
    pub fn read(text: &str, head: Span) -> Option<Self> {
        let link = Link::read(text, head).filter(|l| l.tags.is_empty())?;
        let whole = link.title.of(text);
        let (at, length) = SEPARATORS
            .iter()
            .filter_map(|s| whole.find(s).map(|at| (at, s.len())))
            .filter(|(at, length)| *at > 0 && at + length < whole.len())
            .min()?;
        let part = |start: usize, end: usize| {
            let trimmed = whole[start..end].trim();
            let at = link.title.start + crate::text::span_in(whole, trimmed).start;
            Span::new(at, at + trimmed.len())
        };
        let (project, title) = (part(0, at), part(at + length, whole.len()));
        if project.is_empty() || title.is_empty() {
            return None;
        }
        Some(Self { project, title, url: link.url, after: link.after })
    }

    /// Its fields.
    pub fn submission(&self, text: &str) -> submission::Project {
        submission::Project {
            project: self.project.of(text).to_owned(),
            title: self.title.of(text).to_owned(),
            url: self.url.of(text).to_owned(),
        }
    }
}
