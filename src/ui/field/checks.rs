//! The findings of the form, and when each is shown.

use crate::rules::{Severity, field};
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
        let findings = Memo::new(move |_| session.checker.get().map_or_else(Vec::new, |c| (c.fields)(session)));
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

    /// Shows the findings of what was filled in from elsewhere, by a paste or an address.
    pub fn touch_all(&self) {
        let fields =
            ["url", "title", "project", "location", "starts", "ends", "closes", "organizer_name", "organizer_url"];
        fields.into_iter().for_each(|field| self.touch(field));
    }

    /// Forgets what was touched: a new form begins.
    pub fn reset(&self) {
        self.touched.set(BTreeSet::new());
        self.tried.set(false);
    }

    /// Empties the form, as one step of the history.
    pub fn empty(&self, session: Session) {
        let cleared = session.peek(|d| d.form().cleared());
        session.set_form(cleared, None, "empty the form");
        self.reset();
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
