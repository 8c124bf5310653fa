//! What is checked, and against what. Lives in a part of its own: it comes with the first key.

use super::session::Session;
use crate::platform::clock;
use crate::rules::field::{self, FieldFinding};
use crate::rules::{Recent, Setting};
use leptos::prelude::*;

/// What the first load knows of the checks, once they are there.
#[derive(Clone, Copy)]
pub struct Checker {
    /// The findings of the form, under the names of its fields; follows what they depend on.
    pub fields: fn(Session) -> Vec<FieldFinding>,
}

pub const CHECKER: Checker = Checker { fields };

fn fields(session: Session) -> Vec<FieldFinding> {
    session.form.track();
    session.doc.track();
    let role = session.role.get();
    session.with(|desk| {
        let recent = Recent::default();
        let setting = Setting { role, today: Some(clock::today()), recent: &recent };
        // An item that is edited again must not count as its own duplicate.
        let others = desk.without_edited();
        let found = field::check_submission(&desk.form().raw(), &others, &setting);
        found.into_iter().map(at_form_field).collect()
    })
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
