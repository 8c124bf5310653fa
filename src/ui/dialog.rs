//! A dialog over the view: the browser's own, so that focus stays in it and Escape closes it.

use super::icon::Icon;
use super::live::words;
use super::session::session;
use leptos::html;
use leptos::prelude::*;

/// Shows its children while `open`; `close` is called when the person leaves it by Escape, the button or a click
/// beside it.
#[component]
pub fn Modal(
    #[prop(into)] title: String,
    #[prop(optional)] wide: bool,
    close: impl Fn() + Copy + Send + 'static,
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
    // Screen readers hear nothing from behind the dialog: what is said while it is open is said in it.
    let (said, spoken) = (session().said, RwSignal::new(false));
    Effect::new(move |before: Option<()>| {
        said.track();
        spoken.set(before.is_some());
    });
    // By the element's own way: the browser gives the focus back to what had it before.
    let leave = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    // A click on the element itself is one on the backdrop: the content fills the rest.
    let beside = move |event: leptos::ev::MouseEvent| {
        let on_backdrop = event.target().zip(dialog.get()).is_some_and(|(target, dialog)| {
            let dialog: &web_sys::EventTarget = dialog.as_ref();
            target == *dialog
        });
        if on_backdrop {
            leave();
        }
    };
    view! {
        <dialog node_ref=dialog class="modal" class:modal-wide=wide aria-labelledby="modal-title" on:close=move |_| close() on:click=beside>
            <div class="modal-body">
                <div class="modal-head">
                    <h2 id="modal-title">{title}</h2>
                    <button type="button" class="button quiet" on:click=move |_| leave()>
                        {Icon::Close.view()} "Close"
                    </button>
                </div>
                {children()}
            </div>
            <p class="said" role="status" aria-live="polite">{words(move || if spoken.get() { said.get() } else { String::new() })}</p>
        </dialog>
    }
}
