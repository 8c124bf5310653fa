//! A row's fields, edited in place: every keystroke that makes a valid item is in the text at once.

use super::board::board;
use super::scroll::row_name;
use crate::desk::ItemId;
use crate::desk::rows::{self, FieldValue};
use crate::edit::{self, Field, Refusal};
use crate::ui::icon::Icon;
use crate::ui::live::message;
use leptos::prelude::*;

#[component]
pub fn Fields(id: ItemId) -> impl IntoView {
    let session = board().session;
    let fields = Memo::new(move |_| {
        session.pace.track();
        session.peek(|d| d.index_of(id).map(|i| rows::fields(d.doc(), i)).unwrap_or_default())
    });
    let names =
        Memo::new(move |_| fields.with(|all| all.iter().map(|f| (f.field, f.label.clone())).collect::<Vec<_>>()));
    view! {
        <div class="item-fields">
            <For
                each=move || names.get().into_iter().enumerate()
                key=|(_, (field, label))| (format!("{field:?}"), label.clone())
                children=move |(at, (field, label))| view! { <ItemField id=id field=field label=label first=at == 0 fields=fields/> }
            />
        </div>
    }
}

#[component]
fn ItemField(id: ItemId, field: Field, label: String, first: bool, fields: Memo<Vec<FieldValue>>) -> impl IntoView {
    let session = board().session;
    let value = Memo::new(move |_| {
        fields.with(|all| all.iter().find(|f| f.field == field).map(|f| f.value.clone()).unwrap_or_default())
    });
    // What the person types, until the field is left: it may not be valid yet.
    let typed = RwSignal::new(None::<String>);
    let refusal = RwSignal::new(None::<String>);
    // A change from elsewhere, an undo above all, takes the place of what was typed.
    Effect::new(move |before: Option<String>| {
        let now = value.get();
        let differs = |typed: &String| !typed.split_whitespace().eq(now.split_whitespace());
        let changed = before.is_some_and(|before| before != now);
        if (changed || refusal.get_untracked().is_none()) && typed.with_untracked(|t| t.as_ref().is_some_and(differs)) {
            typed.set(None);
            refusal.set(None);
        }
        now
    });
    let input = move |event| {
        let text = event_target_value(&event);
        let made = session.peek(|d| d.index_of(id).map(|i| edit::set_and_read(d.doc(), i, field, &text)));
        typed.set(Some(text));
        match made {
            Some(Ok(change)) => {
                refusal.set(None);
                let place = format!("row.{}.{}", id.0, place_of(field));
                session.apply_change(change, &format!("change the {}", words(field)), place);
            }
            Some(Err(why)) => refusal.set(Some(refused(&why))),
            None => refusal.set(Some("The item is gone.".into())),
        }
    };
    // What is not valid yet stays, with its reason: somebody may look something up in another window.
    let leave = move |_| {
        // It may be gone already: what is taken away loses the focus as well.
        if refusal.try_with_untracked(Option::is_none) == Some(true) {
            typed.set(None);
        }
    };
    let name = if first { format!("{}-first", row_name(id)) } else { format!("{}-{}", row_name(id), place_of(field)) };
    let (about, wide) =
        (format!("{name}-why"), matches!(field, Field::Title | Field::Url | Field::EventTitle(_) | Field::EventUrl(_)));
    view! {
        <div class="field" class:field-wide=wide data-worst=move || refusal.with(|r| r.is_some().then_some("error"))>
            <label for=name.clone()>{label}</label>
            <div class="field-box"><input
                id=name
                autocomplete="off"
                spellcheck="false"
                prop:value=move || typed.get().unwrap_or_else(|| value.get())
                aria-invalid=move || refusal.with(|r| r.is_some().then_some("true"))
                aria-describedby=about.clone()
                on:input=input
                on:blur=leave
            /></div>
            <div id=about aria-live="polite">
                {move || refusal.get().map(|why| view! {
                    <p class="finding finding-error">{Icon::Error.view()} <span class="finding-text">{message(&why)} " Nothing is changed yet."</span></p>
                })}
            </div>
        </div>
    }
}

/// A refusal as it is said beside the field, which need not be named there.
fn refused(why: &Refusal) -> String {
    match why {
        Refusal::BadValue(_, problem) => format!("This {problem}."),
        other => format!("{other}."),
    }
}

/// What the field is called where undo is told.
fn words(field: Field) -> &'static str {
    match field {
        Field::Title | Field::EventTitle(_) => "title",
        Field::Url | Field::EventUrl(_) => "address",
        Field::Tags => "prefixes",
        Field::Project => "project",
        Field::Starts | Field::Ends => "date",
        Field::Location => "place",
        Field::OrganizerName => "organizer",
        Field::OrganizerUrl => "organizer’s page",
        Field::Closes => "closing date",
    }
}

/// The field's name, apart from those of its siblings.
fn place_of(field: Field) -> String {
    match field {
        Field::EventTitle(n) | Field::EventUrl(n) => format!("{}.{n}", field.name()),
        _ => field.name().to_owned(),
    }
}
