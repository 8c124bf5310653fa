//! Focus and scrolling: the outside world of this view.

use crate::desk::ItemId;
use leptos::prelude::*;
use std::cell::RefCell;
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

thread_local! {
    /// What had the focus in the list of items last.
    static LAST: RefCell<Option<web_sys::HtmlElement>> = const { RefCell::new(None) };
}

/// Remembers what has the focus.
pub fn remember_focus(event: &leptos::ev::FocusEvent) {
    let target = event.target().and_then(|t| t.dyn_into().ok());
    LAST.with_borrow_mut(|last| *last = target);
}

/// Gives the focus back to what had it, for a row that is moved in the page loses it.
pub fn restore_focus() {
    request_animation_frame(|| {
        let lost = document().active_element().is_none_or(|e| e.tag_name() == "BODY");
        let last = LAST.with_borrow(Clone::clone).filter(|e| lost && e.is_connected());
        if let Some(last) = last {
            let _ = last.focus();
        }
    });
}

/// Puts the focus on the selected section of the outline: what had it is gone.
pub fn focus_outline() {
    request_animation_frame(|| {
        let entry = document().query_selector(".outline-entry[aria-current]").ok().flatten();
        if let Some(entry) = entry.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = entry.focus();
        }
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
