//! The outline: every section, what it holds, and a mark where something is open.

use super::board::board;
use super::drag;
use super::scroll::bring_into;
use super::toolbar::count_of;
use crate::desk::sections::{self, Entry, Group};
use crate::rules::Severity;
use crate::ui::field::severity_icon;
use crate::ui::live::all;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

#[component]
pub fn Outline() -> impl IntoView {
    let board = board();
    let groups = Memo::new(move |_| {
        board.session.pace.track();
        board.findings.with(|found| board.session.doc.with_untracked(|doc| sections::outline(doc, found)))
    });
    let nav = NodeRef::<html::Nav>::new();
    // The selected one stays in sight.
    Effect::new(move |_| {
        board.section.track();
        request_animation_frame(move || {
            let Some(nav) = nav.try_get_untracked().flatten() else { return };
            if let Ok(Some(entry)) = nav.query_selector(".outline-entry[aria-current]") {
                bring_into(&nav, &entry);
            }
        });
    });
    let names = move || groups.with(|all| all.iter().map(|g| g.name).collect::<Vec<_>>());
    view! {
        <nav node_ref=nav class="outline" aria-label="Sections" on:keydown=arrows>
            <For each=names key=|name| *name children=move |name| view! { <GroupView groups=groups name=name/> }/>
            {move || names().is_empty().then(|| view! { <p class="muted">"This text has no headings yet."</p> })}
        </nav>
    }
}

#[component]
fn GroupView(groups: Memo<Vec<Group>>, name: &'static str) -> impl IntoView {
    let group = Memo::new(move |_| groups.with(|all| all.iter().find(|g| g.name == name).cloned()));
    let indices = move || group.with(|g| g.iter().flat_map(|g| &g.entries).map(|e| e.index).collect::<Vec<_>>());
    let total = move || group.with(|g| g.as_ref().map_or(0, Group::count));
    view! {
        <h2 class="outline-group">{name} {(name == "Events").then(|| view! { <span class="outline-count">{total}</span> })}</h2>
        <ul>
            <For each=indices key=|index| *index children=move |index| {
                let find = move |g: &Option<Group>| g.as_ref()?.entries.iter().find(|e| e.index == index).cloned();
                let entry = Memo::new(move |_| group.with(find));
                view! { <EntryView entry=entry index=index/> }
            }/>
        </ul>
    }
}

#[component]
fn EntryView(entry: Memo<Option<Entry>>, index: usize) -> impl IntoView {
    let board = board();
    let selected = Memo::new(move |_| board.section.get() == Some(index));
    let over = RwSignal::new(false);
    let show = move |entry: Entry| {
        let mark = entry.worst.map(|worst| view! { <Mark worst=worst count=entry.findings/> });
        let count = match (entry.count, entry.empty) {
            (0, true) => view! { <span class="outline-empty">"empty"</span> }.into_any(),
            (0, false) => view! { <span class="outline-count">"text"</span> }.into_any(),
            (n, _) => view! { <span class="outline-count">{n} <span class="sr-only">{if n == 1 { " item" } else { " items" }}</span></span> }.into_any(),
        };
        // A name may break behind its stroke: “Observations/Thoughts”.
        let parts = entry.name.split_inclusive('/').map(|part| view! { {part.to_owned()} <wbr/> }.into_any());
        view! { <span class="outline-name">{all(parts)}</span> {count} {mark} }
    };
    view! {
        <li>
            <button
                type="button"
                class="outline-entry"
                class:outline-nested=move || entry.with(|e| e.as_ref().is_some_and(|e| e.nested))
                class:drop-here=move || over.get()
                title=move || entry.with(|e| e.as_ref().map(|e| e.name.clone()))
                aria-current=move || selected.get().then_some("true")
                on:click=move |_| board.select_section(index)
                on:dragover=move |event| over.set(drag::over_section(board, &event, index))
                on:dragleave=move |_| over.set(false)
                on:drop=move |event| {
                    over.set(false);
                    drag::drop_on_section(board, &event, index);
                }
            >
                {move || entry.get().map(show)}
            </button>
        </li>
    }
}

/// How many findings, the worst one's icon before them.
#[component]
fn Mark(worst: Severity, count: usize) -> impl IntoView {
    let words = match worst {
        Severity::Error => count_of(count, "finding") + ", with errors",
        Severity::Warning => count_of(count, "finding") + ", with warnings",
        Severity::Hint => count_of(count, "hint"),
    };
    view! {
        <span class=format!("outline-mark is-{}", worst.name())>
            {severity_icon(worst)} <span aria-hidden="true">{count}</span> <span class="sr-only">{words}</span>
        </span>
    }
}

/// Up and down, first and last, among the entries.
fn arrows(event: ev::KeyboardEvent) {
    let nav = event.current_target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let Some(all) = nav.and_then(|n| n.query_selector_all(".outline-entry").ok()) else { return };
    let entries: Vec<web_sys::HtmlElement> = (0..all.length()).filter_map(|i| all.item(i)?.dyn_into().ok()).collect();
    let active = document().active_element();
    let at = entries.iter().position(|e| active.as_ref().is_some_and(|a| a.is_same_node(Some(e))));
    let Some(at) = at else { return };
    let to = match event.key().as_str() {
        "ArrowDown" => at + 1,
        "ArrowUp" => at.wrapping_sub(1),
        "Home" => 0,
        "End" => entries.len() - 1,
        _ => return,
    };
    event.prevent_default();
    if let Some(entry) = entries.get(to) {
        let _ = entry.focus();
    }
}
