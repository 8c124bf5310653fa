//! Work of earlier days as it is kept in the browser: read, taken up again, forgotten.

use crate::desk::Desk;
use crate::desk::saved::{Saved, base_key};
use crate::platform::storage;
use crate::ui::session::{Session, forget_bases};
use leptos::prelude::*;

/// One piece of earlier work.
pub enum Work {
    Readable(Box<Saved>),
    /// Kept aside: its key and why it cannot be read.
    Aside {
        key: String,
        why: String,
    },
}

impl Work {
    fn read(key: String) -> Option<Self> {
        let json = storage::get(&key)?;
        Some(match Saved::read(&json) {
            Ok(saved) if base_of(&saved).is_some() => Self::Readable(Box::new(saved)),
            Ok(_) => Self::Aside { key, why: "the draft it was made on is missing".into() },
            Err(why) => Self::Aside { key, why },
        })
    }

    fn saved_at(&self) -> u64 {
        match self {
            Self::Readable(saved) => saved.saved_at,
            Self::Aside { .. } => 0,
        }
    }
}

/// What is kept under `keys`, the newest first. Bases that nothing stands on any more are forgotten on the way.
pub fn read(session: Session, keys: &[String]) -> Vec<Work> {
    let mut all = storage::keys("work/");
    all.sort();
    let all: Vec<(String, Work)> = all.into_iter().filter_map(|key| Some((key.clone(), Work::read(key)?))).collect();
    let bases = all.iter().map(|(_, work)| match work {
        Work::Readable(saved) => Some(saved.base.clone()),
        Work::Aside { .. } => None,
    });
    // What cannot be read may stand on any base: then all of them stay.
    if let Some(mut used) = bases.collect::<Option<Vec<String>>>() {
        used.push(session.peek(|d| base_key(d.base().text())));
        forget_bases(&used);
    }
    let mut works: Vec<Work> = all.into_iter().filter(|(key, _)| keys.contains(key)).map(|(_, work)| work).collect();
    works.sort_by_key(|work| std::cmp::Reverse(work.saved_at()));
    works
}

/// The base of earlier work.
pub fn base_of(saved: &Saved) -> Option<String> {
    storage::get(&format!("base/{}", saved.base))
}

/// Takes up earlier work: base and changes come back as they were.
pub fn resume(session: Session, saved: &Saved) {
    let Some(base) = base_of(saved) else { return };
    if let Err(error) = session.take_up(Desk::resume(saved, &base), saved) {
        return session.say(error.to_string());
    }
    session.say("Your work is back as you left it.");
    session.look_for_newer();
}

/// Forgets earlier work for good.
pub fn discard(session: Session, id: &str) {
    storage::remove(&format!("work/{id}"));
    let key = format!("work/{id}");
    session.works.update(|works| works.retain(|w| *w != key));
    session.say("The earlier work is gone.");
}
