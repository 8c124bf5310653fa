//! Focus and scrolling: the outside world of this view.

use crate::desk::ItemId;
use crate::ui::focus::{give_soon, give_to, is_lost};
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

/// What a part of the view is called here: the rows, the findings, the toolbar.
type Part = &'static str;

thread_local! {
    /// What had the focus last, and in which part.
    static LAST: RefCell<Option<(Part, web_sys::HtmlElement)>> = const { RefCell::new(None) };
}

/// Remembers what has the focus in `part`.
pub fn remember_focus(part: Part, event: &leptos::ev::FocusEvent) {
    let target = event.target().and_then(|t| t.dyn_into().ok());
    LAST.set(target.map(|target| (part, target)));
}

/// Gives the focus back to what had it, for a row that is moved in the page loses it.
pub fn restore_focus() {
    request_animation_frame(|| {
        let last = LAST.with_borrow(|last| last.as_ref().map(|(_, e)| e.clone()));
        if let Some(last) = last.filter(|e| is_lost() && e.is_connected()) {
            let _ = last.focus();
        }
    });
}

/// Where what had the focus in `part` is gone, a button that did its work and is needed no more, gives it to the first of
/// `others` (selectors) that is there.
pub fn pass_focus_on(part: Part, others: impl FnOnce() -> Vec<String> + 'static) {
    request_animation_frame(move || {
        let gone = LAST.with_borrow(|last| last.as_ref().is_some_and(|(was, e)| *was == part && !e.is_connected()));
        if gone && is_lost() {
            give_to(others());
        }
    });
}

/// Puts the focus on the selected section of the outline: what had it is gone.
pub fn focus_outline() {
    give_soon(".outline-entry[aria-current]");
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
