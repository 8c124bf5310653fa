//! A row of the list of findings: what it says, the way there, and what can be done about it.

use super::board::{Board, board};
use super::findings::{apply, visit};
use crate::desk::sections;
use crate::rules::{Finding, Severity};
use crate::ui::check::aside;
use crate::ui::field::severity_icon;
use crate::ui::live::{message, plain};
use crate::ui::session::Dialog;
use leptos::prelude::*;

/// What a row shows. A letter moves the places of all findings behind it, and changes none of this.
#[derive(Clone, PartialEq)]
struct Shown {
    rule: &'static str,
    severity: Severity,
    section: String,
    message: String,
    line: usize,
    /// What its fix is called.
    fix: Option<String>,
}

/// Finding `at` of the list.
#[component]
pub fn FoundRow(at: usize) -> impl IntoView {
    let board = board();
    let shown = Memo::new(move |_| board.findings.with(|all| all.get(at).map(|finding| shown(board, finding))));
    view! {
        <li class="found-row" aria-current=move || (board.current.get() == Some(at)).then_some("true")>
            {move || shown.get().map(|shown| words(board, at, shown))}
        </li>
    }
}

fn shown(board: Board, finding: &Finding) -> Shown {
    let section = board
        .session
        .doc
        .with_untracked(|doc| doc.section_at(finding.span.start).map(|s| format!("{}: ", sections::name(doc, s))));
    Shown {
        rule: finding.rule.name,
        severity: finding.severity,
        section: section.unwrap_or_default(),
        message: finding.message.clone(),
        line: finding.line,
        fix: finding.fix.as_ref().map(|fix| fix.title.clone()),
    }
}

fn words(board: Board, at: usize, shown: Shown) -> impl IntoView {
    let Shown { rule, severity, section, message: said, line, fix } = shown;
    // As it stands when the button is pressed.
    let now = move || board.findings.with_untracked(|all| all.get(at).cloned());
    let back = move || board.current.set(at.checked_sub(1));
    let fix = fix.map(|title| {
        let title = plain(&title);
        let name = format!("Fix: {title}");
        let act = move |_| {
            now().iter().for_each(|finding| apply(board, finding));
            back();
        };
        view! { <button type="button" class="button small found-fix" title=title aria-label=name on:click=act>"Fix"</button> }
    });
    let aside = (severity != Severity::Error).then(|| {
        let act = move |_| {
            now().iter().for_each(|finding| aside::set(board.session, finding));
            back();
        };
        let name = format!("Set aside: {}", plain(&said));
        view! {
            <button type="button" class="button small quiet found-aside" title="Not shown again for this draft" aria-label=name
                on:click=act>"Set aside"</button>
        }
    });
    let go = move |_| now().iter().for_each(|finding| visit(board, at, finding));
    view! {
        <span class=format!("found-icon is-{}", severity.name())>{severity_icon(severity)}<span class="sr-only">{severity.name()}</span></span>
        <button type="button" class="found-rule" title="What this rule is about"
            on:click=move |_| board.session.dialog.set(Some(Dialog::Rule(rule)))>{rule}</button>
        <p class="found-text"><span class="muted">{section}</span> {message(&said)}</p>
        <button type="button" class="button small quiet found-line" on:click=go>{format!("line {line}")}</button>
        {fix}
        {aside}
    }
}
