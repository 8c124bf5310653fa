//! Organizers of the draft's own events, to choose from.

use crate::issue::{Document, Shape, escape};
use crate::text::date::Date;
use crate::text::order::by_rank;

/// Somebody who has events in the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organizer {
    /// Plain text.
    pub name: String,
    pub url: String,
    /// Where the latest of its events is, without `Virtual (…)` or `Hybrid (…)` around it.
    pub location: String,
    /// How many of its items the draft holds.
    pub count: usize,
    last: Date,
}

/// The draft's organizers, those with most events first; one entry for each name.
pub fn organizers(doc: &Document) -> Vec<Organizer> {
    let mut found: Vec<Organizer> = Vec::new();
    let text = doc.text();
    for item in &doc.items {
        let Shape::Event(event) = &item.shape else { continue };
        let Some(organizer) = event.organizers.first() else { continue };
        let name = escape::to_plain(organizer.title.of(text));
        let location = escape::to_plain(event.location.of(text));
        match found.iter_mut().find(|o| o.name.eq_ignore_ascii_case(&name)) {
            Some(known) => {
                known.count += 1;
                if event.starts >= known.last {
                    (known.last, known.location) = (event.starts, location);
                    known.url = organizer.url.of(text).to_owned();
                }
            }
            None => found.push(Organizer {
                name,
                url: organizer.url.of(text).to_owned(),
                location,
                count: 1,
                last: event.starts,
            }),
        }
    }
    by_rank(&mut found, |o| (usize::MAX - o.count, 0));
    found
}
