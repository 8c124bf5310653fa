//! A dialog over the view: the browser's own, so that focus stays in it and Escape closes it.

use super::icon::Icon;
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
    // A click on the element itself is one on the backdrop: the content fills the rest.
    let beside = move |event: leptos::ev::MouseEvent| {
        let on_backdrop = event.target().zip(dialog.get()).is_some_and(|(target, dialog)| {
            let dialog: &web_sys::EventTarget = dialog.as_ref();
            target == *dialog
        });
        if on_backdrop {
            close();
        }
    };
    view! {
        <dialog node_ref=dialog class="modal" class:modal-wide=wide aria-labelledby="modal-title" on:close=move |_| close() on:click=beside>
            <div class="modal-body">
                <div class="modal-head">
                    <h2 id="modal-title">{title}</h2>
                    <button type="button" class="button quiet" on:click=move |_| close()>
                        {Icon::Close.view()} "Close"
                    </button>
                </div>
                {children()}
            </div>
        </dialog>
    }
}
