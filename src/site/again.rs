//! The page again after a change: blocks that say the same as before are taken over as they were written.
//!
//! Reading the blocks is a fifth of the work, writing them with their inline marks the rest. A block is taken over only if
//! its elements are equal one by one, with the same definitions and marks, and nothing in it stands for something that was
//! taken out of the text; so it would be written the same.

use super::{Block, Mark, Read, body, write::Writer};
use crate::issue::Document;
use crate::text::Span;
use std::ops::Range;
use std::sync::Arc;

/// A page that was shown, and what it was made of.
#[derive(Default)]
pub struct Shown {
    read: Option<Read>,
    blocks: Vec<Block>,
    /// Which children of the root each block was written from; of the footnotes none.
    kids: Vec<Range<usize>>,
    marks: Vec<Mark>,
}

impl Shown {
    /// The whole page as [`marked_page`](super::marked_page) gives it.
    pub fn page(&mut self, doc: &Document, marks: &[Mark]) -> &[Block] {
        self.show(doc, vec![body(doc)], marks)
    }

    /// Sections as [`sections`](super::sections) gives them.
    pub fn sections(&mut self, doc: &Document, indexes: &[usize], marks: &[Mark]) -> &[Block] {
        let spans = indexes.iter().filter_map(|i| Some(doc.sections.get(*i)?.span())).collect();
        self.show(doc, spans, marks)
    }

    /// What begins in one of `wanted`, cut wherever nothing stands open.
    fn show(&mut self, doc: &Document, wanted: Vec<Span>, marks: &[Mark]) -> &[Block] {
        let read = Read::of(doc);
        let notes = read.notes();
        let mut writer = Writer::new(&read, &notes, Some(marks));
        let (mut blocks, mut ranges): (Vec<Block>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
        let mut begun = None;
        let roots = &read.tree.nodes[0].kids;
        let mut kid = 0;
        while kid < roots.len() {
            let at = read.span(roots[kid]).start;
            if !wanted.iter().any(|span| span.contains(at)) {
                kid += 1;
                continue;
            }
            // Where raw HTML was taken out, an element may be said to begin a little before its turn.
            let (first, start) = *begun.get_or_insert((kid, at.max(blocks.last().map_or(0, |b| b.start))));
            if first == kid
                && let Some((html, count)) = self.same(&read, kid, start, marks)
            {
                blocks.push(Block { start, html });
                ranges.push(kid..kid + count);
                begun = None;
                kid += count;
                continue;
            }
            writer.origin = Some(start);
            writer.node(roots[kid]);
            kid += 1;
            if writer.is_closed() {
                blocks.push(Block { start, html: writer.take() });
                ranges.push(first..kid);
                begun = None;
            }
        }
        if wanted.contains(&body(doc)) {
            // They stand apart from where they were written.
            writer.origin = None;
            writer.notes();
        }
        let rest = writer.finish();
        if !rest.is_empty() {
            blocks.push(Block { start: begun.map_or(doc.text().len(), |(_, start)| start), html: rest.into() });
            // Comes last in their order, and is never looked for.
            ranges.push(usize::MAX..usize::MAX);
        }
        *self = Self { read: Some(read), blocks, kids: ranges, marks: marks.to_vec() };
        &self.blocks
    }

    /// The block that began with child `kid` of the root, counted from the front or from the back, if it says the same.
    fn same(&self, read: &Read, kid: usize, start: usize, marks: &[Mark]) -> Option<(Arc<str>, usize)> {
        let old = self
            .read
            .as_ref()
            .filter(|old| old.tree.refs == read.tree.refs && old.tree.notes.is_empty() && read.tree.notes.is_empty())?;
        let (roots, before) = (&read.tree.nodes[0].kids, &old.tree.nodes[0].kids);
        [Some(kid), (kid + before.len()).checked_sub(roots.len())].into_iter().flatten().find_map(|was| {
            let index = self.kids.binary_search_by_key(&was, |range| range.start).ok()?;
            let range = self.kids[index].clone();
            let (count, began) = (range.len(), self.blocks[index].start);
            let end = roots.get(kid + count).map_or(usize::MAX, |id| read.span(*id).start);
            let stop = before.get(was + count).map_or(usize::MAX, |id| old.span(*id).start);
            let equal = count > 0
                && kid + count <= roots.len()
                && (0..count).all(|i| alike(read, roots[kid + i], start, old, before[was + i], began))
                && within(marks, start, end).eq(within(&self.marks, began, stop));
            equal.then(|| (self.blocks[index].html.clone(), count))
        })
    }
}

/// The marks that touch a stretch of the text, seen from its beginning.
fn within(marks: &[Mark], start: usize, end: usize) -> impl Iterator<Item = (isize, isize, &'static str)> + '_ {
    let inside = marks.iter().filter(move |m| m.span.end > start && m.span.start < end);
    let from = move |at: usize| at as isize - start as isize;
    inside.map(move |m| (from(m.span.start), from(m.span.end), m.class))
}

/// Whether two elements are equal, down to where each begins and ends behind its block's beginning.
fn alike(a: &Read, a_id: usize, a_start: usize, b: &Read, b_id: usize, b_start: usize) -> bool {
    let (one, other) = (&a.tree.nodes[a_id], &b.tree.nodes[b_id]);
    let place = |read: &Read, id, start: usize| {
        let span = read.span(id);
        (span.start as isize - start as isize, span.end as isize - start as isize)
    };
    let plain = |text: &str| !text.contains('\u{2}');
    one.tag == other.tag
        && one.align == other.align
        && one.text == other.text
        && one.tail == other.tail
        && plain(&one.text)
        && plain(&one.tail)
        && one.kids.len() == other.kids.len()
        && place(a, a_id, a_start) == place(b, b_id, b_start)
        && one.kids.iter().zip(&other.kids).all(|(x, y)| alike(a, *x, a_start, b, *y, b_start))
}
