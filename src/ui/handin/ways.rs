//! The ways out: three to a pull request, of which two need a token and the first does not; and the file.

use super::file::AsFile;
use super::out::Out;
use super::pages::ThroughPages;
use super::send::BySending;
use super::which::begun;
use crate::ui::live::{all, live};
use crate::ui::session::session;
use leptos::prelude::*;

/// How it becomes a pull request.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Pages,
    Fork,
    Click,
}

/// Each with its name, and what it takes.
const WAYS: [(Way, &str, &str); 3] = [
    (Way::Pages, "Through GitHub’s pages", "No token. You copy, GitHub’s pages do the rest."),
    (Way::Fork, "Into your fork", "A token for your fork alone. The last click is on GitHub."),
    (Way::Click, "With one click", "A token for your account. All is done here."),
];

#[component]
pub fn Ways() -> impl IntoView {
    let session = session();
    let config = session.config.get_untracked();
    let folder = config.draft.clone();
    let out = Memo::new(move |_| session.with(|d| Out::of(d, &folder)));
    let way = RwSignal::new(match out.with_untracked(|out| begun(out, &config)).as_deref() {
        Some("fork") => Way::Fork,
        Some(_) => Way::Click,
        None => Way::Pages,
    });
    let choice = move |(one, name, what): (Way, &'static str, &'static str)| {
        view! {
            <label class="way">
                <input type="radio" name="w-way" prop:checked=move || way.get() == one on:change=move |_| way.set(one)/>
                <span><strong>{name}</strong> <span class="muted">{what}</span></span>
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset class="handin-part ways">
            <legend>"Three ways to a pull request"</legend>
            {all(WAYS.into_iter().map(choice))}
        </fieldset>
        {live(move || match way.get() {
            Way::Pages => view! { <ThroughPages out=out/> }.into_any(),
            Way::Fork => view! { <BySending out=out one_click=false/> }.into_any(),
            Way::Click => view! { <BySending out=out one_click=true/> }.into_any(),
        })}
        <AsFile out=out/>
    }
}
