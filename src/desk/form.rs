//! The form: what a person typed, as they typed it, and what it makes.

pub mod bookmarklet;
mod change;
mod paste;
pub mod prefill;
mod suggest;

pub use change::{form_change, other_half};
pub use paste::Pasted;
pub use suggest::{Organizer, organizers};

use crate::issue::place::{Region, hybrid_location, region_of};
use crate::issue::submission::{Call, Event, Link, NamedLink, Project};
use crate::issue::{Submission, escape};
use crate::rules::field::RawFields;
use crate::text::date::Date;
use serde::{Deserialize, Serialize};

/// What a form makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FormKind {
    #[default]
    Link,
    Event,
    /// A task of a project.
    Project,
    /// A call for speakers.
    Call,
}

impl FormKind {
    /// In the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Link, Self::Event, Self::Project, Self::Call];

    /// Its name in a submission.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Event => "event",
            Self::Project => "cfp-project",
            Self::Call => "cfp-event",
        }
    }
}

/// The fields of all four kinds, as typed: plain text, unless [`Form::markdown`] says else. Fields that two kinds
/// share keep what was typed when the kind is changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Form {
    pub kind: FormKind,
    /// Heading of the section, for a link.
    pub section: String,
    /// Prefixes without brackets.
    pub tags: Vec<String>,
    /// Title of a link or task, name of an event or call.
    pub title: String,
    pub url: String,
    pub project: String,
    pub starts: String,
    pub ends: String,
    pub closes: String,
    pub location: String,
    pub organizer_name: String,
    pub organizer_url: String,
    /// Further events of the same organizer on the same day: name and page.
    pub more: Vec<(String, String)>,
    /// A hybrid event: it stands under Virtual too.
    pub online: bool,
    /// Titles and names are Markdown as it stands in the file; set when a pasted one holds more than plain text.
    pub markdown: bool,
    /// The person says that the page is free to read.
    pub free: bool,
    /// The person says that a person wrote it.
    pub person: bool,
}

impl Form {
    /// Whether nothing was typed yet.
    pub fn is_empty(&self) -> bool {
        let texts = [&self.title, &self.url, &self.project, &self.starts, &self.ends, &self.closes, &self.location];
        let empty = texts.iter().chain(&[&self.organizer_name, &self.organizer_url]).all(|t| t.trim().is_empty());
        empty && self.more.iter().all(|(title, url)| title.is_empty() && url.is_empty())
    }

    /// An empty form of the same kind and section.
    pub fn cleared(&self) -> Self {
        Self { kind: self.kind, section: self.section.clone(), ..Self::default() }
    }

    fn inline(&self, typed: &str) -> String {
        if self.markdown { escape::fold(typed) } else { escape::to_inline(typed) }
    }

