//! Locations: known, and in the newsletter's spelling.

use super::Form;
use crate::issue::place::{Region, canonical, region_of};
use crate::rules::Severity;

impl Form<'_> {
    pub(super) fn location(&mut self) {
        let value = self.raw.location.trim();
        if value.is_empty() {
            let message = "Enter the place: City, CC, or Virtual.";
            return self.say("location", Severity::Error, "missing-location", message);
        }
        if let Some(spelling) = canonical(value).filter(|spelling| spelling != value) {
            let message = format!("The newsletter writes it {spelling}.");
            let fix = (format!("Use {spelling}"), spelling);
            self.say_at(("location", 0), Severity::Hint, "location-spelling", message, Some(fix));
        } else if region_of(value).is_none() {
            // Without a region an event has no place in the issue; a call needs none.
            let placed = self.raw.kind != "event" || Region::parse(&self.raw.section).is_some();
            let severity = if placed { Severity::Hint } else { Severity::Error };
            let message = "This place is not known. Write City, CC with the country's two letters, or Virtual.";
            self.say("location", severity, "unknown-location", message);
        }
    }
}
