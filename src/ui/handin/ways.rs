//! Three ways out, none of which needs a token: GitHub's pages step by step, a patch, the file.

use crate::desk::{Desk, parts};
use crate::export::{self, Change, PullRequest, Verb};
use crate::platform::{clipboard, files};
use crate::review::{self, ChangeKind};
use crate::ui::icon::Icon;
use crate::ui::session::session;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Everything that can leave.
#[derive(Clone, PartialEq)]
struct Out {
    file_name: String,
    path: String,
    text: String,
    patch: String,
    request: PullRequest,
    parts: Vec<(String, String)>,
}

fn out(desk: &Desk, folder: &str) -> Out {
    let doc = desk.doc();
    let base = desk.base();
    // The path it came from, else the one its date says.
    let path = match desk.source() {
        crate::desk::Source::GitHub { path, .. } => path.clone(),
        _ => export::path(doc, folder),
    };
    let changes: Vec<Change> = review::changes(base, doc)
        .iter()
        .filter_map(|change| {
            let verb = match change.kind {
                ChangeKind::Added => Verb::Add,
                ChangeKind::Removed => Verb::Remove,
                ChangeKind::Changed => Verb::Change,
                ChangeKind::Moved => Verb::Move,
                ChangeKind::Other => return None,
            };
            match change.after {
                Some(index) => Change::of(verb, doc, index),
                None => Change::of(verb, base, change.before?),
            }
        })
        .collect();
    let parts = parts::parts(base.text(), doc.text());
    let parts = parts.into_iter().map(|p| (p.title, export::patch(base.text(), &p.text, &path))).collect();
    Out {
        file_name: path.rsplit('/').next().unwrap_or_default().to_owned(),
        patch: export::patch(base.text(), doc.text(), &path),
        text: doc.text().to_owned(),
        request: export::pull_request(doc, &changes),
        path,
        parts,
    }
}

#[component]
pub fn Ways() -> impl IntoView {
    let session = session();
    let config = session.config.get_untracked();
    let folder = config.draft.clone();
    let out = Memo::new(move |_| session.with(|d| out(d, &folder)));
    let steps = move || {
        let config = session.config.get();
        let path = out.with(|o| o.path.clone());
        session.with(|d| export::steps(d.doc(), &config.web, &config.repository, &config.branch, &path))
    };
    let save_file = move |_| {
        out.with_untracked(|o| files::save(&o.file_name, &o.text));
        session.say("The file is saved.");
    };
    let save_patch = move |_| {
        out.with_untracked(|o| files::save(&o.file_name.replace(".md", ".patch"), &o.patch));
        session.say("The patch is saved.");
    };
    let save_parts = move |_| {
        out.with_untracked(|o| {
            for (index, (_, patch)) in o.parts.iter().enumerate() {
                files::save(&o.file_name.replace(".md", &format!("-{}.patch", index + 1)), patch);
            }
        });
        session.say("The patches are saved, one for each item.");
    };
    view! {
        <section class="handin-part" aria-label="Through GitHub’s pages">
            <h3>"Through GitHub’s pages"</h3>
            <p class="muted">"You need a GitHub account, and nothing else. Nothing leaves this page by itself."</p>
            <ol class="steps">
                {move || steps().into_iter().enumerate().map(|(index, step)| view! {
                    <li>
                        <strong>{step.title}</strong>
                        <span>{step.text}</span>
                        {(index == 0).then(|| view! { <CopyButton label="Copy the file" text=Signal::derive(move || out.with(|o| o.text.clone()))/> })}
                        {step.link.map(|link| view! {
                            <a class="button" href=link target="_blank" rel="noopener noreferrer">{Icon::External.view()} "Open the page"</a>
                        })}
                    </li>
                }).collect_view()}
            </ol>
            <div class="texts">
                <Text label="Title" text=Signal::derive(move || out.with(|o| o.request.title.clone()))/>
                <Text label="Description" text=Signal::derive(move || out.with(|o| o.request.body.clone()))/>
                <Text label="Commit message" text=Signal::derive(move || out.with(|o| o.request.commit.clone()))/>
            </div>
        </section>
        <section class="handin-part" aria-label="As a file">
            <h3>"As a file"</h3>
            <p class="muted">{move || out.with(|o| format!("{}, whole, or only the difference as a patch for those who use Git (`git apply`).", o.path))}</p>
            <div class="row">
                <button type="button" class="button" on:click=save_file>{Icon::Save.view()} "Save the file"</button>
                <button type="button" class="button" on:click=save_patch>{Icon::Save.view()} "Save the patch"</button>
                <CopyButton label="Copy the patch" text=Signal::derive(move || out.with(|o| o.patch.clone()))/>
                {move || out.with(|o| o.parts.len()).gt(&1).then(|| view! {
                    <button type="button" class="button" on:click=save_parts>{Icon::Save.view()} "Save one patch for each item"</button>
                })}
            </div>
            {move || out.with(|o| o.parts.len()).gt(&1).then(|| view! {
                <p class="hint">"The newsletter merges a pull request by itself only if it brings one item; several items go best one by one."</p>
            })}
        </section>
    }
}

/// A text that is pasted elsewhere, with its button.
#[component]
fn Text(label: &'static str, text: Signal<String>) -> impl IntoView {
    view! {
        <div class="text">
            <div class="text-head"><span>{label}</span> <CopyButton label="Copy" text=text/></div>
            <pre class="sample">{move || text.get()}</pre>
        </div>
    }
}

/// Copies a text and says whether it went.
#[component]
pub fn CopyButton(#[prop(into)] label: String, text: Signal<String>) -> impl IntoView {
    let session = session();
    let done = RwSignal::new(false);
    let copy = move |_| {
        spawn_local(async move {
            let went = clipboard::copy(&text.get_untracked()).await;
            done.set(went);
            session.say(match went {
                true => "Copied.",
                false => "The browser does not let this page copy. Select the text and press Ctrl+C, or save the file.",
            });
        });
    };
    Effect::new(move |_| {
        text.track();
        done.set(false);
    });
    view! {
        <button type="button" class="button" on:click=copy>
            {move || if done.get() { Icon::Ok.view().into_any() } else { Icon::Copy.view().into_any() }}
            {label.clone()}
            {move || done.get().then_some(" ✓")}
        </button>
    }
}
