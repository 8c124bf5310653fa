//! The text as a text field of the browser holds it: every line ends in `\n`, offsets count UTF-16 units.
//!
//! A field turns `\r\n` into `\n`. What is typed there is compared with the text as the field shows it, and the
//! change is carried back, so that the document keeps the line ends it came with.

use crate::issue::{Document, Section};
use crate::text::{Edit, Side, Span, Splice, line_of};
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::borrow::Cow;

/// The text as a field shows it.
pub fn shown(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { text.into() }
}

/// Where an offset of the shown text stands in `text`.
pub fn to_text(text: &str, shown: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut left) = (0, shown);
    while left > 0 && at < bytes.len() {
        at += if bytes[at..].starts_with(b"\r\n") { 2 } else { 1 };
        left -= 1;
    }
    at
}

/// Where an offset of `text` stands in the shown text.
pub fn to_shown(text: &str, at: usize) -> usize {
    let head = text.get(..at).unwrap_or(text);
    let inside = head.ends_with('\r') && text[head.len()..].starts_with('\n');
    head.len() - head.matches("\r\n").count() - usize::from(inside)
}

/// How many UTF-16 units stand before byte `at`.
pub fn units(text: &str, at: usize) -> u32 {
    let head = text.get(..at).unwrap_or(text);
    head.chars().map(|c| c.len_utf16() as u32).sum()
}

/// The byte before which `units` UTF-16 units stand; in the middle of a character the one behind it.
pub fn byte_at(text: &str, units: u32) -> usize {
    let mut left = units as usize;
    for (at, c) in text.char_indices() {
        if left == 0 {
            return at;
        }
        left = left.saturating_sub(c.len_utf16());
    }
    text.len()
}

/// The edit of `text` that typing made: `typed` is what the field holds now, `eol` what a new line ends in.
pub fn typed(text: &str, typed: &str, eol: &str) -> Edit {
    let edit = Edit::between(&shown(text), &shown(typed));
    if !text.contains('\r') && eol == "\n" {
        return edit;
    }
    let carry = |splice: &Splice| Splice {
        span: Span::new(to_text(text, splice.span.start), to_text(text, splice.span.end)),
        text: splice.text.replace('\n', eol),
    };
    Edit::of(edit.splices().iter().map(carry).collect()).unwrap_or_default()
}

/// The same for a field that holds only the bytes of `part`. Empty lines at the ends are no part of what is typed;
/// text where there was none gets a line of its own.
pub fn typed_in(doc: &Document, part: Span, written: &str) -> Edit {
    let (text, eol) = (doc.text(), doc.eol());
    let wanted = shown(written);
    let wanted = wanted.trim_matches('\n');
    if part.is_empty() {
        let above = if text[..part.start].ends_with('\n') || part.start == 0 { "" } else { eol };
        let below = if text[part.start..].is_empty() { "" } else { eol };
        let lines = wanted.replace('\n', eol);
        return if lines.is_empty() {
            Edit::none()
        } else {
            Edit::insert(part.start, format!("{above}{lines}{below}"))
        };
    }
    let inner = typed(part.of(text), wanted, eol);
    let moved = inner.splices().iter().map(|s| Splice { span: s.span.offset(part.start), text: s.text.clone() });
    Edit::of(moved.collect()).unwrap_or_default()
}

/// What a section says below its heading, without the blank lines at both ends.
pub fn body(doc: &Document, section: &Section) -> Span {
    let whole = section.body.of(doc.text());
    let inner = whole.trim_matches(['\n', '\r']);
    if inner.trim().is_empty() { Span::at(section.body.start) } else { within(section.body, whole, inner) }
}

/// The lines of item `index` without the last line end.
pub fn item(doc: &Document, index: usize) -> Option<Span> {
    let span = doc.items.get(index)?.span;
    let whole = span.of(doc.text());
    Some(within(span, whole, whole.trim_end_matches(['\n', '\r'])))
}

fn within(span: Span, whole: &str, inner: &str) -> Span {
    crate::text::span_in(whole, inner).offset(span.start)
}

/// The edit from `before` to `after` in splices of whole lines, so that a caret between two changes keeps its place.
pub fn changes(before: &str, after: &str) -> Edit {
    let whole = Edit::between(before, after);
    let Some(splice) = whole.splices().first() else { return whole };
    let start = before[..splice.span.start].rfind('\n').map_or(0, |i| i + 1);
    let tail = before[splice.span.end..].find('\n').map_or(before.len() - splice.span.end, |i| i + 1);
    let end = splice.span.end + tail;
    let old: Vec<&str> = before[start..end].split_inclusive('\n').collect();
    let new_end = after.len() - (before.len() - end);
    let new: Vec<&str> = after[start..new_end].split_inclusive('\n').collect();
    let bytes = |lines: &[&str]| lines.iter().map(|l| l.len()).sum::<usize>();
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    let changed = ops.iter().filter(|op| op.tag() != DiffTag::Equal);
    let splices = changed.map(|op| {
        let from = start + bytes(&old[..op.old_range().start]);
        let span = Span::new(from, from + bytes(&old[op.old_range()]));
        Splice { span, text: new[op.new_range()].concat() }
    });
    match Edit::of(splices.collect()) {
        Ok(edit) if edit.splices().len() > 1 => edit,
        _ => whole,
    }
}

/// Where a caret at `units` of `before` stands in `after`.
pub fn caret(before: &str, after: &str, edit: &Edit, at: u32) -> u32 {
    units(after, edit.map(byte_at(before, at), Side::Before))
}

/// Line and column of a byte, both from 1; the column counts characters.
pub fn position(text: &str, at: usize) -> (usize, usize) {
    let head = text.get(..at).unwrap_or(text);
    let start = head.rfind('\n').map_or(0, |i| i + 1);
    (line_of(text, at), head[start..].chars().count() + 1)
}

#[cfg(test)]
#[path = "source/tests.rs"]
mod tests;
