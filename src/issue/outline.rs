//! The outline of a document as JSON: `twir outline`.

use super::Document;
use serde_json::{Value, json};

/// Number, date, and the sections with their items: `{"number", "date", "sections": [{"heading", "level", "kind",
/// "line", "items": [{"kind", "line", …, "strict"}]}]}`. An item bears the fields of its submission; where one is
/// missing it bears `text`, its first line, instead. Lines count from 1.
pub fn outline(doc: &Document) -> Value {
    let text = doc.text();
    let sections: Vec<Value> = doc
        .sections
        .iter()
        .enumerate()
        .map(|(index, section)| {
            let items: Vec<Value> = section.items().map(|item| item_json(doc, item)).collect();
            json!({
                "heading": section.title.of(text),
                "level": section.level,
                "kind": section.kind.name(),
                "line": doc.line_number(doc.sections[index].heading.start),
                "items": items,
            })
        })
        .collect();
    json!({
        "number": doc.header.number,
        "date": doc.header.date.map(|d| d.to_string()),
        "sections": sections,
    })
}

fn item_json(doc: &Document, index: usize) -> Value {
    let item = &doc.items[index];
    let mut value = match doc.submission(index) {
        Some(submission) => submission.to_json(),
        None => json!({"text": item.head.of(doc.text())}),
    };
    value["kind"] = item.shape.kind().into();
    value["line"] = item.line.into();
    value["strict"] = item.is_strict(doc.text(), &doc.sections[item.section]).into();
    value
}
