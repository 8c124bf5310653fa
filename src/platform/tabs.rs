//! Other tabs of the desk: each says which issue it works on, and hears who does too.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// A tab's line to the others.
pub struct Tabs {
    channel: BroadcastChannel,
    _listener: Closure<dyn FnMut(MessageEvent)>,
}

impl Tabs {
    /// Opens the line; `heard` gets `(word, issue)` from other tabs. `None` where the browser has no such channel.
    pub fn open(mut heard: impl FnMut(&str, &str) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new("twir-desk").ok()?;
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string()
                && let Some((word, issue)) = text.split_once(' ')
            {
                heard(word, issue);
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Some(Self { channel, _listener: listener })
    }

    /// Says `word` about `issue` to the others.
    pub fn say(&self, word: &str, issue: &str) {
        let _ = self.channel.post_message(&format!("{word} {issue}").into());
    }
}
