//! Work of earlier days: offered, never applied by itself.

mod works;

use super::diff::Differences;
use super::notice::Notice;
use super::session::session;
use crate::desk::saved::Saved;
use crate::platform::{clock, files, storage};
use leptos::prelude::*;
use works::Work;

#[component]
pub fn Resume() -> impl IntoView {
    let session = session();
    // What was put off; work that is let go later is offered again.
    let later = RwSignal::new(Vec::<String>::new());
    move || {
        let mut keys = session.works.get();
        later.with(|later| keys.retain(|key| !later.contains(key)));
        let works = works::read(session, &keys);
        if works.is_empty() {
            return None;
        }
        let rows = works.into_iter().map(|work| match work {
            Work::Readable(saved) => view! { <Earlier saved=*saved/> }.into_any(),
            Work::Aside { key, why } => view! { <Aside key=key why=why/> }.into_any(),
        });
        Some(view! {
            <div class="notices">
                <Notice kind="info">
                    <h2 class="notice-title">"Work from last time"</h2>
                    <ul class="works">{rows.collect_view()}</ul>
                    <div class="notice-actions">
                        <button type="button" class="button quiet" on:click=move |_| later.set(session.works.get_untracked())>"Not now, keep it"</button>
                    </div>
                </Notice>
            </div>
        })
    }
}

#[component]
fn Earlier(saved: Saved) -> impl IntoView {
    let session = session();
    let comparing = RwSignal::new(false);
    let sure = RwSignal::new(false);
    let issue = saved.number.map_or("an issue".to_owned(), |n| format!("issue {n}"));
    let when = clock::ago(saved.saved_at, session.now.get_untracked());
    let base = works::base_of(&saved).unwrap_or_default();
    let count = {
        let before = crate::issue::Document::parse(base.as_str());
        let after = crate::issue::Document::parse(saved.text.as_str());
        crate::review::changes(&before, &after).len()
    };
    let what = match count {
        0 if saved.source == crate::desk::Source::New => "begun anew".to_owned(),
        0 => "a form that was begun".to_owned(),
        1 => "1 change".to_owned(),
        n => format!("{n} changes"),
    };
    let (resume, id, text) = (saved.clone(), saved.id.clone(), saved.text.clone());
    view! {
        <li class="work">
            <span class="work-what">{format!("{issue}: {what}, {when}")}</span>
            <span class="row">
                <button type="button" class="button primary" on:click=move |_| works::resume(session, &resume)>"Continue"</button>
                <button type="button" class="button" aria-expanded=move || comparing.get().to_string()
                    on:click=move |_| comparing.update(|c| *c = !*c)>"Compare"</button>
                {move || {
                    let id = id.clone();
                    if sure.get() {
                        view! {
                            <button type="button" class="button danger" on:click=move |_| works::discard(session, &id)>"Discard for good"</button>
                        }.into_any()
                    } else {
                        view! { <button type="button" class="button" on:click=move |_| sure.set(true)>"Discard"</button> }.into_any()
                    }
                }}
            </span>
            {move || comparing.get().then(|| view! { <Differences before=base.clone() after=text.clone()/> })}
        </li>
    }
}

/// Work that this build cannot read: kept, and offered as a file.
#[component]
fn Aside(key: String, why: String) -> impl IntoView {
    let name = format!("{}.json", key.replace('/', "-"));
    let save = move |_| {
        files::save(&name, &storage::get(&key).unwrap_or_default());
    };
    view! {
        <li class="work">
            <span class="work-what">{format!("Work that cannot be read: {why}. It is kept aside.")}</span>
            <button type="button" class="button" on:click=save>"Save it as a file"</button>
        </li>
    }
}
