//! The draft moved on: the work is put on the newer one, and what is to be looked at is said.

use crate::desk::rebase::{self, Misfit, Rebased};
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
    let words = words(&rebased);
    session.say(words.clone());
    Some(words)
}

fn words(rebased: &Rebased) -> String {
    let mut out = match rebased.new_issue {
        Some(date) => format!("Your changes now stand on the draft of the next issue, {}.", date.long()),
        None => "Your changes now stand on the newest draft.".to_owned(),
    };
    if !rebased.already.is_empty() {
        out += &format!(" Already there: {}.", rebased.already.join(", "));
    }
    for (ours, theirs) in &rebased.alike {
        out += &format!(" “{ours}” has the same address as “{theirs}”, which somebody else has added: leave one out.");
    }
    for item in &rebased.homeless {
        out += &format!(
            " “{}” has no place any more ({}); it is kept below its old heading.",
            item.submission.title(),
            item.why
        );
    }
    for item in &rebased.misdated {
        let why = match item.why {
            Misfit::Over => "is over when the issue appears",
            Misfit::Later => "is later than the issue lists",
            Misfit::Closed => "has closed when the issue appears",
        };
        out += &format!(" “{}” ({}) {why}.", item.title, item.date);
    }
    if rebased.conflicts > 0 {
        out +=
            &format!(" In {} places both sides changed the same lines; both are kept, please look.", rebased.conflicts);
    }
    out
}
