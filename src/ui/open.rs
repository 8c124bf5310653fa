//! Where a draft can come from: GitHub, a file, pasted text, the starter issue, a template.

use super::dialog::Modal;
use super::icon::Icon;
use super::live::{all, button, live_if, option};
use super::session::{Dialog, Saving, session};
use crate::desk::{Desk, Source};
use crate::platform::{clock, files, kept};
use crate::text::date::Date;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn OpenDialog() -> impl IntoView {
    let session = session();
    let close = move || session.dialog.set(None);
    let problem = RwSignal::new(None::<String>);
    let pasted = RwSignal::new(String::new());
    let input = NodeRef::<html::Input>::new();
    let pick = move |_| {
        let Some(file) = input.get().and_then(|input| files::chosen(&input)) else { return };
        spawn_local(async move {
            match session.open_file(file).await {
                Ok(()) => close(),
                Err(error) => problem.set(Some(error.to_string())),
            }
        });
    };
    let paste = move |_| match session.open_text(&pasted.get_untracked(), Source::Paste) {
        Ok(()) => close(),
        Err(error) => problem.set(Some(error.to_string())),
    };
    let kept = move || session.with(Desk::is_changed);
    let issues = RwSignal::new(Vec::<String>::new());
    let chosen = RwSignal::new(String::new());
    spawn_local(async move {
        let paths = kept::paths().await.unwrap_or_default();
        chosen.try_set(paths.first().cloned().unwrap_or_default());
        issues.try_set(paths);
    });
    let read = move |_| {
        spawn_local(async move {
            match session.open_kept(&chosen.get_untracked()).await {
                Ok(()) => close(),
                Err(error) => problem.set(Some(error)),
            }
        });
    };
    view! {
        <Modal title="Open a draft" close=close>
            {live_if(move || kept().then(|| match session.saving.get() {
                Saving::Failed(_) => view! {
                    <p class="finding finding-warning">
                        {Icon::Warning.view()}
                        <span class="finding-text">
                            "What you changed could not be kept on this device. Save it as a file before you open something else."
                        </span>
                        {button("small", None, "Save the file", move || session.save_as_file())}
                    </p>
                }
                .into_any(),
                _ => view! {
                    <p class="muted">"What you changed so far is kept on this device; you can come back to it."</p>
                }
                .into_any(),
            }))}
            {move || problem.get().map(|p| view! { <p class="finding finding-error" role="alert">{Icon::Error.view()} {p}</p> })}
            <ul class="sources">
                <li>
                    <h3>"This week’s draft"</h3>
                    <p class="muted">{move || format!("The newest file of {} on GitHub.", session.config.get().repository)}</p>
                    <button type="button" class="button primary" on:click=move |_| { session.reload(); close(); }>"Load it"</button>
                </li>
                <li>
                    <h3>"A file"</h3>
                    <p class="muted">"Pick it here, or drop it anywhere on the desk."</p>
                    <label class="button file">
                        "Choose a file"
                        <input node_ref=input type="file" accept=".md,.markdown,.txt,text/markdown,text/plain" on:change=pick/>
                    </label>
                </li>
                <li>
                    <h3><label for="open-paste">"Pasted text"</label></h3>
                    <textarea id="open-paste" rows="3" prop:value=move || pasted.get()
                        on:input=move |event| pasted.set(event_target_value(&event))></textarea>
                    <button type="button" class="button" disabled=move || pasted.with(|p| p.trim().is_empty()) on:click=paste>
                        "Open what was pasted"
                    </button>
                </li>
                {move || (!issues.with(Vec::is_empty)).then(|| view! {
                    <li>
                        <h3><label for="open-kept">"Kept on this device"</label></h3>
                        <p class="muted">"Drafts and issues that were read before: also without a network."</p>
                        <div class="row">
                            <select id="open-kept" on:change=move |event| chosen.set(event_target_value(&event))>
                                {all(issues.get().into_iter().map(|path| option(path.clone(), words(&path))))}
                            </select>
                            <button type="button" class="button" on:click=read>"Open it to read"</button>
                        </div>
                    </li>
                })}
                <li>
                    <h3>"The starter issue"</h3>
                    <p class="muted">"Invented entries in today’s structure, for trying things out."</p>
                    <button type="button" class="button" on:click=move |_| { spawn_local(session.open_starter()); close(); }>"Open it"</button>
                </li>
                <li>
                    <h3>"A new issue"</h3>
                    <p class="muted">"For editors: from the newsletter’s template, with last issue’s events."</p>
                    <button type="button" class="button" on:click=move |_| session.dialog.set(Some(Dialog::NewIssue))>"Begin one"</button>
                </li>
            </ul>
        </Modal>
    }
}

/// `Draft of Wed 2 Sep 2026`; for a file without a date its name.
fn words(path: &str) -> String {
    let name = kept::name(path);
    let is_draft = session().config.with_untracked(|config| config.is_draft(path));
    let kind = if is_draft { "Draft" } else { "Issue" };
    Date::find(name).map_or_else(|| name.to_owned(), |(_, date)| format!("{kind} of {}", date.long()))
}

/// A new issue from the template's file and the issue before.
#[component]
pub fn NewIssue() -> impl IntoView {
    let session = session();
    let close = move || session.dialog.set(None);
    let problem = RwSignal::new(None::<String>);
    let date = RwSignal::new(clock::today().plus(1).next_wednesday().to_string());
    let (template, previous) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let begin = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let file = |input: NodeRef<html::Input>| input.get().and_then(|i| i.files()).and_then(|f| f.get(0));
        let (Some(template), previous) = (file(template), file(previous)) else {
            problem.set(Some("Choose the template’s file first.".into()));
            return;
        };
        spawn_local(async move {
            let made = async {
                let date: Date = date.get_untracked().trim().parse().map_err(|e| format!("The date {e}."))?;
                let template = files::read(&template).await.map_err(|e| e.to_string())?;
                let previous = match previous {
                    Some(file) => files::read(&file).await.map_err(|e| e.to_string())?,
                    None => session.peek(|d| d.doc().text().to_owned()),
                };
                crate::edit::new_issue(&template, date, Some(&previous)).map_err(|e| e.to_string())
            };
            match made.await {
                Ok(text) => match session.open_text(&text, Source::New) {
                    Ok(()) => close(),
                    Err(error) => problem.set(Some(error.to_string())),
                },
                Err(error) => problem.set(Some(error)),
            }
        });
    };
    view! {
        <Modal title="Begin a new issue" close=close>
            <form class="form" on:submit=begin>
                {move || problem.get().map(|p| view! { <p class="finding finding-error" role="alert">{Icon::Error.view()} {p}</p> })}
                <div class="field">
                    <label for="new-date">"Date of the issue " <span class="note">"a Wednesday"</span></label>
                    <input id="new-date" prop:value=move || date.get() on:input=move |e| date.set(event_target_value(&e))/>
                </div>
                <div class="field">
                    <label for="new-template">"Template " <span class="note">"DRAFT_TEMPLATE of the newsletter’s tools"</span></label>
                    <input id="new-template" node_ref=template type="file"/>
                </div>
                <div class="field">
                    <label for="new-previous">"Issue before " <span class="note">"left empty, the one on the desk"</span></label>
                    <input id="new-previous" node_ref=previous type="file"/>
                </div>
                <div class="row"><button type="submit" class="button primary">"Begin it"</button></div>
            </form>
        </Modal>
    }
}
