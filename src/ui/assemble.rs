//! Assemble: the outline, a section's items or the source, the page, and what is found, all over one text.

mod board;
mod body;
mod drag;
mod fields;
mod findings;
mod items;
mod outline;
mod page;
mod row;
mod scroll;
mod section;
mod source;
mod toolbar;

use board::{Board, Mode, Pane};
use findings::FindingsPanel;
use items::Items;
use leptos::ev;
use leptos::prelude::*;
use outline::Outline;
use page::PagePane;
use source::SourcePane;
use toolbar::Toolbar;

#[component]
pub fn Assemble() -> impl IntoView {
    let board = Board::new();
    provide_context(board);
    let keys = window_event_listener(ev::keydown, move |event| {
        if event.key() == "F8" && !event.default_prevented() && board.session.dialog.get_untracked().is_none() {
            event.prevent_default();
            findings::step(board, event.shift_key());
        }
    });
    on_cleanup(move || keys.remove());
    let tab = move |which: Pane| {
        view! {
            <button type="button" role="tab" class="tab" aria-selected=move || (board.pane.get() == which).to_string()
                on:click=move |_| board.pane.set(which)>{which.name()}</button>
        }
    };
    view! {
        <div class="assemble" data-pane=move || board.pane.get().name()>
            <h1 class="sr-only">"Assemble the issue"</h1>
            <Toolbar/>
            <div class="pane-tabs" role="tablist" aria-label="Panes">{Pane::ALL.map(tab).collect_view()}</div>
            <div class="assemble-panes">
                <Outline/>
                <section class="assemble-middle" aria-label="Items and source">
                    <div class="pane-bar">
                        <div class="chips" role="group" aria-label="Edit as">
                            {mode_chip(board, Mode::Items, "Items")} {mode_chip(board, Mode::Source, "Source")}
                        </div>
                        <section::SectionName/>
                    </div>
                    {move || match board.mode.get() {
                        Mode::Items => view! { <Items/> }.into_any(),
                        Mode::Source => view! { <SourcePane/> }.into_any(),
                    }}
                </section>
                <PagePane/>
            </div>
            <FindingsPanel/>
        </div>
    }
}

fn mode_chip(board: Board, which: Mode, name: &'static str) -> impl IntoView {
    view! {
        <button type="button" class="chip" aria-pressed=move || (board.mode.get() == which).to_string()
            on:click=move |_| board.show(which)>{name}</button>
    }
}
