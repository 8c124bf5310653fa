//! An item as a row: what it is called, where it leads, and the fields in which it is edited.

use crate::edit::Field;
use crate::issue::{Document, Shape, Submission};

/// What a row shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// `video`, `ES`: what stands in brackets before the title.
    pub tags: Vec<String>,
    /// Inline Markdown.
    pub title: String,
    /// What follows the link on its line.
    pub after: String,
    /// Date, place and organizer of an event, closing date of a call.
    pub when: String,
    /// Host and path.
    pub address: String,
    /// The whole address; empty where it is none that opens.
    pub href: String,
}

/// The row of item `index`.
pub fn row(doc: &Document, index: usize) -> Option<Row> {
    let (text, item) = (doc.text(), doc.items.get(index)?);
    let url = item.url().map_or("", |span| span.of(text)).trim();
    let mut row = Row {
        title: item.title().of(text).trim().to_owned(),
        address: short_address(url),
        href: if url.starts_with("https://") || url.starts_with("http://") { url.to_owned() } else { String::new() },
        ..Row::default()
    };
    match &item.shape {
        Shape::Link(link) => {
            row.tags = link.tags.iter().map(|t| t.of(text).to_owned()).collect();
            row.after = link.after.of(text).to_owned();
        }
        Shape::Event(event) => {
            let names: Vec<_> = event.names.iter().map(|n| n.title.of(text)).collect();
            if !names.is_empty() {
                row.title = names.join(" · ");
            }
            let organizers = event.organizers.iter().map(|o| o.title.of(text));
            row.when = joined([event.dates.of(text), event.location.of(text)].into_iter().chain(organizers));
        }
        Shape::Call(call) => {
            row.when = joined([call.closing.of(text), call.location.of(text), call.dates.of(text)].into_iter());
        }
        Shape::Project(project) => {
            row.title = format!("{} - {}", project.project.of(text), row.title);
            row.after = project.after.of(text).to_owned();
        }
        Shape::Other => {}
    }
    Some(row)
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    parts.filter(|p| !p.trim().is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Host and path of an address, for reading.
pub fn short_address(url: &str) -> String {
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    let bare = bare.split(['?', '#']).next().unwrap_or(bare);
    bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/').to_owned()
}

/// A field of an item, as a form shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldValue {
    pub field: Field,
    pub label: String,
    pub value: String,
}

/// The fields of item `index` in the order of its form; none where its line is not understood.
pub fn fields(doc: &Document, index: usize) -> Vec<FieldValue> {
    let mut out = Vec::new();
    let mut put = |field, label: &str, value: String| out.push(FieldValue { field, label: label.into(), value });
    let ends = |ends: Option<crate::text::date::Date>| ends.map(|d| d.to_string()).unwrap_or_default();
    match doc.submission(index) {
        Some(Submission::Link(s)) => {
            put(Field::Title, "Title", s.title);
            put(Field::Url, "Address", s.url);
            put(Field::Tags, "In brackets before it", s.tags.join(" "));
        }
        Some(Submission::Project(s)) => {
            put(Field::Project, "Project", s.project);
            put(Field::Title, "Task", s.title);
            put(Field::Url, "Address", s.url);
        }
        Some(Submission::Call(s)) => {
            put(Field::Title, "Event", s.name);
            put(Field::Url, "Address", s.url);
            put(Field::Closes, "Closes", s.closes.to_string());
            put(Field::Location, "Where", s.location);
            put(Field::Starts, "Date", s.starts.to_string());
            put(Field::Ends, "Until", ends(s.ends));
        }
        Some(Submission::Event(s)) => {
            put(Field::Starts, "Date", s.starts.to_string());
            put(Field::Ends, "Until", ends(s.ends));
            put(Field::Location, "Where", s.location);
            put(Field::OrganizerName, "Organizer", s.organizer.title);
            put(Field::OrganizerUrl, "Organizer’s page", s.organizer.url);
            let several = s.events.len() > 1;
            for (n, event) in s.events.into_iter().enumerate() {
                let number = if several { format!(" {}", n + 1) } else { String::new() };
                put(Field::EventTitle(n), &format!("Event{number}"), event.title);
                put(Field::EventUrl(n), &format!("Page of event{number}"), event.url);
            }
        }
        None => {}
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(section: &str, line: &str) -> Document {
        Document::parse(format!("Title: T\nNumber: 1\n\n{section}\n{line}\n"))
    }

    #[test]
    fn a_row_says_what_and_where() {
        let doc =
            document("## Updates from Rust Community\n### Official", "* [video] [A *b*](https://www.a.example/p/?q=1)");
        let row = row(&doc, 0).unwrap();
        assert_eq!((row.title.as_str(), row.address.as_str()), ("A *b*", "a.example/p"));
        assert_eq!(row.tags, ["video"]);
        let labels: Vec<_> = fields(&doc, 0).into_iter().map(|f| f.value).collect();
        assert_eq!(labels, ["A *b*", "https://www.a.example/p/?q=1", "video"]);
    }

    #[test]
    fn an_event_has_its_own_fields() {
        let event = "* 2026-09-03 | Bern, CH | [B](https://b.example)\n    * [**C**](https://c.example)\n    * [**D**](https://d.example)";
        let doc = document("## Upcoming Events\n### Europe", event);
        let row = row(&doc, 0).unwrap();
        assert_eq!((row.title.as_str(), row.when.as_str()), ("C · D", "2026-09-03 · Bern, CH · B"));
        let labels: Vec<_> = fields(&doc, 0).into_iter().map(|f| f.label).collect();
        assert_eq!(labels[5..], ["Event 1", "Page of event 1", "Event 2", "Page of event 2"]);
    }

    #[test]
    fn a_line_that_no_shape_fits_has_no_fields() {
        let doc = document("## Updates from Rust Community\n### Official", "* only words");
        assert_eq!(row(&doc, 0).unwrap().title, "only words");
        assert!(fields(&doc, 0).is_empty());
    }
}
