//! What lies below the text field of the source: a line for each of the text's, in the same type and as wide, so that they
//! wrap alike. It numbers the lines, marks what was found in them, and tells where on the screen a line stands.

use crate::rules::{Finding, Severity};
use crate::text::differ::differing;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How many lines stand in one element. Each such group is painted and laid out by itself, so that a letter costs its group
/// and not all lines of an issue.
const GROUP: usize = 64;

/// What the lines show.
#[derive(Default)]
pub struct Lines {
    /// What the text field holds; before anything was shown, nothing.
    text: Option<String>,
    /// For each line the worst of what was found in it.
    worst: Vec<Option<Severity>>,
    /// How many lines stand in each group.
    groups: Vec<usize>,
}

impl Lines {
    /// What the text field holds.
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    /// Makes the lines below `parent` those of `text`.
    pub fn show(&mut self, parent: &Element, text: String) {
        // As a text field breaks them: behind the last line end there is one more.
        let before = self.text.take();
        let old: Vec<&str> = before.iter().flat_map(|text| text.split('\n')).collect();
        let new: Vec<&str> = text.split('\n').collect();
        let (gone, come) = differing(&old, &new, |a, b| a == b);
        if old.is_empty() || gone.len().max(come.len()) > GROUP || self.groups.iter().any(|size| *size > 4 * GROUP) {
            self.make(parent, &new);
        } else {
            let kept = gone.end.min(come.end);
            (come.start..kept).for_each(|i| {
                self.line(parent, i).into_iter().for_each(|line| line.set_text_content(Some(new[i])));
            });
            (kept..gone.end).rev().for_each(|i| self.remove(parent, i));
            (kept..come.end).for_each(|i| self.insert(parent, i, new[i]));
        }
        self.text = Some(text);
    }

    /// Makes all lines anew.
    fn make(&mut self, parent: &Element, lines: &[&str]) {
        parent.set_text_content(None);
        for group in lines.chunks(GROUP) {
            if let Some(element) = made("") {
                group.iter().filter_map(|line| made(line)).for_each(|line| {
                    let _ = element.append_child(&line);
                });
                let _ = parent.append_child(&element);
            }
        }
        self.groups = lines.chunks(GROUP).map(<[&str]>::len).collect();
        // What was found may be the same as before, and is then not told again.
        let mut worst = std::mem::replace(&mut self.worst, vec![None; lines.len()]);
        worst.resize(lines.len(), None);
        self.set_worst(parent, worst);
    }

    fn remove(&mut self, parent: &Element, index: usize) {
        let Some((group, within)) = self.place(index) else { return };
        if let Some(element) = parent.children().item(group as u32) {
            element.children().item(within as u32).into_iter().for_each(|line| line.remove());
            self.groups[group] -= 1;
            if self.groups[group] == 0 {
                element.remove();
                self.groups.remove(group);
            }
        }
        self.worst.remove(index);
    }

    /// A line before line `index`, in the group of the one above it.
    fn insert(&mut self, parent: &Element, index: usize, text: &str) {
        let Some((group, within)) = self.place(index.saturating_sub(1)) else { return };
        let within = within + usize::from(index > 0);
        if let (Some(element), Some(line)) = (parent.children().item(group as u32), made(text)) {
            let _ = element.insert_before(&line, element.children().item(within as u32).as_deref());
            self.groups[group] += 1;
            self.worst.insert(index, None);
        }
    }

    /// The group of a line, and its place in there.
    fn place(&self, index: usize) -> Option<(usize, usize)> {
        let mut within = index;
        for (group, size) in self.groups.iter().enumerate() {
            if within < *size {
                return Some((group, within));
            }
            within -= size;
        }
        None
    }

    fn line(&self, parent: &Element, index: usize) -> Option<HtmlElement> {
        let (group, within) = self.place(index)?;
        parent.children().item(group as u32)?.children().item(within as u32).map(Element::unchecked_into)
    }

    /// Marks the lines in which something was found, by the worst of it.
    pub fn mark(&mut self, parent: &Element, findings: &[Finding]) {
        let mut worst = vec![None; self.worst.len()];
        for finding in findings {
            if let Some(line) = worst.get_mut(finding.line.saturating_sub(1)) {
                // Errors come first in the order of severities.
                *line = line.map_or(Some(finding.severity), |other: Severity| Some(other.min(finding.severity)));
            }
        }
        self.set_worst(parent, worst);
    }

    fn set_worst(&mut self, parent: &Element, worst: Vec<Option<Severity>>) {
        let differ = (0..worst.len()).filter(|i| worst[*i] != self.worst[*i]);
        for (index, line) in differ.filter_map(|i| Some((i, self.line(parent, i)?))) {
            let _ = match worst[index] {
                Some(severity) => line.set_attribute("data-worst", severity.name()),
                None => line.remove_attribute("data-worst"),
            };
        }
        self.worst = worst;
    }

    /// How far below the top of `parent` line `index` begins, in CSS pixels.
    pub fn top_of(&self, parent: &Element, index: usize) -> Option<i32> {
        let line = self.line(parent, index)?;
        let group: HtmlElement = line.parent_element()?.unchecked_into();
        Some(group.offset_top() + line.offset_top())
    }

    /// The line that stands at `y` below the top of `parent`.
    pub fn at(&self, parent: &Element, y: i32) -> usize {
        let (mut low, mut high) = (0, self.worst.len());
        while low < high {
            let middle = (low + high) / 2;
            if self.top_of(parent, middle).is_some_and(|top| top <= y) { low = middle + 1 } else { high = middle }
        }
        low.saturating_sub(1)
    }
}

fn made(text: &str) -> Option<Element> {
    let line = document().create_element("div").ok()?;
    line.set_text_content(Some(text));
    Some(line)
}
