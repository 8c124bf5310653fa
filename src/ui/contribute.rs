//! Contribute: the form on the left, the item in its place on the right, the way out below.

pub mod add;
mod finish;
pub mod mine;
pub mod place;
mod preview;

use super::field::Checks;
use super::form::{FormFields, KindChoice};
use super::session::session;
use super::{later, live};
use crate::desk::form::Pasted;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Which pane a phone shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pane {
    Form,
    Place,
}

#[component]
pub fn Contribute() -> impl IntoView {
    let session = session();
    let checks = Checks::new(session);
    provide_context(checks);
    let pane = RwSignal::new(Pane::Form);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        spawn_local(finish::hand_in(session, checks));
    };
    let keys = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            spawn_local(finish::hand_in(session, checks));
        }
    };
    let prefill = Memo::new(move |_| session.prefill.get());
    let elsewhere = RwSignal::new(false);
    let tab = move |which: Pane, name| live::tab(name, move || pane.get() == which, move || pane.set(which));
    view! {
        <div class="panes contribute" data-pane=move || if pane.get() == Pane::Form { "form" } else { "place" } on:keydown=keys>
            <h1 class="sr-only">"Contribute to the issue"</h1>
            <div class="pane-tabs" role="tablist" aria-label="Panes">
                {tab(Pane::Form, "Form")} {tab(Pane::Place, "In its place")}
            </div>
            <section class="pane pane-form" aria-label="What to add">
                {live::live_if(move || prefill.get().map(|_| later::prefill()))}
                <form class="form" novalidate on:submit=submit on:paste=move |e| paste(&e, checks)>
                    <KindChoice/>
                    <p class="muted paste-hint">"Paste a whole Markdown line or an address into any field: it fills what it can."</p>
                    <FormFields/>
                    <finish::FinishBar/>
                </form>
                {later::mine()}
                <details class="muted" on:toggle=move |_| elsewhere.set(true)>
                    <summary>"Other ways in"</summary>
                    {live::live_if(move || elsewhere.get().then(later::elsewhere))}
                </details>
            </section>
            // A part of its own, behind the form, as all that needs something typed: whoever comes here begins with that.
            {later::place()}
        </div>
    }
}

/// A pasted Markdown line fills the form; an address pasted into an empty form fills what it tells.
fn paste(event: &ev::Event, checks: Checks) {
    use wasm_bindgen::JsCast;
    let session = session();
    let Some(event) = event.dyn_ref::<web_sys::ClipboardEvent>() else { return };
    let Some(text) = event.clipboard_data().and_then(|d| d.get_data("text/plain").ok()) else { return };
    let target = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok());
    let (name, empty) = target.map(|i| (i.name(), i.value().trim().is_empty())).unwrap_or_default();
    let (form, doc) = session.peek(|d| (d.form().clone(), d.doc().clone()));
    let (filled, more) = match form.paste(&text, &doc) {
        Pasted::Item(form, more) => (form, more),
        // An address belongs into the field that it is pasted into; only the main one tells more.
        Pasted::Address(form)
            if name == "url" && empty || session.peek(|d| d.form().is_empty()) && name != "organizer_url" =>
        {
            (form, 0)
        }
        _ => return,
    };
    event.prevent_default();
    let other_kind = filled.kind != form.kind;
    if more > 0 {
        session.say(format!("The first of {} items is in the form. Paste the others one at a time.", more + 1));
    } else if other_kind {
        session.say(format!("It looks like this: {}.", super::form::kind_name(filled.kind)));
    }
    if other_kind {
        // The field that had the focus goes with its form.
        finish::focus_form();
    }
    session.set_form(filled, session.peek(|d| d.editing()), "fill the form from what was pasted");
    if session.peek(|d| !d.form().is_empty()) {
        checks.touch_all();
    }
}
