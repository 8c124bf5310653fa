//! The draft moved on: the work is put on the newer one.

use crate::desk::rebase;
use crate::ui::session::Session;
use leptos::prelude::*;

/// Brings the newer draft under the work; how it went, in words.
pub fn bring_in(session: Session) -> Option<String> {
    let found = session.newer.get_untracked()?;
    let (base, work) = session.peek(|d| (d.base().shared_text(), d.doc().shared_text()));
    let rebased = rebase::rebase(&base, &work, &found.text);
    if !session.put_on(&found, &rebased.text) {
        return None;
    }
    let mut words = String::from("Your changes now stand on the newest draft.");
    if !rebased.already.is_empty() {
        words = format!("{words} Already there: {}.", rebased.already.join(", "));
    }
    if rebased.conflicts > 0 {
        words = format!(
            "{words} In {} places both sides changed the same lines; both are kept, please look.",
            rebased.conflicts
        );
    }
    session.say(words.clone());
    Some(words)
}
