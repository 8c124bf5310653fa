//! How high the blocks of the page are that are out of sight. They are neither laid out nor painted
//! (`content-visibility: auto` in `style/page.css`), so that a letter costs what is to be seen; a browser takes for such a
//! block the height that it had last (CSS Sizing 4, last remembered size). So all are laid out once when one pauses, and
//! again where the page has become wider or narrower: then the scroll bar is right, and so is where a place in the text lies.

use super::frame::Frame;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::Cell;

/// How long nothing happened before all blocks are laid out, in milliseconds.
const PAUSE_MS: u32 = 300;

/// Learns them anew whenever the frame has another width.
pub fn at_new_width(frame: Frame) -> Option<EventListener> {
    let before = Cell::new(width(frame));
    let view = frame.document()?.default_view()?;
    Some(EventListener::new(&view, "resize", move |_| {
        let now = width(frame);
        if before.replace(now) != now {
            learn_soon(frame);
        }
    }))
}

fn width(frame: Frame) -> Option<i32> {
    Some(frame.document()?.document_element()?.client_width())
}

/// Learns them when nothing else happens for a moment.
pub fn learn_soon(frame: Frame) {
    // The pause before goes with its timer.
    frame.pause.try_set_value(Some(Timeout::new(PAUSE_MS, move || learn(frame))));
}

/// Lays all blocks out for one frame; the browser remembers how high they were.
fn learn(frame: Frame) {
    let whole = move |on: bool| {
        if let Some(body) = frame.document().and_then(|d| d.body()) {
            let _ = body.class_list().toggle_with_force("is-whole", on);
        }
    };
    request_animation_frame(move || {
        whole(true);
        request_animation_frame(move || whole(false));
    });
}
