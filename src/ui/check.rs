//! What is checked, and against what. Lives in a part of its own: it comes with the first key.

pub mod aside;
mod recent;

use super::session::Session;
use crate::desk::Desk;
use crate::issue::Document;
use crate::rules::field::{self, FieldFinding};
use crate::rules::{self, Checked, Finding, Role};
use leptos::prelude::*;
pub use recent::Known;

/// What the first load knows of the checks, once they are there.
#[derive(Clone, Copy)]
pub struct Checker {
    /// Begins to follow the draft. Once.
    pub begin: fn(Session),
    /// The findings of the form, under the names of its fields; follows what they depend on.
    pub fields: fn(Session) -> Vec<FieldFinding>,
    /// How far the check for links of earlier issues reaches, in words.
    pub reach: fn(Session) -> String,
}

pub const CHECKER: Checker = Checker { begin, fields, reach: |session| session.known.with(Known::words) };

fn begin(session: Session) {
    recent::follow(session);
    aside::follow(session);
}

fn fields(session: Session) -> Vec<FieldFinding> {
    session.form.track();
    session.doc.track();
    let role = session.role.get();
    let known = session.known.get();
    session.with(|desk| {
        let setting = known.setting(role);
        // An item that is edited again must not count as its own duplicate.
        let others = desk.without_edited();
        let found = field::check_submission(&desk.form().raw(), &others, &setting);
        found.into_iter().map(at_form_field).collect()
    })
}

/// The findings of the whole draft as it stands; follows what they depend on but for the text, which is checked at the
/// board's pace (see `Board`). `last` is what was found the last time.
pub fn whole(session: Session, last: StoredValue<Option<Checked>>) -> Vec<Finding> {
    let role = session.role.get();
    let known = session.known.get();
    session.peek(|desk| {
        let setting = known.setting(role);
        let before = last.try_update_value(Option::take).flatten();
        let checked = match before {
            Some(before) => before.again(desk.doc().clone(), &setting),
            None => Checked::new(desk.doc().clone(), &setting),
        };
        let mut found = checked.findings.clone();
        last.set_value(Some(checked));
        if role == Role::Contributor {
            // What the editors put into the closed section is no fault of whoever looks at it.
            let added = desk.added();
            found.retain(|f| {
                let item = desk.doc().item_at(f.span.start);
                f.rule.name != "project-tooling-closed" || item.is_some_and(|i| added.contains(&i))
            });
        }
        aside::leave_out(session, desk.doc(), &mut found);
        found
    })
}

/// The findings that the work brings in; follows what they depend on.
pub fn brought_in(session: Session) -> Vec<Finding> {
    session.doc.track();
    let role = session.role.get();
    session.with(|desk: &Desk| new_since(session, desk.base(), desk.doc(), role))
}

/// The findings that `changed` has and `base` has not.
pub fn new_since(session: Session, base: &Document, changed: &Document, role: Role) -> Vec<Finding> {
    rules::new_since(check(session, changed, role), &check(session, base, role))
}

/// All findings of a document.
pub fn check(session: Session, doc: &Document, role: Role) -> Vec<Finding> {
    let known = session.known.get();
    rules::check(doc, &known.setting(role))
}

/// The finding under the name that the form gives its field: the first event's name and page are title and address.
fn at_form_field(mut finding: FieldFinding) -> FieldFinding {
    finding.field = match (finding.field, finding.index) {
        ("name" | "events.title", 0) => "title",
        ("events.url", 0) => "url",
        ("events.title" | "events.url", _) => "events",
        ("organizer.name", _) => "organizer_name",
        ("organizer.url", _) => "organizer_url",
        (other, _) => other,
    };
    finding
}
