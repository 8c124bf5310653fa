//! The order in which events stand: by start date, then by location without regard to case.

use super::Context;
use crate::issue::item::event::Event;
use crate::issue::place::Region;
use crate::issue::{Kind, Shape};
use crate::text::date::Date;

/// By what events are sorted.
pub fn key(event: &Event, text: &str) -> (Date, String) {
    (event.starts, event.location.of(text).to_lowercase())
}

/// Where events go in a region: before the first one there that is greater, else behind the last; in a region without
/// events on the line below the heading.
pub struct Places {
    /// For each event the greatest key up to it, and where it begins.
    greatest: Vec<((Date, String), usize)>,
    /// `None` where the draft has no such heading, or its text ends there.
    end: Option<usize>,
}

impl Places {
    /// Looks through the region once.
    pub fn of(context: &Context<'_>, region: Region) -> Self {
        let (doc, text) = (context.doc(), context.text());
        let Some(index) = doc.section(Kind::Region(region)) else {
            return Self { greatest: Vec::new(), end: None };
        };
        let section = &doc.sections[index];
        let items = &doc.items[section.items()];
        let mut greatest: Vec<((Date, String), usize)> = Vec::with_capacity(items.len());
        for item in items {
            let Shape::Event(event) = &item.shape else { continue };
            let own = key(event, text);
            let before = greatest.last().map(|(key, _)| key).filter(|before| **before > own).cloned();
            greatest.push((before.unwrap_or(own), item.span.start));
        }
        let end = items.last().map_or(section.heading.end, |last| last.span.end);
        Self { greatest, end: Some(end).filter(|end| text[..*end].ends_with('\n')) }
    }

    /// The byte at which an event of that key goes.
    pub fn of_key(&self, wanted: &(Date, String)) -> Option<usize> {
        let first = self.greatest.partition_point(|(key, _)| key <= wanted);
        self.greatest.get(first).map(|(_, at)| *at).or(self.end)
    }
}
