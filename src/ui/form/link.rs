//! A link: address, title, section, what kind of page it is.

use super::{Icon, MARKDOWN, Part, Tick, medium, section};
use crate::ui::field::Spec;
use crate::ui::live::live_if;
use crate::ui::session::session;
use leptos::prelude::*;

pub const PARTS: &[Part] = &[
    Part::Field(&Spec::url("Address", "of the page itself")),
    Part::Field(&Spec { note: "as the page has it", ..Spec::new("title", "Title", |f| &f.title, |f, v| f.title = v) }),
    MARKDOWN,
    Part::Own(section::section),
    Part::Own(medium::medium),
    Part::Tick(&Tick {
        name: "free",
        label: "Free to read, without a sign-up",
        get: |f| f.free,
        set: |f, v| f.free = v,
        shown: |_| true,
    }),
    Part::Tick(&Tick {
        name: "person",
        label: "Written by a person, or says so where it is not",
        get: |f| f.person,
        set: |f, v| f.person = v,
        shown: |_| true,
    }),
    Part::Own(questions),
];

/// What only the person can answer, asked once there is a link to ask about.
fn questions() -> AnyView {
    let session = session();
    let question = move || {
        session.form.with(|f| match (f.free, f.person) {
            _ if f.url.trim().is_empty() || f.title.trim().is_empty() => None,
            (false, _) => {
                Some("Is the text behind this link free to read? Pages behind a paywall or a sign-up are not taken.")
            }
            (_, false) => Some("Did a person write it? Text by a language model is not taken unless it says so."),
            _ => None,
        })
    };
    live_if(move || {
        let words = question()?;
        let view =
            view! { <p class="finding finding-hint">{Icon::Hint.view()} <span class="finding-text">{words}</span></p> };
        Some(view.into_any())
    })
}
