//! A call for speakers.

use super::link::MarkdownTick;
use crate::issue::place::region_of;
use crate::ui::field::{DateField, Field};
use crate::ui::session::session;
use leptos::prelude::*;

#[component]
pub fn CallForm() -> impl IntoView {
    let session = session();
    let region = move || session.form.with(|f| region_of(&f.location));
    let arrow = Signal::derive(move || region().map(|r| r.name().to_owned()).unwrap_or_default());
    view! {
        <Field name="title" label="Event" note="a conference or meetup with Rust in it" get=|f| &f.title set=|f, v| f.title = v/>
        <MarkdownTick/>
        <Field name="url" label="Page of the call" note="where speakers send their talk" kind="url" placeholder="https://…"
            get=|f| &f.url set=|f, v| f.url = v/>
        <DateField name="closes" label="Call closes" note="last day to send a talk" get=|f| &f.closes set=|f, v| f.closes = v/>
        <Field name="location" label="Where" note="City, CC · City, ST, CC in US, CA, AU · or Virtual" placeholder="Berlin, DE"
            get=|f| &f.location set=|f, v| f.location = v end=arrow/>
        <div class="pair">
            <DateField name="starts" label="Event begins" get=|f| &f.starts set=|f, v| f.starts = v/>
            <DateField name="ends" label="Until" note="if several days" get=|f| &f.ends set=|f, v| f.ends = v/>
        </div>
    }
}
