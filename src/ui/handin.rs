//! The way out: what changes is shown first; then the file, the patch, and the steps on GitHub's pages.

mod ahead;
mod copy;
mod file;
mod going;
mod kept;
mod newer;
mod out;
mod pages;
mod progress;
mod send;
mod token;
mod ways;
mod which;

pub use copy::CopyButton;
pub use newer::bring_in;

use super::check;
use super::dialog::Modal;
use super::diff::Differences;
use super::field::severity_icon;
use super::session::{Dialog, STALE_MS, session};
use crate::desk::Source;
use crate::platform::clock;
use crate::rules::{self, Role, Severity};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ways::Ways;

/// How far the look at GitHub before handing in has come.
#[derive(Clone, PartialEq)]
enum Fresh {
    Looking,
    /// Nothing to say, or what happened.
    Done(Option<String>),
}

#[component]
pub fn HandIn() -> impl IntoView {
    let session = session();
    let fresh = RwSignal::new(Fresh::Looking);
    spawn_local(async move {
        let stale = session.peek(|d| clock::now() - d.loaded_at() > STALE_MS);
        let from_github = session.peek(|d| matches!(d.source(), Source::GitHub { .. }));
        if stale && from_github {
            session.load_newest().await;
        }
        let moved = session.newer.with_untracked(Option::is_some).then(|| bring_in(session)).flatten();
        let unsure = session.loading.with_untracked(|l| matches!(l, super::session::Loading::Failed(_)));
        let word = match moved {
            Some(word) => Some(format!("The draft had moved on. {word}")),
            None if stale && from_github && unsure => {
                Some("GitHub could not be asked whether the draft has moved on since you loaded it.".into())
            }
            None => None,
        };
        fresh.set(Fresh::Done(word));
    });
    let overridden = RwSignal::new(false);
    session.want_checks();
    let findings = Memo::new(move |_| check::brought_in(session));
    // A memo, so that a way out that is open stays open while findings come and go.
    let held = Memo::new(move |_| {
        let errors = findings.with(|f| f.iter().any(|f| f.severity == Severity::Error));
        errors && !(overridden.get() && session.role.get() == Role::Editor)
    });
    view! {
        <Modal title="Hand it in" wide=true close=move || session.dialog.set(None)>
            {move || match fresh.get() {
                Fresh::Looking => view! {
                    <p class="muted"><span class="spinner" aria-hidden="true"></span> " Looking whether the draft has moved on…"</p>
                }.into_any(),
                Fresh::Done(word) => view! {
                    {word.map(|w| view! { <p class="finding finding-hint" role="status">{w}</p> })}
                    <NotFromGitHub/>
                    <section class="handin-part" aria-label="What changes">
                        <h3>"What changes"</h3>
                        {move || session.with(|d| view! {
                            <Differences before=d.base().text().to_owned() after=d.doc().text().to_owned()/>
                        })}
                    </section>
                    <Held findings=findings overridden=overridden/>
                    {move || (!held.get()).then(|| view! { <Ways/> })}
                }.into_any(),
            }}
        </Modal>
    }
}

/// A word where the draft did not come from GitHub: what leaves is made on it.
#[component]
fn NotFromGitHub() -> impl IntoView {
    let session = session();
    move || {
        let word = match session.with(|d| d.source().clone()) {
            Source::Starter => {
                "This is the practice issue: what you hand in is for nobody. Load this week’s draft first."
            }
            Source::GitHub { .. } => return None,
            _ => "This draft did not come from GitHub; the file may differ there in more than what you changed.",
        };
        Some(
            view! { <p class="finding finding-warning">{severity_icon(Severity::Warning)} <span class="finding-text">{word}</span></p> },
        )
    }
}

/// The findings that hold it back or deserve a look.
#[component]
fn Held(findings: Memo<Vec<rules::Finding>>, overridden: RwSignal<bool>) -> impl IntoView {
    let session = session();
    let errors = move || findings.with(|f| f.iter().filter(|f| f.severity == Severity::Error).count());
    view! {
        {move || (!findings.with(Vec::is_empty)).then(|| view! {
            <section class="handin-part" aria-label="Findings">
                <h3>{if errors() > 0 { "Mend this first" } else { "Worth a look" }}</h3>
                {findings.get().into_iter().map(|f| view! {
                    <p class=format!("finding finding-{}", f.severity.name())>
                        {severity_icon(f.severity)}
                        <span class="finding-text">{format!("Line {}: {}", f.line, f.message)}</span>
                    </p>
                }).collect_view()}
                {move || (errors() > 0 && session.role.get() == Role::Editor).then(|| view! {
                    <label class="tick">
                        <input type="checkbox" prop:checked=move || overridden.get()
                            on:change=move |e| overridden.set(event_target_checked(&e))/>
                        <span>"I have looked at it; hand it in all the same"</span>
                    </label>
                })}
                {move || (errors() > 0 && session.role.get() == Role::Contributor).then(|| view! {
                    <button type="button" class="button" on:click=move |_| session.dialog.set(None::<Dialog>)>"Back to the form"</button>
                })}
            </section>
        })}
    }
}
