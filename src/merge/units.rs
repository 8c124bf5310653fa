//! Text as a list of units: items with all their lines, and every other line by itself.

use crate::issue::Document;
use std::collections::HashSet;

/// What is kept, changed or deleted as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit<'t> {
    /// Its lines, line ends included.
    pub text: &'t str,
    /// Of an item the heading of its section; `None` of a line.
    pub section: Option<&'t str>,
    /// The item's address as it stands; `None` of lines and of items without one.
    pub url: Option<&'t str>,
}

impl<'t> Unit<'t> {
    fn line(text: &'t str) -> Self {
        Self { text, section: None, url: None }
    }

    /// Whether it is an item.
    pub fn is_item(&self) -> bool {
        self.section.is_some()
    }

    /// Whether only white space stands in it.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// What two units share if they are the same but for bullets, blanks at the ends and line ends. The same item in
    /// two sections (a hybrid event) is two.
    pub fn key(&self) -> (Option<&'t str>, String) {
        let line = |l: &str| {
            let l = l.trim();
            let rest = l.strip_prefix(['*', '-', '+']).filter(|rest| rest.starts_with([' ', '\t']));
            rest.map_or(l, str::trim_start).to_owned()
        };
        (self.section, self.text.lines().map(line).collect::<Vec<_>>().join("\n"))
    }

    /// Its words, for likeness.
    pub fn words(&self) -> HashSet<String> {
        let words = self.text.split(|c: char| !c.is_alphanumeric());
        words.filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
    }
}

/// The units of an issue.
pub fn of_issue(text: &str) -> Vec<Unit<'_>> {
    let doc = Document::parse(text);
    let mut units = Vec::with_capacity(doc.lines.len());
    let mut items = doc.items.iter().peekable();
    let mut at = 0;
    for line in &doc.lines {
        if line.full.start < at {
            continue;
        }
        // The document holds a copy of the text: the spans are taken from the caller's.
        match items.next_if(|item| item.span.start == line.full.start) {
            Some(item) => {
                let section = Some(doc.sections[item.section].title.of(text).trim());
                units.push(Unit { text: item.span.of(text), section, url: item.url().map(|url| url.of(text)) });
                at = item.span.end;
            }
            None => units.push(Unit::line(line.full.of(text))),
        }
    }
    units
}

/// The lines of one unit.
pub fn of_lines(text: &str) -> Vec<Unit<'_>> {
    text.split_inclusive('\n').map(Unit::line).collect()
}
