//! Stable ids for items: made at parse, carried through edits by mapping offsets, so that rows keep focus.

use crate::issue::Document;
use crate::text::{Edit, Side};
use std::collections::{HashMap, VecDeque};

/// Names one item as long as it lives, wherever it moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct ItemId(pub u64);

#[derive(Clone, Debug)]
pub struct Ids {
    /// One for each item of the document, in order.
    ids: Vec<ItemId>,
    next: u64,
    /// The first id that no item had when the document was opened.
    first_new: u64,
    /// Items that were taken out, the latest last, by their bytes: undo may bring them back.
    gone: VecDeque<(String, ItemId)>,
}

/// How many items that were taken out are remembered.
const GONE: usize = 256;

/// The bytes of item `index`, without the line ends behind it.
fn bytes(doc: &Document, index: usize) -> &str {
    doc.items[index].span.of(doc.text()).trim_end()
}

impl Ids {
    pub fn new(doc: &Document) -> Self {
        let count = doc.items.len() as u64;
        Self { ids: (0..count).map(ItemId).collect(), next: count, first_new: count, gone: VecDeque::new() }
    }

    pub fn of(&self, index: usize) -> Option<ItemId> {
        self.ids.get(index).copied()
    }

    pub fn index(&self, id: ItemId) -> Option<usize> {
        self.ids.iter().position(|i| *i == id)
    }

    /// Gives item `index` the id of an item that it is known to be.
    pub fn set(&mut self, index: usize, id: ItemId) {
        if let Some(slot) = self.ids.get_mut(index) {
            *slot = id;
            self.gone.retain(|(_, gone)| *gone != id);
        }
    }

    /// Gives item `index` an id that no other ever had: it is new.
    pub fn renew(&mut self, index: usize) {
        if let Some(slot) = self.ids.get_mut(index) {
            *slot = ItemId(self.next);
            self.next += 1;
        }
    }

    /// Items of `doc` that came after it was opened and of which `base` has no equal (others may have added the same).
    pub fn added(&self, doc: &Document, base: &Document) -> Vec<usize> {
        let new = (0..doc.items.len()).filter(|i| self.ids.get(*i).is_some_and(|id| id.0 >= self.first_new));
        new.filter(|i| (0..base.items.len()).all(|b| bytes(base, b) != bytes(doc, *i))).collect()
    }

    /// Items of `doc` that were there when it was opened and of which `base` has no equal: they read otherwise now.
    pub fn changed(&self, doc: &Document, base: &Document) -> Vec<usize> {
        let old = |i: usize| self.ids.get(i).filter(|id| id.0 < self.first_new).map(|id| id.0 as usize);
        // Most stand where they stood; only the others are looked for everywhere.
        let same = |i: usize, was: usize| was < base.items.len() && bytes(base, was) == bytes(doc, i);
        let suspects = (0..doc.items.len()).filter(|i| old(*i).is_some_and(|was| !same(*i, was)));
        suspects.filter(|i| (0..base.items.len()).all(|b| bytes(base, b) != bytes(doc, *i))).collect()
    }

    /// Takes the ids from `before` to `after`. An item keeps its id where its first line was mapped to; an item that
    /// was cut out here and put in there, or taken out before and brought back, is known again by its bytes.
    pub fn carry(&mut self, before: &Document, edit: &Edit, after: &Document) {
        let mut new: Vec<Option<ItemId>> = vec![None; after.items.len()];
        let mut homeless = Vec::new();
        for (position, (item, id)) in before.items.iter().zip(&self.ids).enumerate() {
            let cut = edit.splices().iter().any(|s| s.text.is_empty() && s.span.covers(item.span));
            let at = edit.map(item.head.start, Side::After);
            match after.item_at(at).filter(|i| !cut && new[*i].is_none()) {
                Some(index) => new[index] = Some(*id),
                None => homeless.push((position, *id)),
            }
        }
        if !homeless.is_empty() {
            let mut free: HashMap<&str, usize> = HashMap::new();
            for index in (0..after.items.len()).rev().filter(|i| new[*i].is_none()) {
                free.insert(bytes(after, index), index);
            }
            for (item, id) in homeless {
                match free.remove(bytes(before, item)) {
                    Some(index) => new[index] = Some(id),
                    None => self.gone.push_back((bytes(before, item).to_owned(), id)),
                }
            }
            self.gone.drain(..self.gone.len().saturating_sub(GONE));
        }
        self.ids =
            new.iter().enumerate().map(|(index, id)| id.unwrap_or_else(|| self.again_or_next(after, index))).collect();
    }

    /// The id that such an item had before it was taken out, else one that no other ever had.
    fn again_or_next(&mut self, after: &Document, index: usize) -> ItemId {
        let at = self.gone.iter().rposition(|(was, _)| was == bytes(after, index));
        at.and_then(|at| self.gone.remove(at)).map(|(_, id)| id).unwrap_or_else(|| {
            self.next += 1;
            ItemId(self.next - 1)
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::desk::{Desk, Source};
    use crate::edit;

    #[test]
    fn an_item_that_undo_brings_back_is_the_same() {
        let text =
            "## Updates from Rust Community\n\n### Research\n* [a](https://a.example/)\n* [b](https://b.example/)\n";
        let mut desk = Desk::open(text, Source::Paste, 1);
        let json = r#"{"kind":"link","section":"Research","title":"c","url":"https://c.example/"}"#;
        let add = edit::add(desk.doc(), &crate::issue::submission::read(json).unwrap()).unwrap();
        desk.apply(add, "add", None).unwrap();
        for index in [0, 2] {
            let id = desk.id_of(index);
            desk.apply(edit::remove(desk.doc(), index).unwrap(), "remove", None).unwrap();
            assert_ne!(desk.id_of(index), id);
            desk.undo();
            assert_eq!(desk.id_of(index), id);
        }
        let id = desk.id_of(2);
        desk.undo();
        desk.redo();
        assert_eq!(desk.id_of(2), id, "what was added");
    }
}
