//! `* [video] [Title](https://…)`: the shape of most items.

use crate::issue::inline;
use crate::issue::submission;
use crate::text::Span;

/// A link with its prefixes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What stands between the brackets of each prefix.
    pub tags: Vec<Span>,
    /// From the first prefix to the link: empty where there is none.
    pub prefix: Span,
    pub title: Span,
    pub url: Span,
    /// White space between `]` and `(`.
    pub gap: bool,
    /// What follows the link on its line: nothing in canonical form.
    pub after: Span,
}

impl Link {
    /// Reads the first link of `head`, a line without its bullet.
    pub fn read(text: &str, head: Span) -> Option<Self> {
        let line = head.of(text);
        let (tags, end) = inline::tags(line, head.start);
        let link = inline::first_link(&line[end..], head.start + end)?;
        let after = text[link.span.end..head.end].trim();
        let at = head.end - text[link.span.end..head.end].trim_start().len();
        Some(Self {
            tags,
            prefix: Span::new(head.start, link.span.start),
            title: link.text,
            url: link.url,
            gap: link.gap,
            after: Span::new(at, at + after.len()),
        })
    }

    /// Its fields; `None` without title or address.
    pub fn submission(&self, text: &str, section: &str) -> Option<submission::Link> {
        let (title, url) = (self.title.of(text).trim(), self.url.of(text));
        (!title.is_empty() && !url.is_empty()).then(|| submission::Link {
            section: section.to_owned(),
            tags: self.tags.iter().map(|t| t.of(text).to_owned()).collect(),
            title: title.to_owned(),
            url: url.to_owned(),
        })
    }
}
