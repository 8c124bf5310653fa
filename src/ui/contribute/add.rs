//! From the form into the issue. Nobody needs it before something is typed, so it comes behind the form (`ui/later.rs`).

use crate::desk::Desk;
use crate::desk::form::{form_change, other_half};
use crate::rules::Role;
use crate::ui::field::Checks;
use crate::ui::focus;
use crate::ui::session::{Dialog, Session};
use leptos::prelude::*;

/// What can be done with the form, once the checks are there.
#[derive(Clone, Copy)]
pub struct Adder {
    /// Puts the form's item into the issue; whether it went. Where not, the first field at fault gets the focus.
    pub add: fn(Session, Checks) -> bool,
    /// Adds what the form holds, if anything, then opens the way out.
    pub hand_in: fn(Session, Checks),
}

pub const ADDER: Adder = Adder { add, hand_in };

fn add(session: Session, checks: Checks) -> bool {
    checks.tried.set(true);
    let held = checks.errors() > 0 && !may_override(session);
    let change = session.peek(form_change);
    match change {
        Some(Ok(change)) if !held => {
            let changed = session.peek(Desk::editing).is_some();
            let (form, half) = session.peek(|d| (d.form().cleared(), other_half(d)));
            let done = session.commit_form(change, form, if changed { "change your item" } else { "add your item" });
            if done {
                checks.reset();
                session.say(match (changed, half) {
                    (true, Some(region)) => format!("Your item is changed. The one under {region} is as it was."),
                    (true, None) => "Your item is changed.".to_owned(),
                    (false, _) => "Added here, not handed in yet.".to_owned(),
                });
            }
            done
        }
        Some(Err(refusal)) => {
            session.say(refusal.to_string());
            false
        }
        _ => {
            focus_first_fault(session, checks);
            false
        }
    }
}

/// An editor may override what is held back; a form that is not complete cannot be added by anybody.
fn may_override(session: Session) -> bool {
    session.role.get_untracked() == Role::Editor
}

fn hand_in(session: Session, checks: Checks) {
    let empty = session.peek(|d| d.form().is_empty());
    let changed = session.peek(Desk::is_changed);
    let nothing_typed = empty && changed;
    if nothing_typed || (!empty && add(session, checks)) {
        session.dialog.set(Some(Dialog::HandIn));
    } else if empty {
        checks.tried.set(true);
        focus_first_fault(session, checks);
    }
}

fn focus_first_fault(session: Session, checks: Checks) {
    let count = checks.errors();
    session.say(match count {
        1 => "One field needs a look before this can go.".to_owned(),
        n => format!("{n} fields need a look before this can go."),
    });
    focus::give_soon(".field[data-worst=error] input, .field:has(.finding-error) select");
}
