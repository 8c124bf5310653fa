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
fn other(before: Span, after: Span) -> Change {
    Change { kind: ChangeKind::Other, before: None, after: None, fields: Vec::new(), spans: (before, after) }
}

/// The differences among the lines that no change of `known` covers: text between items, mostly.
pub fn rest(base: &Document, edited: &Document, known: &[Change]) -> Vec<Change> {
    let old = uncovered(base, known.iter().map(|c| c.spans.0));
    let new = uncovered(edited, known.iter().map(|c| c.spans.1));
    let texts =
        |doc: &'_ Document, spans: &[Span]| spans.iter().map(|s| s.of(doc.text()).to_owned()).collect::<Vec<_>>();
    let (old_texts, new_texts) = (texts(base, &old), texts(edited, &new));
    let mut out = Vec::new();
    let (mut b, mut a) = (0, 0);
    let end = DiffOp::Equal { old_index: old.len(), new_index: new.len(), len: 0 };
    // Only the equal lines are asked for: what the library says of the others may bear a wrong place.
    for op in capture_diff_slices(Algorithm::Myers, &old_texts, &new_texts).into_iter().chain([end]) {
        let DiffOp::Equal { old_index, new_index, len } = op else { continue };
        let (before, after) = (runs(&old[b..old_index]), runs(&new[a..new_index]));
        let at = |spans: &[Span], index: usize, end: usize| Span::at(spans.get(index).map_or(end, |s| s.start));
        for index in 0..before.len().max(after.len()) {
            let before = before.get(index).copied().unwrap_or_else(|| at(&old, old_index, base.text().len()));
            let after = after.get(index).copied().unwrap_or_else(|| at(&new, new_index, edited.text().len()));
            out.push(other(before, after));
        }
        (b, a) = (old_index + len, new_index + len);
    }
    out
}

/// The lines of `doc` that none of `spans` covers.
fn uncovered(doc: &Document, spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut covered: Vec<Span> = spans.filter(|s| !s.is_empty()).collect();
    covered.sort();
    let mut covered = covered.into_iter().peekable();
    let mut free = Vec::with_capacity(doc.lines.len());
    for line in doc.lines.iter().map(|l| l.full) {
        while covered.next_if(|span| span.end <= line.start).is_some() {}
        if !covered.peek().is_some_and(|span| span.covers(line)) {
            free.push(line);
        }
    }
    free
}

/// Lines that adjoin, as one span each.
fn runs(lines: &[Span]) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for line in lines {
        match runs.last_mut().filter(|run| run.end == line.start) {
            Some(run) => run.end = line.end,
            None => runs.push(*line),
        }
    }
    runs
}
