//! Addresses: form, tracking, duplicates, the right page.

use super::Form;
use crate::issue::place::{Region, region_of};
use crate::issue::{Document, Item, Kind, Shape};
use crate::rules::link::link_scheme;
use crate::rules::{Severity, hosts, url};
use crate::text::date::Date;

impl Form<'_> {
    /// What holds for every address.
    pub(super) fn address(&mut self, field: &'static str, index: usize, value: &str) {
        let (at, value) = ((field, index), value.trim());
        if value.is_empty() {
            return self.say_at(at, Severity::Error, "missing-url", "Enter the link.", None);
        }
        if value.contains(char::is_whitespace) {
            // Of several things pasted at once it would make one that is nothing.
            let is_one = value.starts_with("http") && value.matches("://").count() == 1 && !value.contains("](");
            let mended = || value.split_whitespace().collect::<Vec<_>>().join("%20");
            let fix = is_one.then(|| ("Write %20 for it".to_owned(), mended()));
            return self.say_at(at, Severity::Error, "blank-in-url", "There is a blank in this link.", fix);
        }
        let parts = url::Parts::of(value);
        let web = matches!(parts.scheme.as_str(), "http" | "https");
        if !web {
            let fix = link_scheme::mended(value).map(|mended| ("Put https:// before it".to_owned(), mended));
            let message = match fix {
                Some(_) => "The link has no https:// at its beginning.",
                None => "This is not a link. It begins with https://.",
            };
            return self.say_at(at, Severity::Error, "link-scheme", message, fix);
        }
        if !parts.host.contains('.') || parts.host.ends_with('.') {
            let message = "This link has no full host name, such as blog.rust-lang.org.";
            return self.say_at(at, Severity::Error, "link-scheme", message, None);
        }
        self.simpler(at, value);
        if self.is_link() {
            self.kind_of_page(at, value);
        }
    }

    /// Tracking parameters and what else the checker would write in another way; CI fails on it for links only.
    fn simpler(&mut self, at: (&'static str, usize), value: &str) {
        let simple = url::simplified(value);
        if simple == value {
            return;
        }
        let link = self.is_link();
        if url::is_tracking(value) {
            let severity = if link { Severity::Error } else { Severity::Warning };
            let fix = Some(("Leave the tracking out".to_owned(), simple));
            let message = "This link says where readers came from. Leave the utm_ parameters out.";
            return self.say_at(at, severity, "tracking-parameter", message, fix);
        }
        let severity = if link { Severity::Error } else { Severity::Hint };
        let message = match url::is_simplified_safely(value) {
            true => "This link can be written more simply.".to_owned(),
            false => {
                "This link can be written more simply. Open the simpler one first: is it the same page?".to_owned()
            }
        };
        let fix = Some((format!("Use {}", short(&simple)), simple));
        self.say_at(at, severity, "simplifiable-url", message, fix);
    }

    fn kind_of_page(&mut self, at: (&'static str, usize), value: &str) {
        let what = match value {
            v if url::is_github_repository(v) => ("github-repo-link", "This is a repository."),
            v if url::is_crates_io(v) => ("crates-io-link", "This is a page of crates.io."),
            _ => return,
        };
        let message = format!("{} Link something written about it: a post, an announcement.", what.1);
        self.say_at(at, Severity::Warning, what.0, message, None);
    }

    /// Whether an event's page is that of its group.
    pub(super) fn event_page(&mut self, index: usize, value: &str) {
        let value = value.trim();
        if hosts::is_group_page(value, self.raw.organizer_url.trim()) {
            let message = "This is the group's page. Enter the page of the event itself.";
            self.say_at(("events.url", index), Severity::Warning, "group-page", message, None);
        }
    }

    /// The same address in the draft already, or in one of the issues before.
    pub(super) fn duplicates(&mut self) {
        match self.raw.kind {
            "event" => self.same_event(),
            "cfp-project" => self.same_item(Kind::Projects),
            "cfp-event" => self.same_item(Kind::Calls),
            _ => self.same_link(),
        }
    }

    fn same_link(&mut self) {
        let value = self.raw.url.trim();
        if value.is_empty() {
            return;
        }
        let compared = url::compared(value);
        let doc = self.context.doc();
        if let Some(link) = self.context.links().iter().find(|link| url::compared(&link.href) == compared) {
            let place = doc.section_at(link.span.start).map_or("", |index| doc.sections[index].title.of(doc.text()));
            self.say(
                "url",
                Severity::Error,
                "duplicate-link",
                format!("This link is already in this draft, under {place}."),
            );
        } else if let Some(issue) = self.context.recent().issue_of(&compared) {
            let message = format!("The issue of {issue} already had this link. It is not listed again.");
            self.say("url", Severity::Error, "duplicate-link", message);
        }
    }

    /// A task or call with that address, in the sections where they stand.
    fn same_item(&mut self, kind: Kind) {
        let (doc, value) = (self.context.doc(), self.raw.url.trim());
        let kinds = [kind, Kind::Participation];
        let found = same(doc, value, |item| kinds.contains(&doc.sections[item.section].kind)).map(|i| section(doc, i));
        if let Some(place) = found {
            let message = format!("This link is already in this draft, under {place}.");
            self.say("url", Severity::Warning, "duplicate-link", message);
        }
    }

    /// An event with that page on that day in that region; in another region it is the other half of a hybrid one.
    fn same_event(&mut self) {
        let doc = self.context.doc();
        let Ok(starts) = self.raw.starts.trim().parse::<Date>() else { return };
        let region = Region::parse(&self.raw.section).or_else(|| region_of(&self.raw.location));
        let events = self.raw.events.clone();
        for (index, (_, value)) in events.iter().enumerate() {
            let fits = |item: &Item| match (&item.shape, doc.sections[item.section].kind) {
                (Shape::Event(event), Kind::Region(own)) => event.starts == starts && region.is_none_or(|r| r == own),
                _ => false,
            };
            if let Some(item) = same(doc, value.trim(), fits) {
                let message = format!("This event is already in this draft, under {}.", section(doc, item));
                self.say_at(("events.url", index), Severity::Warning, "duplicate-event", message, None);
            }
            if !value.trim().is_empty()
                && events[..index].iter().any(|(_, v)| url::compared(v.trim()) == url::compared(value.trim()))
            {
                let message = "Another event above has the same page.";
                self.say_at(("events.url", index), Severity::Warning, "duplicate-event", message, None);
            }
        }
    }
}

/// The first item that fits and has the address as its own; of an event, as that of one of its pages.
fn same<'d>(doc: &'d Document, value: &str, fits: impl Fn(&Item) -> bool) -> Option<&'d Item> {
    let (text, compared) = (doc.text(), url::compared(value));
    let is_own = |item: &&Item| match &item.shape {
        Shape::Event(event) => event.names.iter().any(|name| url::compared(name.url.of(text)) == compared),
        _ => item.url().is_some_and(|own| url::compared(own.of(text)) == compared),
    };
    doc.items.iter().filter(|item| !value.is_empty() && fits(item)).find(is_own)
}

fn section<'d>(doc: &'d Document, item: &Item) -> &'d str {
    doc.sections[item.section].title.of(doc.text())
}

/// An address that fits a button.
fn short(url: &str) -> String {
    match url.chars().count() {
        0..=48 => url.to_owned(),
        _ => url.chars().take(46).collect::<String>() + "…",
    }
}
