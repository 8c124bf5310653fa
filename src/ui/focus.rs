//! Where the focus goes when what had it is gone.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Whether nothing has the focus.
pub fn is_lost() -> bool {
    document().active_element().is_none_or(|e| e.tag_name() == "BODY")
}

/// From now on, whenever a button or link that was pressed goes away with what it did and nothing else took the focus, gives it
/// to the head of the open dialog, else to the beginning of the view.
pub fn hand_on() {
    let pressed = |event: leptos::ev::MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let control = target.and_then(|target| target.closest("button, a, label").ok().flatten());
        request_animation_frame(move || {
            if control.is_some_and(|control| !control.is_connected()) && is_lost() {
                give_to(beginning());
            }
        });
    };
    window_event_listener(leptos::ev::click, pressed);
}

/// Where one goes on when there is nothing nearer.
fn beginning() -> Vec<String> {
    ["dialog[open] .modal-head .button", "#main"].map(str::to_owned).to_vec()
}

/// What had the focus went with a dialog.
pub fn after_dialog() {
    pass_on(beginning());
}

/// Gives the focus to the first of `others` (selectors) that is there.
pub fn give_to(others: Vec<String>) {
    let found = others.into_iter().find_map(|other| document().query_selector(&other).ok().flatten());
    if let Some(other) = found.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = other.focus();
    }
}

/// The same, once the page shows what has just been done.
pub fn give_soon(other: &'static str) {
    request_animation_frame(move || give_to(vec![other.to_owned()]));
}

/// The same for several, if nothing has it once the page shows what has just been done: a button may go with its work.
pub fn pass_on(others: Vec<String>) {
    request_animation_frame(move || {
        if is_lost() {
            give_to(others);
        }
    });
}
