//! The end of the form: add it, hand it in, or leave it.

use super::add::Adder;
use crate::rules::Role;
use crate::ui::field::Checks;
use crate::ui::focus;
use crate::ui::icon::Icon;
use crate::ui::later;
use crate::ui::live::{button, live, live_if, words};
use crate::ui::session::{Session, session};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Adds what the form holds, then opens the way out.
pub async fn hand_in(session: Session, checks: Checks) {
    if let Some(adder) = ready(session).await {
        (adder.hand_in)(session, checks);
    }
}

/// What adds it, once the checks are there too; where one of them does not come, it is said.
async fn ready(session: Session) -> Option<Adder> {
    if !session.checked().await {
        return None;
    }
    let adder = later::adder().await;
    if adder.is_none() {
        session.say("A part of the desk did not arrive, so nothing was added. Look at the connection and try again.");
    }
    adder
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
            if ready(session).await.is_some_and(|adder| (adder.add)(session, checks)) {
                focus_form();
            }
        });
    };
    let leave = move || {
        checks.empty(session);
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

/// The first field of the form, as a selector.
pub const FIRST_FIELD: &str = ".pane-form .field input";

/// The first field of the form gets the focus.
pub fn focus_form() {
    focus::give_soon(FIRST_FIELD);
}
