//! Mounts the app, nothing else.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

fn main() {
    console_error_panic_hook::set_once();
    let Some(frame) = document().get_element_by_id("app") else { return };
    frame.set_inner_html("");
    mount_to(frame.unchecked_into(), || view! { <main>"TWiR desk"</main> }).forget();
}
