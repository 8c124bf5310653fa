//! The page again after a change: blocks and items of lists that say the same as before are taken over as they were
//! written.
//!
//! Reading the blocks is a fifth of the work, writing them with their inline marks the rest. One is taken over only if
//! its elements are equal one by one, with the same definitions and marks, and nothing in it stands for something that was
//! taken out of the text; so it would be written the same.

use super::parts::{Block, Content, Item};
use super::{Mark, Read, body, write::Writer};
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
        let old = self.old(&read);
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
            let whole = (first == kid).then(|| {
                let listed = |items: Arc<[Item]>| (Content::List(read.tree.nodes[roots[kid]].tag, items), 1);
                let same = old.and_then(|old| self.same(old, &read, kid, start, marks));
                same.or_else(|| self.items(old, &read, kid, start, marks, &mut writer).map(listed))
            });
            if let Some((content, count)) = whole.flatten() {
                blocks.push(Block { start, content });
                ranges.push(kid..kid + count);
                begun = None;
                kid += count;
                continue;
            }
            writer.origin = Some(start);
            writer.node(roots[kid]);
            kid += 1;
            if writer.is_closed() {
                blocks.push(Block { start, content: Content::Html(writer.take()) });
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
            let start = begun.map_or(doc.text().len(), |(_, start)| start);
            blocks.push(Block { start, content: Content::Html(rest.into()) });
            // Comes last in their order, and is never looked for.
            ranges.push(usize::MAX..usize::MAX);
        }
        *self = Self { read: Some(read), blocks, kids: ranges, marks: marks.to_vec() };
        &self.blocks
    }

    /// What was read before, if what was written then may still hold.
    fn old(&self, read: &Read) -> Option<&Read> {
        self.read
            .as_ref()
            .filter(|old| old.tree.refs == read.tree.refs && old.tree.notes.is_empty() && read.tree.notes.is_empty())
    }

    /// The blocks that began with child `kid` of the root, counted from the front and from the back.
    fn there(&self, old: &Read, read: &Read, kid: usize) -> impl Iterator<Item = usize> {
        let kids = |read: &Read| read.tree.nodes[0].kids.len();
        either_end(kid, kids(old), kids(read))
            .filter_map(|was| self.kids.binary_search_by_key(&was, |range| range.start).ok())
    }

    /// The block that began with child `kid` of the root, if it says the same, and how many children it was written from.
    fn same(&self, old: &Read, read: &Read, kid: usize, start: usize, marks: &[Mark]) -> Option<(Content, usize)> {
        let (roots, before) = (&read.tree.nodes[0].kids, &old.tree.nodes[0].kids);
        self.there(old, read, kid).find_map(|index| {
            let Range { start: was, end: behind } = self.kids[index].clone();
            let (count, began) = (behind - was, self.blocks[index].start);
            let end = roots.get(kid + count).map_or(usize::MAX, |id| read.span(*id).start);
            let stop = before.get(behind).map_or(usize::MAX, |id| old.span(*id).start);
            let equal = count > 0
                && kid + count <= roots.len()
                && (0..count).all(|i| alike(read, roots[kid + i], start, old, before[was + i], began))
                && within(marks, start, end).eq(within(&self.marks, began, stop));
            equal.then(|| (self.blocks[index].content.clone(), count))
        })
    }

    /// The items of the list that child `kid` of the root is; `None` where it is none, or text stands behind an item.
    fn items(
        &self,
        old: Option<&Read>,
        read: &Read,
        kid: usize,
        start: usize,
        marks: &[Mark],
        writer: &mut Writer<'_>,
    ) -> Option<Arc<[Item]>> {
        let (nodes, roots) = (&read.tree.nodes, &read.tree.nodes[0].kids);
        let (list, items) = (&nodes[roots[kid]], &nodes[roots[kid]].kids);
        let plain = |id: &usize| nodes[*id].tag == "li" && nodes[*id].tail.is_empty();
        if !matches!(list.tag, "ul" | "ol") || !list.tail.is_empty() || !items.iter().all(plain) {
            return None;
        }
        // The lists that may have been this one, and the elements of their items.
        let mut before: Vec<(&Read, &Vec<usize>, &Block)> = Vec::new();
        if let Some(old) = old {
            let roots = &old.tree.nodes[0].kids;
            let lists = self.there(old, read, kid).filter(|index| self.blocks[*index].list().is_some());
            before.extend(
                lists.map(|index| (old, &old.tree.nodes[roots[self.kids[index].start]].kids, &self.blocks[index])),
            );
        }
        let begins = |read: &Read, next: Option<&usize>| next.map_or(usize::MAX, |id| read.span(*id).start);
        let mut at = start;
        let item = |(index, id): (usize, &usize)| {
            at = at.max(read.span(*id).start);
            let end = begins(read, items.get(index + 1));
            let taken = before.iter().find_map(|(old, ids, block)| {
                either_end(index, ids.len(), items.len()).find_map(|was| {
                    let item = block.items().get(was)?;
                    let (began, stop) = (block.start + item.at, begins(old, ids.get(was + 1)));
                    let equal = alike(read, *id, at, old, ids[was], began)
                        && within(marks, at, end).eq(within(&self.marks, began, stop));
                    equal.then(|| item.html.clone())
                })
            });
            let html = taken.unwrap_or_else(|| {
                writer.origin = Some(at);
                writer.node(*id);
                writer.take()
            });
            Item { at: at - start, html }
        };
        Some(items.iter().enumerate().map(item).collect())
    }
}

/// Where of `old` children the one may have stood that is number `index` of `new`: as far from the front, or from the back.
fn either_end(index: usize, old: usize, new: usize) -> impl Iterator<Item = usize> {
    let from_back = (index + old).checked_sub(new).filter(|was| *was != index);
    [Some(index), from_back].into_iter().flatten()
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
