//! The section of a link.

use super::Icon;
use crate::desk::Form;
use crate::issue::Kind;
use crate::rules::Role;
use crate::ui::field::{Checks, FindingList};
use crate::ui::live::{all, live, live_if, words};
use crate::ui::session::session;
use leptos::prelude::*;

/// The sections of the loaded draft, with a line on what belongs there.
pub fn section() -> AnyView {
    let session = session();
    let checks = expect_context::<Checks>();
    let sections = Memo::new(move |_| {
        let doc = session.doc.get();
        let links = doc.sections.iter().filter(|s| s.kind.is_community_links());
        links.map(|s| (s.title.of(doc.text()).trim().to_owned(), s.kind)).collect::<Vec<_>>()
    });
    let chosen = Memo::new(move |_| session.form.with(|f| f.section.clone()));
    let kind = move || sections.with(|all| all.iter().find(|(t, _)| *t == chosen.get()).map(|(_, kind)| *kind));
    let closed = move || kind() == Some(Kind::Tooling) && session.role.get() == Role::Contributor;
    let change = move |event| {
        let section = event_target_value(&event);
        session.type_form("section", |form| form.section = section);
        checks.touch("section");
    };
    view! {
        <div class="field">
            <label for="f-section">"Where does it belong?"</label>
            <select id="f-section" name="section" aria-describedby="f-section-hint f-section-findings" on:change=change
                prop:value=move || { sections.track(); chosen.get() }>
                <option value="">"Choose a section"</option>
                {live(move || {
                    let editor = session.role.get() == Role::Editor;
                    let options = sections.get().into_iter().map(|(title, kind)| {
                        let closed = kind == Kind::Tooling && !editor;
                        let label = if closed { format!("{title} (by way of r/rust)") } else { title.clone() };
                        let selected = chosen.get_untracked() == title;
                        view! { <option value=title selected=selected>{label}</option> }.into_any()
                    });
                    all(options)
                })}
            </select>
            <p class="hint" id="f-section-hint">{words(move || kind().map(Kind::hint).unwrap_or_default().to_owned())}</p>
            <FindingList name="section" set=|f, v| f.section = v/>
            {live_if(move || closed().then(|| view! { <ClosedSection/> }.into_any()))}
        </div>
    }
    .into_any()
}

/// Why the section takes nothing from contributors, and where such news goes instead.
#[component]
fn ClosedSection() -> impl IntoView {
    let session = session();
    let submit = move || {
        session.form.with(|f: &Form| {
            let part = |text: &str| js_sys::encode_uri_component(text.trim()).as_string().unwrap_or_default();
            format!("https://www.reddit.com/r/rust/submit?title={}&url={}", part(&f.title), part(&f.url))
        })
    };
    view! {
        <div class="finding finding-error">
            {Icon::Error.view()}
            <span class="finding-text">
                "Project and tooling news is chosen by the editors from what is posted to r/rust; this section takes no "
                "entries sent in. Post it there, and it is considered."
            </span>
            <a class="button small" href=submit target="_blank" rel="noopener noreferrer">{Icon::External.view()} "Post to r/rust"</a>
        </div>
    }
}
