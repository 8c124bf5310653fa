//! The order in which events stand: by start date, then by location without regard to case.

use super::Context;
use crate::issue::item::event::Event;
use crate::issue::place::Region;
use crate::issue::{Item, Kind, Shape};
use crate::text::date::Date;

/// By what events are sorted.
pub fn key(event: &Event, text: &str) -> (Date, String) {
    (event.starts, event.location.of(text).to_lowercase())
}

/// Where an event goes in a region: before the first one there that is greater, else behind the last; in a region
/// without events on the line below the heading. `None` where the draft has no such heading, or its text ends there.
pub fn place(context: &Context<'_>, region: Region, wanted: &(Date, String)) -> Option<usize> {
    let (doc, text) = (context.doc(), context.text());
    let section = &doc.sections[doc.section(Kind::Region(region))?];
    let items = &doc.items[section.items()];
    let greater = |item: &&Item| matches!(&item.shape, Shape::Event(event) if key(event, text) > *wanted);
    let at = match (items.iter().find(greater), items.last()) {
        (Some(item), _) => item.span.start,
        (None, Some(last)) => last.span.end,
        (None, None) => section.heading.end,
    };
    text[..at].ends_with('\n').then_some(at)
}
