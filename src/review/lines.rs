//! Differences by line: for display, and of the lines that belong to no item.

use super::{Change, ChangeKind};
use crate::issue::Document;
use crate::text::Span;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// What happened to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    Same,
    Removed,
    Added,
}

/// A line of a hunk with its number on either side, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub kind: LineKind,
    pub before: Option<usize>,
    pub after: Option<usize>,
    /// Without its line end.
    pub text: String,
}

/// Lines that differ, with three lines around them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hunk {
    pub rows: Vec<Row>,
}

/// Lines around a difference.
const AROUND: usize = 3;

/// The hunks between two texts; none where they are equal.
pub fn line_diff(base: &str, edited: &str) -> Vec<Hunk> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (base.split_inclusive('\n').collect(), edited.split_inclusive('\n').collect());
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    let text = |line: &str| line.trim_end_matches(['\n', '\r']).to_owned();
    let mut hunks = Vec::new();
    for group in similar::group_diff_ops(ops, AROUND) {
        let mut hunk = Hunk::default();
        for op in group {
            let (before, after) = (op.old_range(), op.new_range());
            if let DiffOp::Equal { .. } = op {
                for (b, a) in before.zip(after) {
                    let (before, after) = (Some(b + 1), Some(a + 1));
                    hunk.rows.push(Row { kind: LineKind::Same, before, after, text: text(old[b]) });
                }
                continue;
            }
            for b in before {
                hunk.rows.push(Row { kind: LineKind::Removed, before: Some(b + 1), after: None, text: text(old[b]) });
            }
            for a in after {
                hunk.rows.push(Row { kind: LineKind::Added, before: None, after: Some(a + 1), text: text(new[a]) });
            }
        }
        hunks.push(hunk);
    }
    hunks
}

/// A change of text that is no item's.
pub fn other(before: Span, after: Span) -> Change {
    Change { kind: ChangeKind::Other, before: None, after: None, fields: Vec::new(), spans: (before, after) }
}

/// The differences among the lines that belong to no item.
pub fn between_items(base: &Document, edited: &Document) -> Vec<Change> {
    let (old, new) = (free_lines(base), free_lines(edited));
    let texts =
        |doc: &'_ Document, spans: &[Span]| spans.iter().map(|s| s.of(doc.text()).to_owned()).collect::<Vec<_>>();
    let (old_texts, new_texts) = (texts(base, &old), texts(edited, &new));
    let cover = |spans: &[Span], range: std::ops::Range<usize>, end: usize| match spans.get(range.clone()) {
        Some([first, .., last]) => Span::new(first.start, last.end),
        Some([only]) => *only,
        _ => Span::at(spans.get(range.start).map_or(end, |s| s.start)),
    };
    capture_diff_slices(Algorithm::Myers, &old_texts, &new_texts)
        .into_iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }))
        .map(|op| {
            other(cover(&old, op.old_range(), base.text().len()), cover(&new, op.new_range(), edited.text().len()))
        })
        .collect()
}

fn free_lines(doc: &Document) -> Vec<Span> {
    let free = |span: &Span| doc.item_at(span.start).is_none();
    doc.lines.iter().map(|l| l.full).filter(free).collect()
}
