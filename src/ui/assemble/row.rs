//! One item: what it says, what was found in it, and what can be done with it.

use super::board::{Board, board};
use super::body::ItemText;
use super::drag;
use super::fields::Fields;
use super::findings;
use super::scroll::{focus_later, row_name};
use crate::desk::ItemId;
use crate::desk::moves::{self, Goal};
use crate::desk::rows::{self, Row};
use crate::rules::{Finding, Severity};
use crate::ui::field::severity_icon;
use crate::ui::icon::Icon;
use crate::ui::live::message;
use crate::ui::page::Inline;
use leptos::ev;
use leptos::prelude::*;

#[component]
pub fn ItemRow(id: ItemId, ids: Memo<Vec<ItemId>>) -> impl IntoView {
    let board = board();
    let session = board.session;
    let row = Memo::new(move |_| {
        session.pace.track();
        session.peek(|d| rows::row(d.doc(), d.index_of(id)?))
    });
    let found = Memo::new(move |_| {
        let span = session.peek(|d| d.index_of(id).map(|i| d.doc().items[i].span));
        let own = |f: &&Finding| span.is_some_and(|s| s.contains(f.span.start));
        board.findings.with(|all| all.iter().filter(own).cloned().collect::<Vec<_>>())
    });
    let worst = move || found.with(|all| all.iter().map(|f| f.severity).min().map(|s| s.name()));
    let torn = Memo::new(move |_| {
        // Asked of every row at every letter, so first whether there is any.
        session.torn.get()
            && session.with(|d| {
                let span = d.index_of(id).map(|i| d.doc().items[i].span);
                d.open_conflicts().iter().any(|open| span.is_some_and(|s| open.span().contains(s.start)))
            })
    });
    let selected = Memo::new(move |_| board.item.get() == Some(id));
    // One row of the list is in the tab order: the selected one, else the first.
    let tabbed = move || {
        let chosen = board.item.get().filter(|item| ids.with(|all| all.contains(item)));
        chosen.or_else(|| ids.with(|all| all.first().copied())) == Some(id)
    };
    let open = RwSignal::new(false);
    // Clicked on the page.
    Effect::new(move |_| {
        if board.open.get() == Some(id) {
            board.open.set(None);
            open.set(true);
        }
    });
    let rank = move || ids.with(|all| all.iter().position(|i| *i == id));
    let above = Memo::new(move |_| board.gap.get().is_some() && board.gap.get() == rank());
    let below = Memo::new(move |_| {
        let count = ids.with(Vec::len);
        board.gap.get() == Some(count) && rank().is_some_and(|r| r + 1 == count)
    });
    view! {
        <li
            id=row_name(id)
            class="item"
            class:is-selected=selected
            class:drop-above=above
            class:drop-below=below
            class:is-dragged=move || board.dragged.get() == Some(id)
            data-worst=worst
            tabindex=move || if tabbed() { "0" } else { "-1" }
            aria-current=move || selected.get().then_some("true")
            on:focusin=move |_| if board.item.get_untracked() != Some(id) { board.select_item(id) }
            on:keydown=move |event| keys(board, id, ids, open, &event)
            on:dragover=move |event| drag::over_row(board, &event, id)
            on:drop=move |event| drag::drop_in_gap(board, &event)
        >
            <span class="grip" draggable="true" title="Drag to another place or section"
                on:dragstart=move |event| drag::begin(board, &event, id) on:dragend=move |_| drag::end(board)>
                {Icon::Grip.view()}
            </span>
            <div class="item-main">
                <Words row=row/>
                {move || torn.get().then(|| view! { <Torn/> })}
                {move || found.get().into_iter().map(|finding| view! { <RowFinding finding=finding/> }).collect_view()}
                {move || (selected.get() || open.get()).then(|| view! { <Actions id=id row=row open=open/> })}
                {move || open.get().then(|| view! { <Editor id=id/> })}
            </div>
        </li>
    }
}

/// What the item says, each part by itself: a letter in one leaves the others as they stand.
#[component]
fn Words(row: Memo<Option<Row>>) -> impl IntoView {
    let part = move |of: fn(&Row) -> String| Memo::new(move |_| row.with(|r| r.as_ref().map(of).unwrap_or_default()));
    let (title, after) = (part(|row| row.title.clone()), part(|row| row.after.clone()));
    let tags = Memo::new(move |_| row.with(|r| r.as_ref().map(|row| row.tags.clone()).unwrap_or_default()));
    let tag = |tag| view! { <span class="item-tag">{format!("[{tag}]")}</span> " " };
    let sub = |text: Memo<String>| {
        move || (!text.with(String::is_empty)).then(|| view! { <p class="item-sub">{text.get()}</p> })
    };
    view! {
        <p class="item-title">
            {move || tags.get().into_iter().map(tag).collect_view()} <Inline markdown=title/>
            {move || (!after.with(String::is_empty)).then(|| view! { " " <span class="muted">{after.get()}</span> })}
        </p>
        {sub(part(|row| row.when.clone()))}
        {sub(part(|row| row.address.clone()))}
    }
}

/// A word where both sides changed the same; what stays is chosen above.
#[component]
pub fn Torn() -> impl IntoView {
    view! {
        <p class="finding finding-warning">
            {severity_icon(Severity::Warning)}
            <span class="finding-text">"Changed on both sides: choose above what stays."</span>
        </p>
    }
}

