//! Any text: its page holds listed tags and attributes only, and the places where GitHub differs fit the text.

#![no_main]

#[path = "../../tests/site/strict.rs"]
mod strict;

use libfuzzer_sys::fuzz_target;
use twir_desk::issue::Document;
use twir_desk::site::{self, Mark, differs};

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let doc = Document::parse(&*text);
    strict::check(&site::page(&doc), false);
    strict::check(&site::inline(&text), true);
    let marks: Vec<Mark> = doc.items.iter().map(|i| Mark { span: i.span, class: "is-new" }).collect();
    strict::blocks(&site::marked_page(&doc, &marks));
    for index in 0..doc.sections.len().min(4) {
        strict::blocks(&site::sections(&doc, &[index], &marks));
    }
    for difference in differs::differs(&doc) {
        assert!(text.get(difference.span.range()).is_some(), "{difference:?}");
        if let Some(fix) = &difference.fix {
            assert!(fix.apply(&text).is_ok(), "{difference:?}");
        }
    }
});
