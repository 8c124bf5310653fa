//! The right pane: the item in its place, the whole page, what changes.

use super::preview::Preview;
use crate::ui::diff::Differences;
use crate::ui::page::{SiteHtml, SitePage};
use crate::ui::session::session;
use leptos::prelude::*;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Show {
    Place,
    Page,
    Changes,
}

#[component]
pub fn PlacePane(preview: Memo<Preview>) -> impl IntoView {
    let show = RwSignal::new(Show::Place);
    let choice = move |which: Show, name: &'static str| {
        view! {
            <button type="button" class="chip" aria-pressed=move || (show.get() == which).to_string()
                on:click=move |_| show.set(which)>{name}</button>
        }
    };
    view! {
        <section class="pane pane-place" aria-label="What readers will see">
            <div class="pane-head">
                <div class="chips" role="group" aria-label="Show">
                    {choice(Show::Place, "In its place")} {choice(Show::Page, "Whole page")}
                    {choice(Show::Changes, "What changes")}
                </div>
                <p class="muted pane-note">"as readers will see it"</p>
            </div>
            {move || match show.get() {
                Show::Place => view! { <InPlace preview=preview/> }.into_any(),
                Show::Page => {
                    let html = Signal::derive(move || preview.with(|p| SiteHtml::marked(&p.doc, &p.marks)));
                    view! { <SitePage html=html/> }.into_any()
                }
                Show::Changes => view! { <Changes preview=preview/> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn InPlace(preview: Memo<Preview>) -> impl IntoView {
    let html = Memo::new(move |_| {
        preview.with(|p| {
            let sections = p.sections.iter().map(|s| SiteHtml::section(&p.doc, *s, &p.marks));
            SiteHtml::joined(sections)
        })
    });
    // What was just written comes into sight, without taking the focus.
    Effect::new(move |_| {
        html.track();
        request_animation_frame(|| {
            let marked = document().query_selector(".pane-place .is-now").ok().flatten();
            if let Some(element) = marked {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                element.scroll_into_view_with_scroll_into_view_options(&options);
            }
        });
    });
    let nothing = move || preview.with(|p| p.sections.is_empty());
    view! {
        {move || preview.with(|p| p.problem.clone()).map(|p| view! { <p class="finding finding-error" role="alert">{p}</p> })}
        {move || (!preview.with(|p| p.complete)).then(|| view! {
            <p class="muted place-hint">
                {if nothing() { "Choose a section on the left: it appears here with your item in it." }
                 else { "Your item appears here as soon as the form has what it needs." }}
            </p>
        })}
        <SitePage html=html/>
    }
}

/// The difference that this contribution makes to the draft as it was loaded.
#[component]
fn Changes(preview: Memo<Preview>) -> impl IntoView {
    let session = session();
    move || {
        let before = session.with(|d| d.base().to_string());
        let after = preview.with(|p| p.doc.text().to_owned());
        if before == after {
            return view! { <p class="muted place-hint">"Nothing has changed yet."</p> }.into_any();
        }
        view! { <Differences before=before after=after/> }.into_any()
    }
}
