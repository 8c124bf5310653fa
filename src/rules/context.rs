//! What a check may look at.

use super::checker::{self, PageLink, Rendered};
use super::sent::{self, Address, Located};
use super::url;
use crate::issue::Document;
use crate::text::date::Date;
use std::cell::OnceCell;
use std::collections::HashMap;

/// How many issues before the draft count for duplicates; the checker looks at 25, the draft being one.
pub const RECENT: usize = 24;

/// How long after the issue's date its events may begin (guidelines of the newsletter).
pub const WINDOW_DAYS: i64 = 28;

/// Who looks at the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Role {
    #[default]
    Contributor,
    Editor,
}

impl Role {
    /// Reads its name.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "contributor" => Some(Self::Contributor),
            "editor" => Some(Self::Editor),
            _ => None,
        }
    }
}

/// What a check is told besides the draft.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    pub role: Role,
    /// `None` where nobody says what day it is: then the issue's own date stands for it.
    pub today: Option<Date>,
    pub recent: &'a Recent,
}

/// A draft under inspection, with what several rules look at.
pub struct Context<'a> {
    doc: &'a Document,
    setting: Setting<'a>,
    links: OnceCell<Vec<PageLink>>,
    rendered: OnceCell<Vec<Rendered>>,
    addresses: OnceCell<Vec<Address>>,
    places: OnceCell<Vec<Located<'a>>>,
}

impl<'a> Context<'a> {
    /// `doc` is looked through when a rule asks, once for all of them.
    pub fn new(doc: &'a Document, setting: Setting<'a>) -> Self {
        Self {
            doc,
            setting,
            links: OnceCell::new(),
            rendered: OnceCell::new(),
            addresses: OnceCell::new(),
            places: OnceCell::new(),
        }
    }

    /// The draft.
    pub fn doc(&self) -> &'a Document {
        self.doc
    }

    /// Its text.
    pub fn text(&self) -> &'a str {
        self.doc.text()
    }

    /// Who looks at it.
    pub fn role(&self) -> Role {
        self.setting.role
    }

    /// The issues before.
    pub fn recent(&self) -> &'a Recent {
        self.setting.recent
    }

    /// Links below the community heading as the checker sees them, in order.
    pub fn links(&self) -> &[PageLink] {
        self.links.get_or_init(|| checker::community_links(self.doc))
    }

    /// Paragraphs and list items of the whole file as the page has them.
    pub fn rendered(&self) -> &[Rendered] {
        self.rendered.get_or_init(|| checker::rendered(self.doc))
    }

    /// The addresses of all items that people send, taken apart.
    pub fn addresses(&self) -> &[Address] {
        self.addresses.get_or_init(|| sent::addresses(self.doc))
    }

    /// The places of all events and calls, taken apart.
    pub fn places(&self) -> &[Located<'a>] {
        self.places.get_or_init(|| sent::places(self.doc))
    }

    /// The issue's date, else today.
    pub fn date(&self) -> Option<Date> {
        self.doc.date().or(self.setting.today)
    }

    /// First and last day on which an event of the issue may be.
    pub fn window(&self) -> Option<(Date, Date)> {
        self.date().map(|date| (date, date.plus(WINDOW_DAYS)))
    }
}

/// The links of the issues before the draft.
#[derive(Clone, Debug, Default)]
pub struct Recent {
    /// The compared form of each, and the first issue that has it.
    links: HashMap<String, Date>,
    issues: Vec<Date>,
}

impl Recent {
    /// None known.
    pub fn none() -> Self {
        Self::default()
    }

    /// The links of issues, each with its date and what [`Self::links_of`] gives for it: those of the [`RECENT`] issues
    /// before `draft` count.
    pub fn new(issues: impl IntoIterator<Item = (Date, Vec<String>)>, draft: Option<Date>) -> Self {
        let mut issues: Vec<_> = issues.into_iter().filter(|(date, _)| draft.is_none_or(|d| *date < d)).collect();
        issues.sort_by_key(|(date, _)| *date);
        let mut recent = Self::default();
        for (date, links) in issues.split_off(issues.len().saturating_sub(RECENT)) {
            recent.issues.push(date);
            for link in links {
                recent.links.entry(link).or_insert(date);
            }
        }
        recent
    }

    /// Of file names, those of the issues that count for a draft of that date, `YYYY-MM-DD*.md`, oldest first.
    pub fn select(names: impl IntoIterator<Item = String>, draft: Option<Date>) -> Vec<(Date, String)> {
        let dated = |name: String| {
            let date = name.get(..10)?.parse().ok()?;
            name.ends_with(".md").then_some((date, name))
        };
        let mut issues: Vec<_> = names.into_iter().filter_map(dated).collect();
        issues.retain(|(date, _)| draft.is_none_or(|draft| *date < draft));
        issues.sort();
        issues.split_off(issues.len().saturating_sub(RECENT))
    }

    /// The compared links of one issue's text; what is worth keeping of it.
    pub fn links_of(text: &str) -> Vec<String> {
        let doc = Document::parse(text);
        checker::community_links(&doc).iter().map(|link| url::compared(&link.href)).collect()
    }

    /// The issue that has the link, given in compared form.
    pub fn issue_of(&self, compared: &str) -> Option<Date> {
        self.links.get(compared).copied()
    }

    /// The issues that count, oldest first.
    pub fn issues(&self) -> &[Date] {
        &self.issues
    }
}
