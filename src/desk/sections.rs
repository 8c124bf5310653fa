//! The outline as editors work through it: sections in groups, what each holds and what is open there.

use crate::issue::{Context, Document, Holds, Kind};
use crate::rules::{Finding, Severity};

/// Names a section through edits: by kind and heading, of several alike the nearest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    kind: Kind,
    title: String,
    index: usize,
}

impl Key {
    /// The key of section `index`.
    pub fn of(doc: &Document, index: usize) -> Option<Self> {
        let section = doc.sections.get(index)?;
        Some(Self { kind: section.kind, title: section.title.of(doc.text()).to_owned(), index })
    }

    /// Where that section stands now; one that is gone is stood for by the nearest of its kind, else by its neighbour.
    pub fn find(&self, doc: &Document) -> Option<usize> {
        let near = |same: &dyn Fn(usize) -> bool| {
            let all = (0..doc.sections.len()).filter(|i| same(*i));
            all.min_by_key(|i| i.abs_diff(self.index))
        };
        let kind = |i: usize| doc.sections[i].kind == self.kind;
        let exact = |i: usize| kind(i) && doc.sections[i].title.of(doc.text()) == self.title;
        near(&exact).or_else(|| near(&kind)).or_else(|| near(&|_| true))
    }
}

/// One section in the outline.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Index of the section.
    pub index: usize,
    pub name: String,
    /// Below a heading of the outline.
    pub nested: bool,
    pub count: usize,
    /// Whether readers see anything of it but its heading.
    pub empty: bool,
    pub findings: usize,
    pub worst: Option<Severity>,
}

/// Sections that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub name: &'static str,
    pub entries: Vec<Entry>,
}

impl Group {
    /// Items in all of its sections.
    pub fn count(&self) -> usize {
        self.entries.iter().map(|e| e.count).sum()
    }
}

/// The outline of `doc` with the marks of `findings`.
pub fn outline(doc: &Document, findings: &[Finding]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (index, section) in doc.sections.iter().enumerate() {
        let name = group_name(section.kind);
        // Unknown headings stay with what stands above them.
        if name.is_some_and(|name| groups.last().is_none_or(|last| last.name != name)) || groups.is_empty() {
            groups.push(Group { name: name.unwrap_or("Other"), entries: Vec::new() });
        }
        let entry = entry(doc, index, findings);
        let leads = section.kind.part() == section.kind && section.kind.holds() != Holds::Text;
        let is_bare = entry.empty && (leads || section.kind == Kind::Community) && entry.findings == 0;
        if let Some(last) = groups.last_mut().filter(|_| !is_bare) {
            last.entries.push(entry);
        }
    }
    groups.retain(|g| !g.entries.is_empty());
    groups
}

fn entry(doc: &Document, index: usize, findings: &[Finding]) -> Entry {
    let section = &doc.sections[index];
    let own = || findings.iter().filter(|f| doc.section_at(f.span.start) == Some(index));
    Entry {
        index,
        name: name(doc, index),
        nested: matches!(section.kind, Kind::TestingGroup | Kind::TrackingGroup),
        count: section.items().len(),
        empty: !has_text(doc, index),
        findings: own().count(),
        worst: own().map(|f| f.severity).min(),
    }
}

/// What the outline calls a section: its heading, or a shorter word for it.
pub fn name(doc: &Document, index: usize) -> String {
    let Some(section) = doc.sections.get(index) else { return String::new() };
    match section.kind {
        Kind::Community | Kind::Participation | Kind::Events => "Introduction".into(),
        Kind::Project => "Merged pull requests".into(),
        Kind::Performance => "Performance triage".into(),
        _ => section.title.of(doc.text()).trim().to_owned(),
    }
}

/// Whether anything stands below the heading but blank lines and comments.
fn has_text(doc: &Document, index: usize) -> bool {
    let body = doc.sections[index].body;
    let first = doc.line_index(body.start);
    let inside = doc.lines[first.min(doc.lines.len())..].iter().take_while(|l| l.full.start < body.end);
    inside.filter(|l| l.full.start >= body.start).any(|l| l.context != Context::Comment && !l.is_blank(doc.text()))
}

fn group_name(kind: Kind) -> Option<&'static str> {
    match kind.part() {
        Kind::Community | Kind::Crate => Some("Community"),
        Kind::Testing | Kind::Participation => Some("Calls"),
        Kind::Project => Some("Rust project"),
        Kind::Events => Some("Events"),
        Kind::Jobs | Kind::Quote => Some("Jobs and quote"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Title: T\nNumber: 1\nDate: 2026-09-02\n\n## Updates from Rust Community\n\n<!-- x -->\n\n\
        ### Official\n* [a](https://a.example)\n\n### Foundation\n\n## Upcoming Events\n\nRusty Events\n\n\
        ### Europe\n* 2026-09-03 | Bern, CH | [B](https://b.example)\n    * [**C**](https://c.example)\n\n## Jobs\n\ntext\n";

    #[test]
    fn groups_sections_and_says_what_is_in_them() {
        let doc = Document::parse(TEXT);
        let groups = outline(&doc, &[]);
        let names: Vec<_> = groups.iter().map(|g| (g.name, g.count())).collect();
        assert_eq!(names, [("Community", 1), ("Events", 1), ("Jobs and quote", 0)]);
        let entries: Vec<_> =
            groups.iter().flat_map(|g| &g.entries).map(|e| (e.name.as_str(), e.count, e.empty)).collect();
        assert_eq!(
            entries,
            [
                ("Official", 1, false),
                ("Foundation", 0, true),
                ("Introduction", 0, false),
                ("Europe", 1, false),
                ("Jobs", 0, false)
            ]
        );
    }

    #[test]
    fn a_key_finds_its_section_after_edits() {
        let doc = Document::parse(TEXT);
        let key = Key::of(&doc, 2).unwrap();
        let moved = Document::parse(TEXT.replace("### Foundation", "### Newsletters\n\n### Foundation"));
        assert_eq!(key.find(&moved), Some(3));
        let gone = Document::parse(TEXT.replace("### Foundation\n", ""));
        assert_eq!(key.find(&gone), Some(2));
        assert_eq!(key.find(&Document::parse("")), None);
    }
}
