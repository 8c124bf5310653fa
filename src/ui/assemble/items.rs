//! The selected section's items as rows, and its free text.

use super::along::{Leader, Middle};
use super::board::{Board, board};
use super::body::SectionText;
use super::row::{ItemRow, Torn};
use super::scroll::{bring_into, element, remember_focus, restore_focus, row_name};
use crate::desk::ItemId;
use crate::edit;
use crate::issue::Kind;
use crate::ui::route::{self, View};
use leptos::prelude::*;

#[component]
pub fn Items() -> impl IntoView {
    let board = board();
    let ids = Memo::new(move |_| board.ids());
    let kind = Memo::new(move |_| {
        let section = board.section.get();
        board.session.doc.with(|doc| section.and_then(|s| doc.sections.get(s)).map(|s| s.kind))
    });
    let hint = move || kind.get().map(Kind::hint).filter(|h| !h.is_empty());
    let none = move || ids.with(Vec::is_empty);
    // Free text that both sides changed; items say so themselves.
    let torn = Memo::new(move |_| {
        let section = board.section.get();
        board.session.with(|d| {
            let at = |start: usize| d.doc().section_at(start) == section && d.doc().item_at(start).is_none();
            d.open_conflicts().iter().any(|open| at(open.span().start))
        })
    });
    Effect::new(move |_| {
        ids.track();
        restore_focus();
    });
    board.along.set_middle(Middle {
        top: Callback::new(move |()| first_in_sight(board, &ids.get_untracked())),
        go: Callback::new(move |at: usize| {
            let id = board.session.peek(|d| d.doc().item_at(at).and_then(|i| d.id_of(i)));
            if let Some(id) = id {
                reveal(id);
            }
        }),
    });
    view! {
        <div class="items" on:scroll=move |_| board.along.scrolled(Leader::Middle)>
            {move || hint().map(|hint| view! { <p class="muted section-hint">{hint}</p> })}
            {move || torn.get().then(|| view! { <Torn/> })}
            <ul class="item-list" aria-label="Items of this section" class:sr-only=none on:focusin=move |e| remember_focus("rows", &e)>
                <For each=move || ids.get() key=|id| *id children=move |id| view! { <ItemRow id=id ids=ids/> }/>
            </ul>
            <SectionText none=Signal::derive(none)/>
            <SectionActions kind=kind none=Signal::derive(none)/>
        </div>
    }
}

/// Adding to the section, and taking an empty heading away.
#[component]
fn SectionActions(kind: Memo<Option<Kind>>, none: Signal<bool>) -> impl IntoView {
    let board = board();
    let session = board.session;
    let takes = move || {
        kind.get()
            .is_some_and(|k| k.is_community_links() || matches!(k, Kind::Region(_) | Kind::Projects | Kind::Calls))
    };
    let add = move |_| {
        use crate::desk::FormKind;
        let name = session.peek(|d| {
            let section = d.doc().sections.get(board.section.get_untracked()?)?;
            Some(section.title.of(d.doc().text()).to_owned())
        });
        let form_kind = match kind.get_untracked() {
            Some(Kind::Region(_)) => FormKind::Event,
            Some(Kind::Projects) => FormKind::Project,
            Some(Kind::Calls) => FormKind::Call,
            _ => FormKind::Link,
        };
        session.set_kind(form_kind);
        if form_kind == FormKind::Link
            && let Some(name) = name
        {
            session.type_form("section", |form| form.section = name);
        }
        route::go(View::Contribute);
    };
    let remove = move |_| {
        let section = board.section.get_untracked();
        let made = session.peek(|d| section.map(|s| edit::remove_heading(d.doc(), s)));
        match made {
            Some(Ok(edit)) => {
                let gone = session.apply(edit, "remove an empty heading");
                session.say(if gone { "The heading is gone. Ctrl+Z brings it back." } else { "The heading stays." });
            }
            Some(Err(refusal)) => session.say(refusal.to_string()),
            None => {}
        }
    };
    let removable = Memo::new(move |_| {
        let section = board.section.get();
        session.pace.track();
        session.doc.with_untracked(|doc| section.is_some_and(|s| edit::remove_heading(doc, s).is_ok()))
    });
    view! {
        <div class="row section-actions">
            {move || takes().then(|| view! { <button type="button" class="button small" on:click=add>"Add one by the form"</button> })}
            {move || (none.get() && removable.get()).then(|| view! {
                <button type="button" class="button small" on:click=remove>"Remove this empty heading"</button>
            })}
        </div>
    }
}

/// Where the first item begins whose row is in sight.
fn first_in_sight(board: Board, ids: &[ItemId]) -> Option<usize> {
    let top = document().query_selector(".items").ok().flatten()?.get_bounding_client_rect().top();
    let seen =
        |id: &&ItemId| element(&row_name(**id)).is_some_and(|e| e.get_bounding_client_rect().bottom() > top + 8.0);
    let id = ids.iter().find(seen)?;
    board.session.peek(|d| Some(d.doc().items[d.index_of(*id)?].head.start))
}

/// Scrolls the list to a row, once it is there; the focus stays.
pub fn reveal(id: ItemId) {
    request_animation_frame(move || {
        let list = document().query_selector(".items").ok().flatten();
        if let (Some(list), Some(row)) = (list, element(&row_name(id))) {
            bring_into(&list, &row);
        }
    });
}