    /// The submissions it makes, two for a hybrid event; `None` while something that is needed is missing or no
    /// date is one. What is missing is for the findings to say.
    pub fn submissions(&self) -> Option<Vec<Submission>> {
        let filled = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
        let title = filled(&self.inline(&self.title))?;
        let url = filled(&escape::to_url(&self.url))?;
        let date = |text: &str| text.trim().parse::<Date>().ok();
        let span = || {
            let starts = date(&self.starts)?;
            let ends = if self.ends.trim().is_empty() { None } else { Some(date(&self.ends)?) };
            (ends.is_none_or(|e| e >= starts)).then_some((starts, ends.filter(|e| *e != starts)))
        };
        let location = || filled(&escape::to_inline(&self.location));
        Some(match self.kind {
            FormKind::Link => {
                let section = filled(&self.section)?;
                let tags = self.tags.iter().filter_map(|t| filled(t)).collect();
                vec![Submission::Link(Link { section, tags, title, url })]
            }
            FormKind::Project => {
                let project = filled(&self.inline(&self.project))?;
                vec![Submission::Project(Project { project, title, url })]
            }
            FormKind::Call => {
                let (starts, ends) = span()?;
                let closes = date(&self.closes)?;
                vec![Submission::Call(Call { name: title, url, closes, location: location()?, starts, ends })]
            }
            FormKind::Event => {
                let (starts, ends) = span()?;
                let location = location()?;
                let organizer = NamedLink {
                    title: filled(&self.inline(&self.organizer_name))?,
                    url: filled(&escape::to_url(&self.organizer_url))?,
                };
                let mut events = vec![NamedLink { title, url }];
                for (title, url) in self.more.iter().filter(|(t, u)| !t.trim().is_empty() || !u.trim().is_empty()) {
                    events.push(NamedLink { title: filled(&self.inline(title))?, url: filled(&escape::to_url(url))? });
                }
                let event = |region: Region, location: String| {
                    let region = Some(region.name().to_owned());
                    let (organizer, events) = (organizer.clone(), events.clone());
                    Submission::Event(Event { region, starts, ends, location, organizer, events })
                };
                let home = region_of(&location)?;
                if self.online && home != Region::Virtual {
                    let hybrid = hybrid_location(&location);
                    vec![event(Region::Virtual, hybrid.clone()), event(home, hybrid)]
                } else {
                    vec![event(home, location)]
                }
            }
        })
    }

    /// The fields as the findings read them.
    pub fn raw(&self) -> RawFields {
        let mut events = vec![(self.title.clone(), self.url.clone())];
        events.extend(self.more.clone());
        RawFields {
            kind: self.kind.kind(),
            section: self.section.clone(),
            tags: self.tags.clone(),
            title: self.title.clone(),
            name: self.title.clone(),
            url: self.url.clone(),
            project: self.project.clone(),
            starts: self.starts.clone(),
            ends: self.ends.clone(),
            closes: self.closes.clone(),
            location: self.location.clone(),
            organizer_name: self.organizer_name.clone(),
            organizer_url: self.organizer_url.clone(),
            events,
        }
    }

    /// The form that makes `submission`. Titles become plain text where nothing is lost by it.
    pub fn of(submission: &Submission) -> Self {
        let inlines: Vec<&str> = match submission {
            Submission::Link(s) => vec![&s.title],
            Submission::Project(s) => vec![&s.project, &s.title],
            Submission::Call(s) => vec![&s.name],
            Submission::Event(s) => s.events.iter().chain([&s.organizer]).map(|e| e.title.as_str()).collect(),
        };
        let markdown = !inlines.iter().all(|inline| escape::is_plain(inline));
        let plain = |inline: &str| if markdown { inline.to_owned() } else { escape::to_plain(inline) };
        let date = |date: Option<Date>| date.map(|d| d.to_string()).unwrap_or_default();
        let form = Self { markdown, url: submission.url().to_owned(), ..Self::default() };
        match submission {
            Submission::Link(s) => {
                Self { section: s.section.clone(), tags: s.tags.clone(), title: plain(&s.title), ..form }
            }
            Submission::Project(s) => {
                Self { kind: FormKind::Project, project: plain(&s.project), title: plain(&s.title), ..form }
            }
            Submission::Call(s) => Self {
                kind: FormKind::Call,
                title: plain(&s.name),
                closes: s.closes.to_string(),
                location: escape::to_plain(&s.location),
                starts: s.starts.to_string(),
                ends: date(s.ends),
                ..form
            },
            Submission::Event(s) => Self {
                kind: FormKind::Event,
                title: s.events.first().map(|e| plain(&e.title)).unwrap_or_default(),
                more: s.events.iter().skip(1).map(|e| (plain(&e.title), e.url.clone())).collect(),
                starts: s.starts.to_string(),
                ends: date(s.ends),
                location: escape::to_plain(&s.location),
                organizer_name: plain(&s.organizer.title),
                organizer_url: s.organizer.url.clone(),
                ..form
            },
        }
    }
}
