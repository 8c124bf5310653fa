//! A rule's manual page, from the same source as `twir rules`.

use super::check::aside;
use super::dialog::Modal;
use super::live::{all, button, message};
use super::session::{Dialog, session};
use crate::rules::{self, Severity};
use leptos::prelude::*;

#[component]
pub fn RuleDialog() -> impl IntoView {
    let session = session();
    let name = match session.dialog.get_untracked() {
        Some(Dialog::Rule(name)) => name,
        _ => "",
    };
    let rule = rules::RULES.iter().find(|r| r.name == name);
    view! {
        <Modal title=name close=move || session.dialog.set(None)>
            {rule.map(|rule| view! {
                {all(rule.why.split("\n\n").map(|part| view! { <p>{message(part)}</p> }.into_any()))}
                <h3>"Like this it is found"</h3>
                <pre class="sample">{rule.bad}</pre>
                <h3>"Like this it is fine"</h3>
                <pre class="sample">{rule.good}</pre>
                {(rule.severity != Severity::Error).then(|| button("", None, "Set all of this kind aside for this draft", move || {
                    aside::set_all(session, rule.name);
                    session.dialog.set(None);
                }))}
            })}
        </Modal>
    }
}
