//! Nothing is lost: every change is kept within half a second and when the page goes away.

use super::{Saving, Session};
use crate::desk::Desk;
use crate::desk::saved::{Saved, base_key};
use crate::export;
use crate::platform::github::LoadError;
use crate::platform::json::Json;
use crate::platform::{clock, files, storage};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::Cell;

/// How long after the first change that is not kept yet it is written, in milliseconds; below half a second with the
/// write itself. Not after the last: whoever types without a pause would keep nothing.
const DELAY_MS: u32 = 400;

thread_local! {
    /// Whether that time runs.
    static WAITING: Cell<bool> = const { Cell::new(false) };
}

/// What of the desk is kept.
#[derive(Clone, Debug, Default)]
pub struct Safe {
    /// When this tab wrote last under its work's id, or what it took up was written.
    at: Option<u64>,
    /// The desk's revision then.
    kept: Option<u64>,
    /// The revision that was saved as a file last.
    filed: Option<u64>,
}

impl Session {
    /// Keeps the desk in step with the browser's storage from now on.
    pub(super) fn keep_saving(self) {
        Effect::new(move |_| {
            self.desk.track();
            if !self.opened.get_untracked() {
                return;
            }
            // What could not be kept stays said until something could: it would come and go with each letter.
            if !self.saving.with_untracked(|s| matches!(s, Saving::Pending | Saving::Failed(_))) {
                self.saving.set(Saving::Pending);
            }
            if !WAITING.replace(true) {
                let write = move || {
                    WAITING.set(false);
                    self.save();
                };
                Timeout::new(DELAY_MS, write).forget();
            }
        });
        let hide = window_event_listener(leptos::ev::pagehide, move |_| self.save());
        let visibility = window_event_listener(leptos::ev::visibilitychange, move |_| {
            if document().hidden() {
                self.save();
            }
        });
        let leave = window_event_listener(leptos::ev::beforeunload, move |event| {
            if self.opened.get_untracked() && self.is_only_here() {
                // The browser asks whether the page may go.
                event.prevent_default();
            }
        });
        on_cleanup(move || {
            hide.remove();
            visibility.remove();
            leave.remove();
        });
    }

