//! The verdict in one line, and a card for each change.

use super::Comparison;
use crate::review::{Change, ChangeKind};
use crate::rules::{Finding, Severity};
use crate::ui::diff::{card, kind_word};
use crate::ui::field::severity_icon;
use crate::ui::handin::CopyButton;
use crate::ui::live::message;
use leptos::prelude::*;

const KINDS: [ChangeKind; 5] =
    [ChangeKind::Added, ChangeKind::Changed, ChangeKind::Moved, ChangeKind::Removed, ChangeKind::Other];

fn many(count: usize, one: &str, several: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {several}") }
}

/// What was done and found, in words: `2 added, 1 changed; 1 error`.
fn verdict(c: &Comparison) -> String {
    let count = |kind| c.changes.iter().filter(|x| x.kind == kind).count();
    let parts: Vec<String> = KINDS
        .iter()
        .map(|kind| (*kind, count(*kind)))
        .filter(|(_, n)| *n > 0)
        .map(|(kind, n)| match kind {
            ChangeKind::Other => many(n, "change of text between items", "changes of text between items"),
            _ => format!("{} {}", many(n, "item", "items"), kind_word(kind).1),
        })
        .collect();
    let found = |severity| c.findings.iter().filter(|f| f.severity == severity).count();
    let (errors, warnings, hints) = (found(Severity::Error), found(Severity::Warning), found(Severity::Hint));
    let findings = match (errors, warnings, hints) {
        (0, 0, 0) => "nothing to mend".to_owned(),
        _ => format!(
            "{}, {}, {}",
            many(errors, "error", "errors"),
            many(warnings, "warning", "warnings"),
            many(hints, "hint", "hints")
        ),
    };
    format!("{}; {findings}.", parts.join(", "))
}

/// A reply to the person who sent it, ready to copy.
fn reply(c: &Comparison) -> String {
    let mut out = format!("{}\n", verdict(c));
    // Two findings of one line may be mended by the same block.
    let mut offered = Vec::new();
    for finding in &c.findings {
        out.push_str(&format!("\n* Line {}: {}", finding.line, finding.message));
        let fix = finding.fix.as_ref();
        let block = fix.and_then(|fix| crate::review::suggestion(&c.changed, finding.line, &fix.edit));
        if let Some(block) = block.map(|block| (finding.line, block)).filter(|block| !offered.contains(block)) {
            out.push_str(&format!("\n\n{}", block.1));
            offered.push(block);
        }
    }
    out
}

#[component]
pub fn Verdict(comparison: Memo<Comparison>) -> impl IntoView {
    let differs = move || comparison.with(|c| c.base.text() != c.changed.text());
    let errors = move || comparison.with(|c| c.findings.iter().any(|f| f.severity == Severity::Error));
    let text = Signal::derive(move || comparison.with(reply));
    view! {
        <section class="review-verdict" data-errors=move || errors().to_string() aria-label="Verdict">
            {move || if differs() {
                view! {
                    <p><strong>{comparison.with(verdict)}</strong></p>
                    <CopyButton label="Copy as a reply" text=text/>
                }.into_any()
            } else {
                view! {
                    <p class="muted">
                        "Both sides are the same. Enter a pull request, choose a file or paste a text on one side, or change something on the desk."
                    </p>
                }.into_any()
            }}
        </section>
    }
}

/// Which findings stand on lines of `change`.
fn of_change(c: &Comparison, change: &Change) -> Vec<Finding> {
    let span = change.spans.1;
    let inside = |f: &&Finding| span.covers(f.span) || span.contains(f.span.start);
    c.findings.iter().filter(inside).cloned().collect()
}

#[component]
pub fn Cards(comparison: Memo<Comparison>) -> impl IntoView {
    move || {
        comparison.with(|c| {
            let cards = c.changes.iter().map(|change| {
                view! {
                    <li class="review-card">
                        {card(&c.base, &c.changed, change)}
                        {of_change(c, change).into_iter().map(finding).collect_view()}
                    </li>
                }
            });
            let placed = |f: &&Finding| c.changes.iter().any(|change| of_change(c, change).contains(f));
            let rest: Vec<Finding> = c.findings.iter().filter(|f| !placed(f)).cloned().collect();
            view! {
                <ul class="review-cards">{cards.collect_view()}</ul>
                {(!rest.is_empty()).then(|| view! {
                    <section class="review-rest" aria-label="Findings elsewhere">
                        <h2>"Elsewhere because of it"</h2>
                        {rest.into_iter().map(finding).collect_view()}
                    </section>
                })}
            }
        })
    }
}

fn finding(f: Finding) -> impl IntoView {
    view! {
        <p class=format!("finding finding-{}", f.severity.name())>
            {severity_icon(f.severity)}
            <span class="finding-text">
                <span class="sr-only">{f.severity.name()} ": "</span>
                {format!("Line {}: ", f.line)} {message(&f.message)}
            </span>
        </p>
    }
}
