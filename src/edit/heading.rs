//! Makes and removes headings, in the order of the template.

use super::place::insert_lines;
use super::{Refusal, place};
use crate::issue::place::Region;
use crate::issue::section::TABLE;
use crate::issue::{Context, Document, Kind, Section};
use crate::text::{Edit, Span};

/// The edit that makes the heading of `region` at its place among the others; nothing where it is there.
pub fn make_region(doc: &Document, region: Region) -> Result<Edit, Refusal> {
    match doc.section(Kind::Region(region)) {
        Some(_) => Ok(Edit::none()),
        None => region_with(doc, region, &[]),
    }
}

/// The same with `lines` below it.
pub(super) fn region_with(doc: &Document, region: Region, lines: &[String]) -> Result<Edit, Refusal> {
    let events = doc.section(Kind::Events).ok_or_else(|| no_section(doc, Kind::Events))?;
    let mut block = vec![format!("### {}", region.name())];
    block.extend_from_slice(lines);
    let text = doc.text();
    let regions = || {
        doc.sections.iter().enumerate().filter_map(|(i, s)| match s.kind {
            Kind::Region(r) => Some((i, r)),
            _ => None,
        })
    };
    let gap = if let Some((next, _)) = regions().find(|(_, r)| *r > region) {
        doc.line_index(doc.sections[next].heading.start)
    } else if let Some((last, _)) = regions().next_back() {
        place::at_end(doc, last)
    } else {
        // No region yet: behind what introduces the events, before what ends them ("If you are running …").
        let body = doc.sections[events].body;
        let first = doc.line_index(doc.sections[events].heading.start) + 1;
        let inside = doc.lines[first..].iter().take_while(|l| body.covers(l.full)).collect::<Vec<_>>();
        let closing =
            inside.iter().position(|l| l.content.of(text).starts_with("If you ") && l.context == Context::Text);
        let end = closing.unwrap_or(inside.len());
        let used = inside[..end].iter().rposition(|l| !l.is_blank(text)).map_or(0, |i| i + 1);
        first + used
    };
    Ok(insert_lines(doc, gap, &block))
}

/// The edit that makes the heading of `kind` at its place in the template's order; nothing where it is there.
pub fn make_section(doc: &Document, kind: Kind) -> Result<Edit, Refusal> {
    if let Kind::Region(region) = kind {
        return make_region(doc, region);
    }
    if doc.section(kind).is_some() {
        return Ok(Edit::none());
    }
    let row = kind.row().ok_or(Refusal::NoSuchItem)?;
    let rank = |k: Kind| TABLE.iter().position(|r| r.kind == k);
    let own = rank(kind);
    // The first heading that comes later in the template; groups and regions go with their part.
    let later = doc.sections.iter().find(|s| match rank(s.kind) {
        Some(other) => Some(other) > own,
        None => rank(s.kind.part()).is_some_and(|part| Some(part) > own),
    });
    let gap = match later {
        Some(section) => doc.line_index(section.heading.start),
        None => doc.lines.len(),
    };
    let heading = format!("{} {}", "#".repeat(row.level.into()), row.heading);
    Ok(insert_lines(doc, gap, &[heading]))
}

/// The edit that removes the heading of section `index` and the blank lines below it; refused while something else
/// stands there.
pub fn remove_heading(doc: &Document, index: usize) -> Result<Edit, Refusal> {
    let section = doc.sections.get(index).ok_or(Refusal::NoSuchItem)?;
    // Its sub sections would become another part's.
    let leads = |next: &Section| {
        let part = section.kind.part();
        let leads = part == section.kind && part != Kind::Unknown;
        let deeper = next.level > section.level && (leads || next.kind.part() == part);
        next.kind != section.kind && (deeper || next.kind.part() == section.kind)
    };
    if doc.sections.get(index + 1).is_some_and(leads) || !section.body.of(doc.text()).trim().is_empty() {
        return Err(Refusal::NotEmpty(section.title.of(doc.text()).to_owned()));
    }
    Ok(Edit::delete(Span::new(section.heading.start, section.body.end)))
}

pub(super) fn no_section(doc: &Document, kind: Kind) -> Refusal {
    let names = doc.sections.iter().filter(|s| s.level <= 2).map(|s| s.title.of(doc.text()).to_owned());
    Refusal::NoSection(kind.row().map_or("", |r| r.heading).to_owned(), names.collect())
}
