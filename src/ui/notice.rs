//! Notices over the view: what happened, what is safe, what to do.

pub mod damaged;
mod words;

use super::icon::Icon;
use super::later;
use super::live::{all, button, live, live_if, words as said};
use super::session::{Dialog, Loading, Session, session};
use crate::issue::{Problem, damage};
use crate::platform::{clock, version};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// One notice, as data: it is drawn anew only when it says something else.
#[derive(Clone, Debug, PartialEq)]
struct Told {
    kind: &'static str,
    /// What happened.
    what: String,
    /// What is safe and what can be done.
    more: String,
    /// The first is the one that most people want where `primary`.
    acts: Vec<(Act, String)>,
    primary: bool,
}

/// What a notice's button does.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Act {
    Reload,
    OpenOther,
    ForgetRefused,
    SaveFile,
    SaveAgain,
    ForgetTab,
    UseNewer,
    LeaveNewer,
}

impl Act {
    fn run(self, session: Session) {
        match self {
            Self::Reload => session.reload(),
            Self::OpenOther => session.dialog.set(Some(Dialog::Open)),
            Self::ForgetRefused => session.refused.set(None),
            Self::SaveFile => session.save_as_file(),
            Self::SaveAgain => session.save_again(),
            Self::ForgetTab => session.other_tab.set(false),
            Self::UseNewer => match session.let_go() {
                Ok(()) => version::use_newer(),
                Err(error) => session.say(error.to_string()),
            },
            Self::LeaveNewer => session.newer_desk.set(false),
        }
    }
}

/// All notices that stand now.
#[component]
pub fn Notices() -> impl IntoView {
    let session = session();
    let told = Memo::new(move |_| {
        let mut told = words::of(session);
        if session.opened.get() && session.doc.get().problems.contains(&Problem::CutOff) {
            told.push(words::cut());
        }
        told
    });
    let one = move |told: Told| {
        let primary = told.primary;
        let buttons = told.acts.into_iter().enumerate().map(move |(index, (act, name))| {
            button(if primary && index == 0 { "primary" } else { "" }, None, name, move || act.run(session))
        });
        let buttons = all(buttons);
        view! {
            <Notice kind=told.kind>
                <p><strong>{told.what}</strong> " " {told.more}</p>
                <div class="notice-actions">{buttons}</div>
            </Notice>
        }
        .into_any()
    };
    let suspect = Memo::new(move |_| {
        session.pace.track();
        session.doc.with_untracked(|doc| damage::suspect(doc.text()))
    });
    view! {
        <div class="notices" aria-live="polite">
            {live(move || all(told.get().into_iter().map(one)))}
            {live_if(move || suspect.get().then(later::damaged))}
        </div>
    }
}

/// A notice of one kind: `info`, `warning` or `error`.
#[component]
pub fn Notice(kind: &'static str, children: Children) -> impl IntoView {
    let (icon, word) = match kind {
        "error" => (Icon::Error, "Error: "),
        "warning" => (Icon::Warning, "Please note: "),
        _ => (Icon::Hint, ""),
    };
    view! {
        <section class=format!("notice notice-{kind}")>
            {icon.view()}
            <span class="sr-only">{word}</span>
            <div class="notice-body">{children()}</div>
        </section>
    }
}

/// Opens the newest draft, from any view.
pub fn reload_button() -> impl IntoView {
    let session = session();
    let label = move || match session.loading.get() {
        Loading::Busy => "Loading the newest draft from GitHub",
        _ => "Load the newest draft from GitHub",
    };
    let load = move |_| spawn_local(session.load_newest());
    let age = move || match session.opened.get() {
        true => clock::ago(session.with(crate::desk::Desk::loaded_at), session.now.get()),
        false => String::new(),
    };
    view! {
        <button type="button" class="button quiet reload" title=label on:click=load
            class:busy=move || session.loading.get() == Loading::Busy>
            {Icon::Reload.view()}
            <span class="sr-only">{said(move || label().to_owned())} ": "</span>
            <span class="age">{said(age)}</span>
        </button>
    }
}
