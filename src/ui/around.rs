//! A draft that moved on: what is newer, what came of bringing it in, and what is to be chosen.

mod conflict;
mod newer;

use super::diff::Differences;
use super::field::severity_icon;
use super::live::{all, button, live_if};
use super::notice::Notice;
use super::session::{Dialog, Moved, Session, session};
use crate::edit;
use crate::rules::Severity;
pub use conflict::{Conflicts, count_open};
use leptos::prelude::*;
pub use newer::bring_in;

/// Over the view; in the way out the same stands inside of the dialog.
#[component]
pub fn Around() -> impl IntoView {
    let session = session();
    let leaving = Memo::new(move |_| session.dialog.get() == Some(Dialog::HandIn));
    let looked = Memo::new(move |_| report(session).is_none_or(|moved| moved.seen || moved.cards.is_empty()));
    let open = Memo::new(move |_| count_open(session) > 0);
    live_if(move || {
        (!leaving.get()).then(|| {
            view! {
                <div class="notices">
                    {live_if(move || newer::bar(session))}
                    {live_if(move || (!looked.get()).then(|| {
                        view! { <Notice kind="warning"><Report/></Notice> }.into_any()
                    }))}
                    {live_if(move || open.get().then(|| {
                        view! { <Notice kind="warning"><Conflicts/></Notice> }.into_any()
                    }))}
                </div>
            }
            .into_any()
        })
    })
}

/// What changed around the work, as long as it stands on that draft.
fn report(session: Session) -> Option<Moved> {
    let moved = session.moved.get()?;
    session.with(|d| *d.base().text() == *moved.drafts.1).then_some(moved)
}

/// Whether something of the report waits to be looked at.
pub fn unseen(session: Session) -> bool {
    report(session).is_some_and(|moved| !moved.seen && !moved.cards.is_empty())
}

/// What came of bringing a newer draft in: a card for each thing that wants a look.
#[component]
pub fn Report() -> impl IntoView {
    let session = session();
    let moved = Memo::new(move |_| report(session));
    let shown = RwSignal::new(false);
    let seen = move || session.moved.update(|m| m.iter_mut().for_each(|m| m.seen = true));
    live_if(move || {
        let moved = moved.get()?;
        let waits = !moved.seen && !moved.cards.is_empty();
        let (before, after) = moved.drafts;
        let differences = move || {
            let (before, after) = (before.to_string(), after.to_string());
            view! { <Differences before=before after=after/> }.into_any()
        };
        let cards = moved.cards.into_iter().map(move |(words, own)| card(session, words, own));
        let view = view! {
            <section class="around" aria-label="What changed around your work">
                <p class="finding finding-hint">
                    <span class="finding-text">{moved.words}</span>
                    {button("small", None, "What others changed", move || shown.update(|s| *s = !*s))}
                </p>
                {all(cards)}
                {live_if(move || shown.get().then(&differences))}
                {waits.then(|| button("primary", None, "I have looked at it", seen))}
            </section>
        };
        Some(view.into_any())
    })
}

/// One thing to look at; an item that stands there twice can be left out.
fn card(session: Session, words: String, own: Option<String>) -> AnyView {
    let leave = move |title: &str| {
        let edit = session.peek(|d| {
            let same = |index: &usize| d.doc().submission(*index).is_some_and(|s| s.title() == title);
            let index = d.added().into_iter().find(same)?;
            edit::remove(d.doc(), index).ok()
        });
        let done = edit.is_some_and(|edit| session.apply(edit, "leave your item out"));
        session.say(if done { "Left out. Ctrl+Z brings it back." } else { "It is not there any more." });
    };
    view! {
        <p class="finding finding-warning">
            {severity_icon(Severity::Warning)}
            <span class="finding-text">{words}</span>
            {own.map(|title| button("small", None, "Leave mine out", move || leave(&title)))}
        </p>
    }
    .into_any()
}
