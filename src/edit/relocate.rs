//! Removes items and moves them, their bytes unchanged.

use super::{Refusal, place};
use crate::issue::{Document, Item};
use crate::text::{Edit, Span, Splice};

fn item(doc: &Document, index: usize) -> Result<&Item, Refusal> {
    doc.items.get(index).ok_or(Refusal::NoSuchItem)
}

/// The edit that takes the item away with its lines. On the last line of a file without a final line end, the line
/// end above goes too, so that the file still has none.
pub fn remove(doc: &Document, index: usize) -> Result<Edit, Refusal> {
    Ok(Edit::delete(removal(doc, item(doc, index)?)))
}

fn removal(doc: &Document, item: &Item) -> Span {
    let text = doc.text();
    let open_end = item.span.end == text.len() && !text.ends_with('\n');
    match item.line.checked_sub(2).and_then(|above| doc.lines.get(above)) {
        Some(above) if open_end => Span::new(above.content.end, item.span.end),
        _ => item.span,
    }
}

/// The edit that moves the item `by` places within its section; at the ends it changes nothing.
pub fn move_by(doc: &Document, index: usize, by: isize) -> Result<Edit, Refusal> {
    let section = item(doc, index)?.section;
    let range = doc.sections[section].items();
    let target = index.saturating_add_signed(by).clamp(range.start, range.end - 1);
    move_to(doc, index, section, target - range.start)
}

/// The edit that moves the item into `section` so that `position` of that section's other items stand before it.
pub fn move_to(doc: &Document, index: usize, section: usize, position: usize) -> Result<Edit, Refusal> {
    let moved = item(doc, index)?;
    let target = doc.sections.get(section).ok_or(Refusal::NoSuchItem)?;
    let others: Vec<usize> = target.items().filter(|i| *i != index).collect();
    if moved.section == section && target.items().nth(position) == Some(index) {
        return Ok(Edit::none());
    }
    let gap = match others.get(position) {
        Some(next) => doc.items[*next].line - 1,
        None => others.last().map_or_else(|| place::at_end(doc, section), |last| doc.items[*last].end_line),
    };
    let lines = moved.span.of(doc.text()).trim_end_matches(['\n', '\r']);
    let lines: Vec<String> = lines.split('\n').map(|l| l.strip_suffix('\r').unwrap_or(l).to_owned()).collect();
    let insertion = place::insert_lines(doc, gap, &lines);
    let mut splices = insertion.splices().to_vec();
    splices.push(Splice { span: removal(doc, moved), text: String::new() });
    // Moving across a missing final line end: the two splices meet there; fall back to one over both.
    Edit::of(splices.clone()).or_else(|_| Ok(Edit::between(doc.text(), &one_by_one(doc, moved, &insertion))))
}

/// Removal behind insertion, for the rare case that they touch the same line end.
fn one_by_one(doc: &Document, moved: &Item, insertion: &Edit) -> String {
    let text = doc.text();
    let Ok(with) = insertion.apply(text) else { return text.to_owned() };
    let side = crate::text::Side::After;
    let gone =
        Span::new(insertion.map(moved.span.start, side), insertion.map(moved.span.end, crate::text::Side::Before));
    Edit::delete(gone).apply(&with).unwrap_or(with)
}
