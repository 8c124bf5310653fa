//! Findings on a form while it is filled in: raw strings, any of them empty or half typed.
//!
//! What has a rule of the draft bears that rule's name, so that its manual page stands behind it; the other names
//! belong to the forms alone. Messages stand below a field on a small screen: one or two short sentences.

mod address;
mod day;
mod place;
#[cfg(test)]
mod tests;
mod title;

use super::link::project_tooling_closed;
use super::{Context, Role, Setting, Severity};
use crate::issue::{Document, Holds, Kind};

/// A form's fields as they are typed. Those that a kind does not have stay empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawFields {
    /// `link`, `event`, `cfp-project`, `cfp-event`.
    pub kind: &'static str,
    /// Heading of a link's section; of an event the region, where it is chosen and not told by the location.
    pub section: String,
    pub tags: Vec<String>,
    pub title: String,
    pub url: String,
    pub project: String,
    pub name: String,
    pub starts: String,
    pub ends: String,
    pub closes: String,
    pub location: String,
    pub organizer_name: String,
    pub organizer_url: String,
    /// Title and address of each event.
    pub events: Vec<(String, String)>,
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFinding {
    /// Its name in a submission: `title`, `url`, `organizer.name`, `events.url` …
    pub field: &'static str,
    /// Which of the events, for `events.title` and `events.url`; else 0.
    pub index: usize,
    pub severity: Severity,
    pub rule: &'static str,
    pub message: String,
    /// What a button says, and the field's new value.
    pub fix: Option<(String, String)>,
}

/// Everything that can be said about `raw` as a contribution to `doc`, field by field in the form's order.
pub fn check_submission(raw: &RawFields, doc: &Document, setting: &Setting<'_>) -> Vec<FieldFinding> {
    let context = Context::new(doc, *setting);
    let mut form = Form { raw, context: &context, out: Vec::new() };
    match raw.kind {
        "event" => {
            form.days();
            form.window();
            form.location();
            form.named("organizer.name", 0, &raw.organizer_name, "Enter the organizer's name.");
            form.address("organizer.url", 0, &raw.organizer_url);
            if raw.events.is_empty() {
                form.say("events.title", Severity::Error, "missing-title", "Enter at least one event.");
            }
            for (index, (title, url)) in raw.events.iter().enumerate() {
                form.title("events.title", index, title);
                form.address("events.url", index, url);
                form.event_page(index, url);
            }
        }
        "cfp-project" => {
            form.named("project", 0, &raw.project, "Enter the project's name.");
            form.title("title", 0, &raw.title);
            form.address("url", 0, &raw.url);
        }
        "cfp-event" => {
            form.named("name", 0, &raw.name, "Enter the event's name.");
            form.address("url", 0, &raw.url);
            form.closing();
            form.location();
            form.days();
            form.call_is_past();
        }
        _ => {
            form.section();
            form.title("title", 0, &raw.title);
            form.address("url", 0, &raw.url);
        }
    }
    form.duplicates();
    form.out
}

/// A form under inspection.
struct Form<'a> {
    raw: &'a RawFields,
    context: &'a Context<'a>,
    out: Vec<FieldFinding>,
}

impl Form<'_> {
    fn say(&mut self, field: &'static str, severity: Severity, rule: &'static str, message: impl Into<String>) {
        self.say_at((field, 0), severity, rule, message, None);
    }

    fn say_at(
        &mut self,
        (field, index): (&'static str, usize),
        severity: Severity,
        rule: &'static str,
        message: impl Into<String>,
        fix: Option<(String, String)>,
    ) {
        self.out.push(FieldFinding { field, index, severity, rule, message: message.into(), fix });
    }

    /// Whether it is a link: its addresses are those that the newsletter's checker reads.
    fn is_link(&self) -> bool {
        !matches!(self.raw.kind, "event" | "cfp-project" | "cfp-event")
    }

    /// A name that must be there.
    fn named(&mut self, field: &'static str, index: usize, value: &str, missing: &str) {
        if value.trim().is_empty() {
            self.say_at((field, index), Severity::Error, "missing-title", missing, None);
        }
    }

    /// A link's section: named, in the draft, and open.
    fn section(&mut self) {
        let (doc, wanted) = (self.context.doc(), self.raw.section.trim());
        if wanted.is_empty() {
            return self.say("section", Severity::Error, "missing-section", "Choose a section.");
        }
        let found = doc.section_named(wanted).map(|index| doc.sections[index].kind);
        match found {
            Some(Kind::Tooling) if self.context.role() == Role::Contributor => {
                let rule = project_tooling_closed::RULE.name;
                self.say("section", Severity::Error, rule, project_tooling_closed::HANDOFF);
            }
            Some(kind) if kind.holds() == Holds::Links => {}
            _ => {
                let message = format!("This draft has no section `{wanted}`. Choose another one.");
                self.say("section", Severity::Error, "unknown-section", message);
            }
        }
    }
}
