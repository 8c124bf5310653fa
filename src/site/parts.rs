//! The page in parts, so that a change costs the one in which it is: blocks, and of a list its items.

use std::borrow::Cow;
use std::sync::Arc;

/// A block of the page: whole elements, none of which reaches into the next block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The byte of the document's text at which it begins.
    pub start: usize,
    pub content: Content,
}

/// What a block holds; shared by all who keep it, and the same, byte for byte, while only the text before it changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Elements. `data-at` is how many bytes behind the block's beginning each begins.
    Html(Arc<str>),
    /// A list: its tag, `ul` or `ol`, and its items.
    List(&'static str, Arc<[Item]>),
}

/// An item of a list that is a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// How many bytes behind the block's beginning it begins.
    pub at: usize,
    /// One `li` and the end of its line. `data-at` counts from the item's beginning.
    pub html: Arc<str>,
}

impl Block {
    /// Its elements as HTML.
    pub fn html(&self) -> Cow<'_, str> {
        match &self.content {
            Content::Html(html) => Cow::Borrowed(html),
            Content::List(tag, items) => {
                let mut html = format!("<{tag}>\n");
                items.iter().for_each(|item| html.push_str(&item.html));
                html.push_str(&format!("</{tag}>\n"));
                Cow::Owned(html)
            }
        }
    }

    /// What of it holds byte `at` of the text: the index of a list's item, or `None` for all of it; and where that begins.
    pub fn part(&self, at: usize) -> (Option<usize>, usize) {
        let item = self.items().partition_point(|item| self.start + item.at <= at).checked_sub(1);
        (item, self.start + item.map_or(0, |index| self.items()[index].at))
    }

    /// The tag of a list.
    pub fn list(&self) -> Option<&'static str> {
        if let Content::List(tag, _) = self.content { Some(tag) } else { None }
    }

    /// The items of a list; of anything else none.
    pub fn items(&self) -> &[Item] {
        if let Content::List(_, items) = &self.content { items } else { &[] }
    }

    /// Whether both look the same, wherever they and their items stand.
    pub fn looks_like(&self, other: &Self) -> bool {
        match (&self.content, &other.content) {
            (Content::Html(one), Content::Html(other)) => same(one, other),
            (Content::List(tag, items), Content::List(other, others)) => {
                tag == other
                    && (Arc::ptr_eq(items, others)
                        || (items.len() == others.len() && items.iter().zip(&**others).all(|(a, b)| a.looks_like(b))))
            }
            _ => false,
        }
    }
}

impl Item {
    /// Whether both look the same.
    pub fn looks_like(&self, other: &Self) -> bool {
        same(&self.html, &other.html)
    }
}

/// What was taken over is the same without a look.
fn same(one: &Arc<str>, other: &Arc<str>) -> bool {
    Arc::ptr_eq(one, other) || one == other
}
