//! What people made of real conflicts, and the contributions of whole weeks.

use crate::common;
use crate::lines::{bag, nothing_added_is_missing};
use twir_desk::edit;
use twir_desk::issue::{Document, submission};
use twir_desk::merge::merge;

#[test]
fn conflicts_of_history_are_resolved_as_people_did() {
    let Some(folder) = common::corpus::folder() else { return };
    let mut cases: Vec<_> = std::fs::read_dir(folder.join("merges")).unwrap().map(|e| e.unwrap().path()).collect();
    cases.sort();
    let mut wrong = Vec::new();
    for case in cases.iter().filter(|case| case.is_dir()) {
        let read = |name: &str| std::fs::read_to_string(case.join(name)).unwrap();
        let (base, ours, theirs) = (read("base.md"), read("ours.md"), read("theirs.md"));
        let merged = merge(&base, &[&ours, &theirs]);
        nothing_added_is_missing(&base, &[&ours, &theirs], &merged.text);
        if bag(&merged.text) != bag(&read("resolved.md")) || !merged.conflicts.is_empty() {
            wrong.push(case.file_name().unwrap().to_owned());
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn contributions_of_one_week_never_conflict() {
    let Some(folder) = common::corpus::folder() else { return };
    let replays = std::fs::read_to_string(folder.join("replays/replays.jsonl")).unwrap();
    let replays: Vec<serde_json::Value> = replays.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    for week in replays.chunk_by(|a, b| a["issue"] == b["issue"]) {
        let base = folder.join(format!("replays/bases/{}.md", week[0]["base"].as_str().unwrap()));
        let base = std::fs::read_to_string(base).unwrap();
        let doc = Document::parse(base.as_str());
        let wanted = week.iter().map(|r| submission::read(&r["submission"].to_string()).unwrap());
        let edits = wanted.filter_map(|wanted| edit::add(&doc, &wanted).ok());
        let copies: Vec<String> = edits.map(|edit| edit.apply(&base).unwrap()).collect();
        let copies: Vec<&str> = copies.iter().map(String::as_str).collect();
        let merged = merge(&base, &copies);
        assert_eq!(merged.conflicts, []);
        nothing_added_is_missing(&base, &copies, &merged.text);
        nothing_added_is_missing(&merged.text, &[&base], &merged.text);
    }
}
