//! The right pane: the item in its place, the whole page, what changes.

use super::preview::Preview;
use crate::ui::diff::Differences;
use crate::ui::later;
use crate::ui::live::{self, live, live_if};
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
    provide_context(preview);
    let choice = move |which: Show, name| live::chip(name, move || show.get() == which, move || show.set(which));
    view! {
        <section class="pane pane-place" aria-label="What readers will see">
            <div class="pane-head">
                <div class="chips" role="group" aria-label="Show">
                    {choice(Show::Place, "In its place")} {choice(Show::Page, "Whole page")}
                    {choice(Show::Changes, "What changes")}
                </div>
                <p class="muted pane-note">"as readers will see it"</p>
            </div>
            {live(move || match show.get() {
                Show::Place => view! { <InPlace preview=preview/> }.into_any(),
                Show::Page => {
                    let html = Signal::derive(move || preview.with(|p| SiteHtml::marked(&p.doc, &p.marks)));
                    view! { <SitePage html=html/> }.into_any()
                }
                Show::Changes => later::changes(),
            })}
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
        {live_if(move || {
            let problem = preview.with(|p| p.problem.clone())?;
            Some(view! { <p class="finding finding-error" role="alert">{problem}</p> }.into_any())
        })}
        {live_if(move || (!preview.with(|p| p.complete)).then(|| {
            let hint = match nothing() {
                true => "Choose a section on the left: it appears here with your item in it.",
                false => "Your item appears here as soon as the form has what it needs.",
            };
            view! { <p class="muted place-hint">{hint}</p> }.into_any()
        }))}
        <SitePage html=html/>
    }
}

/// The difference that this contribution makes to the draft as it was loaded.
#[component]
pub fn Changes() -> impl IntoView {
    let session = session();
    let preview = expect_context::<Memo<Preview>>();
    move || {
        let before = session.with(|d| d.base().text().to_owned());
        let after = preview.with(|p| p.doc.text().to_owned());
        if before == after {
            return view! { <p class="muted place-hint">"Nothing has changed yet."</p> }.into_any();
        }
        view! { <Differences before=before after=after/> }.into_any()
    }
}
