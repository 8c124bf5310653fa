//! What can wait until the browser has painted a change of the text: what is typed and the page come first, everything
//! else that follows the text a frame later; in a very long text the page and the findings when one pauses.

use super::Shared;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::time::Duration;

/// From how many bytes on a text is too long for its page and findings to follow every key: five times the longest issue.
const LONG: usize = 200_000;
/// How long one pauses before they follow then, in milliseconds.
const PAUSE_MS: u32 = 400;

/// Tells when the text as it stands has been painted; cheap to copy.
#[derive(Clone, Copy)]
pub struct Painted {
    count: RwSignal<u32>,
    /// Whether a change has not been painted yet.
    behind: StoredValue<bool>,
    /// Whether page and findings wait until one pauses.
    pub long: Memo<bool>,
}

impl Painted {
    pub fn of(doc: Memo<Shared>) -> Self {
        let long = Memo::new(move |_| doc.with(|doc| doc.text().len() > LONG));
        Self { count: RwSignal::new(0), behind: StoredValue::new(false), long }
    }

    /// Follows the text from now on.
    pub(super) fn follow(self, doc: Memo<Shared>) {
        let Self { count, behind, long } = self;
        let pause = StoredValue::new_local(None::<Timeout>);
        let done = move || {
            behind.set_value(false);
            count.update(|count| *count += 1);
        };
        Effect::new(move |_| {
            doc.track();
            let waits = behind.get_value();
            behind.set_value(true);
            if long.get_untracked() {
                // The one before goes with it.
                pause.set_value(Some(Timeout::new(PAUSE_MS, done)));
            } else if !waits {
                request_animation_frame(move || set_timeout(done, Duration::ZERO));
            }
        });
    }

    /// Runs again when a change has been painted.
    pub fn track(&self) {
        self.count.track();
    }

    /// Whether what follows the painting holds for the text as it stands.
    pub fn now(&self) -> bool {
        !self.behind.get_value()
    }
}
