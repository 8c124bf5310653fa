//! The source of the whole issue in a text field, in step with everything else.

use super::board::{Target, board};
use crate::desk::source;
use crate::text::Edit;
use crate::ui::session::Session;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use web_sys::{HtmlDivElement, HtmlTextAreaElement};

#[component]
pub fn SourcePane() -> impl IntoView {
    let board = board();
    let session = board.session;
    let (area, mirror) = (NodeRef::<html::Textarea>::new(), NodeRef::<html::Div>::new());
    let place = RwSignal::new((1, 1));
    // The text changed elsewhere, or this pane was opened.
    Effect::new(move |_| {
        if let Some(area) = area.get() {
            session.doc.with(|doc| show(&area, doc.text()));
        }
    });
    Effect::new(move |_| {
        let (Some(target), Some(area), Some(mirror)) = (board.target.get(), area.get(), mirror.get()) else { return };
        request_animation_frame(move || go(session, &area, &mirror, target));
    });
    let follow = move || {
        let Some(area) = area.get_untracked() else { return };
        let value = area.value();
        let at = source::byte_at(&value, caret_of(&area));
        place.set(source::position(&value, at));
        board.follow(session.peek(|d| source::to_text(d.doc().text(), at)));
    };
    let input = move |_| {
        let Some(area) = area.get_untracked() else { return };
        let edit = session.peek(|d| source::typed(d.doc().text(), &area.value(), d.doc().eol()));
        if !session.apply_typed(edit, "type in the source", Some("source".into())) {
            session.peek(|d| show(&area, d.doc().text()));
        }
        follow();
    };
    // The desk's history, never the field's own: that one knows nothing of the rows.
    let again = move |redo: bool| {
        let edit = if redo { session.redo() } else { session.undo() };
        if let (Some(edit), Some(area)) = (edit, area.get_untracked()) {
            session.peek(|d| show(&area, d.doc().text()));
            to_change(&area, &edit, session.peek(|d| d.doc().shared_text()).as_ref());
            follow();
        }
    };
    let keys = move |event: ev::KeyboardEvent| {
        let command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        let redo = match event.key().as_str() {
            "z" | "Z" if command => event.shift_key(),
            "y" if command => true,
            _ => return,
        };
        event.prevent_default();
        again(redo);
    };
    let before = move |event: ev::InputEvent| {
        let redo = match event.input_type().as_str() {
            "historyUndo" => false,
            "historyRedo" => true,
            _ => return,
        };
        event.prevent_default();
        again(redo);
    };
    view! {
        <div class="source">
            <div class="source-area">
                <div class="source-mirror" node_ref=mirror aria-hidden="true"></div>
                <textarea node_ref=area class="source-text" aria-label="Source of the whole issue" spellcheck="false"
                    autocomplete="off" autocapitalize="off" on:input=input on:beforeinput=before on:keydown=keys
                    on:keyup=move |_| follow() on:click=move |_| follow()></textarea>
            </div>
            <p class="muted source-place">
                {move || place.with(|(line, column)| format!("Line {line}, column {column}"))}
                " · Ctrl+Z takes back what was done here or anywhere else"
            </p>
        </div>
    }
}

/// The caret's end that moves, in UTF-16 units.
fn caret_of(area: &HtmlTextAreaElement) -> u32 {
    let end = area.selection_end().ok().flatten().unwrap_or_default();
    let backward = area.selection_direction().ok().flatten().is_some_and(|d| d == "backward");
    if backward { area.selection_start().ok().flatten().unwrap_or_default() } else { end }
}

/// Puts the text into the field where it differs; caret and scroll stay where they were in the text.
fn show(area: &HtmlTextAreaElement, text: &str) {
    let (before, after) = (area.value(), source::shown(text));
    if before == *after {
        return;
    }
    let edit = source::changes(&before, &after);
    let at = |units: Option<u32>| source::caret(&before, &after, &edit, units.unwrap_or_default());
    let start = at(area.selection_start().ok().flatten());
    let end = at(area.selection_end().ok().flatten());
    let top = area.scroll_top();
    area.set_value(&after);
    let _ = area.set_selection_range(start, end);
    area.set_scroll_top(top);
}

/// The caret behind what `edit` wrote last.
fn to_change(area: &HtmlTextAreaElement, edit: &Edit, text: &str) {
    if let Some(span) = edit.written().last() {
        let at = source::units(&area.value(), source::to_shown(text, span.end));
        let _ = area.set_selection_range(at, at);
    }
}

/// Scrolls to the target; with `focus` its lines are selected.
fn go(session: Session, area: &HtmlTextAreaElement, mirror: &HtmlDivElement, target: Target) {
    let (start, end) = session.peek(|d| {
        let text = d.doc().text();
        (source::to_shown(text, target.span.start), source::to_shown(text, target.span.end))
    });
    let value = area.value();
    let (Some(head), true) = (value.get(..start), end <= value.len()) else { return };
    if target.focus {
        let _ = area.focus();
        let _ = area.set_selection_range(source::units(&value, start), source::units(&value, end));
    }
    // The same text in the same type tells how far down its end stands.
    mirror.set_text_content(Some(head));
    let bottom = mirror.scroll_height();
    mirror.set_text_content(None);
    let (top, height) = (area.scroll_top(), area.client_height());
    if bottom < top + 40 || bottom > top + height - 40 {
        area.set_scroll_top((bottom - height / 3).max(0));
    }
}
