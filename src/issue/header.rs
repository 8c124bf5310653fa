//! The header: `Title:`, `Number:`, `Date:`, `Category:` at the start of the file.

use super::lines::Line;
use crate::text::date::Date;
use crate::text::{Span, span_in};

/// The header's fields and where their values stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// Every `Key: value` line up to the first blank line, in order: key and value.
    pub fields: Vec<(Span, Span)>,
    /// The value of `Number:`.
    pub number: Option<u32>,
    /// The value of `Date:`.
    pub date: Option<Date>,
    /// Its lines.
    pub span: Span,
}

impl Header {
    /// Reads the lines up to the first one that is no `Key: value`. A byte order mark before it is passed over.
    pub fn read(text: &str, lines: &[Line]) -> Self {
        let mut header = Self::default();
        for (index, line) in lines.iter().enumerate() {
            let whole = line.content.of(text);
            let content = if index == 0 { whole.trim_start_matches('\u{feff}') } else { whole };
            let Some((key, value)) = content.split_once(':') else { break };
            let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
            if !is_key || value.starts_with("//") {
                break;
            }
            let (key, value) = (span_in(whole, key), span_in(whole, value.trim()));
            let (key, value) = (key.offset(line.content.start), value.offset(line.content.start));
            match key.of(text).to_ascii_lowercase().as_str() {
                "number" => header.number = value.of(text).parse().ok(),
                "date" => header.date = value.of(text).parse().ok(),
                _ => {}
            }
            header.fields.push((key, value));
            header.span.end = line.full.end;
        }
        header
    }

    /// The value of `key`, whatever its case.
    pub fn value(&self, text: &str, key: &str) -> Option<Span> {
        self.fields.iter().find(|(k, _)| k.of(text).eq_ignore_ascii_case(key)).map(|(_, value)| *value)
    }

    /// The number that an issue of `date` bears: 424 and the weeks since 2022-01-05 (format of the newsletter).
    pub fn number_for(date: Date) -> Option<u32> {
        let first: Date = Date::new(2022, 1, 5)?;
        u32::try_from(424 + first.until(date).div_euclid(7)).ok()
    }
}
