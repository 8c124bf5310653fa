//! Which element of the page a byte of the text stands in, and back.

use super::Frame;
use crate::site::parts::Item;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCollection};

impl Frame {
    /// Where each block begins in the text.
    pub fn starts(&self) -> Vec<usize> {
        self.shown.with_value(|shown| shown.0.iter().map(|b| b.start).collect())
    }

    /// The elements of block `index` of which it is known where they begin, with that byte, in order.
    pub fn elements(&self, index: usize) -> Vec<(usize, Element)> {
        let parts = || {
            let element = self.root()?.children().item(index as u32)?;
            self.shown.with_value(|shown| {
                let block = shown.0.get(index)?;
                if block.list().is_none() {
                    return Some(vec![(block.start, element)]);
                }
                let items = element.first_element_child()?.children();
                let place = |(i, item): (usize, &Item)| Some((block.start + item.at, items.item(i as u32)?));
                Some(block.items().iter().enumerate().filter_map(place).collect())
            })
        };
        let inner = |(start, part): (usize, Element)| begins(&part).into_iter().map(move |(at, e)| (start + at, e));
        parts().unwrap_or_default().into_iter().flat_map(inner).collect()
    }

    /// The element that begins at byte `at` of the text.
    pub fn element(&self, at: usize) -> Option<Element> {
        let (part, behind) = self.part(at)?;
        let wanted = format!("[data-at=\"{behind}\"]");
        if part.matches(&wanted).ok()? { Some(part) } else { part.query_selector(&wanted).ok().flatten() }
    }

    /// The beginning of the innermost element in which byte `at` of the text stands.
    pub fn around(&self, at: usize) -> Option<usize> {
        let (part, behind) = self.part(at)?;
        let before = begins(&part).into_iter().map(|(begins, _)| begins).filter(|begins| *begins <= behind);
        before.max().map(|begins| at - behind + begins)
    }

    /// The byte at which what `element` stands in begins.
    pub fn byte(&self, element: &Element) -> Option<usize> {
        let found = element.closest("[data-at]").ok().flatten()?;
        let behind: usize = found.get_attribute("data-at")?.parse().ok()?;
        let holding =
            |all: &HtmlCollection| (0..all.length()).find(|i| all.item(*i).is_some_and(|e| e.contains(Some(&found))));
        let blocks = self.root()?.children();
        let index = holding(&blocks)?;
        let list = blocks.item(index)?.first_element_child().map(|list| list.children());
        self.shown.with_value(|shown| {
            let block = shown.0.get(index as usize)?;
            let item = list.filter(|_| block.list().is_some()).and_then(|items| holding(&items));
            let item = item.and_then(|item| block.items().get(item as usize));
            Some(block.start + item.map_or(0, |item| item.at) + behind)
        })
    }

    /// What holds byte `at` of the text, a block or an item of a list that is one, and how far behind its beginning that is.
    fn part(&self, at: usize) -> Option<(Element, usize)> {
        let (index, item, start) = self.shown.with_value(|shown| {
            let index = shown.0.partition_point(|block| block.start <= at).checked_sub(1)?;
            let (item, start) = shown.0[index].part(at);
            Some((index, item, start))
        })?;
        let block = self.root()?.children().item(index as u32)?;
        let part = match item {
            Some(item) => block.first_element_child()?.children().item(item as u32)?,
            None => block,
        };
        Some((part, at - start))
    }
}

/// The elements in `part`, itself too, that say how far behind its beginning they begin, in order.
fn begins(part: &Element) -> Vec<(usize, Element)> {
    let inner = part.query_selector_all("[data-at]").ok();
    let inner = inner.iter().flat_map(|list| (0..list.length()).filter_map(|i| list.item(i)));
    let all = std::iter::once(part.clone()).chain(inner.map(|e| e.unchecked_into::<Element>()));
    all.filter_map(|e| Some((e.get_attribute("data-at")?.parse().ok()?, e))).collect()
}
