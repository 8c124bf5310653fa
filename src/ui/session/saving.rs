//! Nothing is lost: every change is kept within half a second and when the page goes away.

use super::{Saving, Session};
use crate::desk::saved::{Saved, base_key};
use crate::desk::{Desk, Form};
use crate::export;
use crate::platform::github::LoadError;
use crate::platform::{clock, files, storage};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::RefCell;

/// Pause after a change before it is written, in milliseconds; below half a second with the write itself.
const DELAY_MS: u32 = 250;

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
            if self.saving.get_untracked() != Saving::Pending {
                self.saving.set(Saving::Pending);
            }
            TIMER.with_borrow_mut(|timer| *timer = Some(Timeout::new(DELAY_MS, move || self.save())));
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

    /// Saves the text of the desk as a file of this device.
    pub fn save_as_file(&self) {
        let (name, text) = self.peek(|d| (export::file_name(d.doc()), d.doc().text().to_owned()));
        files::save(&name, &text);
        self.filed.set_value(Some(self.peek(Desk::revision)));
    }

    /// Whether what was done lives in this tab only, for the storage refused it and no file was saved since.
    fn is_only_here(&self) -> bool {
        self.save();
        let failed = self.saving.with_untracked(|saving| matches!(saving, Saving::Failed(_)));
        failed && self.filed.get_value() != Some(self.peek(Desk::revision))
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

    /// Puts the desk of earlier work `id` in place of this one; what was on it is kept first.
    ///
    /// # Errors
    /// Where it cannot be kept.
    pub fn take_up(&self, desk: Desk, id: String) -> Result<(), LoadError> {
        self.let_go()?;
        self.work_id.set(Some(id));
        self.desk.set(desk);
        self.opened.set(true);
        self.claim();
        self.announce();
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
        }
        self.work_id.set(None);
        self.desk.set(desk);
        if carried {
            // A half-filled form over an unchanged draft goes along: it is about the new draft as well.
            self.carry_form(form);
        }
        self.opened.set(true);
        self.find_works();
        self.announce();
        Ok(())
    }

    fn carry_form(&self, form: Form) {
        self.desk.update(|d| d.set_form(form, None, "keep what was typed", None));
    }
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
