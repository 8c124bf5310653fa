//! Review: a pull request, or any two texts, as cards by item, with the findings that only the change brings in.

mod cards;
mod pull;
mod side;

use super::check;
use super::icon::Icon;
use super::session::{Session, session};
use crate::desk::Source;
use crate::issue::Document;
use crate::rules;
use cards::{Cards, Verdict};
use leptos::prelude::*;
use pull::PullChoice;
use side::{Side, SideChoice};
use std::sync::Arc;

/// Both texts and what lies between them.
#[derive(Clone, PartialEq)]
pub struct Comparison {
    pub base: super::session::Shared,
    pub changed: super::session::Shared,
    pub changes: Vec<crate::review::Change>,
    /// Findings that the changed text has and the base has not.
    pub findings: Vec<rules::Finding>,
}

#[component]
pub fn Review() -> impl IntoView {
    let session = session();
    session.want_checks();
    let (base, changed) = (RwSignal::new(Side::Loaded), RwSignal::new(Side::Desk));
    let comparison = Memo::new(move |_| {
        let text = |side: Side| match side {
            Side::Loaded => session.with(|d| d.base().shared_text()),
            Side::Desk => session.with(|d| d.doc().shared_text()),
            Side::Text { text, .. } => text,
        };
        compare(session, text(base.get()), text(changed.get()))
    });
    let strange = Memo::new(move |_| {
        let chosen = |side: RwSignal<Side>| side.with(|side| matches!(side, Side::Text { .. }));
        comparison.with(|c| {
            let sides = [("Before", base, &c.base), ("After", changed, &c.changed)];
            sides.into_iter().find(|(_, side, doc)| chosen(*side) && !doc.is_issue()).map(|(name, ..)| name)
        })
    });
    let loaded = Signal::derive(move || match session.with(|d| d.source().clone()) {
        Source::GitHub { .. } => "The draft as it is on GitHub".to_owned(),
        Source::File { name } => format!("{name} as it was opened"),
        _ => "The draft as it was opened".into(),
    });
    view! {
        <div class="review">
            <h1 class="sr-only">"Review a change"</h1>
            <PullChoice base=base changed=changed/>
            <section class="review-sides" aria-label="What to compare">
                <SideChoice name="base" title="Before" own=Side::Loaded own_name=loaded side=base/>
                <SideChoice name="changed" title="After" own=Side::Desk own_name=Signal::stored("The work on the desk".to_owned()) side=changed/>
            </section>
            {move || match strange.get() {
                Some(side) => view! {
                    <p class="finding finding-error" role="alert">
                        {Icon::Error.view()}
                        <span class="finding-text">
                            "What is chosen for “" {side} "” is no draft: none of the newsletter’s headings is in it. Choose or paste the whole file."
                        </span>
                    </p>
                }
                .into_any(),
                None => view! { <Verdict comparison=comparison/> <Cards comparison=comparison/> }.into_any(),
            }}
        </div>
    }
}

fn compare(session: Session, base: Arc<str>, changed: Arc<str>) -> Comparison {
    let parse = |text: Arc<str>| super::session::Shared(Arc::new(Document::parse(text)));
    let (base, changed) = (parse(base), parse(changed));
    let findings = check::new_since(session, &base, &changed, session.role.get());
    Comparison { changes: crate::review::changes(&base, &changed), base, changed, findings }
}