    /// Writes now what there is to keep.
    pub fn save(&self) {
        if !self.opened.get_untracked() {
            return;
        }
        let revision = self.peek(Desk::revision);
        let Safe { at, kept, .. } = self.safe.get_value();
        let there = self.work_id.get_untracked().and_then(|id| written(&id));
        // Another tab took the work up while this one slept, and writes it now.
        let goes_on_elsewhere = at.is_some() && there.is_some() && there != at;
        if goes_on_elsewhere {
            self.hand_over();
        }
        let is_there = there.is_some() || self.work_id.get_untracked().is_none();
        if kept == Some(revision) && is_there {
            return self.tell_saving(Saving::Kept(at.or(there).unwrap_or_else(clock::now)));
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
                    Ok(()) => {
                        self.safe.update_value(|safe| (safe.at, safe.kept) = (Some(now), Some(revision)));
                        Saving::Kept(now)
                    }
                    Err(error) => Saving::Failed(error),
                }
            }
        };
        self.tell_saving(outcome);
    }

    /// Tries once more to keep what could not be kept; says so where it still cannot be.
    pub fn save_again(&self) {
        self.save();
        if self.saving.with_untracked(|saving| matches!(saving, Saving::Failed(_))) {
            self.say("It still cannot be kept on this device. Save the file, so that nothing is lost.");
        }
    }

    fn tell_saving(&self, outcome: Saving) {
        if self.saving.get_untracked() != outcome {
            self.saving.set(outcome);
        }
    }

    /// Saves the text of the desk as a file of this device.
    pub fn save_as_file(&self) {
        let (name, text) = self.peek(|d| (export::file_name(d.doc()), d.doc().text().to_owned()));
        files::save(&name, &text);
        let revision = self.peek(Desk::revision);
        self.safe.update_value(|safe| safe.filed = Some(revision));
    }

    /// Lets go of the work that stands under this tab's id: what comes is kept under another.
    pub(super) fn leave_work(&self) {
        self.work_id.set(None);
        self.safe.set_value(Safe::default());
    }

    /// Lets another tab go on with the work. What was kept of it is with that one, and not written once more.
    pub(super) fn hand_over(&self) {
        let kept = self.safe.with_value(|safe| safe.kept);
        self.leave_work();
        self.safe.update_value(|safe| safe.kept = kept);
    }

    /// A late answer is about the desk that stood here when it was asked for, if this is still the same.
    pub fn turn(&self) -> u32 {
        self.turn.get_value()
    }

    /// Whether what was done lives in this tab only, for the storage refused it and no file was saved since.
    fn is_only_here(&self) -> bool {
        self.save();
        let failed = self.saving.with_untracked(|saving| matches!(saving, Saving::Failed(_)));
        failed && self.safe.with_value(|safe| safe.filed) != Some(self.peek(Desk::revision))
    }

    /// Keeps what is on the desk, for something else is to stand there.
    ///
    /// # Errors
    /// Where it would be lost; it stays then.
    pub fn let_go(&self) -> Result<(), LoadError> {
        if self.is_only_here() { Err(LoadError::NotKept) } else { Ok(()) }
    }

    /// Looks which work of earlier days is kept; the work on the desk is not among it.
    pub(super) fn find_works(&self) {
        let own = self.work_id.get_untracked();
        let mut works: Vec<String> = storage::keys("work/");
        works.retain(|key| key.strip_prefix("work/") != own.as_deref());
        if works.is_empty() {
            forget_bases(&[self.peek(|d| base_key(d.base().text()))]);
        }
        self.works.set(works);
        self.ask_for_works();
    }

    /// Puts the desk of earlier work in place of this one; what was on it is kept first.
    ///
    /// # Errors
    /// Where it cannot be kept.
    pub fn take_up(&self, desk: Desk, saved: &Saved) -> Result<(), LoadError> {
        self.let_go()?;
        self.work_id.set(Some(saved.id.clone()));
        // It is written anew, so that a tab which slept over it knows.
        self.safe.set_value(Safe { at: Some(saved.saved_at), ..Safe::default() });
        self.put(desk);
        self.claim();
        Ok(())
    }

    /// Puts another desk in place of this one; what was on it is kept first.
    ///
    /// # Errors
    /// Where it cannot be kept.
    pub(super) fn open_desk(&self, desk: Desk) -> Result<(), LoadError> {
        let form = self.peek(|d| d.form().clone());
        let carried = !self.peek(Desk::is_changed) && !form.is_empty();
        let kept = self.let_go();
        if !carried {
            kept?;
            self.leave_work();
        }
        // Revisions are counted anew.
        self.safe.update_value(|safe| (safe.kept, safe.filed) = (None, None));
        self.put(desk);
        if carried {
            // A half-filled form over an unchanged draft goes along: it is about the new draft as well, and the same work.
            self.desk.update(|d| d.set_form(form, None, "keep what was typed", None));
        }
        Ok(())
    }

    fn put(&self, desk: Desk) {
        self.turn.update_value(|turn| *turn += 1);
        self.desk.set(desk);
        self.opened.set(true);
        self.find_works();
        self.announce();
    }
}

/// When work `id` was written last, by whichever tab. The browser reads it: what reads the whole is no part of the first load.
fn written(id: &str) -> Option<u64> {
    Json::read(&storage::get(&format!("work/{id}"))?).ok()?.number("saved_at")
}

fn write(saved: &Saved, desk: &Desk) -> Result<(), storage::StorageError> {
    let base = format!("base/{}", saved.base);
    if storage::get(&base).is_none() {
        storage::set(&base, desk.base().text())?;
    }
    let json = serde_json::to_string(saved).unwrap_or_default();
    storage::set(&format!("work/{}", saved.id), &json)
}

/// Forgets the bases that nothing kept stands on; `used` are the keys of those that stay.
pub fn forget_bases(used: &[String]) {
    for key in storage::keys("base/") {
        if !used.iter().any(|used| key.strip_prefix("base/") == Some(used)) {
            storage::remove(&key);
        }
    }
}

/// Unique enough on one device: the time and a random number.
fn new_id() -> String {
    format!("{}-{:06}", clock::now(), (js_sys::Math::random() * 1e6) as u32)
}
