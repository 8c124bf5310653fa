//! `* [**Event**](https://…) | CFP closes 2026-03-23 | Berlin, DE | 2026-09-14 - 2026-09-16`.

use super::event::read_dates;
use super::{Named, split_pipes};
use crate::issue::inline;
use crate::issue::submission;
use crate::text::Span;
use crate::text::case::lower;
use crate::text::date::Date;

/// A call for speakers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The name without stars.
    pub name: Span,
    pub url: Span,
    /// The column of the closing date; empty where it is missing.
    pub closing: Span,
    pub closes: Option<Date>,
    pub location: Span,
    /// The column of the event's dates; empty where it is missing.
    pub dates: Span,
    pub starts: Option<Date>,
    pub ends: Option<Date>,
}

impl Call {
    /// Reads `head`; `None` without a link in its first column or without a second column.
    pub fn read(text: &str, head: Span) -> Option<Self> {
        let columns = split_pipes(head.of(text), head.start);
        let first = inline::first_link(columns[0].of(text), columns[0].start)?;
        let named = Named::of(text, first);
        let end = Span::at(head.end);
        let mut call = Self {
            name: named.title,
            url: named.url,
            closing: end,
            closes: None,
            location: end,
            dates: end,
            starts: None,
            ends: None,
        };
        if columns.len() < 2 {
            return None;
        }
        // The bar before the closing date is missing: what follows the link is its column.
        let tail = Span::new(first.span.end, columns[0].end.max(first.span.end));
        let after = tail.of(text).trim();
        if let Some((_, date)) = Date::find(after) {
            let start = tail.start + crate::text::span_in(tail.of(text), after).start;
            (call.closing, call.closes) = (Span::new(start, start + after.len()), Some(date));
        }
        // Columns are told by what stands in them: people leave one out or change their order.
        for column in &columns[1..] {
            let date = Date::find(column.of(text));
            match date {
                Some((_, date)) if call.closing.is_empty() => (call.closing, call.closes) = (*column, Some(date)),
                Some((at, _)) if call.dates.is_empty() => {
                    call.dates = *column;
                    if let Some((starts, ends)) = read_dates(&column.of(text)[at..]) {
                        (call.starts, call.ends) = (Some(starts), ends);
                    }
                }
                Some(_) => {}
                None if call.location.is_empty() && call.closing.is_empty() && is_closing(column.of(text)) => {
                    call.closing = *column;
                }
                None if call.location.is_empty() => call.location = *column,
                None => {}
            }
        }
        Some(call)
    }

    /// Its fields; `None` where a date or the place is missing.
    pub fn submission(&self, text: &str) -> Option<submission::Call> {
        if self.name.is_empty() || self.location.is_empty() {
            return None;
        }
        Some(submission::Call {
            name: self.name.of(text).to_owned(),
            url: self.url.of(text).to_owned(),
            closes: self.closes?,
            location: self.location.of(text).to_owned(),
            starts: self.starts?,
            ends: self.ends,
        })
    }
}

/// `CFP closes …`, `CFP open until …`, `Closes …` whose date cannot be read.
fn is_closing(column: &str) -> bool {
    let lower = lower(column);
    ["cfp", "closes", "closing", "open until"].iter().any(|word| lower.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> (String, Option<String>, String, Option<String>, Option<String>) {
        let call = Call::read(text, Span::new(0, text.len())).unwrap();
        let date = |d: Option<Date>| d.map(|d| d.to_string());
        let text = |s: Span| s.of(text).to_owned();
        (text(call.name), date(call.closes), text(call.location), date(call.starts), date(call.ends))
    }

    #[test]
    fn reads_strict_and_tolerated_forms() {
        let want = ("Oxide Days", "2026-03-23", "Bern, CH", "2026-09-14", "2026-09-16");
        for line in [
            "[**Oxide Days**](u) | CFP closes 2026-03-23 | Bern, CH | 2026-09-14 - 2026-09-16",
            "[Oxide Days](u)| Closes 2026-03-23 | Bern, CH | Event date: 2026-09-14 to 2026-09-16",
            r"[**Oxide Days*](u) \| CFP open until 2026-03-23 23:59 \| Bern, CH \| 2026-09-14–2026-09-16",
        ] {
            let (name, closes, place, starts, ends) = fields(line);
            assert_eq!((name.as_str(), place.as_str()), (want.0, want.2), "{line}");
            assert_eq!(
                (closes.as_deref(), starts.as_deref(), ends.as_deref()),
                (Some(want.1), Some(want.3), Some(want.4))
            );
        }
    }

    #[test]
    fn reads_a_closing_date_without_its_bar() {
        let line = "[Oxide Days](u) CFP closes 2026-03-23 | Bern, CH | 2026-09-14 - 2026-09-16";
        let (_, closes, place, starts, _) = fields(line);
        assert_eq!((closes.as_deref(), starts.as_deref()), (Some("2026-03-23"), Some("2026-09-14")));
        assert_eq!(place, "Bern, CH");
    }

    #[test]
    fn a_link_without_columns_is_no_call() {
        assert_eq!(Call::read("[a](b)", Span::new(0, 6)), None);
    }
}
