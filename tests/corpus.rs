//! The engine on real history: contributions replayed, operations on published issues, and what is read as no item.
//! Figures are printed (`cargo test --test corpus -- --nocapture`).

mod common;

use common::corpus;
use common::steps::Step;
use std::collections::BTreeMap;
use twir_desk::edit::Field;
use twir_desk::issue::{Document, Shape, submission};

#[test]
fn replays_are_added_in_canonical_form_and_change_no_other_line() {
    let Some(folder) = corpus::folder() else { return };
    let rows = std::fs::read_to_string(folder.join("replays/replays.jsonl")).expect("the list of replays");
    let mut count = 0;
    for row in rows.lines() {
        let row: serde_json::Value = serde_json::from_str(row).expect("JSON");
        let base = folder.join("replays/bases").join(format!("{}.md", row["base"].as_str().unwrap_or_default()));
        let base = std::fs::read_to_string(base).expect("the draft before");
        let submission = submission::read(&row["submission"].to_string()).unwrap_or_else(|e| panic!("{e}: {row}"));
        let after = Step::Add(submission.clone()).holds(&base);
        let block = submission.lines().join("\n");
        assert_eq!(after.matches(&block).count(), base.matches(&block).count() + 1, "{block}");
        count += 1;
    }
    println!("{count} contributions replayed");
}

#[test]
fn operations_hold_on_published_issues() {
    let Some(folder) = corpus::folder() else { return };
    for (index, (_, issue)) in corpus::texts(&folder, "issues").iter().enumerate() {
        let items = Document::parse(issue.as_str()).items.len();
        // Other items in every issue, so that all places are met.
        let item = index * 7 % items.max(1);
        let steps = [
            Step::Remove(item),
            Step::MoveBy(item, 1),
            Step::MoveTo(item, index, 1),
            Step::Set(item, Field::Url, "https://new.example/".into()),
            Step::Set(item, Field::Title, "New".into()),
            Step::Set(item, Field::Location, "Bern, CH".into()),
        ];
        steps[index % steps.len()].holds(issue);
    }
}

/// By year: all items, those of no shape, and those that stand in canonical form.
#[test]
fn nearly_every_list_item_has_a_shape() {
    let Some(folder) = corpus::folder() else { return };
    let mut years = BTreeMap::<String, [usize; 3]>::new();
    let show = std::env::var_os("TWIR_SHOW_OTHER").is_some();
    for (name, issue) in corpus::texts(&folder, "issues") {
        let doc = Document::parse(issue);
        let year = years.entry(name[..4].to_owned()).or_default();
        for item in &doc.items {
            // "No new RFCs this week" has no shape, and needs none.
            let none = item.head.of(doc.text()).trim_start_matches(['*', '_']).to_lowercase().starts_with("no ");
            let other = item.shape == Shape::Other && !none;
            let strict = item.is_strict(doc.text(), &doc.sections[item.section]);
            year[0] += 1;
            year[1] += usize::from(other);
            year[2] += usize::from(strict);
            if show && !strict {
                let kind = doc.sections[item.section].kind.name();
                println!("{name}:{} {kind} {}: {:?}", item.line, item.shape.kind(), item.span.of(doc.text()));
            }
        }
    }
    for (year, [all, other, strict]) in &years {
        let share = |part: &usize| *part as f64 * 100.0 / *all as f64;
        println!("{year}: {all} items, {:.2} % of no shape, {:.1} % canonical", share(other), share(strict));
        if year.as_str() >= "2023" {
            assert!(share(other) < 0.5, "{year}: {other} of {all} items have no shape");
        }
    }
}

#[test]
fn seeds_are_read_with_their_items() {
    let Some(folder) = corpus::folder() else { return };
    for (name, seed) in corpus::texts(&folder, "seeds") {
        let doc = Document::parse(seed);
        let count = |kind: &str| doc.items.iter().filter(|i| i.shape.kind() == kind).count();
        println!("{name}: {} links, {} events, {} other", count("link"), count("event"), count("other"));
        assert!(doc.is_issue() && doc.header.number.is_some() && doc.date().is_some(), "{name}");
        assert!(doc.items.len() > 50 && count("event") >= 10 && count("other") * 10 < doc.items.len(), "{name}");
    }
}
