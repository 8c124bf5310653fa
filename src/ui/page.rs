//! The only place that puts HTML into a document: what the page renderer made, which is safe by construction.

pub mod anchors;
pub mod frame;
mod heights;

use crate::issue::Document;
use crate::site::parts::{Block, Item};
use crate::site::{self, Mark, Shown};
use crate::text::differ::differing;
use leptos::prelude::*;
use web_sys::Element;

/// The page as it was made last.
pub type Before = StoredValue<Shown>;

/// HTML out of [`crate::site`]; nothing else makes one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteHtml(Vec<Block>);

impl SiteHtml {
    /// Some sections with `marks` on their items; what is like `before` is taken from there.
    pub fn sections(before: Before, doc: &Document, indexes: &[usize], marks: &[Mark]) -> Self {
        before.try_update_value(|shown| Self(shown.sections(doc, indexes, marks).to_vec())).unwrap_or_default()
    }

    /// The whole page with marks, likewise.
    pub fn marked(before: Before, doc: &Document, marks: &[Mark]) -> Self {
        before.try_update_value(|shown| Self(shown.page(doc, marks).to_vec())).unwrap_or_default()
    }

    /// Puts what differs from `before` below `parent`, which shows `before`: one `div` for each block. Whether one more was
    /// made.
    fn show(&self, parent: &Element, before: &Self) -> bool {
        let (old, new) = (&before.0, &self.0);
        let (gone, come) = differing(old, new, Block::looks_like);
        let children = parent.children();
        let behind = children.item(gone.end as u32);
        for index in (come.end..gone.end).rev() {
            children.item(index as u32).into_iter().for_each(|e| e.remove());
        }
        for index in come.clone() {
            let kept = children.item(index as u32).filter(|_| index < gone.end);
            if kept.as_ref().is_some_and(|block| show_items(block, &old[index], &new[index])) {
                continue;
            }
            let made = || {
                let div = parent.owner_document()?.create_element("div").ok()?;
                parent.insert_before(&div, behind.as_deref()).ok()?;
                Some(div)
            };
            kept.or_else(made).into_iter().for_each(|e| e.set_inner_html(&new[index].html()));
        }
        come.end > gone.end
    }
}

/// Puts the items that differ into `block`, which shows the list `old`; `false` where one of both is none of that kind.
fn show_items(block: &Element, old: &Block, new: &Block) -> bool {
    let Some(list) = block.first_element_child().filter(|_| old.list().is_some() && old.list() == new.list()) else {
        return false;
    };
    let (gone, come) = differing(old.items(), new.items(), Item::looks_like);
    let children = list.children();
    for index in (come.end..gone.end).rev() {
        children.item(index as u32).into_iter().for_each(|e| e.remove());
    }
    for index in come {
        // Without its line end: there is one behind the item in whose stead it comes.
        let html = new.items()[index].html.trim_end();
        match children.item(index as u32) {
            Some(item) if index < gone.end => item.set_outer_html(html),
            Some(next) => drop(next.insert_adjacent_html("beforebegin", html)),
            None => drop(list.insert_adjacent_html("beforeend", html)),
        }
    }
    true
}

/// Inline Markdown in a row or card.
#[component]
pub fn Inline(#[prop(into)] markdown: Signal<String>) -> impl IntoView {
    view! { <span class="site-inline" inner_html=move || markdown.with(|text| site::inline(text))></span> }
}

/// Some lines of the issue by themselves, as readers see them.
#[component]
pub fn Lines(#[prop(into)] markdown: String) -> impl IntoView {
    // Below an empty line, for at the top of a text they might be taken for its header.
    let blocks = site::marked_page(&Document::parse(format!("\n{markdown}")), &[]);
    let html: String = blocks.iter().map(Block::html).collect();
    view! { <div class="site-lines" inner_html=html></div> }
}
