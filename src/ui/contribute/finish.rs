//! The end of the form: add it, hand it in, or leave it.

use super::preview::form_edit;
use crate::desk::Desk;
use crate::rules::Role;
use crate::ui::field::Checks;
use crate::ui::icon::Icon;
use crate::ui::live::{button, live, live_if, words};
use crate::ui::session::{Dialog, Session, session};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Puts the form's item into the issue; whether it went. Where not, the first field at fault gets the focus.
pub fn add(session: Session, checks: Checks) -> bool {
    checks.tried.set(true);
    let held = checks.errors() > 0 && !may_override(session);
    let edit = session.peek(form_edit);
    match edit {
        Some(Ok(edit)) if !held => {
            let changed = session.peek(Desk::editing).is_some();
            let form = session.peek(|d| d.form().cleared());
            let done = session.commit_form(edit, form, if changed { "change your item" } else { "add your item" });
            if done {
                checks.reset();
                session.say(if changed { "Your item is changed." } else { "Your item is in the issue." });
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

/// Adds what the form holds, then opens the way out.
pub async fn hand_in(session: Session, checks: Checks) {
    if !session.checked().await {
        return;
    }
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
    use wasm_bindgen::JsCast;
    let count = checks.errors();
    session.say(match count {
        1 => "One field needs a look before this can go.".to_owned(),
        n => format!("{n} fields need a look before this can go."),
    });
    request_animation_frame(|| {
        let fault = document()
            .query_selector(".field[data-worst=error] input, .field:has(.finding-error) select")
            .ok()
            .flatten();
        if let Some(input) = fault.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = input.focus();
        }
    });
}

#[component]
pub fn FinishBar() -> impl IntoView {
    let session = session();
    let checks = expect_context::<Checks>();
    let editing = move || session.editing.get().is_some();
    // As a memo: the button must not be made anew, and lose the focus, with every key.
    let empty = Memo::new(move |_| session.form.with(|f| f.is_empty()));
    let empty = move || empty.get();
    let add_another = move || {
        spawn_local(async move {
            if session.checked().await && add(session, checks) {
                focus_form();
            }
        });
    };
    let leave = move || {
        let form = session.peek(|d| d.form().cleared());
        session.set_form(form, None, "empty the form");
        checks.reset();
        focus_form();
    };
    let held = move || checks.tried.get() && checks.errors() > 0;
    view! {
        <p class="muted">
            "“Hand it in” shows what changes before anything leaves this page. "
            {words(move || session.checker.get().map(|c| (c.reach)(session)).unwrap_or_default())}
        </p>
        <div class="finish">
            {live_if(move || held().then(|| {
                let mut words = match checks.errors() {
                    1 => "One thing above holds this back.".to_owned(),
                    n => format!("{n} things above hold this back."),
                };
                if session.role.get() == Role::Editor {
                    words += " As an editor you may add it all the same, once it has all it needs.";
                }
                view! { <p class="finding finding-error">{Icon::Error.view()} <span class="finding-text">{words}</span></p> }.into_any()
            }))}
            <div class="row finish-row">
                <button type="submit" class="button primary">"Hand it in"</button>
                {live(move || button("", None, if editing() { "Keep the change" } else { "Add another" }, add_another))}
                {live_if(move || (!empty() || editing()).then(|| {
                    button("quiet small", None, if editing() { "Leave it as it was" } else { "Empty the form" }, leave)
                }))}
                <span class="keys-hint"><kbd>"Ctrl"</kbd> " " <kbd>"Enter"</kbd></span>
            </div>
        </div>
    }
}

/// The first field of the form gets the focus.
pub fn focus_form() {
    use wasm_bindgen::JsCast;
    request_animation_frame(|| {
        let first = document().query_selector(".pane-form .field input").ok().flatten();
        if let Some(input) = first.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = input.focus();
        }
    });
}
