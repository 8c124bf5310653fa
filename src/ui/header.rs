//! The header: which issue, from where, how old, whether there are changes; the three doors.

use super::icon::Icon;
use super::live::{all, live, live_if, words};
use super::notice::reload_button;
use super::route::View;
use super::session::{Dialog, Loading, Saving, Session, session};
use crate::desk::{Desk, Source};
use crate::platform::storage;
use crate::rules::Role;
use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use std::time::Duration;

/// How long nothing more is to be saved until that is said.
const PAUSE: Duration = Duration::from_millis(500);

#[component]
pub fn Header(view: ReadSignal<View>) -> impl IntoView {
    let door = move |door: View| {
        view! {
            <a class="door" href=door.href() aria-current=move || (view.get() == door).then_some("page")>{door.name()}</a>
        }
        .into_any()
    };
    view! {
        <header class="top">
            <a class="brand" href=View::Start.href()>"TWiR " <span class="brand-desk">"desk"</span></a>
            <Status/>
            <nav class="doors" aria-label="What to do">
                {all(View::ALL.into_iter().map(door))}
            </nav>
            <div class="top-end">
                <RoleSwitch/>
                <ThemeSwitch/>
            </div>
        </header>
    }
}

#[component]
fn Status() -> impl IntoView {
    let session = session();
    let issue = move || {
        let doc = session.doc.get();
        let number = doc.header.number.map(|n| format!("Issue {n}"));
        let date = doc.date().map(|d| d.long());
        match (number, date) {
            (Some(number), Some(date)) => format!("{number} · {date}"),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) if !session.opened.get() => "No draft yet".into(),
            (None, None) => "Issue without a number".into(),
        }
    };
    let source = move || match session.with(|d| d.source().clone()) {
        _ if !session.opened.get() => "looking for the newest draft".to_owned(),
        Source::GitHub { .. } if matches!(session.loading.get(), Loading::Failed(_)) => "last copy from GitHub".into(),
        Source::GitHub { .. } => "draft from GitHub".into(),
        Source::File { name } => format!("file {name}"),
        Source::Paste => "pasted text".into(),
        Source::Starter => "starter issue, for practice".into(),
        Source::New => "new issue".into(),
    };
    let state = move || match session.loading.get() {
        Loading::Busy => "busy",
        Loading::Failed(_) => "failed",
        Loading::Idle => "fine",
    };
    let changed = Memo::new(move |_| session.with(Desk::is_changed));
    let pending = pending(session);
    let kept = move || match session.saving.get() {
        Saving::Failed(_) => "not saved",
        _ if pending.get() => "saving…",
        _ => "saved on this device",
    };
    view! {
        <div class="status">
            <span class="dot" data-state=state aria-hidden="true"></span>
            <span class="status-issue">{words(issue)}</span>
            <button type="button" class="button quiet status-source" title="Open another draft"
                on:click=move |_| session.dialog.set(Some(Dialog::Open))>
                {words(source)}
            </button>
            {reload_button()}
            {live_if(move || changed.get().then(|| {
                let failed = matches!(session.saving.get(), Saving::Failed(_)).then_some("failed");
                let words = format!("changes not handed in · {}", kept());
                view! { <span class="status-changed" data-saving=failed>{words}</span> }.into_any()
            }))}
        </div>
    }
}

/// Whether it says that it saves. What is typed is written twice a second; that it is saved is said when one pauses, for
/// the words would flicker otherwise.
fn pending(session: Session) -> ReadSignal<bool> {
    let saves = move || session.saving.with_untracked(|saving| *saving == Saving::Pending);
    let (pending, set) = signal(false);
    let mut settle = debounce(PAUSE, move |()| set.set(saves()));
    Effect::new(move |_| {
        session.saving.track();
        if saves() {
            set.set(true);
        }
        settle(());
    });
    pending
}

#[component]
fn RoleSwitch() -> impl IntoView {
    let session = session();
    let change = move |event| {
        session.set_role(if event_target_value(&event) == "editor" { Role::Editor } else { Role::Contributor });
    };
    view! {
        <label class="role">
            <span class="sr-only">"I am a"</span>
            <select on:change=change prop:value=move || match session.role.get() {
                Role::Editor => "editor",
                Role::Contributor => "contributor",
            }>
                <option value="contributor">"Contributor"</option>
                <option value="editor">"Editor"</option>
            </select>
        </label>
    }
}

#[component]
fn ThemeSwitch() -> impl IntoView {
    let session = session();
    let dark = session.dark;
    let stored = storage::get("theme");
    if let Some(theme) = &stored {
        dark.set(theme == "dark");
        set_theme(theme);
    }
    view! {
        <button type="button" class="button theme" on:click=move |_| switch_theme(session)
            aria-label=move || if dark.get() { "Use light colours" } else { "Use dark colours" }>
            {live(move || if dark.get() { Icon::Sun } else { Icon::Moon }.view())}
        </button>
    }
}

/// Light colours in place of dark ones, or the other way round; kept for the next time.
pub fn switch_theme(session: Session) {
    session.dark.update(|d| *d = !*d);
    let theme = if session.dark.get_untracked() { "dark" } else { "light" };
    set_theme(theme);
    let _ = storage::set("theme", theme);
}

fn set_theme(theme: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-theme", theme);
    }
}
