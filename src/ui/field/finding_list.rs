//! The findings below a field, each with its fix.

use super::{Checks, Setter, severity_icon};
use crate::ui::focus;
use crate::ui::live::{all, button, live, message};
use crate::ui::session::session;
use leptos::prelude::*;

/// The findings of field `name`; a fix gives it another value through `set`.
#[component]
pub fn FindingList(name: &'static str, set: Setter) -> impl IntoView {
    let session = session();
    let checks = expect_context::<Checks>();
    let one = move |finding: crate::rules::field::FieldFinding| {
        let fix = finding.fix.map(|(title, value)| {
            let mend = move || {
                session.type_form(name, |form| set(form, value.clone()));
                session.say("Mended.");
                focus::pass_on(vec![format!("#f-{name}-findings button"), format!("#f-{name}")]);
            };
            button("small", None, title, mend)
        });
        view! {
            <p class=format!("finding finding-{}", finding.severity.name())>
                {severity_icon(finding.severity)}
                <span class="sr-only">{finding.severity.name()} ": "</span>
                <span class="finding-text">{message(&finding.message)}</span>
                {fix}
            </p>
        }
        .into_any()
    };
    // The closed section has words of its own, with the way to r/rust.
    let shown = move || checks.at(name).into_iter().filter(|f| f.rule != "project-tooling-closed");
    view! {
        <div id=format!("f-{name}-findings") class="findings" aria-live="polite">
            {live(move || all(shown().map(one)))}
        </div>
    }
}
