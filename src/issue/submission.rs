//! A submission: what a person wants in the issue, in the JSON shape that the contract fixes.
//!
//! `title`, `name` and `project` are Markdown inline text as it stands in the file. Reading names the field
//! that is wrong and says what to do; writing gives the canonical lines.

mod read;

pub use read::{FieldError, problem, read};

use crate::text::date::Date;
use serde::{Deserialize, Serialize};

/// One event of an organizer on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedLink {
    /// Inline Markdown; `name` for an organizer, `title` for an event.
    #[serde(alias = "name")]
    pub title: String,
    pub url: String,
}

/// What is to stand in the issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Submission {
    Link(Link),
    Event(Event),
    Project(Project),
    Call(Call),
}

/// `* [tag] [Title](url)` in a section of links.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Heading of the section, as text.
    pub section: String,
    /// Prefixes without brackets: `video`, `audio`, `series`, `ES` …
    pub tags: Vec<String>,
    pub title: String,
    pub url: String,
}

/// An organizer's events of one day at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Heading of the region; worked out from the location where it is left out.
    pub region: Option<String>,
    pub starts: Date,
    pub ends: Option<Date>,
    pub location: String,
    pub organizer: NamedLink,
    /// At least one.
    pub events: Vec<NamedLink>,
}

/// A task of a project that looks for help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Project {
    pub project: String,
    pub title: String,
    pub url: String,
}

/// A call for speakers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    pub name: String,
    pub url: String,
    pub closes: Date,
    pub location: String,
    pub starts: Date,
    pub ends: Option<Date>,
}

/// `2026-09-08`, or `2026-09-08 - 2026-09-11` for a span of days.
pub fn dates(starts: Date, ends: Option<Date>) -> String {
    match ends {
        Some(ends) if ends != starts => format!("{starts} - {ends}"),
        _ => starts.to_string(),
    }
}

impl Submission {
    /// The name of its kind in JSON.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Link(_) => "link",
            Self::Event(_) => "event",
            Self::Project(_) => "cfp-project",
            Self::Call(_) => "cfp-event",
        }
    }

    /// The canonical lines, without line ends.
    pub fn lines(&self) -> Vec<String> {
        match self {
            Self::Link(s) => vec![format!("* {}[{}]({})", tag_prefix(&s.tags), s.title.trim(), s.url.trim())],
            Self::Event(s) => {
                let organizer = format!("[{}]({})", s.organizer.title.trim(), s.organizer.url.trim());
                let head = format!("* {} | {} | {organizer}", dates(s.starts, s.ends), s.location.trim());
                let names = s.events.iter().map(|e| format!("    * [**{}**]({})", e.title.trim(), e.url.trim()));
                std::iter::once(head).chain(names).collect()
            }
            Self::Project(s) => vec![format!("* [{} - {}]({})", s.project.trim(), s.title.trim(), s.url.trim())],
            Self::Call(s) => vec![format!(
                "* [**{}**]({}) | CFP closes {} | {} | {}",
                s.name.trim(),
                s.url.trim(),
                s.closes,
                s.location.trim(),
                dates(s.starts, s.ends)
            )],
        }
    }

    /// The address that people will open: of an event the first one's page.
    pub fn url(&self) -> &str {
        match self {
            Self::Link(s) => &s.url,
            Self::Event(s) => s.events.first().map_or("", |e| &e.url),
            Self::Project(s) => &s.url,
            Self::Call(s) => &s.url,
        }
    }

    /// What it is called, as inline Markdown.
    pub fn title(&self) -> &str {
        match self {
            Self::Link(s) => &s.title,
            Self::Event(s) => s.events.first().map_or(&s.organizer.title, |e| &e.title),
            Self::Project(s) => &s.title,
            Self::Call(s) => &s.name,
        }
    }

    /// The JSON shape of the contract.
    pub fn to_json(&self) -> serde_json::Value {
        use serde_json::json;
        match self {
            Self::Link(s) => {
                json!({"kind": "link", "section": s.section, "tags": s.tags, "title": s.title, "url": s.url})
            }
            Self::Event(s) => json!({
                "kind": "event",
                "region": s.region,
                "starts": s.starts.to_string(),
                "ends": s.ends.map(|d| d.to_string()),
                "location": s.location,
                "organizer": {"name": s.organizer.title, "url": s.organizer.url},
                "events": s.events.iter().map(|e| json!({"title": e.title, "url": e.url})).collect::<Vec<_>>(),
            }),
            Self::Project(s) => {
                json!({"kind": "cfp-project", "project": s.project, "title": s.title, "url": s.url})
            }
            Self::Call(s) => json!({
                "kind": "cfp-event",
                "name": s.name,
                "url": s.url,
                "closes": s.closes.to_string(),
                "location": s.location,
                "starts": s.starts.to_string(),
                "ends": s.ends.map(|d| d.to_string()),
            }),
        }
    }
}

/// `[video] [ES] `, or nothing.
pub fn tag_prefix(tags: &[String]) -> String {
    tags.iter().map(|tag| format!("[{}] ", tag.trim())).collect()
}
