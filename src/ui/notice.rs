//! Notices over the view: what happened, what is safe, what to do.

use super::icon::Icon;
use super::session::{Dialog, Loading, Saving, session};
use crate::desk::Source;
use crate::issue::Problem;
use crate::platform::github::LoadError;
use crate::platform::{clock, files};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// All notices that stand now.
#[component]
pub fn Notices() -> impl IntoView {
    view! {
        <div class="notices">
            <LoadFailed/>
            <FileRefused/>
            <Newer/>
            <StorageFailed/>
            <OtherTab/>
            <Damaged/>
        </div>
    }
}

/// A notice of one kind: `info`, `warning` or `error`.
#[component]
pub fn Notice(kind: &'static str, children: Children) -> impl IntoView {
    let (icon, word) = match kind {
        "error" => (Icon::Error, "Error: "),
        "warning" => (Icon::Warning, "Please note: "),
        _ => (Icon::Hint, ""),
    };
    view! {
        <section class=format!("notice notice-{kind}")>
            {icon.view()}
            <span class="sr-only">{word}</span>
            <div class="notice-body">{children()}</div>
        </section>
    }
}

fn way_on(error: &LoadError) -> &'static str {
    match error {
        LoadError::Offline => "Check the connection and try again, or work on what is here: it stays on this device.",
        LoadError::TimedOut | LoadError::Server(_) => "Try again in a minute. What you typed is safe.",
        LoadError::HalfAFile(_) => "Nothing of it was taken. Try again.",
        LoadError::RateLimited(_) => "Wait that long, or download the draft from GitHub’s page and open it as a file.",
        LoadError::Forbidden => "Download the draft from GitHub’s page and open it as a file.",
        LoadError::NotFound(_) | LoadError::NoDraft(_) => {
            "Between two issues this is normal: the next draft appears within a day. You can open a file or the starter issue."
        }
        LoadError::NotUtf8(_) => "Save the file as UTF-8 in your editor and open it again.",
        LoadError::NotAnIssue(_) => {
            "It needs at least one of the newsletter’s headings. Open another file, or paste the draft’s text."
        }
        LoadError::Unexpected(_) => "Try again later, or open the draft as a file.",
    }
}

#[component]
fn LoadFailed() -> impl IntoView {
    let session = session();
    move || {
        let Loading::Failed(error) = session.loading.get() else { return None };
        let instead = session.with(|d| match d.source() {
            Source::Starter => {
                "The starter issue is on the desk instead: good for trying things out, not for handing in."
            }
            Source::GitHub { .. } => "The last copy is on the desk.",
            _ => "What is on the desk stays.",
        });
        Some(view! {
            <Notice kind="error">
                <p><strong>{error.to_string()}</strong> " " {instead} " " {way_on(&error)}</p>
                <div class="notice-actions">
                    <button type="button" class="button" on:click=move |_| session.reload()>"Try again"</button>
                    <button type="button" class="button" on:click=move |_| session.dialog.set(Some(Dialog::Open))>
                        "Open something else"
                    </button>
                </div>
            </Notice>
        })
    }
}

/// A file that was dropped and not taken.
#[component]
fn FileRefused() -> impl IntoView {
    let session = session();
    move || {
        let error = session.refused.get()?;
        Some(view! {
            <Notice kind="error">
                <p><strong>{error.to_string()}</strong> " The file was not opened; what is on the desk stays. " {way_on(&error)}</p>
                <div class="notice-actions">
                    <button type="button" class="button" on:click=move |_| session.dialog.set(Some(Dialog::Open))>
                        "Open something else"
                    </button>
                    <button type="button" class="button" on:click=move |_| session.refused.set(None)>"Understood"</button>
                </div>
            </Notice>
        })
    }
}

#[component]
fn Newer() -> impl IntoView {
    let session = session();
    let same_file = move || {
        let path = session.newer.with(|n| n.as_ref().map(|n| n.path.clone()));
        session.with(|d| matches!(d.source(), Source::GitHub { path: own, .. } if Some(own) == path.as_ref()))
    };
    move || {
        session.newer.with(Option::is_some).then(|| {
            let what = match same_file() {
                true => "Others have changed this draft on GitHub since you loaded it.",
                false => "A new draft has begun on GitHub; the issue you work on may be published already.",
            };
            view! {
                <Notice kind="info">
                    <p><strong>{what}</strong> " Bringing it in keeps what you did and puts it on the newer draft."</p>
                    <div class="notice-actions">
                        <button type="button" class="button primary" on:click=move |_| { session.bring_in(); }>
                            "Bring it in"
                        </button>
                        <button type="button" class="button" on:click=move |_| session.newer.set(None)>"Later"</button>
                    </div>
                </Notice>
            }
        })
    }
}

