//! The way out: what changes is shown first; then the file, the patch, and the steps on GitHub's pages.

mod ahead;
mod copy;
mod file;
mod going;
mod kept;
mod out;
mod pages;
mod progress;
mod send;
mod token;
mod ways;
mod which;

pub use copy::CopyButton;
pub use pages::outside;

use super::around::{Conflicts, Report, bring_in, count_open, unseen};
use super::check;
use super::dialog::Modal;
use super::diff::Differences;
use super::field::severity_icon;
use super::live::{button, live_if};
use super::session::{Dialog, Loading, Session, session};
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
    /// Nothing to say, or why it is not known whether the draft has moved on.
    Done(Option<String>),
}

/// Asks GitHub for the draft as it is now and puts the work on it; where it cannot be asked, why.
async fn look(session: Session) -> Option<String> {
    if !session.is_from_github() {
        return None;
    }
    let turn = session.turn();
    session.load_newest().await;
    // Something else may have been opened meanwhile: nothing is put on that unasked.
    if session.turn() != turn {
        return None;
    }
    bring_in(session);
    let Loading::Failed(error) = session.loading.get_untracked() else { return None };
    let age = session.peek(|d| clock::ago(d.loaded_at(), clock::now()));
    Some(format!(
        "GitHub could not be asked whether the draft has moved on since you loaded it. {error} It was loaded {age}. You can \
         go on, but look at what the pull request changes: only your own lines may differ."
    ))
}

#[component]
pub fn HandIn() -> impl IntoView {
    let session = session();
    let fresh = RwSignal::new(Fresh::Looking);
    let again = move || {
        fresh.set(Fresh::Looking);
        spawn_local(async move {
            let word = look(session).await;
            // The dialog may be closed by now.
            fresh.try_set(Fresh::Done(word));
        });
    };
    // What is open is settled first, for a newer draft would be put under both versions.
    let open = Memo::new(move |_| count_open(session) > 0);
    Effect::new(move |_| match open.get() {
        true => fresh.set(Fresh::Done(None)),
        false => again(),
    });
    let overridden = RwSignal::new(false);
    session.want_checks();
    let findings = Memo::new(move |_| check::brought_in(session));
    // A memo, so that a way out that is open stays open while findings come and go.
    let held = Memo::new(move |_| {
        if open.get() || unseen(session) {
            return true;
        }
        let errors = findings.with(|f| f.iter().any(|f| f.severity == Severity::Error));
        errors && !(overridden.get() && session.role.get() == Role::Editor)
    });
    // What is made on invented entries has no place in the draft.
    let practice = Memo::new(move |_| session.with(|d| *d.source() == Source::Starter));
    view! {
        <Modal title="Hand it in" wide=true close=move || session.dialog.set(None)>
            {move || match fresh.get() {
                Fresh::Looking => view! {
                    <p class="muted"><span class="spinner" aria-hidden="true"></span> " Looking whether the draft has moved on…"</p>
                }.into_any(),
                Fresh::Done(word) => view! {
                    {word.map(|w| view! {
                        <p class="finding finding-warning" role="status">
                            {severity_icon(Severity::Warning)} <span class="finding-text">{w}</span>
                            {button("small", None, "Ask again", again)}
                        </p>
                    })}
                    <Report/>
                    {move || open.get().then(|| view! { <Conflicts/> })}
                    <NotFromGitHub/>
                    <section class="handin-part" aria-label="What changes">
                        <h3>"What changes"</h3>
                        {move || session.with(|d| view! {
                            <Differences before=d.base().text().to_owned() after=d.doc().text().to_owned()/>
                        })}
                    </section>
                    <Held findings=findings overridden=overridden/>
                    {move || (!held.get() && !practice.get()).then(|| view! { <Ways/> })}
                }.into_any(),
            }}
        </Modal>
    }
}

/// A word where the draft did not come from GitHub: what leaves is made on it. The practice issue is for nobody.
#[component]
fn NotFromGitHub() -> impl IntoView {
    let session = session();
    let load = move || {
        session.reload();
        session.dialog.set(None);
    };
    live_if(move || {
        let (word, act) = match session.with(|d| d.source().clone()) {
            Source::Starter => (
                "This is the practice issue, so it cannot be handed in. Load this week’s draft; you can then bring over what you added.",
                Some(button("small", None, "Load this week’s draft", load)),
            ),
            Source::GitHub { .. } => return None,
            _ => {
                ("This draft did not come from GitHub; the file may differ there in more than what you changed.", None)
            }
        };
        let told = view! {
            <p class="finding finding-warning">
                {severity_icon(Severity::Warning)} <span class="finding-text">{word}</span> {act}
            </p>
        };
        Some(told.into_any())
    })
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
