//! What is done to the whole issue.

use super::board::board;
use super::scroll::{pass_focus_on, remember_focus};
use crate::desk::moves;
use crate::ui::icon::Icon;
use crate::ui::session::Dialog;
use leptos::prelude::*;

#[component]
pub fn Toolbar() -> impl IntoView {
    let board = board();
    let session = board.session;
    let steps = Memo::new(move |_| {
        session.with(|d| {
            let (undo, redo) = d.steps();
            (undo.map(str::to_owned), redo.map(str::to_owned))
        })
    });
    let past = Memo::new(move |_| {
        session.pace.track();
        session.doc.with_untracked(|doc| moves::past_events(doc).len())
    });
    let drop_past = move |_| {
        let made = session.peek(|d| {
            let items = moves::past_events(d.doc());
            (items.len(), moves::remove_all(d.doc(), &items))
        });
        if let (count, Ok(edit)) = made
            && session.apply(edit, "drop past events")
        {
            session.say(format!("{} dropped. Ctrl+Z brings them back.", count_of(count, "past event")));
        }
    };
    Effect::new(move |_| {
        past.track();
        pass_focus_on("toolbar", || vec![".toolbar button".into()]);
    });
    view! {
        <div class="toolbar" role="group" aria-label="The whole issue" on:focusin=move |e| remember_focus("toolbar", &e)>
            <button type="button" class="button small" aria-disabled=move || steps.with(|s| s.0.is_none()).to_string()
                title=move || steps.with(|s| title("Undo", s.0.as_deref())) on:click=move |_| { session.undo(); }>
                {Icon::Undo.view()} <span class="toolbar-word">"Undo"</span>
            </button>
            <button type="button" class="button small" aria-disabled=move || steps.with(|s| s.1.is_none()).to_string()
                title=move || steps.with(|s| title("Do again", s.1.as_deref())) on:click=move |_| { session.redo(); }>
                {Icon::Redo.view()} <span class="toolbar-word">"Redo"</span>
            </button>
            {move || (past.get() > 0).then(|| view! {
                <button type="button" class="button small" title="Removes the events that are over on the issue’s date" on:click=drop_past>
                    {format!("Drop past events ({})", past.get())}
                </button>
            })}
            <button type="button" class="button small" title="Begins the next issue from the template and this one’s events"
                on:click=move |_| session.dialog.set(Some(Dialog::NewIssue))>"New issue"</button>
            <span class="toolbar-gap"></span>
            <button type="button" class="button small" on:click=move |_| session.dialog.set(Some(Dialog::Keys))>
                <kbd aria-hidden="true">"?"</kbd> <span class="toolbar-word">"Keys"</span>
            </button>
            <button type="button" class="button small primary" title="Shows what changes before anything leaves this page"
                on:click=move |_| session.dialog.set(Some(Dialog::HandIn))>"Hand it in"</button>
        </div>
    }
}

fn title(word: &str, step: Option<&str>) -> String {
    step.map_or_else(|| format!("{word}: nothing"), |step| format!("{word}: {step}"))
}

/// `1 warning`, `2 warnings`.
pub fn count_of(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}
