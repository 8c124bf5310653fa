//! The right pane: the item in its place, the whole page, what changes.

use super::mine;
use super::preview::{self, Preview};
use crate::ui::diff::Differences;
use crate::ui::field::Checks;
use crate::ui::icon::Icon;
use crate::ui::later;
use crate::ui::live::{self, live_if};
use crate::ui::page::frame::{Frame, PageFrame, Picks, Widths};
use crate::ui::page::{Before, SiteHtml};
use crate::ui::session::session;
use leptos::prelude::*;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Show {
    Place,
    Page,
    Changes,
}

#[component]
pub fn PlacePane() -> impl IntoView {
    let preview = preview::preview(session());
    provide_context(preview);
    let show = RwSignal::new(Show::Place);
    let frame = Frame::new(Picks::New);
    let choice = move |which: Show, name| live::chip(name, move || show.get() == which, move || show.set(which));
    let changes = move || show.get() == Show::Changes;
    view! {
        <section class="pane pane-place" aria-label="What readers will see">
            <div class="pane-head">
                <div class="chips" role="group" aria-label="Show">
                    {choice(Show::Place, "In its place")} {choice(Show::Page, "Whole page")}
                    {choice(Show::Changes, "What changes")}
                </div>
                {live_if(move || (!changes()).then(|| view! { <Widths frame=frame/> }.into_any()))}
            </div>
            {live_if(move || changes().then(|| view! { <div class="pane-body">{later::changes()}</div> }.into_any()))}
            // Kept while something else is shown: a frame that is made anew loads anew.
            <div class="pane-page" class:hidden=changes><Page preview=preview show=show frame=frame/></div>
        </section>
    }
}

#[component]
fn Page(preview: Memo<Preview>, show: RwSignal<Show>, frame: Frame) -> impl IntoView {
    let session = session();
    let checks = expect_context::<Checks>();
    let before = Before::default();
    let html = Memo::new(move |_| {
        preview.with(|p| match show.get() {
            Show::Page => SiteHtml::marked(before, &p.doc, &p.marks),
            _ => SiteHtml::sections(before, &p.doc, &p.sections, &p.marks),
        })
    });
    // What was just written comes into sight, without taking the focus.
    Effect::new(move |_| {
        frame.painted.track();
        if let Some(now) = frame.root().and_then(|root| root.query_selector(".is-now").ok().flatten()) {
            frame.reveal(&now);
        }
    });
    // The preview may hold the form's item beside those of the draft.
    let pick = move |at: usize| {
        let own = preview.with_untracked(|p| {
            let text = p.doc.items.get(p.doc.item_at(at)?)?.span.of(p.doc.text()).trim_end();
            session.peek(|d| {
                let is = |i: &usize| d.doc().items[*i].span.of(d.doc().text()).trim_end() == text;
                d.added().into_iter().find(is).and_then(|i| d.id_of(i))
            })
        });
        if let Some(id) = own {
            mine::edit_again(session, checks, id);
        }
    };
    let nothing = move || preview.with(|p| p.sections.is_empty());
    let place = move || show.get() == Show::Place;
    view! {
        {live_if(move || {
            let problem = preview.with(|p| p.problem.clone())?;
            Some(view! { <p class="finding finding-error" role="alert">{Icon::Error.view()} <span class="finding-text">{live::message(&problem)}</span></p> }.into_any())
        })}
        {live_if(move || (place() && preview.with(|p| !p.complete)).then(|| {
            let hint = match nothing() {
                true => "Choose a section in the form: it appears here with your item in it.",
                false => "Your item appears here as soon as the form has what it needs.",
            };
            view! { <p class="muted place-hint">{hint}</p> }.into_any()
        }))}
        <PageFrame frame=frame html=html pick=pick/>
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
