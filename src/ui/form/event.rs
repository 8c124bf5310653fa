//! An event: name, page, day, place, organizer.

use super::{Icon, LOCATION, MARKDOWN, Part, Tick, in_person, organizer};
use crate::ui::field::{FindingList, Spec};
use crate::ui::live::{all, button, live};
use crate::ui::session::session;
use leptos::prelude::*;

pub const PARTS: &[Part] = &[
    Part::Field(&Spec {
        note: "as its page says it",
        ..Spec::new("title", "Event name", |f| &f.title, |f, v| f.title = v)
    }),
    MARKDOWN,
    Part::Field(&Spec::url("Page of this event", "")),
    Part::Pair(
        &Spec::date("starts", "Date", "", |f| &f.starts, |f, v| f.starts = v),
        &Spec::date("ends", "Until", "if several days", |f| &f.ends, |f, v| f.ends = v),
    ),
    Part::Field(&LOCATION),
    Part::Tick(&Tick {
        name: "online",
        label: "Also online: list it under Virtual too",
        get: |f| f.online,
        set: |f, v| f.online = v,
        shown: in_person,
    }),
    Part::Field(&organizer::NAME),
    Part::Own(organizer::suggestions),
    Part::Field(&Spec {
        name: "organizer_url",
        get: |f| &f.organizer_url,
        set: |f, v| f.organizer_url = v,
        ..Spec::url("Page of the organizer", "")
    }),
    Part::Own(more_events),
];

/// Further events of the same organizer on the same day.
fn more_events() -> AnyView {
    let session = session();
    let count = Memo::new(move |_| session.form.with(|f| f.more.len()));
    let add = move || session.type_form("more", |form| form.more.push(Default::default()));
    let input = move |index: usize, url: bool| {
        let value = move || {
            session
                .form
                .with(|f| f.more.get(index).map(|(t, u)| if url { u.clone() } else { t.clone() }))
                .unwrap_or_default()
        };
        let typed = move |e| {
            let typed = event_target_value(&e);
            let field = if url { "more.url" } else { "more.title" };
            session.type_form(field, |f| match f.more.get_mut(index) {
                Some(row) if url => row.1 = typed,
                Some(row) => row.0 = typed,
                None => {}
            });
        };
        let (name, placeholder, mode) = match url {
            true => ("Page of this event", "https://…", "url"),
            false => ("Event name", "Event name", "text"),
        };
        view! { <input aria-label=name placeholder=placeholder inputmode=mode prop:value=value on:input=typed/> }
            .into_any()
    };
    let one = move |index: usize| {
        let remove = move || {
            session.type_form("more.remove", |f| {
                if index < f.more.len() {
                    f.more.remove(index);
                }
            });
        };
        view! {
            <fieldset class="field bare more">
                <legend>{format!("Event {} of that day", index + 2)}</legend>
                {input(index, false)} {input(index, true)}
                {button("small", Some(Icon::Close), "Leave it out", remove)}
            </fieldset>
        }
        .into_any()
    };
    view! {
        {live(move || all((0..count.get()).map(one)))}
        <FindingList name="events" set=|_, _| ()/>
        {button("small", Some(Icon::Plus), "Another event of theirs on that day", add)}
    }
    .into_any()
}
