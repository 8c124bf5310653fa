//! Titles: there, whole, without the site's name.

use super::Form;
use crate::rules::link::truncated_title;
use crate::rules::{Severity, titles};

impl Form<'_> {
    pub(super) fn title(&mut self, field: &'static str, index: usize, value: &str) {
        let (at, value) = ((field, index), value.trim());
        if value.is_empty() {
            let message = "Enter the title as the page has it.";
            return self.say_at(at, Severity::Error, "missing-title", message, None);
        }
        if truncated_title::truncated(value).is_some() {
            let message = "This title looks cut off. Enter the whole one.";
            self.say_at(at, Severity::Warning, truncated_title::RULE.name, message, None);
        }
        if titles::is_capital(value) {
            let message = "The title is all in capitals. Write it in ordinary letters.";
            self.say_at(at, Severity::Warning, "capital-title", message, None);
        }
        if let Some((title, site)) = titles::with_site_name(value) {
            let message = format!("Is {site} the site's name? Then leave it out.");
            let fix = Some((format!("Leave out {site}"), title.to_owned()));
            self.say_at(at, Severity::Hint, "site-name-in-title", message, fix);
        }
    }
}
