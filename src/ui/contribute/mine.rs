//! What this person has added so far: each can be edited again and withdrawn.

use super::finish::{FIRST_FIELD, focus_form};
use crate::desk::{Desk, Form, ItemId};
use crate::edit;
use crate::ui::field::Checks;
use crate::ui::focus;
use crate::ui::icon::Icon;
use crate::ui::live::{all, button, live_if};
use crate::ui::page::Inline;
use crate::ui::session::{Session, session};
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
            let doc = desk.doc();
            let own = desk.added().into_iter().filter_map(|index| {
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
    live_if(move || {
        let items = own.get();
        let card = |(at, own): (usize, Own)| view! { <OwnItem own=own at=at/> }.into_any();
        let cards = |items: Vec<Own>| all(items.into_iter().enumerate().map(card));
        (!items.is_empty()).then(|| {
            view! {
                <section class="mine" aria-label="Your items">
                    <h2>"Added so far"</h2>
                    <ul class="cards">{cards(items)}</ul>
                </section>
            }
            .into_any()
        })
    })
}

/// Takes an item back into the form. What is typed there and nowhere else stays.
pub fn edit_again(session: Session, checks: Checks, id: ItemId) {
    let Some(form) = session.peek(|d| form_of(d, id)) else { return };
    let typed = session.peek(|d| match d.editing() {
        Some(other) => form_of(d, other).is_none_or(|form| form != *d.form()).then_some("Keep that change or leave it"),
        None => (!d.form().is_empty()).then_some("Add it or empty the form"),
    });
    if let Some(first) = typed {
        return session.say(format!("The form holds something that is nowhere else. {first} first."));
    }
    session.set_form(form, Some(id), "edit your item again");
    checks.reset();
    focus_form();
}

/// The form that makes the item.
fn form_of(desk: &Desk, id: ItemId) -> Option<Form> {
    let index = desk.index_of(id)?;
    desk.doc().submission(index).map(|submission| Form::of(&submission))
}

/// Card `at` of the list.
#[component]
fn OwnItem(own: Own, at: usize) -> impl IntoView {
    let session = session();
    let checks = expect_context::<Checks>();
    let id = own.id;
    let withdraw = move || {
        let edit = session.peek(|d| d.index_of(id).map(|i| edit::remove(d.doc(), i)));
        if let Some(Ok(edit)) = edit
            && session.apply(edit, "withdraw your item")
        {
            session.say("Withdrawn. Ctrl+Z brings it back.");
            focus::pass_on(vec![format!(".mine .card:nth-child({}) button:last-child", at + 1), FIRST_FIELD.into()]);
        }
    };
    let editing = move || session.editing.get() == Some(id);
    view! {
        <li class="card" data-editing=move || editing().to_string()>
            <div class="card-text"><Inline markdown=own.title/> <span class="muted">{own.place}</span></div>
            <div class="row">
                {button("small", Some(Icon::Pen), "Edit", move || edit_again(session, checks, id))}
                {button("small", Some(Icon::Close), "Withdraw", withdraw)}
            </div>
        </li>
    }
}
