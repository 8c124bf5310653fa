//! Ctrl+K: everything that can be done or gone to, found by a few letters.
//!
//! An editable combobox with a list, as the ARIA Authoring Practices describe it: the focus stays in the field, and the
//! chosen entry of the list is named by `aria-activedescendant`.

mod commands;

use super::dialog::Modal;
use super::live::{all, live};
use super::page::Inline;
use super::route::{self, View};
use super::session::{Goto, Session, session};
use crate::desk::find::{self, Goal, Hit};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

#[component]
pub fn Palette() -> impl IntoView {
    let session = session();
    let query = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let list = NodeRef::<html::Ul>::new();
    let hits = Memo::new(move |_| {
        session.doc.track();
        query.with(|query| session.peek(|desk| find::find(desk, &commands::names(), query)))
    });
    let none = Memo::new(move |_| hits.with(Vec::is_empty));
    let chosen = StoredValue::new(None::<Goal>);
    // The browser gives the focus back to what had it before; only then is done what was chosen.
    let choose = move |goal: Goal| {
        chosen.set_value(Some(goal));
        let dialog = list.get_untracked().and_then(|list| list.closest("dialog").ok().flatten());
        if let Some(dialog) = dialog {
            dialog.unchecked_into::<web_sys::HtmlDialogElement>().close();
        }
    };
    let close = move || {
        session.dialog.set(None);
        if let Some(goal) = chosen.get_value() {
            go(session, goal);
        }
    };
    let keys = move |event: ev::KeyboardEvent| {
        let count = hits.with_untracked(Vec::len);
        let now = at.get_untracked();
        let next = match event.key().as_str() {
            "ArrowDown" if count > 0 => (now + 1) % count,
            "ArrowUp" if count > 0 => (now + count - 1) % count,
            "Enter" if !event.is_composing() => {
                event.prevent_default();
                if let Some(goal) = hits.with_untracked(|all| all.get(now).map(|hit| hit.goal)) {
                    choose(goal);
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        at.set(next);
        keep_in_sight(list, next);
    };
    let typed = move |event| {
        query.set(event_target_value(&event));
        at.set(0);
        keep_in_sight(list, 0);
    };
    let count = move || match hits.with(Vec::len) {
        0 => "Nothing has all of these words.".to_owned(),
        1 => "1 found".to_owned(),
        n if n == find::MOST => format!("The first {n}; more letters find fewer."),
        n => format!("{n} found"),
    };
    view! {
        <Modal title="Find" close=close>
            <input class="palette-field" type="text" role="combobox" autofocus=true autocomplete="off" spellcheck="false"
                aria-label="A command, a section or an item" placeholder="A command, a section or an item"
                aria-autocomplete="list" aria-controls="palette-list" aria-expanded=move || (!none.get()).to_string()
                aria-activedescendant=move || (!none.get()).then(|| entry_id(at.get()))
                on:input=typed on:keydown=keys/>
            <p class="muted" role="status">{count}</p>
            <ul id="palette-list" class="palette-list" role="listbox" aria-label="What was found" node_ref=list>
                {live(move || all(hits.get().into_iter().enumerate().map(|(index, hit)| entry(index, hit, at, choose))))}
            </ul>
        </Modal>
    }
}

fn entry_id(index: usize) -> String {
    format!("palette-{index}")
}

fn entry(index: usize, hit: Hit, at: RwSignal<usize>, choose: impl Fn(Goal) + Copy + Send + 'static) -> AnyView {
    let Hit { goal, name, place } = hit;
    view! {
        <li id=entry_id(index) class="palette-hit" role="option" aria-selected=move || (at.get() == index).to_string()
            on:click=move |_| choose(goal)>
            <Inline markdown=name/> <span class="muted">{place}</span>
        </li>
    }
    .into_any()
}

/// Scrolls the list, and nothing around it, until the chosen entry is in sight.
fn keep_in_sight(list: NodeRef<html::Ul>, index: usize) {
    request_animation_frame(move || {
        let Some(list) = list.try_get_untracked().flatten() else { return };
        let Some(entry) = list.children().item(index as u32) else { return };
        let (outer, own) = (list.get_bounding_client_rect(), entry.get_bounding_client_rect());
        let beyond = (own.bottom() - outer.bottom()).max(0.0) - (outer.top() - own.top()).max(0.0);
        list.set_scroll_top(list.scroll_top() + beyond.round() as i32);
    });
}

/// Does what was chosen, or goes there.
fn go(session: Session, goal: Goal) {
    let place = match goal {
        Goal::Command(index) => return commands::run(session, index),
        Goal::Section(index) => Some(Goto::Section(index)),
        Goal::Item(id) => session.peek(|d| Some(Goto::Text(d.doc().items.get(d.index_of(id)?)?.head))),
    };
    if let Some(place) = place {
        session.goto.set(Some(place));
        route::go(View::Assemble);
    }
}
