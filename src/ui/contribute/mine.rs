//! What this person has added so far: each can be edited again and withdrawn.

use super::finish::focus_form;
use crate::desk::{Form, ItemId};
use crate::edit;
use crate::issue::{Document, Submission};
use crate::review::{self, ChangeKind};
use crate::ui::field::Checks;
use crate::ui::icon::Icon;
use crate::ui::page::Inline;
use crate::ui::session::session;
use leptos::prelude::*;

#[derive(Clone, PartialEq)]
struct Own {
    id: ItemId,
    title: String,
    place: String,
}

#[component]
pub fn Mine() -> impl IntoView {
    let session = session();
    let own = Memo::new(move |_| {
        session.doc.track();
        session.with(|desk| {
            let base = Document::parse(desk.base().clone());
            let doc = desk.doc();
            let added = review::changes(&base, doc).into_iter().filter(|c| c.kind == ChangeKind::Added);
            let own = added.filter_map(|change| {
                let index = change.after?;
                let item = doc.items.get(index)?;
                Some(Own {
                    id: desk.id_of(index)?,
                    title: item.title().of(doc.text()).to_owned(),
                    place: doc.sections[item.section].title.of(doc.text()).to_owned(),
                })
            });
            own.collect::<Vec<_>>()
        })
    });
    move || {
        let items = own.get();
        (!items.is_empty()).then(|| {
            view! {
                <section class="mine" aria-label="Your items">
                    <h2>"Added so far"</h2>
                    <ul class="cards">{items.into_iter().map(|own| view! { <OwnItem own=own/> }).collect_view()}</ul>
                </section>
            }
        })
    }
}

#[component]
fn OwnItem(own: Own) -> impl IntoView {
    let session = session();
    let checks = expect_context::<Checks>();
    let id = own.id;
    let submission = move || session.peek(|d| d.index_of(id).and_then(|i| d.doc().submission(i)));
    let edit_again = move |_| {
        if let Some(submission) = submission() {
            let mut form = Form::of(&submission);
            if let Submission::Link(link) = &submission {
                form.section = link.section.clone();
            }
            session.set_form(form, Some(id), "edit your item again");
            checks.reset();
            focus_form();
        }
    };
    let withdraw = move |_| {
        let edit = session.peek(|d| d.index_of(id).map(|i| edit::remove(d.doc(), i)));
        if let Some(Ok(edit)) = edit
            && session.apply(edit, "withdraw your item")
        {
            session.say("Withdrawn. Ctrl+Z brings it back.");
        }
    };
    let editing = move || session.editing.get() == Some(id);
    view! {
        <li class="card" data-editing=move || editing().to_string()>
            <div class="card-text"><Inline markdown=own.title/> <span class="muted">{own.place}</span></div>
            <div class="row">
                <button type="button" class="button small" on:click=edit_again>{Icon::Pen.view()} "Edit"</button>
                <button type="button" class="button small" on:click=withdraw>{Icon::Close.view()} "Withdraw"</button>
            </div>
        </li>
    }
}
