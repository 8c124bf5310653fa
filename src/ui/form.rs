//! The four forms, each a table of its parts in the order in which people think of them.

mod call;
mod event;
mod link;
mod medium;
mod organizer;
mod project;
mod section;

use super::field::{Field, Spec};
use super::icon::Icon;
use super::live::{all, live, live_if};
use super::session::session;
use crate::desk::{Form, FormKind};
use crate::issue::escape;
use crate::issue::place::{Region, region_of};
use leptos::prelude::*;

/// A part of a form.
enum Part {
    Field(&'static Spec),
    /// Two fields side by side.
    Pair(&'static Spec, &'static Spec),
    Tick(&'static Tick),
    /// Words between the fields.
    Hint(&'static str),
    /// What has a file of its own.
    Own(fn() -> AnyView),
}

impl Part {
    fn view(&self) -> AnyView {
        match *self {
            Self::Field(spec) => view! { <Field spec=spec/> }.into_any(),
            Self::Pair(one, two) => view! { <div class="pair"><Field spec=one/> <Field spec=two/></div> }.into_any(),
            Self::Tick(tick) => tick.view(),
            Self::Hint(words) => view! { <p class="hint">{words}</p> }.into_any(),
            Self::Own(make) => make(),
        }
    }
}

/// The fields of the kind that is chosen.
#[component]
pub fn FormFields() -> impl IntoView {
    let session = session();
    let kind = Memo::new(move |_| session.form.with(|f| f.kind));
    live(move || {
        let parts = match kind.get() {
            FormKind::Link => link::PARTS,
            FormKind::Event => event::PARTS,
            FormKind::Project => project::PARTS,
            FormKind::Call => call::PARTS,
        };
        all(parts.iter().map(Part::view))
    })
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
    let one = move |kind: FormKind| {
        view! {
            <label class="segment">
                <input type="radio" name="kind" value=kind.kind()
                    prop:checked=move || chosen() == kind
                    disabled=move || session.editing.get().is_some() && chosen() != kind
                    on:change=move |_| session.set_kind(kind)/>
                <span>{kind_name(kind)}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset class="segments">
            <legend class="sr-only">"What is it?"</legend>
            {all(FormKind::ALL.into_iter().map(one))}
        </fieldset>
    }
}

/// A tick box of the form.
struct Tick {
    name: &'static str,
    label: &'static str,
    get: fn(&Form) -> bool,
    set: fn(&mut Form, bool),
    /// Whether the form has a use for it just now.
    shown: fn(&Form) -> bool,
}

impl Tick {
    fn view(&'static self) -> AnyView {
        let session = session();
        let shown = Memo::new(move |_| session.form.with(self.shown));
        let change = move |event| {
            let ticked = event_target_checked(&event);
            session.type_form(self.name, |form| (self.set)(form, ticked));
        };
        let tick = move || {
            view! {
                <label class="tick">
                    <input type="checkbox" name=self.name prop:checked=move || session.form.with(self.get) on:change=change/>
                    <span>{self.label}</span>
                </label>
            }
            .into_any()
        };
        live_if(move || shown.get().then(tick))
    }
}

/// Stands only where a pasted title holds more than plain text.
const MARKDOWN: Part = Part::Tick(&Tick {
    name: "markdown",
    label: "The title holds Markdown: *emphasis* and the like; keep it as it stands",
    get: |f| f.markdown,
    set: |f, v| f.markdown = v,
    shown: |f| f.markdown || !escape::is_plain(&escape::fold(&f.title)) && f.title.contains(['*', '_']),
});

/// Where something takes place; its region stands at the end.
const LOCATION: Spec = Spec {
    note: "City, CC · City, ST, CC in US, CA, AU · or Virtual",
    placeholder: "Berlin, DE",
    end: |session| {
        let region = session.form.with(|f| region_of(&f.location));
        region.map(|r| format!("→ {}", r.name())).unwrap_or_default()
    },
    ..Spec::new("location", "Where", |f| &f.location, |f, v| f.location = v)
};

/// Whether the form's place is one that people go to.
fn in_person(form: &Form) -> bool {
    region_of(&form.location).is_some_and(|r| r != Region::Virtual)
}
