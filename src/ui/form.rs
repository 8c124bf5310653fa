//! The four forms, one file per shape of item.

mod call;
mod event;
mod link;
mod project;

use super::session::session;
use crate::desk::FormKind;
use leptos::prelude::*;

/// The fields of the kind that is chosen.
#[component]
pub fn FormFields() -> impl IntoView {
    let session = session();
    let kind = Memo::new(move |_| session.form.with(|f| f.kind));
    move || match kind.get() {
        FormKind::Link => view! { <link::LinkForm/> }.into_any(),
        FormKind::Event => view! { <event::EventForm/> }.into_any(),
        FormKind::Project => view! { <project::ProjectForm/> }.into_any(),
        FormKind::Call => view! { <call::CallForm/> }.into_any(),
    }
}

/// What a kind is called on its button.
pub fn kind_name(kind: FormKind) -> &'static str {
    match kind {
        FormKind::Link => "Link",
        FormKind::Event => "Event",
        FormKind::Project => "Project task",
        FormKind::Call => "Call for speakers",
    }
}

/// The choice of the kind: a group of radio buttons that look like tabs.
#[component]
pub fn KindChoice() -> impl IntoView {
    let session = session();
    let chosen = move || session.form.with(|f| f.kind);
    view! {
        <fieldset class="segments">
            <legend class="sr-only">"What is it?"</legend>
            {FormKind::ALL
                .into_iter()
                .map(|kind| {
                    view! {
                        <label class="segment">
                            <input type="radio" name="kind" value=kind.kind()
                                prop:checked=move || chosen() == kind
                                disabled=move || session.editing.get().is_some() && chosen() != kind
                                on:change=move |_| session.set_kind(kind)/>
                            <span>{kind_name(kind)}</span>
                        </label>
                    }
                })
                .collect_view()}
        </fieldset>
    }
}

/// A tick box of the form; `name` is the field.
#[component]
pub fn Tick(
    name: &'static str,
    #[prop(into)] label: String,
    get: fn(&crate::desk::Form) -> bool,
    set: fn(&mut crate::desk::Form, bool),
) -> impl IntoView {
    let session = session();
    let change = move |event| {
        let ticked = event_target_checked(&event);
        session.type_form(name, |form| set(form, ticked));
    };
    view! {
        <label class="tick">
            <input type="checkbox" name=name prop:checked=move || session.form.with(get) on:change=change/>
            <span>{label}</span>
        </label>
    }
}
