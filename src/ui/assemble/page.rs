//! The page as readers see it, following the text and the selection.

use super::board::{Pane, board};
use super::scroll::bring_into;
use crate::ui::page::{SiteHtml, SitePage};
use crate::ui::session::Shared;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// Pause after a keystroke before the page follows.
const PAUSE: Duration = Duration::from_millis(120);

#[component]
pub fn PagePane() -> impl IntoView {
    let board = board();
    let session = board.session;
    let pane = NodeRef::<html::Section>::new();
    let doc = settled(session.doc);
    let html = Memo::new(move |_| doc.with(|d| SiteHtml::marked(d, &[])));
    // Marks are set on the page as it stands: choosing a row must not render it anew.
    Effect::new(move |_| {
        html.track();
        let (section, item) = (board.section.get(), board.item.get());
        if !matches!(board.pane.get(), Pane::Items | Pane::Page) {
            return;
        }
        let item = item.and_then(|id| session.peek(|d| d.index_of(id)));
        let at = doc.with(|d| match item.and_then(|i| d.items.get(i)) {
            Some(item) => vec![item.span.start, item.bullet.unwrap_or(item.span.start)],
            None => section.and_then(|s| d.sections.get(s)).map(|s| s.heading.start).into_iter().collect(),
        });
        request_animation_frame(move || {
            if let Some(pane) = pane.try_get_untracked().flatten() {
                mark(&pane, &at);
            }
        });
    });
    let click = move |event: ev::MouseEvent| {
        let target = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let Some(target) = target.filter(|t| t.closest("a").ok().flatten().is_none()) else { return };
        let found = target.closest("[data-at]").ok().flatten().and_then(|e| e.get_attribute("data-at"));
        let Some(at) = found.and_then(|at| at.parse::<usize>().ok()) else { return };
        let (item, section) = session.peek(|d| (d.doc().item_at(at).and_then(|i| d.id_of(i)), d.doc().section_at(at)));
        match (item, section) {
            (Some(id), _) => {
                board.select_item(id);
                super::items::reveal(id);
            }
            (None, Some(section)) => board.select_section(section),
            _ => {}
        }
    };
    view! {
        <section class="assemble-page" aria-label="The page as readers see it" tabindex="0" node_ref=pane on:click=click>
            <SitePage html=html/>
        </section>
    }
}

/// Points out what begins at one of `at`, and nothing else.
fn mark(pane: &web_sys::Element, at: &[usize]) {
    if let Ok(old) = pane.query_selector_all(".is-selected") {
        let old = (0..old.length()).filter_map(|i| old.item(i)?.dyn_into::<web_sys::Element>().ok());
        old.for_each(|e| {
            let _ = e.class_list().remove_1("is-selected");
        });
    }
    let selector = at.iter().map(|at| format!("[data-at=\"{at}\"]")).collect::<Vec<_>>().join(",");
    if let Ok(Some(found)) = pane.query_selector(if selector.is_empty() { ".is-selected" } else { &selector }) {
        let _ = found.class_list().add_1("is-selected");
        bring_into(pane, &found);
    }
}

/// The document a moment after the last change: the page need not follow every keystroke.
fn settled(doc: Memo<Shared>) -> RwSignal<Shared> {
    let settled = RwSignal::new(doc.get_untracked());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |first: Option<()>| {
        let now = doc.get();
        timer.update_value(|t| t.take().into_iter().for_each(|h| h.clear()));
        if first.is_some() {
            timer.set_value(set_timeout_with_handle(move || settled.set(now), PAUSE).ok());
        }
    });
    on_cleanup(move || {
        timer.try_update_value(|t| t.take().into_iter().for_each(|h| h.clear()));
    });
    settled
}
