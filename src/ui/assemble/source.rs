//! The source of the whole issue in a text field, in step with everything else.

use super::along::{Leader, Middle};
use super::board::{Target, board};
use super::lines::Lines;
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
    let (area, below, scroller) =
        (NodeRef::<html::Textarea>::new(), NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new());
    let place = RwSignal::new((1, 1));
    // What the field holds, and the lines below that stand for it.
    let held = StoredValue::new(Lines::default());
    let number = move |value: String| {
        if let Some(below) = below.get_untracked() {
            held.update_value(|lines| lines.show(&below, value));
        }
    };
    let put = move |area: &HtmlTextAreaElement, text: &str| {
        if let Some(shown) = held.with_value(|lines| show(area, lines.text(), text)) {
            number(shown);
        }
    };
    // This pane was opened, or the text changed elsewhere.
    Effect::new(move |begun: Option<()>| {
        if let Some(area) = area.get() {
            if begun.is_none() {
                number(area.value());
            }
            session.doc.with(|doc| put(&area, doc.text()));
        }
    });
    Effect::new(move |_| {
        if let Some(below) = below.get() {
            board.findings.with(|all| held.update_value(|lines| lines.mark(&below, all)));
        }
    });
    // Tells line and column of the caret; where that is in what the field holds.
    let tell = move |caret: u32| {
        let (at, found) = held.with_value(|lines| {
            let at = source::byte_at(lines.text(), caret);
            (at, source::position(lines.text(), at))
        });
        if place.get_untracked() != found {
            place.set(found);
        }
        at
    };
    let follow_to = move |caret: u32| {
        let at = tell(caret);
        board.follow(session.peek(|d| source::to_text(d.doc().text(), at)));
    };
    Effect::new(move |_| {
        let (Some(target), Some(area), Some(below), Some(scroller)) =
            (board.target.get(), area.get(), below.get(), scroller.get())
        else {
            return;
        };
        let top = move |line: usize| held.with_value(|lines| lines.top_of(&below, line));
        request_animation_frame(move || {
            // The pane may have gone by then.
            if area.is_connected() {
                go(session, &area, &scroller, top, target);
                match target.focus {
                    // A key that was let go in the field before may have led the selection to where the caret was.
                    true => follow_to(caret_of(&area)),
                    false => _ = tell(caret_of(&area)),
                }
            }
        });
    });
    let line_start =
        move |index: usize| session.doc.with_untracked(|doc| doc.lines.get(index).map(|l| l.content.start));
    board.along.set_middle(Middle {
        top: Callback::new(move |()| {
            let (below, scroller) = (below.get_untracked()?, scroller.get_untracked()?);
            let (top, line) = (scroller.scroll_top(), held.with_value(|l| l.at(&below, scroller.scroll_top())));
            let (start, next) = (line_start(line)?, line_start(line + 1));
            // In the middle of a wrapped line the page stands in the middle of it as well.
            let (y, end) = held.with_value(|l| Some((l.top_of(&below, line)?, l.top_of(&below, line + 1))))?;
            let part = end.map_or(0.0, |end| f64::from(top - y) / f64::from((end - y).max(1)));
            Some(start + (next.unwrap_or(start).saturating_sub(start) as f64 * part.clamp(0.0, 1.0)) as usize)
        }),
        go: Callback::new(move |at: usize| {
            let line = session.doc.with_untracked(|doc| doc.line_index(at));
            if let (Some(below), Some(scroller)) = (below.get_untracked(), scroller.get_untracked())
                && let Some(y) = held.with_value(|lines| lines.top_of(&below, line))
            {
                scroller.set_scroll_top(y);
            }
        }),
    });
    let follow = move || area.get_untracked().iter().for_each(|area| follow_to(caret_of(area)));
    let input = move |_| {
        let Some(area) = area.get_untracked() else { return };
        // Asked before anything is changed: afterwards the browser would have to lay it out first.
        let (value, caret) = (area.value(), caret_of(&area));
        let edit = session.peek(|d| source::typed(d.doc().text(), &value, d.doc().eol()));
        number(value);
        if !session.apply_typed(edit, "type in the source", Some("source".into())) {
            session.peek(|d| put(&area, d.doc().text()));
            return follow();
        }
        follow_to(caret);
    };
    // The desk's history, never the field's own: that one knows nothing of the rows.
    let again = move |redo: bool| {
        let edit = if redo { session.redo() } else { session.undo() };
        if let (Some(edit), Some(area)) = (edit, area.get_untracked()) {
            session.peek(|d| put(&area, d.doc().text()));
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
            <div class="source-area" node_ref=scroller on:scroll=move |_| board.along.scrolled(Leader::Middle)>
                <div class="source-sheet">
                    <div class="source-lines" node_ref=below aria-hidden="true"></div>
                    <textarea node_ref=area class="source-text" aria-label="Source of the whole issue" spellcheck="false"
                        autocomplete="off" autocapitalize="off" on:input=input on:beforeinput=before on:keydown=keys
                        on:keyup=move |_| follow() on:click=move |_| follow()></textarea>
                </div>
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

/// Puts the text into the field, which holds `before`, where it differs; the caret stays where it was in the text. What the
/// field holds then, if it is something else.
fn show(area: &HtmlTextAreaElement, before: &str, text: &str) -> Option<String> {
    let after = source::shown(text);
    if before == after {
        return None;
    }
    let edit = source::changes(before, &after);
    let at = |units: Option<u32>| source::caret(before, &after, &edit, units.unwrap_or_default());
    let start = at(area.selection_start().ok().flatten());
    let end = at(area.selection_end().ok().flatten());
    area.set_value(&after);
    let _ = area.set_selection_range(start, end);
    Some(after.into_owned())
}

/// The caret behind what `edit` wrote last.
fn to_change(area: &HtmlTextAreaElement, edit: &Edit, text: &str) {
    if let Some(span) = edit.written().last() {
        let at = source::units(&area.value(), source::to_shown(text, span.end));
        let _ = area.set_selection_range(at, at);
    }
}

/// Scrolls to the target; with `focus` its lines are selected, else a caret that nobody holds comes along: whoever goes into
/// the field goes on there. `top_of`: how far down a line begins.
fn go(
    session: Session,
    area: &HtmlTextAreaElement,
    scroller: &HtmlDivElement,
    top_of: impl Fn(usize) -> Option<i32>,
    target: Target,
) {
    let (start, end, line) = session.peek(|d| {
        let (doc, text) = (d.doc(), d.doc().text());
        (
            source::to_shown(text, target.span.start),
            source::to_shown(text, target.span.end),
            doc.line_index(target.span.start),
        )
    });
    let value = area.value();
    if end > value.len() {
        return;
    }
    if target.focus {
        let quiet = web_sys::FocusOptions::new();
        quiet.set_prevent_scroll(true);
        let _ = area.focus_with_options(&quiet);
        // Its moving end is the beginning: that is the line which a finding names.
        let (start, end) = (source::units(&value, start), source::units(&value, end));
        let _ = area.set_selection_range_with_direction(start, end, "backward");
    } else if document().active_element().is_none_or(|e| !e.is_same_node(Some(area))) {
        let at = source::units(&value, start);
        let _ = area.set_selection_range(at, at);
    }
    let Some(y) = top_of(line) else { return };
    let (top, height) = (scroller.scroll_top(), scroller.client_height());
    if y < top + 20 || y > top + height - 60 {
        scroller.set_scroll_top((y - height / 3).max(0));
    }
}
