//! Text as parts and units: a part for each heading, and in it the heading, items with all their lines, and every
//! other line by itself.

use crate::issue::{Context, Document, Item, Kind, Section, Shape, address, inline, section};
use crate::text::case::lower;
use crate::text::date::Date;
use std::collections::HashSet;
use std::ops::Range;

/// What a unit is. Only units of one sort can be the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Heading,
    Item,
    /// Only white space.
    Blank,
    Line,
}

/// What is kept, changed or deleted as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit<'t> {
    /// Its lines, line ends included.
    pub text: &'t str,
    pub sort: Sort,
    /// By what an item is known: the address without what does not matter in it.
    pub address: Option<String>,
    /// What an item is called; empty of lines.
    pub title: &'t str,
    /// By what an event is placed among others: start and location.
    pub placing: Option<(Date, String)>,
    /// The link's text is a project and a title.
    pub names_project: bool,
}

/// A heading with what stands below it up to the next; the first part is what comes before any heading.
#[derive(Clone, Debug)]
pub struct Part {
    /// What the heading says, without regard to case; one of several ways to say it.
    pub title: String,
    /// The part of the issue in which it stands.
    pub group: &'static str,
    /// By what it is placed among others: the template's order.
    pub placing: Option<usize>,
    pub units: Range<usize>,
}

/// A text, taken apart.
#[derive(Clone, Debug)]
pub struct Text<'t> {
    pub units: Vec<Unit<'t>>,
    pub parts: Vec<Part>,
}

impl Text<'_> {
    /// The part in which a unit stands.
    pub fn part_of(&self, unit: usize) -> usize {
        self.parts.partition_point(|part| part.units.end <= unit)
    }
}

impl Part {
    fn untitled(units: Range<usize>) -> Self {
        Self { title: String::new(), group: "", placing: None, units }
    }

    /// What two headings share that are the same one.
    pub fn key(&self) -> String {
        format!("{}\n{}", self.group, self.title)
    }
}

impl<'t> Unit<'t> {
    fn of(text: &'t str, sort: Sort) -> Self {
        let sort = if text.trim().is_empty() { Sort::Blank } else { sort };
        Self { text, sort, address: None, title: "", placing: None, names_project: false }
    }

    fn item(text: &'t str, item: &Item) -> Self {
        let placing = match &item.shape {
            Shape::Event(event) => Some((event.starts, lower(event.location.of(text).trim()))),
            _ => None,
        };
        Self {
            text: item.span.of(text),
            sort: Sort::Item,
            address: item.url().and_then(|url| address::key(url.of(text))),
            title: item.title().of(text),
            placing,
            names_project: matches!(item.shape, Shape::Project(_)),
        }
    }

    /// What two units share if they are the same but for bullets, white space and what does not matter in addresses.
    pub fn key(&self) -> String {
        self.text.lines().map(|line| bare(line.trim())).collect::<Vec<_>>().join("\n")
    }

    /// Its words, for likeness.
    pub fn words(&self) -> HashSet<String> {
        words(self.text)
    }
}

/// The address of the first link in a text, in the form in which addresses are compared.
pub fn first_address(text: &str) -> Option<String> {
    address::key(inline::first_link(text, 0)?.url.of(text))
}

/// The words of a text, without regard to case.
pub fn words(text: &str) -> HashSet<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(lower).collect()
}

/// A line without its bullet, its addresses in the form in which they are compared.
fn bare(line: &str) -> String {
    let rest = line.strip_prefix(['*', '-', '+']).filter(|rest| rest.starts_with([' ', '\t']));
    let line = rest.map_or(line, str::trim_start);
    let mut out = String::with_capacity(line.len());
    let mut at = 0;
    for link in inline::links(line, 0) {
        out.push_str(&line[at..link.url.start]);
        match address::key(link.url.of(line)) {
            Some(key) => out.push_str(&key),
            None => out.push_str(link.url.of(line)),
        }
        at = link.url.end;
    }
    out.push_str(&line[at..]);
    out
}

/// The parts and units of an issue. The document holds a copy of the text: the slices are taken from the caller's.
pub fn of_issue(text: &str) -> Text<'_> {
    let doc = Document::parse(text);
    let mut units = Vec::with_capacity(doc.lines.len());
    let mut parts = vec![Part::untitled(0..0)];
    let mut sections = doc.sections.iter().peekable();
    let mut items = doc.items.iter().peekable();
    let mut list = None;
    let mut at = 0;
    for (line, context) in doc.lines.iter().map(|l| (l.full, l.context)) {
        if line.start < at {
            continue;
        }
        if let Some(section) = sections.next_if(|s| s.heading.start == line.start) {
            list = Some(section.kind.part()).filter(|part| matches!(part, Kind::Events | Kind::Participation));
            parts.push(Part {
                title: title(text, section),
                group: section.kind.part().name(),
                placing: placing(section.kind),
                units: units.len()..units.len(),
            });
            units.push(Unit::of(line.of(text), Sort::Heading));
        } else if let Some(item) = items.next_if(|item| item.span.start == line.start) {
            units.push(Unit::item(text, item));
            at = item.span.end;
        } else {
            let closes = context == Context::Text && line.of(text).starts_with("If you ");
            // The sentence that closes a list begins a part, for what stands above it may get another heading.
            if closes && let Some(list) = list.take() {
                let part = Part::untitled(units.len()..units.len());
                parts.push(Part { title: "\nclosing".into(), group: list.name(), ..part });
            }
            units.push(Unit::of(line.of(text), Sort::Line));
        }
        if let Some(part) = parts.last_mut() {
            part.units.end = units.len();
        }
    }
    Text { units, parts }
}

/// A heading is known by what it is, else by its text.
fn title(text: &str, section: &Section) -> String {
    match (section.kind, section.kind.row()) {
        (Kind::Region(region), _) => lower(region.name()),
        (_, Some(row)) => lower(row.heading),
        (_, None) => lower(section.title.of(text).trim().trim_end_matches(':')),
    }
}

/// Where a heading stands in the template; `None` where it has no place there.
fn placing(kind: Kind) -> Option<usize> {
    let row = |kind: Kind| section::TABLE.iter().position(|row| row.kind == kind);
    match kind {
        Kind::Region(region) => Some(row(Kind::Events)? * 16 + 1 + region as usize),
        kind => row(kind).map(|at| at * 16),
    }
}

/// The lines of one item: the first, and one unit for each below it.
pub fn of_item<'t>(unit: &Unit<'t>, text: &'t str) -> Text<'t> {
    let mut units: Vec<Unit<'t>> = text.split_inclusive('\n').map(|line| Unit::of(line, Sort::Line)).collect();
    for (index, line) in units.iter_mut().enumerate() {
        line.names_project = unit.names_project;
        if line.sort == Sort::Blank {
            continue;
        }
        line.address = first_address(line.text);
        // The first line is not one of several: it stands once, as a heading does.
        line.sort = if index == 0 { Sort::Heading } else { Sort::Item };
    }
    let parts = vec![Part::untitled(0..units.len())];
    Text { units, parts }
}
