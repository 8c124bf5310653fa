//! What lies below the text field of the source: a line for each of the text's, in the same type and as wide, so that they
//! wrap alike. It numbers the lines, marks what was found in them, and tells where on the screen a line stands.

use crate::rules::{Finding, Severity};
use crate::text::differ::differing;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Makes the lines of `parent`, which are those of `before`, those of `after`.
pub fn show(parent: &Element, before: &str, after: &str) {
    let (old, new): (Vec<&str>, Vec<&str>) = (lines(before), lines(after));
    let (gone, come) = differing(&old, &new, |a, b| a == b);
    let children = parent.children();
    let behind = children.item(gone.end as u32);
    for index in (come.end..gone.end).rev() {
        children.item(index as u32).into_iter().for_each(|e| e.remove());
    }
    // Those that are new come in one go: a whole issue is a thousand lines.
    let fragment = document().create_document_fragment();
    for index in come {
        let line = new[index];
        match children.item(index as u32).filter(|_| index < gone.end) {
            Some(kept) => kept.set_text_content(Some(line)),
            None => {
                if let Ok(made) = document().create_element("div") {
                    made.set_text_content(Some(line));
                    let _ = fragment.append_child(&made);
                }
            }
        }
    }
    let _ = parent.insert_before(&fragment, behind.as_deref());
}

/// As a text field breaks them: behind the last line end there is one more.
fn lines(text: &str) -> Vec<&str> {
    // Before anything was shown there is none.
    if text == NOTHING { Vec::new() } else { text.split('\n').collect() }
}

/// No text at all, not even an empty one.
pub const NOTHING: &str = "\0";

/// Marks the lines in which something was found, by the worst of it.
pub fn mark(parent: &Element, findings: &[Finding]) {
    if let Ok(old) = parent.query_selector_all("[data-worst]") {
        for line in (0..old.length()).filter_map(|i| old.item(i)) {
            let _ = line.unchecked_into::<Element>().remove_attribute("data-worst");
        }
    }
    let children = parent.children();
    // The worst comes last and stays.
    for severity in [Severity::Hint, Severity::Warning, Severity::Error] {
        for finding in findings.iter().filter(|f| f.severity == severity) {
            if let Some(line) = children.item(finding.line.saturating_sub(1) as u32) {
                let _ = line.set_attribute("data-worst", severity.name());
            }
        }
    }
}

/// How far below the top of `parent` line `index` begins, in CSS pixels.
pub fn top_of(parent: &Element, index: usize) -> Option<i32> {
    let line = parent.children().item(index as u32)?;
    Some(line.unchecked_into::<HtmlElement>().offset_top())
}

/// The line that stands at `y` below the top of `parent`.
pub fn at(parent: &Element, y: i32) -> usize {
    let (mut low, mut high) = (0, parent.child_element_count() as usize);
    while low < high {
        let middle = (low + high) / 2;
        if top_of(parent, middle).is_some_and(|top| top <= y) { low = middle + 1 } else { high = middle }
    }
    low.saturating_sub(1)
}
