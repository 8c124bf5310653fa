//! Keys that work everywhere, and the list of them.

use super::dialog::Modal;
use super::session::{Dialog, Session, session};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The keys, as the help shows them.
const KEYS: &[(&str, &str)] = &[
    ("Ctrl Z", "Undo, across all of it"),
    ("Ctrl Shift Z", "Do it again"),
    ("Ctrl Enter", "Hand it in; in a form, finish it"),
    ("↑ ↓", "Go through sections or rows (Assemble)"),
    ("Enter", "Open or close the row that has the focus (Assemble)"),
    ("Delete", "Remove its item (Assemble)"),
    ("Alt ↑ ↓", "Move the item that has the focus (Assemble)"),
    ("F8", "Next finding; with Shift the one before (Assemble)"),
    ("Ctrl K", "Find a command, a section or an item"),
    ("Ctrl O", "Open another draft"),
    ("?", "These keys"),
    ("Esc", "Close what is open"),
];

/// What one types or chooses in.
const FIELDS: &[&str] = &["INPUT", "TEXTAREA", "SELECT"];

/// Listens until the component goes away. `undo` and `redo` are given to the source pane first, which keeps its caret.
pub fn listen(session: Session) {
    let handle = window_event_listener(ev::keydown, move |event| {
        let command = event.ctrl_key() || event.meta_key();
        let key = event.key();
        // What is open stays: it may be at work.
        let free = session.dialog.with_untracked(Option::is_none);
        let handled = match key.as_str() {
            _ if event.default_prevented() => false,
            // A field that is none of the draft's has its own history.
            "z" | "Z" | "y"
                if command && is_on(&event, FIELDS) && is_within(&event, "dialog, .review-side, .review-pull") =>
            {
                false
            }
            "z" | "Z" if command && !event.alt_key() => {
                let _ = if event.shift_key() { session.redo() } else { session.undo() };
                true
            }
            "y" if command => {
                session.redo();
                true
            }
            "o" | "k" if command => {
                if free {
                    session.dialog.set(Some(if key == "o" { Dialog::Open } else { Dialog::Palette }));
                }
                true
            }
            // On a link it opens a new tab.
            "Enter" if command && free && session.opened.get_untracked() && !is_on(&event, &["A"]) => {
                hand_in(session);
                true
            }
            "?" if !command && free && !is_on(&event, FIELDS) => {
                session.dialog.set(Some(Dialog::Keys));
                true
            }
            _ => false,
        };
        if handled {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

fn target(event: &ev::KeyboardEvent) -> Option<web_sys::Element> {
    event.target()?.dyn_into().ok()
}

/// Whether the key was pressed on an element of one of these names.
fn is_on(event: &ev::KeyboardEvent, names: &[&str]) -> bool {
    target(event).is_some_and(|e| names.contains(&e.tag_name().as_str()))
}

/// Whether the key was pressed in one of these, named by a selector.
fn is_within(event: &ev::KeyboardEvent, selector: &str) -> bool {
    target(event).is_some_and(|e| e.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Opens the way out: in the form by the form's own button, which adds what was typed before.
pub fn hand_in(session: Session) {
    let button = document().query_selector(".pane-form .finish-row [type=submit]").ok().flatten();
    match button {
        Some(button) => button.unchecked_into::<web_sys::HtmlElement>().click(),
        None => session.dialog.set(Some(Dialog::HandIn)),
    }
}

/// The list of keys.
#[component]
pub fn KeysDialog() -> impl IntoView {
    let session = session();
    view! {
        <Modal title="Keys" close=move || session.dialog.set(None)>
            <dl class="keys">
                {KEYS
                    .iter()
                    .map(|(keys, what)| {
                        view! {
                            <div class="keys-row">
                                <dt>{keys.split(' ').map(|k| view! { <kbd>{k}</kbd> }).collect_view()}</dt>
                                <dd>{*what}</dd>
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
        </Modal>
    }
}
