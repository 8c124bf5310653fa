//! The draft with the form's item in it, at every keystroke.

use crate::desk::Desk;
use crate::desk::form::form_change;
use crate::edit::Change;
use crate::issue::place::{Region, region_of};
use crate::issue::{Document, Kind};
use crate::site::Mark;
use crate::text::order::by_rank;
use crate::text::{Side, Span};
use crate::ui::session::Session;
use leptos::prelude::*;
use std::sync::Arc;

/// What the right pane shows.
#[derive(Clone)]
pub struct Preview {
    /// The text with the item in it, where the form makes one already.
    pub doc: Arc<Document>,
    /// Marks on what is new.
    pub marks: Vec<Mark>,
    /// The sections to show, by index.
    pub sections: Vec<usize>,
    /// Whether the form's item is in it.
    pub complete: bool,
    /// Why it cannot be placed.
    pub problem: Option<String>,
}

impl PartialEq for Preview {
    fn eq(&self, other: &Self) -> bool {
        self.doc.text() == other.doc.text() && self.sections == other.sections && self.problem == other.problem
    }
}

/// Follows desk and form.
pub fn preview(session: Session) -> Memo<Preview> {
    Memo::new(move |_| session.with(of))
}

fn of(desk: &Desk) -> Preview {
    let (mut problem, mut written) = (None, Vec::new());
    let edited = desk.editing().and_then(|id| desk.index_of(id));
    let own = desk.added().into_iter().filter(|i| Some(*i) != edited).map(|i| desk.doc().items[i].span);
    let mut own: Vec<Span> = own.collect();
    let mut doc = desk.doc().clone();
    if !desk.form().is_empty()
        && let Some(change) = form_change(desk)
    {
        match change {
            Ok(Change { edit, after }) => {
                doc = Arc::new(after);
                own.iter_mut()
                    .for_each(|s| *s = Span::new(edit.map(s.start, Side::After), edit.map(s.end, Side::Before)));
                written = edit.written();
            }
            Err(refusal) => problem = Some(refusal.to_string()),
        }
    }
    let complete = !written.is_empty();
    let now = written.iter().map(|span| Mark { span: *span, class: "is-new is-now" });
    let marks = now.chain(own.into_iter().map(|span| Mark { span, class: "is-new" })).collect();
    let mut sections: Vec<usize> = written.iter().filter_map(|span| section_of(&doc, *span)).collect();
    if sections.is_empty() {
        sections = place_of(desk, &doc);
    }
    by_rank(&mut sections, |s| (*s, 0));
    sections.dedup();
    Preview { doc, marks, sections, complete, problem }
}

/// The section in which the item of an edit stands: an insertion may begin with the heading it makes.
fn section_of(doc: &Document, span: Span) -> Option<usize> {
    let item = doc.items.iter().find(|i| span.start <= i.head.start && i.head.start < span.end);
    item.map(|i| i.section).or_else(|| doc.section_at(span.start))
}

/// Where the item is going to stand, as far as the form tells.
fn place_of(desk: &Desk, doc: &Document) -> Vec<usize> {
    use crate::desk::FormKind::*;
    let form = desk.form();
    let found = match form.kind {
        Link => doc.section_named(&form.section).filter(|_| !form.section.is_empty()),
        Project => doc.section(Kind::Projects).or_else(|| doc.section(Kind::Participation)),
        Call => doc.section(Kind::Calls),
        Event => {
            let region = region_of(&form.location).unwrap_or(Region::Virtual);
            doc.section(Kind::Region(region)).or_else(|| doc.section(Kind::Events))
        }
    };
    found.into_iter().collect()
}
