//! Moving items: by keyboard within a section, by mouse to a gap or onto the outline, by name to another section.

use super::board::Board;
use super::scroll::{focus_later, focus_outline, row_name};
use crate::desk::ItemId;
use crate::desk::moves::{self, Goal};
use crate::desk::sections;
use crate::edit::{self, Refusal};
use crate::text::Edit;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Moves an item by `by` places within its section; the focus stays where it is.
pub fn step(board: Board, id: ItemId, by: isize) {
    let made = board.session.peek(|d| d.index_of(id).map(|i| edit::move_by(d.doc(), i, by)));
    match made {
        Some(Ok(edit)) if edit.is_empty() => {
            board.session.say(if by < 0 { "It is the first one already." } else { "It is the last one already." });
        }
        Some(made) => {
            moved(board, id, made);
        }
        None => {}
    }
}

/// Sends an item to another section; the selection stays, so that the next one can follow.
pub fn send(board: Board, id: ItemId, goal: Goal) {
    let next = neighbour(board, id);
    let made = board.session.peek(|d| d.index_of(id).map(|i| moves::send(d.doc(), i, goal)));
    if let Some(made) = made
        && moved(board, id, made)
    {
        leave_to(board, next);
    }
}

/// Removes an item; the focus goes to the one that takes its place.
pub fn remove(board: Board, id: ItemId) {
    let next = neighbour(board, id);
    let session = board.session;
    let made = session.peek(|d| d.index_of(id).map(|i| edit::remove(d.doc(), i)));
    if let Some(Ok(edit)) = made
        && session.apply(edit, "remove an item")
    {
        session.say("Removed. Ctrl+Z brings it back.");
        leave_to(board, next);
    }
}

/// The row below, or of the last one the row above.
fn neighbour(board: Board, id: ItemId) -> Option<ItemId> {
    let ids = untrack(|| board.ids());
    let at = ids.iter().position(|i| *i == id)?;
    ids.get(at + 1).or_else(|| ids.get(at.checked_sub(1)?)).copied()
}

fn leave_to(board: Board, next: Option<ItemId>) {
    board.item.set(next);
    match next {
        Some(next) => focus_later(row_name(next)),
        None => focus_outline(),
    }
}

/// Applies a move and says where the item is now.
fn moved(board: Board, id: ItemId, made: Result<Edit, Refusal>) -> bool {
    let session = board.session;
    let edit = match made {
        Ok(edit) => edit,
        Err(refusal) => {
            session.say(refusal.to_string());
            return false;
        }
    };
    if edit.is_empty() || !session.apply(edit, "move an item") {
        return false;
    }
    let words = session.peek(|d| {
        let (doc, index) = (d.doc(), d.index_of(id)?);
        let section = doc.items[index].section;
        let range = doc.sections[section].items();
        let place = index - range.start + 1;
        Some(format!("Moved to place {place} of {} in {}.", range.len(), sections::name(doc, section)))
    });
    session.say(words.unwrap_or_else(|| "Moved.".into()));
    true
}

/// A row's grip is taken.
pub fn begin(board: Board, event: &ev::DragEvent, id: ItemId) {
    let Some(data) = event.data_transfer() else { return };
    data.set_effect_allowed("move");
    // Some browsers begin no drag without data.
    let _ = data.set_data("text/x-twir-item", &id.0.to_string());
    let row = event
        .target()
        .and_then(|t| t.dyn_into::<web_sys::Element>().ok())
        .and_then(|e| e.closest(".item").ok().flatten());
    if let Some(row) = row {
        data.set_drag_image(&row, 16, 16);
    }
    board.dragged.set(Some(id));
}

/// The drag is over, wherever it ended.
pub fn end(board: Board) {
    board.dragged.set(None);
    board.gap.set(None);
}

/// Over row `id`: the gap above or below it, by the half the mouse is in.
pub fn over_row(board: Board, event: &ev::DragEvent, id: ItemId) {
    if board.dragged.get_untracked().is_none() {
        return;
    }
    event.prevent_default();
    let row = event.current_target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let Some(rect) = row.map(|r| r.get_bounding_client_rect()) else { return };
    let below = f64::from(event.client_y()) > rect.top() + rect.height() / 2.0;
    let rank = untrack(|| board.ids()).iter().position(|i| *i == id);
    let gap = rank.map(|rank| rank + usize::from(below));
    if board.gap.get_untracked() != gap {
        board.gap.set(gap);
    }
}

/// Drops the dragged item into the gap that was shown.
pub fn drop_in_gap(board: Board, event: &ev::DragEvent) {
    let (Some(id), Some(gap)) = (board.dragged.get_untracked(), board.gap.get_untracked()) else { return };
    event.prevent_default();
    end(board);
    let section = board.section.get_untracked();
    let made = board.session.peek(|d| {
        let (index, section) = (d.index_of(id)?, section?);
        let first = d.doc().sections.get(section)?.first_item;
        // Places are counted among the others.
        let own_above = d.doc().items[index].section == section && index < first + gap;
        Some(edit::move_to(d.doc(), index, section, gap - usize::from(own_above)))
    });
    if let Some(made) = made {
        moved(board, id, made);
        focus_later(row_name(id));
    }
}

/// Over section `index` of the outline: whether the dragged item may go there.
pub fn over_section(board: Board, event: &ev::DragEvent, index: usize) -> bool {
    let goal = Goal::Section(index);
    let Some(id) = board.dragged.get_untracked() else { return false };
    let fits = board.session.peek(|d| {
        let item = d.index_of(id)?;
        Some(moves::goals(d.doc(), item).iter().any(|(g, _)| *g == goal))
    });
    let fits = fits == Some(true);
    if fits {
        event.prevent_default();
    }
    fits
}

/// Drops the dragged item onto section `index` of the outline.
pub fn drop_on_section(board: Board, event: &ev::DragEvent, index: usize) {
    let Some(id) = board.dragged.get_untracked() else { return };
    event.prevent_default();
    end(board);
    send(board, id, Goal::Section(index));
}
