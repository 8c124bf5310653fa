//! Adds a submission at its place.

use super::update::{same, updated};
use super::{Change, Refusal, heading, place};
use crate::issue::place::{Region, region_of};
use crate::issue::{Document, Holds, Kind, Submission, submission};
use crate::text::Edit;

/// The edit that adds `submission` to `doc` in canonical form, at its place.
///
/// # Errors
/// Where the draft has no section for it, the region cannot be told, or it would be read as something else.
pub fn add(doc: &Document, submission: &Submission) -> Result<Edit, Refusal> {
    add_all(doc, std::slice::from_ref(submission)).map(|change| change.edit)
}

/// Where the item goes, untried.
fn placed(doc: &Document, submission: &Submission) -> Result<Edit, Refusal> {
    let lines = submission.lines();
    let gap = match submission {
        Submission::Link(link) => place::at_end(doc, link_section(doc, &link.section)?),
        Submission::Project(_) => place::at_end(doc, call_section(doc, Kind::Projects)?),
        Submission::Call(_) => place::at_end(doc, call_section(doc, Kind::Calls)?),
        Submission::Event(event) => {
            let region = region(event)?;
            match doc.section(Kind::Region(region)) {
                Some(section) => place::by_date(doc, section, event.starts, &event.location),
                None => return heading::region_with(doc, region, &lines),
            }
        }
    };
    Ok(place::insert_lines(doc, gap, &lines))
}

/// The region an event says, else the one its location says.
fn region(event: &submission::Event) -> Result<Region, Refusal> {
    match event.region.as_deref().map(str::trim).filter(|r| !r.is_empty()) {
        Some(name) => Region::parse(name).ok_or_else(|| Refusal::UnknownRegion(name.to_owned())),
        None => region_of(&event.location).ok_or_else(|| Refusal::NoRegion(event.location.clone())),
    }
}

fn link_section(doc: &Document, name: &str) -> Result<usize, Refusal> {
    let links = |index: &usize| doc.sections[*index].kind.holds() == Holds::Links;
    doc.section_named(name).filter(links).ok_or_else(|| {
        let known = doc.sections.iter().filter(|s| s.kind.is_community_links()).map(|s| s.title.of(doc.text()));
        let known = known.collect::<Vec<_>>().join(", ");
        Refusal::BadValue("section", format!("`{name}` is no section of links in this draft; it has: {known}"))
    })
}

/// The sub section, or in older issues the call for participation itself.
fn call_section(doc: &Document, kind: Kind) -> Result<usize, Refusal> {
    let heading = kind.row().map_or("", |row| row.heading);
    doc.section(kind).or_else(|| doc.section(Kind::Participation).filter(|_| kind == Kind::Projects)).ok_or_else(|| {
        let names = doc.sections.iter().filter(|s| s.level <= 2).map(|s| s.title.of(doc.text()).to_owned());
        Refusal::NoSection(heading.to_owned(), names.collect())
    })
}

/// The change that adds several submissions at once, each placed on `doc` as it is: the two items of a hybrid event.
///
/// # Errors
/// The first refusal; nothing is added then.
pub fn add_all(doc: &Document, submissions: &[Submission]) -> Result<Change, Refusal> {
    let mut splices = Vec::new();
    for submission in submissions {
        splices.extend(placed(doc, submission)?.splices().iter().cloned());
    }
    // Insertions share no bytes: they always make an edit.
    tried(doc, Edit::of(splices).unwrap_or_default(), submissions, 0)
}

/// The change that `edit` is, if each of `wanted` is read where it wrote, and around that as many sections and items as
/// before but for `gone`: a mark in a title, such as that of a comment, may take others along.
fn tried(doc: &Document, edit: Edit, wanted: &[Submission], gone: usize) -> Result<Change, Refusal> {
    let after = Document::parse(edit.apply(doc.text()).map_err(|_| Refusal::NoSuchItem)?);
    let written = edit.written();
    let is_new = |at: usize| written.iter().any(|span| span.contains(at));
    let (new, kept): (Vec<usize>, Vec<usize>) =
        (0..after.items.len()).partition(|i| is_new(after.items[*i].head.start));
    let sections = after.sections.iter().filter(|section| !is_new(section.heading.start)).count();
    let found: Vec<Submission> = new.iter().filter_map(|index| after.submission(*index)).collect();
    let whole = kept.len() + gone == doc.items.len() && sections == doc.sections.len() && found.len() == wanted.len();
    let reads = |found: &Submission, wanted: &Submission| match (found, wanted) {
        // Where its project ends a title says by itself.
        (Submission::Project(_), Submission::Project(_)) => found.url().trim() == wanted.url().trim(),
        _ => same(found, wanted),
    };
    let read = wanted.iter().all(|wanted| found.iter().any(|found| reads(found, wanted)));
    if whole && read { Ok(Change { edit, after }) } else { Err(Refusal::Unreadable) }
}

/// The change that makes item `index` into `submission`: field by field where it stays at its place; where section,
/// region or date change, it is taken out and placed anew.
///
/// # Errors
/// Where the item is gone, the new place is missing, or it would be read as something else.
pub fn replace(doc: &Document, index: usize, submission: &Submission) -> Result<Change, Refusal> {
    let now = doc.submission(index).ok_or(Refusal::NoSuchItem)?;
    let stays = match (&now, submission) {
        (Submission::Link(a), Submission::Link(b)) => doc.section_named(&a.section) == doc.section_named(&b.section),
        (Submission::Event(a), Submission::Event(b)) => {
            a.starts == b.starts && a.location == b.location && region(a).ok() == region(b).ok()
        }
        (a, b) => a.kind() == b.kind(),
    };
    if stays {
        return updated(doc, index, submission);
    }
    let mut splices = super::remove(doc, index)?.splices().to_vec();
    splices.extend(placed(doc, submission)?.splices().iter().cloned());
    let edit = Edit::of(splices).map_err(|_| Refusal::NoSuchItem)?;
    tried(doc, edit, std::slice::from_ref(submission), 1)
}
