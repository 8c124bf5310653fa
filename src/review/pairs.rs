//! Which item of one issue is which of the other.

use crate::issue::{Document, Item};
use std::collections::HashMap;

/// Two items that are the same one.
pub struct Pair {
    pub before: usize,
    pub after: usize,
    /// It stands in another section, or elsewhere among its neighbours.
    pub moved: bool,
}

/// Every item of both sides stands in exactly one of the lists.
pub struct Pairs {
    pub matched: Vec<Pair>,
    pub removed: Vec<usize>,
    pub added: Vec<usize>,
}

/// By the same bytes in the same section first, then elsewhere, then by address, then by words of the title.
/// An event that stands under two regions is matched within its own region first.
pub fn pair(base: &Document, edited: &Document) -> Pairs {
    let mut found: Vec<Option<usize>> = vec![None; edited.items.len()];
    let mut used = vec![false; base.items.len()];
    let keys: [fn(&Document, &Item) -> Option<String>; 5] = [
        |doc, item| Some(format!("{}\n{}", section(doc, item), bytes(doc, item))),
        |doc, item| Some(bytes(doc, item).to_owned()),
        |doc, item| Some(format!("{}\n{}\n{}", section(doc, item), item.shape.kind(), address(doc, item)?)),
        |doc, item| Some(format!("{}\n{}", item.shape.kind(), address(doc, item)?)),
        |doc, item| Some(format!("{}\n{}", section(doc, item), words(item.title().of(doc.text()))?)),
    ];
    for key in keys {
        let mut free: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, item) in base.items.iter().enumerate().rev().filter(|(i, _)| !used[*i]) {
            if let Some(key) = key(base, item) {
                free.entry(key).or_default().push(index);
            }
        }
        for (index, item) in edited.items.iter().enumerate() {
            if found[index].is_none()
                && let Some(before) = key(edited, item).and_then(|k| free.get_mut(&k)?.pop())
            {
                found[index] = Some(before);
                used[before] = true;
            }
        }
    }
    let matched: Vec<(usize, usize)> = found.iter().enumerate().filter_map(|(a, b)| b.map(|b| (b, a))).collect();
    let steady = steady(&matched);
    let place = |doc: &Document, index: usize| section(doc, &doc.items[index]).to_owned();
    Pairs {
        matched: matched
            .iter()
            .zip(steady)
            .map(|((before, after), steady)| {
                let moved = !steady || place(base, *before) != place(edited, *after);
                Pair { before: *before, after: *after, moved }
            })
            .collect(),
        removed: (0..base.items.len()).filter(|i| !used[*i]).collect(),
        added: (0..edited.items.len()).filter(|i| found[*i].is_none()).collect(),
    }
}

/// Which of the pairs, in the order of the edited side, kept their order: a longest increasing subsequence of the
/// base's indices (patience sorting).
fn steady(pairs: &[(usize, usize)]) -> Vec<bool> {
    let mut tails: Vec<usize> = Vec::new();
    let mut link: Vec<Option<usize>> = vec![None; pairs.len()];
    for (index, (before, _)) in pairs.iter().enumerate() {
        let pile = tails.partition_point(|t| pairs[*t].0 < *before);
        link[index] = pile.checked_sub(1).map(|p| tails[p]);
        if pile == tails.len() {
            tails.push(index);
        } else {
            tails[pile] = index;
        }
    }
    let mut out = vec![false; pairs.len()];
    let mut at = tails.last().copied();
    while let Some(index) = at {
        out[index] = true;
        at = link[index];
    }
    out
}

fn section<'t>(doc: &'t Document, item: &Item) -> &'t str {
    doc.sections[item.section].title.of(doc.text()).trim()
}

fn bytes<'t>(doc: &'t Document, item: &Item) -> &'t str {
    item.span.of(doc.text()).trim_end()
}

/// The address by which an item is known, scheme, `www.`, case of the host, query and last slash aside; of an event
/// with its day.
fn address(doc: &Document, item: &Item) -> Option<String> {
    let url = item.url()?.of(doc.text());
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split(['?', '#']).next().unwrap_or("").trim_end_matches('/');
    let (host, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    let host = host.to_lowercase();
    let key = format!("{}{path}", host.strip_prefix("www.").unwrap_or(&host));
    (!key.is_empty()).then_some(key)
}

/// The title's first words without marks, for items whose address was changed.
fn words(title: &str) -> Option<String> {
    let words: Vec<String> =
        title.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(6).map(str::to_lowercase).collect();
    (words.len() > 1).then(|| words.join(" "))
}
