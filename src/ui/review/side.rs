//! One side of a comparison: what is on the desk, a file, or pasted text.

use crate::platform::files;
use crate::ui::icon::Icon;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Where a side's text comes from.
#[derive(Clone, PartialEq)]
pub enum Side {
    /// The draft as it was loaded.
    Loaded,
    /// The draft with the work on it.
    Desk,
    /// A file or pasted text, and what it is called.
    Text { name: String, text: Arc<str> },
}

#[component]
pub fn SideChoice(
    name: &'static str,
    title: &'static str,
    own: Side,
    own_name: Signal<String>,
    side: RwSignal<Side>,
) -> impl IntoView {
    let problem = RwSignal::new(None::<String>);
    let pasting = RwSignal::new(false);
    let input = NodeRef::<html::Input>::new();
    let chosen = move || match side.get() {
        Side::Loaded | Side::Desk => own_name.get(),
        Side::Text { name, .. } => name,
    };
    let pick = move |_| {
        let Some(file) = input.get().and_then(|input| files::chosen(&input)) else { return };
        spawn_local(async move {
            match files::read(&file).await {
                Ok(text) => {
                    problem.set(None);
                    side.set(Side::Text { name: file.name(), text: text.into() });
                }
                Err(error) => problem.set(Some(error.to_string())),
            }
        });
    };
    let back = StoredValue::new(own);
    let paste = move |event| {
        let text = event_target_value(&event);
        // An empty field chooses nothing.
        side.set(match text.trim().is_empty() {
            true => back.get_value(),
            false => Side::Text { name: "Pasted text".into(), text: text.into() },
        });
    };
    let paste_button = NodeRef::<html::Button>::new();
    // The button goes with what it takes back, and leaves the focus to the one beside it.
    let take_back = move |_| {
        pasting.set(false);
        side.set(back.get_value());
        if let Some(button) = paste_button.get_untracked() {
            let _ = button.focus();
        }
    };
    let is_own = move || matches!(side.get(), Side::Loaded | Side::Desk);
    view! {
        <div class="review-side">
            <h2>{title}</h2>
            <p class="review-chosen">{chosen}</p>
            <div class="row">
                {move || (!is_own()).then(|| view! {
                    <button type="button" class="button small" on:click=take_back>
                        {Icon::Undo.view()} {move || own_name.get()}
                    </button>
                })}
                <label class="button small file">
                    "A file"
                    <input node_ref=input type="file" name=name accept=".md,.markdown,.txt,text/markdown,text/plain" on:change=pick/>
                </label>
                <button node_ref=paste_button type="button" class="button small" aria-expanded=move || pasting.get().to_string()
                    on:click=move |_| pasting.update(|p| *p = !*p)>"Pasted text"</button>
            </div>
            {move || pasting.get().then(|| view! {
                <textarea rows="5" aria-label=format!("{title}: pasted text") on:input=paste></textarea>
            })}
            {move || problem.get().map(|p| view! { <p class="finding finding-error" role="alert">{Icon::Error.view()} {p}</p> })}
        </div>
    }
}