#[component]
fn StorageFailed() -> impl IntoView {
    let session = session();
    let save_file = move |_| {
        let (name, text) = session.peek(|d| (crate::export::file_name(d.doc()), d.doc().text().to_owned()));
        files::save(&name, &text);
    };
    move || {
        let Saving::Failed(error) = session.saving.get() else { return None };
        Some(view! {
            <Notice kind="error">
                <p>
                    <strong>{error.to_string()}</strong>
                    " Your work lives only in this tab now. Save the file, or discard work of earlier days to make room."
                </p>
                <div class="notice-actions">
                    <button type="button" class="button primary" on:click=save_file>{Icon::Save.view()} "Save the file"</button>
                    <button type="button" class="button" on:click=move |_| session.save()>"Try again"</button>
                </div>
            </Notice>
        })
    }
}

#[component]
fn OtherTab() -> impl IntoView {
    let session = session();
    move || {
        session.other_tab.get().then(|| {
            view! {
                <Notice kind="warning">
                    <p>
                        <strong>"This issue is open in another tab too."</strong>
                        " Each tab keeps its own work; neither overwrites the other."
                    </p>
                    <div class="notice-actions">
                        <button type="button" class="button" on:click=move |_| session.other_tab.set(false)>"Understood"</button>
                    </div>
                </Notice>
            }
        })
    }
}

/// What is wrong with the text as a whole, and damaged letters with their repair.
#[component]
fn Damaged() -> impl IntoView {
    let session = session();
    let damage = Memo::new(move |_| crate::issue::damage::find(session.doc.get().text()));
    let repair = move |_| {
        let splices = damage.get_untracked().into_iter();
        let splices = splices.filter_map(|d| d.repaired.map(|text| crate::text::Splice { span: d.span, text }));
        if let Ok(edit) = crate::text::Edit::of(splices.collect()) {
            session.apply(edit, "repair damaged letters");
        }
    };
    move || {
        let found = damage.get();
        let problems = session.doc.get().problems.clone();
        let open = session.opened.get();
        let cut = open && problems.contains(&Problem::CutOff);
        let repairable = found.iter().filter(|d| d.repaired.is_some()).count();
        let sample = found.iter().find_map(|d| {
            let from = d.span.of(session.doc.get_untracked().text()).to_owned();
            d.repaired.clone().map(|to| format!(" For example “{from}” was “{to}”."))
        });
        let rest = found.len() - repairable;
        let letters = (!found.is_empty()).then(|| {
            view! {
                <Notice kind="warning">
                    <p>
                        <strong>{match found.len() {
                            1 => "1 damaged place: the text was once read in a wrong encoding.".to_owned(),
                            n => format!("{n} damaged places: the text was once read in a wrong encoding."),
                        }}</strong>
                        {sample}
                        {(rest > 0).then(|| format!(" {rest} of them cannot be told; please look at them."))}
                    </p>
                    <div class="notice-actions">
                        {(repairable > 0).then(|| view! {
                            <button type="button" class="button primary" on:click=repair>
                                {format!("Repair {repairable}")}
                            </button>
                        })}
                    </div>
                </Notice>
            }
        });
        let half = cut.then(|| {
            view! {
                <Notice kind="warning">
                    <p>
                        <strong>"The last sections are missing."</strong>
                        " Perhaps only part of the text was saved or pasted. Nothing was changed; load it again if that is not meant."
                    </p>
                </Notice>
            }
        });
        (letters, half)
    }
}

/// Opens the newest draft, from any view.
pub fn reload_button() -> impl IntoView {
    let session = session();
    let label = move || match session.loading.get() {
        Loading::Busy => "Loading the newest draft from GitHub",
        _ => "Load the newest draft from GitHub",
    };
    let load = move |_| spawn_local(session.load_newest());
    let age = move || clock::ago(session.with(crate::desk::Desk::loaded_at), session.now.get());
    view! {
        <button type="button" class="button quiet reload" title=label aria-label=label on:click=load
            class:busy=move || session.loading.get() == Loading::Busy>
            {Icon::Reload.view()}
            <span class="age">{age}</span>
        </button>
    }
}
