//! Which item of one issue is which of the other.

use crate::issue::{Document, Item, Shape};
use std::collections::{HashMap, HashSet};

/// How many pairs of items left over are compared at most.
const COMPARED: usize = 40_000;

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

/// By the same bytes in the same section first, then elsewhere, then by address, then by the words of the title.
/// An event that stands under two regions is matched within its own region first.
pub fn pair(base: &Document, edited: &Document) -> Pairs {
    let mut found: Vec<Option<usize>> = vec![None; edited.items.len()];
    let mut used = vec![false; base.items.len()];
    let keys: [fn(&Document, &Item) -> Option<String>; 5] = [
        |doc, item| Some(format!("{}\n{}", section(doc, item), bytes(doc, item))),
        |doc, item| Some(bytes(doc, item).to_owned()),
        |doc, item| Some(format!("{}\n{}", section(doc, item), address_and_day(doc, item)?)),
        |doc, item| Some(format!("{}\n{}", section(doc, item), address(doc, item)?)),
        |doc, item| Some(format!("{}\n{}", item.shape.kind(), address_and_day(doc, item)?)),
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
    alike(base, edited, &mut used, &mut found);
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

/// The address by which an item is known.
fn address(doc: &Document, item: &Item) -> Option<String> {
    crate::issue::address::key(item.url()?.of(doc.text()))
}

/// The same, of an event with its day: a group's page stands for all of its evenings.
fn address_and_day(doc: &Document, item: &Item) -> Option<String> {
    match &item.shape {
        Shape::Event(event) => Some(format!("{} {}", event.starts, address(doc, item)?)),
        _ => address(doc, item),
    }
}

/// The words of what an item is called.
fn words(doc: &Document, item: &Item) -> HashSet<String> {
    let title = item.title().of(doc.text());
    title.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

/// Of the items left over in one section, those whose titles share more than half of their words; the most alike first.
fn alike(base: &Document, edited: &Document, used: &mut [bool], found: &mut [Option<usize>]) {
    let left = |doc: &'_ Document, free: &dyn Fn(usize) -> bool| -> Vec<(usize, HashSet<String>)> {
        doc.items.iter().enumerate().filter(|(i, _)| free(*i)).map(|(i, item)| (i, words(doc, item))).collect()
    };
    let (old, new) = (left(base, &|i| !used[i]), left(edited, &|i| found[i].is_none()));
    if old.len() * new.len() > COMPARED {
        return;
    }
    let mut candidates = Vec::new();
    for (after, new_words) in &new {
        for (before, old_words) in &old {
            let (b, a) = (&base.items[*before], &edited.items[*after]);
            let share = old_words.intersection(new_words).count() * 200 / (old_words.len() + new_words.len()).max(1);
            if share > 50 && b.shape.kind() == a.shape.kind() && section(base, b) == section(edited, a) {
                candidates.push((std::cmp::Reverse(share), before.abs_diff(*after), *before, *after));
            }
        }
    }
    candidates.sort();
    for (_, _, before, after) in candidates {
        if !used[before] && found[after].is_none() {
            used[before] = true;
            found[after] = Some(before);
        }
    }
}
