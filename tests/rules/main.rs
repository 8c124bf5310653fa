//! Findings and their fixes: one harness over all rules, invariants on generated drafts, and cases of single rules.

mod again;
mod calls;
mod events;
mod harness;
mod hostile;
mod links;
mod page;
mod properties;
mod whole;

#[path = "../common/corpus.rs"]
mod corpus;

use twir_desk::issue::Document;
use twir_desk::rules::{Finding, Recent, Role, Setting, check, example, fix_all};

/// What is found in a text.
fn findings(text: &str, role: Role) -> Vec<Finding> {
    let recent = Recent::none();
    check(&Document::parse(text), &Setting { role, today: None, recent: &recent })
}

/// The text with its fixes applied.
fn fixed(text: &str, role: Role, suggested: bool) -> String {
    let recent = Recent::none();
    fix_all(text, &Setting { role, today: None, recent: &recent }, suggested)
}

/// The rules that speak about lines of an example, each once for each finding, in order; hints too.
fn names(lines: &str) -> Vec<&'static str> {
    findings(&example::draft(lines), Role::Editor).iter().map(|f| f.rule.name).collect()
}

/// What the fixes of one rule make of lines of an example; the lines as they were where it has none.
fn mended(rule: &str, lines: &str) -> String {
    let draft = example::draft(lines);
    let found = findings(&draft, Role::Editor);
    let edit = twir_desk::rules::together(found.iter().filter(|f| f.rule.name == rule));
    let after = edit.apply(&draft).expect("fixes fit");
    let start = draft.find(lines).expect("the example");
    let tail = draft.len() - start - lines.len();
    after[start..after.len() - tail].to_owned()
}

/// Fails unless the rule is silent on each of those lines.
fn silent(rule: &str, cases: &[&str]) {
    for lines in cases {
        assert!(!names(lines).contains(&rule), "{rule} speaks of {lines}");
    }
}

/// Fails unless the rule mends each pair's first text into its second.
fn mends(rule: &str, cases: &[(&str, &str)]) {
    for (lines, wanted) in cases {
        assert!(names(lines).contains(&rule), "{rule} is silent about {lines}");
        assert_eq!(mended(rule, lines), *wanted, "{rule}");
    }
}
