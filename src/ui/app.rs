//! The app: header, notices, the open view, dialogs, and what is dropped anywhere.

use super::focus;
use super::header::Header;
use super::keys;
use super::later;
use super::live::{button, live, live_if, words};
use super::notice::Notices;
use super::route::{self, View};
use super::session::{Dialog, Session, session};
use super::start::Start;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Puts the app into the page in place of what was shown while it loaded.
pub fn mount() {
    use wasm_bindgen::JsCast;
    let root = document().get_element_by_id("app").and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok());
    let Some(root) = root else { return };
    // The start waits for the draft first: it shows what is in it. Any other view is sent for before the app is made, for
    // that takes a phone a sixth of a second, and the line would be idle.
    let view = route::asked();
    if view != View::Start {
        wasm_bindgen_futures::spawn_local(later::expect(view));
    }
    wasm_bindgen_futures::spawn_local(async move {
        root.replace_children_with_node_0();
        leptos::mount::mount_to(root, App).forget();
    });
}

#[component]
pub fn App() -> impl IntoView {
    let session = Session::new();
    provide_context(session);
    session.start();
    // Here, so that what the checks follow lives as long as the app.
    Effect::new(move |_| {
        if let Some(checker) = session.checker.get() {
            (checker.begin)(session);
        }
    });
    keys::listen(session);
    focus::hand_on();
    // One that the browser closed has given the focus back already.
    Effect::new(move |before: Option<bool>| {
        let open = session.dialog.with(Option::is_some);
        if before == Some(true) && !open {
            focus::after_dialog();
        }
        open
    });
    let view = route::current(session);
    let over = drop_anywhere(session);
    // A memo: another draft comes into the view that is there.
    let shown = Memo::new(move |_| (view.get(), session.opened.get()));
    let around = Memo::new(move |_| {
        session.torn.get() || session.newer.with(Option::is_some) || session.moved.with(Option::is_some)
    });
    let kept = Memo::new(move |_| session.works.with(|works| !works.is_empty()));
    view! {
        <a class="skip" href="#main" on:click=|event| {
            event.prevent_default();
            route::begin();
        }>"Skip to the content"</a>
        <Header view=view/>
        <section aria-label="Notices">
            <Notices/>
            {live_if(move || kept.get().then(later::resume))}
            {live_if(move || around.get().then(later::around))}
        </section>
        <main id="main" tabindex="-1" class="main" class:dropping=over>
            {live(move || match shown.get() {
                (View::Start, _) => view! { <Start/> }.into_any(),
                (_, false) => view! { <Waiting/> }.into_any(),
                (View::Contribute, _) => later::contribute(),
                (View::Assemble, _) => later::assemble(),
                (View::Review, _) => later::review(),
            })}
        </main>
        <p class="said" role="status" aria-live="polite">{words(move || session.said.get())}</p>
        {live_if(move || session.dialog.get().map(|dialog| match dialog {
            Dialog::Open => later::open(),
            Dialog::HandIn => later::hand_in(),
            Dialog::Keys => later::keys(),
            Dialog::NewIssue => later::new_issue(),
            Dialog::Rule(_) => later::rule(),
            Dialog::Palette => later::palette(),
        }))}
    }
}

/// While the first draft is on its way.
#[component]
fn Waiting() -> impl IntoView {
    let session = session();
    view! {
        <div class="waiting">
            <h1 class="waiting-what"><span class="spinner" aria-hidden="true"></span> "Fetching this week’s draft from GitHub."</h1>
            <p class="muted">"Usually a second; it gives up after twenty."</p>
            <div class="row">
                {button("", None, "Practise on the starter issue meanwhile", move || spawn_local(session.open_starter()))}
                {button("", None, "Open a file or paste a draft", move || session.dialog.set(Some(Dialog::Open)))}
            </div>
        </div>
    }
}

/// Takes a file that is dropped anywhere; the signal says whether one hovers.
fn drop_anywhere(session: Session) -> ReadSignal<bool> {
    let (over, set_over) = signal(false);
    let has_files = |event: &ev::DragEvent| {
        event.data_transfer().is_some_and(|d| d.types().iter().any(|t| t.as_string().as_deref() == Some("Files")))
    };
    let drag = window_event_listener(ev::dragover, move |event| {
        if has_files(&event) {
            event.prevent_default();
            set_over.set(true);
        }
    });
    let leave = window_event_listener(ev::dragleave, move |event| {
        if event.related_target().is_none() {
            set_over.set(false);
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        set_over.set(false);
        if !has_files(&event) {
            return;
        }
        event.prevent_default();
        let file = event.data_transfer().and_then(|d| d.files()).and_then(|files| files.get(0));
        if let Some(file) = file {
            spawn_local(async move {
                if let Err(error) = session.open_file(file).await {
                    session.refused.set(Some(error));
                }
            });
        }
    });
    on_cleanup(move || {
        drag.remove();
        leave.remove();
        drop.remove();
    });
    over
}
