//! Texts that are pasted elsewhere.

use crate::platform::clipboard;
use crate::ui::icon::Icon;
use crate::ui::session::session;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A text with its button.
#[component]
pub fn Text(label: &'static str, text: Signal<String>) -> impl IntoView {
    view! {
        <div class="text">
            <div class="text-head"><span>{label}</span> <CopyButton label="Copy" text=text/></div>
            <pre class="sample">{move || text.get()}</pre>
        </div>
    }
}

/// Copies a text and says whether it went.
#[component]
pub fn CopyButton(#[prop(into)] label: String, text: Signal<String>) -> impl IntoView {
    let session = session();
    let done = RwSignal::new(false);
    let copy = move |_| {
        spawn_local(async move {
            let went = clipboard::copy(&text.get_untracked()).await;
            done.set(went);
            session.say(match went {
                true => "Copied.",
                false => "The browser does not let this page copy. Select the text and press Ctrl+C, or save the file.",
            });
        });
    };
    Effect::new(move |_| {
        text.track();
        done.set(false);
    });
    view! {
        <button type="button" class="button" on:click=copy>
            {move || if done.get() { Icon::Ok.view().into_any() } else { Icon::Copy.view().into_any() }}
            {label.clone()}
            {move || done.get().then_some(" ✓")}
        </button>
    }
}
