//! Letters that a wrong decoding broke, with their repair.

use super::Notice;
use crate::issue::damage;
use crate::text::{Edit, Splice};
use crate::ui::live::{button, live_if};
use crate::ui::session::{Session, session};
use leptos::prelude::*;

/// What is damaged, in words, and how many places can be repaired; nothing where nothing is.
#[derive(Clone, PartialEq)]
struct Told {
    what: String,
    more: String,
    repairable: usize,
}

fn told(text: &str) -> Option<Told> {
    let found = damage::find(text);
    let what = match found.len() {
        0 => return None,
        1 => "1 damaged place: the text was once read in a wrong encoding.".to_owned(),
        n => format!("{n} damaged places: the text was once read in a wrong encoding."),
    };
    let mut more = String::new();
    let repairs = || found.iter().filter_map(|d| d.repaired.as_ref().map(|to| (d.span, to)));
    if let Some((span, to)) = repairs().next() {
        more = format!("For example “{}” was “{to}”.", span.of(text));
    }
    let repairable = repairs().count();
    if repairable < found.len() {
        more += &format!(" {} of them cannot be told; please look at them.", found.len() - repairable);
    }
    Some(Told { what, more, repairable })
}

#[component]
pub fn Damaged() -> impl IntoView {
    let session = session();
    let damage = Memo::new(move |_| told(session.doc.get().text()));
    live_if(move || {
        let told = damage.get()?;
        let repair = (told.repairable > 0)
            .then(|| button("primary", None, format!("Repair {}", told.repairable), move || repair(session)));
        let notice = view! {
            <Notice kind="warning">
                <p><strong>{told.what}</strong> " " {told.more}</p>
                <div class="notice-actions">{repair}</div>
            </Notice>
        };
        Some(notice.into_any())
    })
}

/// Puts the letters back, in one step.
fn repair(session: Session) {
    let found = session.peek(|d| damage::find(d.doc().text()));
    let splices = found.into_iter().filter_map(|d| d.repaired.map(|text| Splice { span: d.span, text }));
    if let Ok(edit) = Edit::of(splices.collect()) {
        session.apply(edit, "repair damaged letters");
    }
}
