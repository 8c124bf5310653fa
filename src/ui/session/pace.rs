//! When what follows the text follows it: at once, in the same frame as the letter; in a very long text when one pauses.

use super::Shared;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// From how many bytes on a text is too long for its page and findings to follow every key: five times the longest issue.
const LONG: usize = 200_000;
/// How long one pauses before they follow then, in milliseconds.
const PAUSE_MS: u32 = 400;

/// The pace at which page, findings and outline follow the text; cheap to copy.
#[derive(Clone, Copy)]
pub struct Pace {
    doc: Memo<Shared>,
    /// Whether they wait until one pauses.
    pub long: Memo<bool>,
    pauses: RwSignal<u32>,
    /// Whether they have not followed a change yet.
    behind: StoredValue<bool>,
}

impl Pace {
    pub fn of(doc: Memo<Shared>) -> Self {
        let long = Memo::new(move |_| doc.with(|doc| doc.text().len() > LONG));
        Self { doc, long, pauses: RwSignal::new(0), behind: StoredValue::new(false) }
    }

    /// Waits for pauses from now on.
    pub(super) fn start(self) {
        let Self { doc, long, pauses, behind } = self;
        let pause = StoredValue::new_local(None::<Timeout>);
        Effect::new(move |_| {
            doc.track();
            let waits = long.get();
            behind.set_value(waits);
            let told = move || {
                behind.set_value(false);
                pauses.update(|count| *count += 1);
            };
            // The one before goes with it.
            pause.set_value(waits.then(|| Timeout::new(PAUSE_MS, told)));
        });
    }

    /// Runs again when it is time to follow the text.
    pub fn track(&self) {
        match self.long.get() {
            true => self.pauses.track(),
            false => self.doc.track(),
        }
    }

    /// Whether what follows the text holds for it as it stands.
    pub fn is_settled(&self) -> bool {
        !self.behind.get_value()
    }
}
