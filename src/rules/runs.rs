//! Faults that all items of a list have: one finding for the list, not one for each line.

use crate::issue::Document;
use crate::text::{Edit, Span, Splice};

/// How many neighbours with one fault are told of as one.
const MANY: usize = 4;

/// A fault of one item, or of several that stand next to each other.
pub struct Run {
    pub span: Span,
    /// How many items.
    pub count: usize,
    pub edit: Edit,
}

/// Brings neighbours together. `faults` holds for each item that has the fault its index, the place and the cure, in
/// order; of few neighbours each stays by itself.
pub fn of(doc: &Document, faults: Vec<(usize, Span, Vec<Splice>)>) -> Vec<Run> {
    let mut out = Vec::new();
    let beside = |a: usize, b: usize| a + 1 == b && doc.items[a].section == doc.items[b].section;
    for run in faults.chunk_by(|a, b| beside(a.0, b.0)) {
        for part in run.chunks(if run.len() < MANY { 1 } else { run.len() }) {
            let (first, last) = (&part[0], &part[part.len() - 1]);
            let splices = part.iter().flat_map(|(_, _, splices)| splices.iter().cloned()).collect();
            let span = Span::new(first.1.start, last.1.end);
            out.push(Run { span, count: part.len(), edit: Edit::of(splices).unwrap_or_default() });
        }
    }
    out
}
