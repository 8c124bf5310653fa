//! `* 2026-09-08 | Berlin, DE | [Organizer](https://…)` with a line for each event below.

use super::{Named, split_pipes};
use crate::issue::inline;
use crate::issue::submission;
use crate::text::Span;
use crate::text::date::Date;

/// An organizer's events of one day at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The column of the dates.
    pub dates: Span,
    pub starts: Date,
    pub ends: Option<Date>,
    /// Empty where the column is missing.
    pub location: Span,
    /// Usually one; several are joined by `and`, `+` or `|`.
    pub organizers: Vec<Named>,
    /// The events, one for each line below that holds a link or bold text.
    pub names: Vec<Named>,
}

impl Event {
    /// Reads `head`, a line without its bullet that begins with a date (stars and `#` before it are passed over).
    pub fn read(text: &str, head: Span, children: &[Span]) -> Option<Self> {
        let columns = split_pipes(head.of(text), head.start);
        let dates = columns[0];
        let (starts, ends) = read_dates(dates.of(text))?;
        let mut rest = &columns[1..];
        let mut location = Span::at(dates.end);
        let only;
        if let Some((first, others)) = rest.split_first() {
            let link = inline::first_link(first.of(text), first.start).filter(|_| others.is_empty());
            (location, rest) = match link {
                None => (*first, others),
                Some(link) if link.span.start == first.start => (location, rest),
                // The bar between place and organizer is missing.
                Some(link) => {
                    only = [Span::new(link.span.start, first.end)];
                    let place = Span::new(first.start, link.span.start);
                    (Span::new(first.start, first.start + place.of(text).trim_end().len()), &only[..])
                }
            };
        }
        // An organizer's name keeps its stars: only the events' names are bold in canonical form.
        let organizers = rest.iter().flat_map(|column| named(text, *column, Named::as_written)).collect();
        let names = children.iter().flat_map(|line| named(text, *line, Named::of)).collect();
        Some(Self { dates, starts, ends, location, organizers, names })
    }

    /// The day after which it is over, also where the end stands before the start.
    pub fn last_day(&self) -> Date {
        self.ends.unwrap_or(self.starts).max(self.starts)
    }

    /// Its fields; `None` without place, organizer or event.
    pub fn submission(&self, text: &str, region: &str) -> Option<submission::Event> {
        let organizer = self.organizers.first()?;
        if self.location.is_empty() || self.names.is_empty() {
            return None;
        }
        let link =
            |n: &Named| submission::NamedLink { title: n.title.of(text).to_owned(), url: n.url.of(text).to_owned() };
        Some(submission::Event {
            region: Some(region.to_owned()),
            starts: self.starts,
            ends: self.ends,
            location: self.location.of(text).to_owned(),
            organizer: link(organizer),
            events: self.names.iter().map(link).collect(),
        })
    }
}

/// The links of a column or line, each read by `read`; where there is none its text.
fn named(text: &str, column: Span, read: fn(&str, inline::Link) -> Named) -> Vec<Named> {
    let links: Vec<_> = inline::links(column.of(text), column.start).map(|l| read(text, l)).collect();
    if links.is_empty() && !column.is_empty() {
        let (title, bold) = super::without_stars(text, column);
        return vec![Named { span: column, title, url: Span::at(column.end), bold }];
    }
    links
}

/// `2026-09-08`, or two dates with anything between them; `None` where the text does not begin with a date.
pub fn read_dates(column: &str) -> Option<(Date, Option<Date>)> {
    let (at, starts) = Date::find(column)?;
    if !column[..at].chars().all(|c| matches!(c, '*' | '_' | '#' | ' ' | '[' | '(')) {
        return None;
    }
    let ends = Date::find(&column[at + 10..]).map(|(_, date)| date);
    Some((starts, ends.filter(|e| *e != starts)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_dates_in_their_forms() {
        let date = |s: &str| s.parse::<Date>().unwrap();
        assert_eq!(read_dates("2026-09-08"), Some((date("2026-09-08"), None)));
        let span = Some((date("2026-09-08"), Some(date("2026-09-11"))));
        for form in
            ["2026-09-08 - 2026-09-11", "2026-09-08, 2026-09-11", "2026-09-08 to 2026-09-11", "2026-09-08–2026-09-11"]
        {
            assert_eq!(read_dates(form), span, "{form}");
        }
        assert_eq!(read_dates("on 2026-09-08"), None);
    }

    #[test]
    fn reads_tolerated_columns() {
        let text = "2026-09-08| Berlin, DE |[A](a) + [B](b) | [C](c)";
        let event = Event::read(text, Span::new(0, text.len()), &[]).unwrap();
        assert_eq!(event.location.of(text), "Berlin, DE");
        assert_eq!(event.organizers.iter().map(|o| o.title.of(text)).collect::<Vec<_>>(), ["A", "B", "C"]);
        let text = "2026-09-08 | [A](a)";
        let event = Event::read(text, Span::new(0, text.len()), &[]).unwrap();
        assert!(event.location.is_empty() && event.organizers.len() == 1);
        let text = "2026-09-08 | Virtual (Bern, CH) [**A**](a)";
        let event = Event::read(text, Span::new(0, text.len()), &[]).unwrap();
        assert_eq!(event.location.of(text), "Virtual (Bern, CH)");
        assert_eq!(event.organizers[0].title.of(text), "**A**");
    }
}
