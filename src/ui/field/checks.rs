//! The findings of the form, and when each is shown.

use crate::platform::clock;
use crate::rules::{Recent, Setting, Severity, field};
use crate::ui::session::Session;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The findings of the form, and for which fields they are shown already.
#[derive(Clone, Copy)]
pub struct Checks {
    pub findings: Memo<Vec<field::FieldFinding>>,
    touched: RwSignal<BTreeSet<String>>,
    /// The person tried to finish the form: everything is shown.
    pub tried: RwSignal<bool>,
}

impl Checks {
    pub fn new(session: Session) -> Self {
        let findings = Memo::new(move |_| {
            session.form.track();
            session.doc.track();
            let role = session.role.get();
            session.with(|desk| {
                let recent = Recent::default();
                let setting = Setting { role, today: Some(clock::today()), recent: &recent };
                // An item that is edited again must not count as its own duplicate.
                let others = desk.without_edited();
                let found = field::check_submission(&desk.form().raw(), &others, &setting);
                found.into_iter().map(at_form_field).collect::<Vec<_>>()
            })
        });
        Self { findings, touched: RwSignal::default(), tried: RwSignal::new(false) }
    }

    /// Shows the findings of `field` from now on.
    pub fn touch(&self, field: &str) {
        // The view may be gone when a timer or a field that is taken away says so.
        if self.touched.try_with_untracked(|t| t.contains(field)) == Some(false) {
            self.touched.update(|t| {
                t.insert(field.to_owned());
            });
        }
    }

    /// Forgets what was touched: a new form begins.
    pub fn reset(&self) {
        self.touched.set(BTreeSet::new());
        self.tried.set(false);
    }

    /// The findings to show at `field`. An empty field is no fault before the person tries to finish.
    pub fn at(&self, field: &str) -> Vec<field::FieldFinding> {
        let tried = self.tried.get();
        let touched = self.touched.with(|t| t.contains(field));
        self.findings.with(|all| {
            let own = all.iter().filter(|f| f.field == field);
            own.filter(|f| tried || touched && !f.rule.starts_with("missing-")).cloned().collect()
        })
    }

    /// How many errors hold the form back.
    pub fn errors(&self) -> usize {
        self.findings.with(|all| all.iter().filter(|f| f.severity == Severity::Error).count())
    }
}

/// The finding under the name that the form gives its field: the first event's name and page are title and address.
fn at_form_field(mut finding: field::FieldFinding) -> field::FieldFinding {
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
