//! Applies fixes until none is left.

use super::{Finding, Safety, Setting, check};
use crate::issue::Document;
use crate::text::{Edit, Splice};

/// How often the text is read again; fixes that uncover others need a second round, a cycle would need more.
const ROUNDS: usize = 8;

/// `text` with every safe fix applied, and with `suggested` those that a person should see as well.
pub fn fix_all(text: &str, setting: &Setting<'_>, suggested: bool) -> String {
    let wanted = |_: &Document, findings: &mut Vec<Finding>| {
        findings.retain(|finding| finding.fix.as_ref().is_some_and(|fix| suggested || fix.safety == Safety::Safe));
    };
    fix_those(text, setting, wanted)
}

/// `text` with every fix applied that `wanted` leaves in the list.
pub fn fix_those(text: &str, setting: &Setting<'_>, wanted: impl Fn(&Document, &mut Vec<Finding>)) -> String {
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        let doc = Document::parse(text.as_str());
        let mut findings = check(&doc, setting);
        wanted(&doc, &mut findings);
        let edit = together(findings.iter());
        match edit.apply(&text) {
            Ok(after) if after != text => text = after,
            _ => break,
        }
    }
    text
}

/// The fixes of all findings as one edit. Of two that meet the first wins; a safe one goes before a suggested one. Two
/// that replace neighbouring bytes do not meet, but what is inserted meets what ends or begins there.
pub fn together<'a>(findings: impl Iterator<Item = &'a Finding>) -> Edit {
    let mut fixes: Vec<_> = findings.filter_map(|finding| finding.fix.as_ref()).collect();
    fixes.sort_by_key(|fix| fix.safety != Safety::Safe);
    let mut taken = std::collections::BTreeMap::<usize, usize>::new();
    let mut splices: Vec<Splice> = Vec::new();
    for fix in fixes {
        let is_free = |splice: &Splice| {
            let (own, mut before) = (splice.span, taken.range(..=splice.span.end).rev());
            let beside =
                |start: usize, end: usize| start < end && !own.is_empty() && (end == own.start || own.end == start);
            // The nearest two: one may begin where this one ends, the other end where it begins.
            let met = |(start, end): (&usize, &usize)| *end >= own.start && !beside(*start, *end);
            !before.by_ref().take(2).any(met)
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
