//! Free text: what a section says below its heading, or an item whose line is not understood.

use super::board::board;
use super::scroll::row_name;
use crate::desk::{Desk, ItemId, source};
use crate::issue::Holds;
use crate::text::Span;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;

/// The id of the field with a section's text.
const NAME: &str = "section-text";

/// The text of the selected section: open where that is all it holds, else behind a word.
#[component]
pub fn SectionText(none: Signal<bool>) -> impl IntoView {
    let board = board();
    let shown = Memo::new(move |before: Option<&(Option<usize>, bool)>| {
        let section = board.section.get();
        board.session.pace.track();
        let is_text = board.session.doc.with_untracked(|doc| {
            let section = section.and_then(|s| doc.sections.get(s));
            section.is_some_and(|s| s.kind.holds() == Holds::Text || none.get())
        });
        // Whoever types in the field keeps it, also while there is no item in the text for a moment.
        before.filter(|before| before.0 == section && is_typed_in()).copied().unwrap_or((section, is_text))
    });
    let part = move |desk: &Desk| {
        let section = desk.doc().sections.get(board.section.get_untracked()?)?;
        Some(source::body(desk.doc(), section))
    };
    // Another section is another field: what was typed in one must not show in the other.
    move || {
        let (section, is_text) = shown.get();
        let place = format!("section.{}", section.unwrap_or_default());
        let area = move |label| {
            let place = place.clone();
            view! { <TextPart label=label name=NAME.into() place=place part=part/> }
        };
        match is_text {
            true => area("Text of this section").into_any(),
            false => {
                // What is closed is not made: the browser would lay the hidden field out again at every letter.
                let open = RwSignal::new(false);
                let toggled = move |event: ev::Event| {
                    let details = event.target().and_then(|t| t.dyn_into::<HtmlDetailsElement>().ok());
                    open.set(details.is_some_and(|d| d.open()));
                };
                view! {
                    <details class="section-text" on:toggle=toggled>
                        <summary>"Text of this section, with its items"</summary>
                        {move || open.get().then(|| area("Text of this section, with its items"))}
                    </details>
                }
                .into_any()
            }
        }
    }
}

/// Whether the caret is in the field.
fn is_typed_in() -> bool {
    document().active_element().is_some_and(|e| e.id() == NAME)
}

/// The lines of an item.
#[component]
pub fn ItemText(id: ItemId) -> impl IntoView {
    let part = move |desk: &Desk| source::item(desk.doc(), desk.index_of(id)?);
    view! {
        <p class="muted">"This line is no item that the desk knows: edit it as it stands in the file."</p>
        <TextPart label="The item’s lines" name=format!("{}-first", row_name(id)) place=format!("row.{}.lines", id.0) part=part/>
    }
}

/// A text field over a part of the text.
#[component]
fn TextPart(
    label: &'static str,
    name: String,
    place: String,
    part: impl Fn(&Desk) -> Option<Span> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let session = board().session;
    let value = Memo::new(move |_| {
        session.pace.track();
        session.peek(|d| part(d).map(|span| source::shown(span.of(d.doc().text())).into_owned()).unwrap_or_default())
    });
    // Empty lines at the end are typed before what follows them.
    let typed = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        let now = value.get();
        if typed.with_untracked(|t| t.as_ref().is_some_and(|t| t.trim_matches('\n') != now)) {
            typed.set(None);
        }
    });
    let input = move |event| {
        let text = event_target_value(&event);
        let edit = session.peek(|d| part(d).map(|span| source::typed_in(d.doc(), span, &text)));
        typed.set(Some(text));
        if let Some(edit) = edit {
            session.apply_typed(edit, "type in the text", Some(place.clone()));
        }
    };
    let rows = move || value.with(|v| v.lines().map(|l| 1 + l.len() / 80).sum::<usize>() + 1).clamp(3, 24).to_string();
    view! {
        <div class="field">
            <label for=name.clone()>{label}</label>
            <textarea id=name class="mono" spellcheck="false" rows=rows prop:value=move || typed.get().unwrap_or_else(|| value.get())
                on:input=input on:blur=move |_| typed.set(None)></textarea>
        </div>
    }
}
