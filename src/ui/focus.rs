//! Where the focus goes when what had it is gone.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Whether nothing has the focus.
pub fn is_lost() -> bool {
    document().active_element().is_none_or(|e| e.tag_name() == "BODY")
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
