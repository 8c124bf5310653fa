//! The name of the selected section.

use super::board::board;
use crate::desk::sections;
use leptos::prelude::*;

#[component]
pub fn SectionName() -> impl IntoView {
    let board = board();
    let name = Memo::new(move |_| {
        let section = board.section.get();
        board.session.doc.with(|doc| section.map(|s| sections::name(doc, s)).unwrap_or_default())
    });
    view! { <h2 class="section-name">{move || name.get()}</h2> }
}
