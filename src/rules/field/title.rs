//! Titles: there, whole, without the site's name.

use super::Form;
use crate::rules::{Severity, truncated_title};

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
        let letters = value.chars().filter(|c| c.is_alphabetic()).count();
        if letters >= 8 && value.contains(char::is_whitespace) && !value.chars().any(char::is_lowercase) {
            let message = "The title is all in capitals. Write it in ordinary letters.";
            self.say_at(at, Severity::Warning, "capital-title", message, None);
        }
        if let Some((title, site)) = with_site_name(value) {
            let message = format!("Is {site} the site's name? Then leave it out.");
            let fix = Some((format!("Leave out {site}"), title.to_owned()));
            self.say_at(at, Severity::Hint, "site-name-in-title", message, fix);
        }
    }
}

/// A title and what looks like the site's name behind it.
pub(super) fn with_site_name(title: &str) -> Option<(&str, &str)> {
    let (at, divider) = [" | ", " – ", " — "].iter().filter_map(|d| title.rfind(d).map(|at| (at, d))).max()?;
    let (head, tail) = (title[..at].trim(), title[at + divider.len()..].trim());
    let short = tail.chars().count() <= 30 && tail.split_whitespace().count() <= 4;
    let named = tail.starts_with(char::is_uppercase) || tail.contains('.');
    (short && named && head.chars().count() > tail.chars().count() && head.chars().count() >= 10)
        .then_some((head, tail))
}