/// A finding with its fix, in the row.
#[component]
fn RowFinding(finding: Finding) -> impl IntoView {
    let board = board();
    let severity = finding.severity.name();
    let fix = finding.fix.as_ref().map(|fix| {
        let (title, finding) = (fix.title.clone(), finding.clone());
        view! {
            <button type="button" class="button small" on:click=move |_| findings::apply(board, &finding)>{message(&title)}</button>
        }
    });
    view! {
        <p class=format!("finding finding-{severity}")>
            {severity_icon(finding.severity)} <span class="sr-only">{severity} ": "</span>
            <span class="finding-text">{message(&finding.message)}</span> {fix}
        </p>
    }
}

/// The buttons of the selected row.
#[component]
fn Actions(id: ItemId, row: Memo<Option<Row>>, open: RwSignal<bool>) -> impl IntoView {
    let board = board();
    let href = Memo::new(move |_| row.with(|r| r.as_ref().map(|r| r.href.clone())).filter(|h| !h.is_empty()));
    view! {
        <div class="row item-actions">
            <button type="button" class="button small" aria-expanded=move || open.get().to_string()
                on:click=move |_| toggle(id, open)>{Icon::Pen.view()} {move || if open.get() { "Done" } else { "Edit" }}</button>
            <button type="button" class="button small" title="Alt+↑" on:click=move |_| drag::step(board, id, -1)>{Icon::Up.view()} "Up"</button>
            <button type="button" class="button small" title="Alt+↓" on:click=move |_| drag::step(board, id, 1)>{Icon::Down.view()} "Down"</button>
            <SendTo id=id/>
            {move || href.get().map(|href| view! {
                <a class="button small" href=href target="_blank" rel="noopener noreferrer">{Icon::External.view()} "Open"</a>
            })}
            <button type="button" class="button small" title="Delete" on:click=move |_| drag::remove(board, id)>{Icon::Close.view()} "Remove"</button>
        </div>
    }
}

/// Another section for the item: chosen first, then sent, for a choice alone must move nothing.
#[component]
fn SendTo(id: ItemId) -> impl IntoView {
    let board = board();
    let session = board.session;
    let goals = Memo::new(move |_| {
        session.pace.track();
        session.peek(|d| d.index_of(id).map(|i| moves::goals(d.doc(), i)).unwrap_or_default())
    });
    let chosen = RwSignal::new(None::<Goal>);
    let choose = move |event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        chosen.set(at.and_then(|at| goals.with_untracked(|all| all.get(at).map(|g| g.0))));
    };
    let send = move |_| match chosen.get_untracked() {
        Some(goal) => drag::send(board, id, goal),
        None => session.say("Choose a section first."),
    };
    let options = move || {
        let option = |(at, (goal, name)): (usize, (Goal, String))| {
            let name = if matches!(goal, Goal::Region(_)) { format!("{name} (new)") } else { name };
            view! { <option value=at.to_string()>{name}</option> }
        };
        goals.get().into_iter().enumerate().map(option).collect_view()
    };
    move || {
        (!goals.with(Vec::is_empty)).then(|| view! {
        <span class="send">
            <select aria-label="Send to another section" on:change=choose>
                <option value="">"Send to…"</option>
                {options}
            </select>
            {move || chosen.get().is_some().then(|| view! { <button type="button" class="button small" on:click=send>"Send"</button> })}
        </span>
    })
    }
}

/// The fields of the item, or its lines where they are not understood.
#[component]
fn Editor(id: ItemId) -> impl IntoView {
    let session = board().session;
    let known = Memo::new(move |_| {
        session.pace.track();
        session.peek(|d| d.index_of(id).is_some_and(|i| d.doc().submission(i).is_some()))
    });
    move || match known.get() {
        true => view! { <Fields id=id/> }.into_any(),
        false => view! { <ItemText id=id/> }.into_any(),
    }
}

/// Opens the fields with the focus in the first, or closes them with the focus on the row.
fn toggle(id: ItemId, open: RwSignal<bool>) {
    open.update(|o| *o = !*o);
    focus_later(if open.get_untracked() { format!("{}-first", row_name(id)) } else { row_name(id) });
}

fn keys(board: Board, id: ItemId, ids: Memo<Vec<ItemId>>, open: RwSignal<bool>, event: &ev::KeyboardEvent) {
    let on_row = event.target() == event.current_target();
    let by = match event.key().as_str() {
        "ArrowUp" => -1,
        "ArrowDown" => 1,
        "Enter" if on_row => {
            event.prevent_default();
            return toggle(id, open);
        }
        "Escape" if open.get_untracked() => {
            event.prevent_default();
            return toggle(id, open);
        }
        "Delete" if on_row => {
            event.prevent_default();
            return drag::remove(board, id);
        }
        _ => return,
    };
    if event.alt_key() {
        event.prevent_default();
        drag::step(board, id, by);
    } else if on_row {
        event.prevent_default();
        let next = ids.with_untracked(|all| {
            let at = all.iter().position(|i| *i == id)?.checked_add_signed(by)?;
            all.get(at).copied()
        });
        if let Some(next) = next {
            focus_later(row_name(next));
        }
    }
}
