//! A newer version of the desk that waits. `public/boot.js` looks for it and takes it into use when it is told to; the
//! two sides speak by events of the page's root.

use gloo::events::EventListener;
use web_sys::{Element, Event};

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

/// Calls `tell` once a newer version waits, at once where one does already.
pub fn on_newer(tell: impl Fn() + 'static) {
    let Some(root) = root() else { return };
    if root.has_attribute("data-newer") {
        tell();
    }
    EventListener::new(&root, "desk-newer", move |_| tell()).forget();
}

/// Takes the newer version into use; the page is loaded anew as soon as that is done.
pub fn use_newer() {
    if let (Some(root), Ok(event)) = (root(), Event::new("desk-use-newer")) {
        let _ = root.dispatch_event(&event);
    }
}

/// Says that the view has come: what the desk keeps for later, and what takes the line from it, may follow.
pub fn shown() {
    if let (Some(root), Ok(event)) = (root(), Event::new("desk-shown")) {
        // For a script that begins to listen only now.
        let _ = root.set_attribute("data-shown", "");
        let _ = root.dispatch_event(&event);
    }
}
