//! Nothing is lost: every change is kept within half a second and when the page goes away.

use super::{Saving, Session};
use crate::desk::saved::{Saved, base_key};
use crate::desk::{Desk, Form};
use crate::platform::{clock, storage};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::RefCell;

/// Pause after a change before it is written, in milliseconds; below half a second with the write itself.
const DELAY_MS: u32 = 250;

/// Work of an earlier day.
#[derive(Clone, Debug, PartialEq)]
pub enum Work {
    Readable(Box<Saved>),
    /// Kept aside: its key and why it cannot be read.
    Aside {
        key: String,
        why: String,
    },
}

impl Work {
    /// Whether it is the readable work `id`.
    pub fn is(&self, id: &str) -> bool {
        matches!(self, Self::Readable(saved) if saved.id == id)
    }
}

thread_local! {
    static TIMER: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

impl Session {
    /// Keeps the desk in step with the browser's storage from now on.
    pub(super) fn keep_saving(self) {
        Effect::new(move |_| {
            self.desk.track();
            if !self.opened.get_untracked() {
                return;
            }
            self.saving.set(Saving::Pending);
            TIMER.with_borrow_mut(|timer| *timer = Some(Timeout::new(DELAY_MS, move || self.save())));
        });
        let hide = window_event_listener(leptos::ev::pagehide, move |_| self.save());
        let visibility = window_event_listener(leptos::ev::visibilitychange, move |_| {
            if document().hidden() {
                self.save();
            }
        });
        on_cleanup(move || {
            hide.remove();
            visibility.remove();
        });
    }

    /// Writes now what there is to keep.
    pub fn save(&self) {
        if !self.opened.get_untracked() {
            return;
        }
        let id = self.work_id.get_untracked().unwrap_or_else(new_id);
        let now = clock::now();
        let outcome = match self.peek(|desk| Saved::of(desk, &id, now)) {
            None => {
                // Everything was taken back: there is nothing to come back to.
                if self.work_id.get_untracked().is_some() {
                    storage::remove(&format!("work/{id}"));
                }
                Saving::Nothing
            }
            Some(saved) => {
                self.work_id.set(Some(id));
                match self.peek(|desk| write(&saved, desk)) {
                    Ok(()) => Saving::Kept(now),
                    Err(error) => Saving::Failed(error),
                }
            }
        };
        if self.saving.get_untracked() != outcome {
            self.saving.set(outcome);
        }
    }

    /// What is kept of earlier work, the newest first; the work on the desk is not among it.
    pub(super) fn find_works(&self) {
        let own = self.work_id.get_untracked();
        let mut works: Vec<Work> = storage::keys("work/")
            .into_iter()
            .filter_map(|key| storage::get(&key).map(|json| (key, json)))
            .map(|(key, json)| match Saved::read(&json) {
                Ok(saved) if storage::get(&format!("base/{}", saved.base)).is_some() => Work::Readable(Box::new(saved)),
                Ok(_) => Work::Aside { key, why: "the draft it was made on is missing".into() },
                Err(why) => Work::Aside { key, why },
            })
            .filter(|work| !matches!((work, &own), (Work::Readable(saved), Some(own)) if saved.id == *own))
            .collect();
        let time = |work: &Work| match work {
            Work::Readable(saved) => saved.saved_at,
            Work::Aside { .. } => 0,
        };
        works.sort_by_key(|work| std::cmp::Reverse(time(work)));
        if works.iter().all(|w| matches!(w, Work::Readable(_))) {
            forget_unused_bases(&works, self.peek(|d| base_key(d.base())));
        }
        self.works.set(works);
        self.ask_for_works();
    }

    /// Takes up earlier work: base and changes come back as they were.
    pub fn resume(&self, saved: &Saved) {
        let Some(base) = storage::get(&format!("base/{}", saved.base)) else { return };
        self.save();
        self.work_id.set(Some(saved.id.clone()));
        self.desk.set(Desk::resume(saved, &base));
        self.opened.set(true);
        self.works.update(|works| works.retain(|w| !w.is(&saved.id)));
        self.claim();
        self.announce();
        self.say("Your work is back as you left it.");
        self.look_for_newer();
    }

    /// Forgets earlier work for good.
    pub fn discard(&self, id: &str) {
        storage::remove(&format!("work/{id}"));
        self.works.update(|works| works.retain(|w| !w.is(id)));
        self.say("The earlier work is gone.");
    }

    /// The base of earlier work.
    pub fn base_of(&self, saved: &Saved) -> Option<String> {
        storage::get(&format!("base/{}", saved.base))
    }

    /// Puts another desk in place of this one; what was on it is kept first.
    pub(super) fn open_desk(&self, desk: Desk) {
        self.save();
        let form = self.peek(|d| d.form().clone());
        let carried = !self.peek(Desk::is_changed) && !form.is_empty();
        self.work_id.set(None);
        self.desk.set(desk);
        if carried {
            // A half-filled form over an unchanged draft goes along: it is about the new draft as well.
            self.carry_form(form);
        }
        self.opened.set(true);
        self.find_works();
        self.announce();
    }

    fn carry_form(&self, form: Form) {
        self.desk.update(|d| d.set_form(form, None, "keep what was typed", None));
    }
}

fn write(saved: &Saved, desk: &Desk) -> Result<(), storage::StorageError> {
    let base = format!("base/{}", saved.base);
    if storage::get(&base).is_none() {
        storage::set(&base, desk.base())?;
    }
    let json = serde_json::to_string(saved).unwrap_or_default();
    storage::set(&format!("work/{}", saved.id), &json)
}

fn forget_unused_bases(works: &[Work], own: String) {
    let used = |key: &str| {
        let by = |work: &Work| matches!(work, Work::Readable(s) if key == format!("base/{}", s.base));
        key == format!("base/{own}") || works.iter().any(by)
    };
    storage::keys("base/").into_iter().filter(|key| !used(key)).for_each(|key| storage::remove(&key));
}

/// Unique enough on one device: the time and a random number.
fn new_id() -> String {
    format!("{}-{:06}", clock::now(), (js_sys::Math::random() * 1e6) as u32)
}
