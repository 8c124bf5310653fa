//! Focus and scrolling: the outside world of this view.

use crate::desk::ItemId;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The id of an item's row in the page.
pub fn row_name(id: ItemId) -> String {
    format!("row-{}", id.0)
}

/// The element of that id.
pub fn element(id: &str) -> Option<web_sys::HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Puts the focus on the element of that id, once it is there.
pub fn focus_later(id: String) {
    request_animation_frame(move || {
        if let Some(element) = element(&id) {
            let _ = element.focus();
        }
    });
}

/// Puts the focus back to what has it now, which a move in the list takes from it; else on `fallback`.
pub fn keep_focus(fallback: String) {
    let active = document().active_element().and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok());
    let inside = active.filter(|e| e.closest(".item").ok().flatten().is_some());
    request_animation_frame(move || match inside.filter(|e| e.is_connected()) {
        Some(active) => {
            let _ = active.focus();
        }
        None => focus_later(fallback),
    });
}

/// Scrolls `pane`, and nothing around it, until `inner` is in sight.
pub fn bring_into(pane: &web_sys::Element, inner: &web_sys::Element) {
    let (outer, own) = (pane.get_bounding_client_rect(), inner.get_bounding_client_rect());
    if outer.height() == 0.0 || own.top() >= outer.top() && own.bottom() <= outer.bottom() {
        return;
    }
    let third = outer.height() / 3.0;
    pane.set_scroll_top(pane.scroll_top() + (own.top() - outer.top() - third) as i32);
}
