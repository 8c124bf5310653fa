//! Dates: readable, in order, inside the window.

use super::Form;
use crate::rules::{Severity, WINDOW_DAYS, dates};
use crate::text::date::{Date, DateError};

impl Form<'_> {
    /// The day that a field names; says why it names none.
    fn day(&mut self, field: &'static str, value: &str, missing: Option<&str>) -> Option<Date> {
        let value = value.trim();
        if value.is_empty() {
            if let Some(missing) = missing {
                self.say(field, Severity::Error, "missing-date", missing);
            }
            return None;
        }
        let problem = match value.parse() {
            Ok(date) => return Some(date),
            Err(problem) => problem,
        };
        let fix = dates::guess(value).map(|date| (format!("Use {date}, {}", date.weekday_name()), date.to_string()));
        let message = match (problem, &fix) {
            (DateError::NoSuchDay, _) => format!("There is no day {value}."),
            (_, Some(_)) => "Write the date as YYYY-MM-DD.".to_owned(),
            _ if dates::is_date_like(value) => format!("{value} can be read in two ways. Write it as YYYY-MM-DD."),
            _ => "This is not a date. Write it as YYYY-MM-DD, for example 2026-09-08.".to_owned(),
        };
        self.say_at((field, 0), Severity::Error, "invalid-date", message, fix);
        None
    }

    /// First and last day as far as they can be read, without saying anything.
    fn span(&self) -> (Option<Date>, Option<Date>) {
        let read = |value: &str| value.trim().parse::<Date>().ok();
        let starts = read(&self.raw.starts);
        (starts, read(&self.raw.ends).filter(|ends| starts.is_none_or(|s| *ends >= s)).or(starts))
    }

    /// First and last day.
    pub(super) fn days(&mut self) {
        let (starts, ends) = (&self.raw.starts, &self.raw.ends);
        let starts = self.day("starts", starts, Some("Enter the day of the event."));
        let ends = self.day("ends", ends, None);
        if let (Some(starts), Some(ends)) = (starts, ends)
            && ends < starts
        {
            let message = format!("The last day is before the first, {starts}.");
            self.say("ends", Severity::Error, "end-before-start", message);
        }
    }

    /// Whether the event is in the days that the issue lists.
    pub(super) fn window(&mut self) {
        let (Some((first, last)), (Some(starts), Some(ends))) = (self.context.window(), self.span()) else { return };
        if ends < first {
            let message = format!("This event is over when the issue comes out on {first}. Is the date right?");
            self.say("starts", Severity::Warning, "past-event", message);
        } else if starts > last {
            let from = starts.plus(-WINDOW_DAYS).next_wednesday();
            let message = format!("This issue lists events up to {last}. Send this one for the issue of {from}.");
            self.say("starts", Severity::Warning, "event-outside-window", message);
        }
    }

    /// The closing date of a call.
    pub(super) fn closing(&mut self) {
        let Some(closes) = self.day("closes", &self.raw.closes, Some("Enter the day on which the call closes.")) else {
            return;
        };
        if let Some(date) = self.context.date().filter(|date| closes < *date) {
            let message = format!("The call is closed when the issue comes out on {date}. Is the date right?");
            self.say("closes", Severity::Warning, "closing-date-past", message);
        } else if let (Some(starts), _) = self.span()
            && closes > starts
        {
            let message = format!("The call closes after the event begins on {starts}. Is the date right?");
            self.say("closes", Severity::Warning, "closing-after-event", message);
        }
    }

    /// Whether a call's event is over.
    pub(super) fn call_is_past(&mut self) {
        if let (Some(date), (_, Some(ends))) = (self.context.date(), self.span())
            && ends < date
        {
            let message = format!("The event is over when the issue comes out on {date}. Is the date right?");
            self.say("starts", Severity::Warning, "past-event", message);
        }
    }
}
