//! An event: name, page, day, place, organizer.

use super::Tick;
use super::link::MarkdownTick;
use crate::desk::form::organizers;
use crate::issue::place::{Region, region_of};
use crate::ui::field::{Checks, DateField, Field, FindingList};
use crate::ui::icon::Icon;
use crate::ui::session::session;
use leptos::prelude::*;

#[component]
pub fn EventForm() -> impl IntoView {
    let session = session();
    let region = move || session.form.with(|f| region_of(&f.location));
    let arrow = Signal::derive(move || region().map(|r| format!("→ {}", r.name())).unwrap_or_default());
    let in_person = move || region().is_some_and(|r| r != Region::Virtual);
    view! {
        <Field name="title" label="Event name" note="as its page says it" get=|f| &f.title set=|f, v| f.title = v/>
        <MarkdownTick/>
        <Field name="url" label="Page of this event" kind="url" placeholder="https://…" get=|f| &f.url set=|f, v| f.url = v/>
        <div class="pair">
            <DateField name="starts" label="Date" get=|f| &f.starts set=|f, v| f.starts = v/>
            <DateField name="ends" label="Until" note="if several days" get=|f| &f.ends set=|f, v| f.ends = v/>
        </div>
        <Field name="location" label="Where" note="City, CC · City, ST, CC in US, CA, AU · or Virtual" placeholder="Berlin, DE"
            get=|f| &f.location set=|f, v| f.location = v end=arrow/>
        {move || in_person().then(|| view! {
            <Tick name="online" label="Also online: list it under Virtual too" get=|f| f.online set=|f, v| f.online = v/>
        })}
        <OrganizerField/>
        <Field name="organizer_url" label="Page of the organizer" kind="url" placeholder="https://…"
            get=|f| &f.organizer_url set=|f, v| f.organizer_url = v/>
        <MoreEvents/>
    }
}

/// The organizer, with those of the draft to choose from: choosing one fills its address and last place.
#[component]
fn OrganizerField() -> impl IntoView {
    let session = session();
    let known = Memo::new(move |_| organizers(&session.doc.get()));
    let count = move || {
        let name = session.form.with(|f| f.organizer_name.trim().to_lowercase());
        known.with(|all| all.iter().find(|o| o.name.to_lowercase() == name).map(|o| o.count))
    };
    let end = Signal::derive(move || match count() {
        Some(1) => "1 item in this draft".into(),
        Some(n) => format!("{n} items in this draft"),
        None => String::new(),
    });
    // The browser's own list writes the name into the field; a name it holds brings the rest.
    let set = |form: &mut crate::desk::Form, name: String| form.organizer_name = name;
    Effect::new(move |before: Option<String>| {
        let name = session.form.with(|f| f.organizer_name.clone());
        let chosen = known.with(|all| all.iter().find(|o| o.name == name).cloned());
        if let Some(organizer) = chosen.filter(|_| before.is_some_and(|b| b != name)) {
            session.type_form("organizer_name", |form| form.choose(&organizer));
        }
        name
    });
    view! {
        <Field name="organizer_name" label="Organizer" note="the group that meets" list="organizers"
            get=|f| &f.organizer_name set=set end=end/>
        <datalist id="organizers">
            {move || known.get().into_iter().map(|o| view! { <option value=o.name>{o.url}</option> }).collect_view()}
        </datalist>
    }
}

/// Further events of the same organizer on the same day.
#[component]
fn MoreEvents() -> impl IntoView {
    let session = session();
    let checks = expect_context::<Checks>();
    let count = Memo::new(move |_| session.form.with(|f| f.more.len()));
    let add = move |_| session.type_form("more", |form| form.more.push(Default::default()));
    view! {
        {move || (0..count.get()).map(|index| {
            let value = move |url: bool| session.form.with(|f| f.more.get(index).map(|(t, u)| if url { u.clone() } else { t.clone() })).unwrap_or_default();
            let type_title = move |e| {
                let typed = event_target_value(&e);
                session.type_form("more.title", |f| if let Some(row) = f.more.get_mut(index) { row.0 = typed });
            };
            let type_url = move |e| {
                let typed = event_target_value(&e);
                session.type_form("more.url", |f| if let Some(row) = f.more.get_mut(index) { row.1 = typed });
            };
            let remove = move |_| session.type_form("more.remove", |f| { if index < f.more.len() { f.more.remove(index); } });
            view! {
                <fieldset class="field bare more">
                    <legend>{format!("Event {} of that day", index + 2)}</legend>
                    <input aria-label="Event name" placeholder="Event name" prop:value=move || value(false) on:input=type_title/>
                    <input aria-label="Page of this event" placeholder="https://…" inputmode="url" prop:value=move || value(true) on:input=type_url/>
                    <button type="button" class="button small" on:click=remove>{Icon::Close.view()} "Leave it out"</button>
                </fieldset>
            }
        }).collect_view()}
        <FindingList name="events" findings=Memo::new(move |_| checks.at("events")) set=|_, _| ()/>
        <button type="button" class="button small" on:click=add>{Icon::Plus.view()} "Another event of theirs on that day"</button>
    }
}
