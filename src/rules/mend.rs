//! Applies fixes until none is left.

use super::{Finding, Safety, Setting, check};
use crate::issue::Document;
use crate::text::{Edit, Splice};

/// How often the text is read again; fixes that uncover others need a second round, a cycle would need more.
const ROUNDS: usize = 8;

/// `text` with every safe fix applied, and with `suggested` those that a person should see as well.
pub fn fix_all(text: &str, setting: &Setting<'_>, suggested: bool) -> String {
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        let findings = check(&Document::parse(text.as_str()), setting);
        let wanted =
            |finding: &&Finding| finding.fix.as_ref().is_some_and(|fix| suggested || fix.safety == Safety::Safe);
        let edit = together(findings.iter().filter(wanted));
        match edit.apply(&text) {
            Ok(after) if after != text => text = after,
            _ => break,
        }
    }
    text
}

/// The fixes of all findings as one edit. Of two that touch each other the first wins; a safe one goes before a
/// suggested one.
pub fn together<'a>(findings: impl Iterator<Item = &'a Finding>) -> Edit {
    let mut fixes: Vec<_> = findings.filter_map(|finding| finding.fix.as_ref()).collect();
    fixes.sort_by_key(|fix| fix.safety != Safety::Safe);
    let mut taken = std::collections::BTreeMap::<usize, usize>::new();
    let mut splices: Vec<Splice> = Vec::new();
    for fix in fixes {
        let is_free = |splice: &Splice| {
            let before = taken.range(..=splice.span.end).next_back();
            before.is_none_or(|(_, end)| *end < splice.span.start)
        };
        if fix.edit.splices().iter().all(is_free) {
            for splice in fix.edit.splices() {
                taken.insert(splice.span.start, splice.span.end);
                splices.push(splice.clone());
            }
        }
    }
    Edit::of(splices).unwrap_or_default()
}
