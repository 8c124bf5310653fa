//! Assemble: the outline, a section's items or the source, the page, and what is found, all over one text.

mod along;
mod board;
mod body;
mod differing;
mod drag;
mod fields;
mod findings;
mod found;
mod items;
mod lines;
mod outline;
mod page;
mod row;
mod scroll;
mod section;
mod source;
mod toolbar;

use super::live;
use super::session::Goto;
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
    Effect::new(move |_| {
        let Some(place) = board.session.goto.get() else { return };
        // Before the checks have come nothing has been found yet.
        let found = board.session.checker.with(Option::is_some);
        if place != Goto::NextFinding || found {
            board.session.goto.set(None);
            findings::go(board, place);
        }
    });
    let tab =
        move |which: Pane| live::tab(which.name(), move || board.pane.get() == which, move || board.pane.set(which));
    let mode = move |which: Mode, name| live::chip(name, move || board.mode.get() == which, move || board.show(which));
    let lead = move || board.along.lead(along::Leader::Middle);
    view! {
        <div class="assemble" data-pane=move || board.pane.get().name()>
            <h1 class="sr-only">"Assemble the issue"</h1>
            <Toolbar/>
            <div class="pane-tabs" role="tablist" aria-label="Panes">{live::all(Pane::ALL.into_iter().map(tab))}</div>
            <div class="assemble-panes">
                <Outline/>
                <section class="assemble-middle" aria-label="Items and source"
                    on:pointerenter=move |_| lead() on:focusin=move |_| lead() on:keydown=move |_| lead()>
                    <div class="pane-bar">
                        <div class="chips" role="group" aria-label="Edit as">
                            {mode(Mode::Items, "Items")} {mode(Mode::Source, "Source")}
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
