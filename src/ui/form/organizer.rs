//! The organizer, with those of the draft to choose from: choosing one fills its address and last place.

use crate::desk::form::organizers;
use crate::text::case::same;
use crate::ui::field::Spec;
use crate::ui::live::{all, live, option};
use crate::ui::session::session;
use leptos::prelude::*;

pub const NAME: Spec = Spec {
    note: "the group that meets",
    list: Some("organizers"),
    end: |session| {
        let name = session.form.with(|f| f.organizer_name.trim().to_owned());
        if name.is_empty() {
            return name;
        }
        let known = organizers(&session.doc.get());
        match known.iter().find(|o| same(&o.name, &name)).map(|o| o.count) {
            Some(1) => "1 item in this draft".into(),
            Some(n) => format!("{n} items in this draft"),
            None => String::new(),
        }
    },
    ..Spec::new("organizer_name", "Organizer", |f| &f.organizer_name, |f, v| f.organizer_name = v)
};

/// The list that the browser offers. It writes the name into the field; a name that it holds brings the rest.
pub fn suggestions() -> AnyView {
    let session = session();
    let known = Memo::new(move |_| organizers(&session.doc.get()));
    Effect::new(move |before: Option<String>| {
        let name = session.form.with(|f| f.organizer_name.clone());
        let chosen = known.with(|all| all.iter().find(|o| o.name == name).cloned());
        if let Some(organizer) = chosen.filter(|_| before.is_some_and(|b| b != name)) {
            session.type_form("organizer_name", |form| form.choose(&organizer));
        }
        name
    });
    view! {
        <datalist id="organizers">
            {live(move || all(known.get().into_iter().map(|o| option(o.name, o.url))))}
        </datalist>
    }
    .into_any()
}
