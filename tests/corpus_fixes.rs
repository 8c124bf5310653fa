//! The fixes beside what the newsletter's editors did: drafts just before a repair, each with the lines repaired and
//! what stands there afterwards. Figures are printed (`cargo test --test corpus_fixes -- --nocapture`); with
//! `TWIR_SHOW_FIXES` the cases that differ as well.

mod common;

use common::corpus;
use std::collections::BTreeMap;
use twir_desk::issue::Document;
use twir_desk::rules::{Finding, Recent, Role, Setting, check, fix_all, together};
use twir_desk::text::{Edit, Side, Span};

/// One repair: where, what stood there, what stands there now.
struct Repair {
    kind: String,
    lines: Vec<usize>,
    before: String,
    after: String,
}

/// Offered: some finding there has a fix. Alone: one fix gives the editor's text. Together: all of them do. Whole:
/// so does `twir fix --suggested` on the draft.
#[derive(Default)]
struct Count {
    all: usize,
    offered: usize,
    alone: usize,
    together: usize,
    whole: usize,
}

fn repairs(row: &serde_json::Value) -> Vec<Repair> {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let faults = row["faults"].as_array().into_iter().flatten();
    let one = |fault: &serde_json::Value| Repair {
        kind: text(&fault["fault"]),
        lines: fault["lines"].as_array().into_iter().flatten().filter_map(|n| Some(n.as_u64()? as usize)).collect(),
        before: text(&fault["before"]),
        after: text(&fault["after"]),
    };
    faults.map(one).collect()
}

/// What `edit` leaves of the lines in `block`, without white space at the ends of lines.
fn left_of(text: &str, block: Span, edit: &Edit) -> String {
    let after = edit.apply(text).expect("a fix fits");
    let span = Span::new(edit.map(block.start, Side::Before), edit.map(block.end, Side::Before));
    plain(span.of(&after))
}

fn plain(text: &str) -> String {
    text.trim_matches('\n').lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// How much of a text the list keeps, in characters.
const KEPT: usize = 200;

/// Whether it is the editor's text, as far as the list has that.
fn is_theirs(ours: &str, theirs: &str) -> bool {
    ours == theirs || (theirs.chars().count() >= KEPT - 1 && ours.starts_with(theirs))
}

/// The fixes of findings on those lines.
fn offered(findings: &[Finding], first: usize, last: usize) -> Vec<&Finding> {
    findings.iter().filter(|f| f.fix.is_some() && f.line <= last && first <= f.end_line).collect()
}

#[test]
fn fixes_are_what_editors_do() {
    let Some(folder) = corpus::folder() else { return };
    let show = std::env::var_os("TWIR_SHOW_FIXES").is_some();
    let rows = std::fs::read_to_string(folder.join("fixups/fixups.jsonl")).expect("the list of repairs");
    let recent = Recent::none();
    let setting = Setting { role: Role::Editor, today: None, recent: &recent };
    let mut counts = BTreeMap::<String, Count>::new();
    for row in rows.lines() {
        let row: serde_json::Value = serde_json::from_str(row).expect("JSON");
        let id = row["id"].as_str().unwrap_or_default();
        let text = std::fs::read_to_string(folder.join(format!("fixups/before/{id}.md"))).expect("the draft before");
        let doc = Document::parse(text.as_str());
        let findings = check(&doc, &setting);
        let mended = plain(&fix_all(&text, &setting, true));
        for repair in repairs(&row) {
            let (height, wanted) = (repair.before.lines().count().max(1), plain(&repair.after));
            let count = counts.entry(repair.kind.clone()).or_default();
            count.all += 1;
            let mut same = (false, false, false);
            for first in &repair.lines {
                let last = first + height - 1;
                let fixes = offered(&findings, *first, last);
                if fixes.is_empty() {
                    continue;
                }
                let end = doc.lines.get(last - 1).map_or(text.len(), |line| line.full.end);
                let block = Span::new(doc.lines[first - 1].full.start, end);
                let edits = fixes.iter().filter_map(|f| f.fix.as_ref());
                let alone = edits.into_iter().any(|fix| is_theirs(&left_of(&text, block, &fix.edit), &wanted));
                let all = left_of(&text, block, &together(fixes.iter().copied()));
                let gone = wanted.is_empty() && !mended.contains(&plain(&repair.before));
                same = (true, same.1 || alone, same.2 || is_theirs(&all, &wanted));
                count.whole += usize::from(gone || (!wanted.is_empty() && mended.contains(&wanted)));
                if show && !alone && !is_theirs(&all, &wanted) {
                    let names: Vec<_> = fixes.iter().map(|f| f.rule.name).collect();
                    println!("{} {id}:{first} {names:?}\n  ours   {all}\n  theirs {wanted}", repair.kind);
                }
                break;
            }
            count.offered += usize::from(same.0);
            count.alone += usize::from(same.1 || same.2);
            count.together += usize::from(same.2);
        }
    }
    let total = counts
        .values()
        .fold([0; 5], |t, c| [t[0] + c.all, t[1] + c.offered, t[2] + c.alone, t[3] + c.together, t[4] + c.whole]);
    for (kind, c) in &counts {
        println!(
            "{kind:<16} {:>4}, a fix for {:>4}, the editor's text by one or all {:>4}, by all {:>4}, by the command {:>4}",
            c.all, c.offered, c.alone, c.together, c.whole
        );
    }
    let share = |part: usize| part as f64 * 100.0 / total[1].max(1) as f64;
    println!(
        "of {} with a fix: {:.1} % by one or all, {:.1} % by all, {:.1} % by the command",
        total[1],
        share(total[2]),
        share(total[3]),
        share(total[4])
    );
    assert!(share(total[2]) >= 70.0, "fixes differ from what editors do: {:.1} %", share(total[2]));
}
