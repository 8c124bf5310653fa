//! Stable ids for items: made at parse, carried through edits by mapping offsets, so that rows keep focus.

use crate::issue::Document;
use crate::text::{Edit, Side};
use std::collections::HashMap;

/// Names one item as long as it lives, wherever it moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct ItemId(pub u64);

#[derive(Clone, Debug)]
pub struct Ids {
    /// One for each item of the document, in order.
    ids: Vec<ItemId>,
    next: u64,
}

impl Ids {
    pub fn new(doc: &Document) -> Self {
        let count = doc.items.len() as u64;
        Self { ids: (0..count).map(ItemId).collect(), next: count }
    }

    pub fn of(&self, index: usize) -> Option<ItemId> {
        self.ids.get(index).copied()
    }

    pub fn index(&self, id: ItemId) -> Option<usize> {
        self.ids.iter().position(|i| *i == id)
    }

    /// Takes the ids from `before` to `after`. An item keeps its id where its first line was mapped to; an item that
    /// was cut out here and put in there is known again by its bytes.
    pub fn carry(&mut self, before: &Document, edit: &Edit, after: &Document) {
        let mut new: Vec<Option<ItemId>> = vec![None; after.items.len()];
        let mut homeless = Vec::new();
        for (item, id) in before.items.iter().zip(&self.ids) {
            let cut = edit.splices().iter().any(|s| s.text.is_empty() && s.span.covers(item.span));
            let at = edit.map(item.head.start, Side::After);
            match after.item_at(at).filter(|i| !cut && new[*i].is_none()) {
                Some(index) => new[index] = Some(*id),
                None => homeless.push((item, *id)),
            }
        }
        if !homeless.is_empty() {
            let bytes = |doc: &Document, i: &crate::issue::Item| i.span.of(doc.text()).trim_end().to_owned();
            let mut free: HashMap<String, usize> = HashMap::new();
            for (index, item) in after.items.iter().enumerate().rev().filter(|(i, _)| new[*i].is_none()) {
                free.insert(bytes(after, item), index);
            }
            for (item, id) in homeless {
                if let Some(index) = free.remove(&bytes(before, item)) {
                    new[index] = Some(id);
                }
            }
        }
        self.ids = new
            .into_iter()
            .map(|id| {
                id.unwrap_or_else(|| {
                    self.next += 1;
                    ItemId(self.next - 1)
                })
            })
            .collect();
    }
}
