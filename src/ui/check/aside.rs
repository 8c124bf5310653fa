//! Findings that somebody looked at and set aside: for this draft, on this device. Errors cannot be.

use crate::issue::Document;
use crate::platform::storage;
use crate::rules::{Finding, Severity};
use crate::ui::session::Session;
use leptos::prelude::*;

/// By what a finding is known again while the text around it changes: its rule and the line it stands on.
fn name(doc: &Document, finding: &Finding) -> String {
    let text = doc.text();
    let start = text[..finding.span.start].rfind('\n').map_or(0, |at| at + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    format!("{} {}", finding.rule.name, line.trim())
}

/// The key under which a draft's are kept: its number, else its date.
fn key(doc: &Document) -> Option<String> {
    let number = doc.header.number.map(|n| n.to_string());
    Some(format!("aside/{}", number.or_else(|| doc.date().map(|d| d.to_string()))?))
}

/// Follows the draft and brings back what was set aside for it.
pub fn follow(session: Session) {
    let key = Memo::new(move |_| key(&session.doc.get()));
    Effect::new(move |_| {
        let kept = key.get().and_then(|key| storage::get(&key)).unwrap_or_default();
        session.aside.set(kept.lines().map(str::to_owned).collect());
    });
}

/// Takes out what was set aside.
pub fn leave_out(session: Session, doc: &Document, found: &mut Vec<Finding>) {
    session.aside.with(|aside| {
        if !aside.is_empty() {
            let kept = |f: &Finding| !aside.contains(&kind(f.rule.name)) && !aside.contains(&name(doc, f));
            found.retain(|f| f.severity == Severity::Error || kept(f));
        }
    });
}

/// Sets a finding aside.
pub fn set(session: Session, finding: &Finding) {
    let name = session.peek(|d| name(d.doc(), finding));
    session.aside.update(|aside| aside.push(name));
    keep(session);
    session.say("Set aside for this draft.");
}

/// Sets all findings of a rule aside.
pub fn set_all(session: Session, rule: &str) {
    session.aside.update(|aside| aside.push(kind(rule)));
    keep(session);
    session.say("All of this kind are set aside for this draft.");
}

/// The name for all findings of a rule.
fn kind(rule: &str) -> String {
    format!("{rule} *")
}

/// Shows all of them again.
pub fn bring_back(session: Session) {
    session.aside.set(Vec::new());
    keep(session);
    session.say("What was set aside is shown again.");
}

fn keep(session: Session) {
    let Some(key) = session.peek(|d| key(d.doc())) else { return };
    let lines = session.aside.with_untracked(|aside| aside.join("\n"));
    // A convenience: where it cannot be kept, the finding comes back another day.
    if lines.is_empty() {
        storage::remove(&key);
    } else {
        let _ = storage::set(&key, &lines);
    }
}
