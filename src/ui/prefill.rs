//! A form that an address fills: said where it comes from, with what was left out; never over what is typed.

pub mod elsewhere;

use super::field::{Checks, severity_icon};
use super::form::kind_name;
use super::live::{all, button, live, message};
use super::session::{Session, session};
use crate::desk::form::prefill::{self, Prefilled};
use crate::desk::{Desk, Form};
use crate::rules::Severity;
use leptos::prelude::*;

/// How far it has come.
#[derive(Clone, Copy, PartialEq)]
enum State {
    /// Something is typed already: the person decides.
    Asking,
    Filled,
}

#[component]
pub fn Prefill() -> impl IntoView {
    let session = session();
    let checks = expect_context::<Checks>();
    let query = session.prefill.get_untracked().unwrap_or_default();
    let Prefilled { form, remarks } = session.peek(|d| prefill::read(&query, d.doc()));
    let free = session.peek(|d| d.form().is_empty() && d.editing().is_none());
    let state = RwSignal::new(State::Asking);
    let done = move || session.prefill.set(None);
    if form.is_empty() {
        session.say("The address brought nothing that the form could take.");
    } else if free {
        fill(session, checks, form.clone());
        state.set(State::Filled);
    }
    // Added or emptied: there is nothing left to say.
    Effect::new(move |_| {
        let empty = session.form.with(Form::is_empty);
        if empty && state.get() == State::Filled {
            done();
        }
    });
    let empty = form.is_empty();
    let title = if form.title.is_empty() { form.url.clone() } else { form.title.clone() };
    let what = format!("{}: {title}", kind_name(form.kind));
    let clear = move || {
        checks.empty(session);
        done();
    };
    let replace = move || {
        fill(session, checks, form.clone());
        state.set(State::Filled);
        session.say("Filled in. Ctrl+Z brings back what was there.");
    };
    let remarks = remarks.into_iter().map(|words| {
        view! {
            <p class="finding finding-hint">{severity_icon(Severity::Hint)} <span class="finding-text">{message(&words)}</span></p>
        }
        .into_any()
    });
    let remarks = all(remarks.collect::<Vec<_>>().into_iter());
    let head = move || {
        match state.get() {
        _ if empty => view! {
            <span class="finding-text">"An address from elsewhere was to fill the form, but there was nothing that it could take."</span>
            {button("small", None, "Understood", done)}
        }
        .into_any(),
        State::Filled => view! {
            <span class="finding-text">"Filled in by an address from elsewhere: look at it before you add it."</span>
            {button("small", None, "Clear", clear)}
            {button("small", None, "Understood", done)}
        }
        .into_any(),
        State::Asking => view! {
            <span class="finding-text">
                "An address from elsewhere wants to fill the form (" {what.clone()} "). What is in it stays unless you say so."
            </span>
            {button("small", None, "Fill it in instead", replace.clone())}
            {button("small", None, "Leave mine as it is", done)}
        }
        .into_any(),
    }
    };
    view! {
        <section class="prefilled" aria-label="From elsewhere">
            <div class="finding finding-warning" role="status">{severity_icon(Severity::Warning)} {live(head)}</div>
            {remarks}
        </section>
    }
}

/// Fills the form, as one step; what was chosen before and the address says nothing of stays.
fn fill(session: Session, checks: Checks, form: Form) {
    let section = match form.section.is_empty() {
        true => session.peek(|d: &Desk| d.form().section.clone()),
        false => form.section.clone(),
    };
    let kind = form.kind;
    session.set_form(Form { section, ..form }, None, "fill the form from an address");
    session.say(format!("Filled in by an address from elsewhere: {}.", kind_name(kind)));
    checks.touch_all();
}
