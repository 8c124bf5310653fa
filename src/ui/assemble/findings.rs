//! All findings of the draft: visit, mend one, mend what is safe.

use super::board::{Board, Mode, Pane, Target, board};
use super::found::FoundRow;
use super::scroll::{bring_into, focus_later, focus_outline, pass_focus_on, remember_focus, row_name};
use super::toolbar::count_of;
use crate::desk::source;
use crate::issue::Document;
use crate::rules::{self, Finding, Safety, Severity};
use crate::text::Span;
use crate::ui::check::aside;
use crate::ui::icon::Icon;
use crate::ui::session::Goto;
use leptos::html;
use leptos::prelude::*;

#[component]
pub fn FindingsPanel() -> impl IntoView {
    let board = board();
    let session = board.session;
    let list = NodeRef::<html::Ul>::new();
    let open = RwSignal::new(true);
    let count = Memo::new(move |_| board.findings.with(Vec::len));
    let words = move || board.all.with(|all| summary(all));
    let hints = Memo::new(move |_| board.all.with(|all| all.iter().filter(|f| f.severity == Severity::Hint).count()));
    let safe = Memo::new(move |_| board.findings.with(|all| all.iter().filter(|f| is_safe(f)).count()));
    // The visited one stays in sight.
    Effect::new(move |_| {
        let current = board.current.get();
        request_animation_frame(move || {
            let Some(list) = list.try_get_untracked().flatten() else { return };
            if let Some(row) = current.and_then(|at| list.children().item(at as u32)) {
                bring_into(&list, &row);
            }
        });
    });
    // What was mended or set aside takes its buttons along: the next finding has the focus then.
    Effect::new(move |_| {
        board.findings.track();
        session.aside.track();
        pass_focus_on("findings", move || {
            let next = board.current.get_untracked().map_or(1, |at| at + 2);
            let rows = [format!("nth-child({next})"), "last-child".into()];
            let buttons = rows
                .iter()
                .flat_map(|row| ["fix", "line"].map(|button| format!("#found-list > li:{row} .found-{button}")));
            buttons.chain([".found-head button:not(.found-toggle)".into(), ".found-toggle".into()]).collect()
        });
    });
    view! {
        <section class="found" aria-label="Findings" data-open=move || open.get().to_string()
            on:focusin=move |e| remember_focus("findings", &e)>
            <div class="found-head">
                <button type="button" class="button small quiet found-toggle" aria-expanded=move || open.get().to_string()
                    aria-controls="found-list" on:click=move |_| open.update(|o| *o = !*o)>
                    {move || if open.get() { Icon::Down.view() } else { Icon::Up.view() }} "Findings"
                </button>
                <p class="found-words">{words} " " <span class="muted">{move || session.known.with(|known| known.words())}</span></p>
                {move || (safe.get() > 0).then(|| view! {
                    <button type="button" class="button small" title="One step; Ctrl+Z takes it back" on:click=move |_| fix_safe(board)>
                        {if safe.get() == 1 { "Fix 1 safe one".to_owned() } else { format!("Fix {} safe ones", safe.get()) }}
                    </button>
                })}
                {move || (hints.get() > 0).then(|| view! {
                    <button type="button" class="button small quiet" aria-pressed=move || board.hints.get().to_string()
                        on:click=move |_| board.hints.update(|h| *h = !*h)>
                        {move || if board.hints.get() { "Leave out hints".to_owned() } else { format!("Show hints ({})", hints.get()) }}
                    </button>
                })}
                {move || match session.aside.with(Vec::len) {
                    0 => None,
                    n => Some(view! {
                        <button type="button" class="button small quiet" on:click=move |_| aside::bring_back(session)>
                            {format!("Show {n} set aside")}
                        </button>
                    }),
                }}
                {move || (count.get() > 0).then(|| view! {
                    <button type="button" class="button small" title="Shift+F8" on:click=move |_| step(board, true)>"Previous"</button>
                    <button type="button" class="button small" title="F8" on:click=move |_| step(board, false)>"Next"</button>
                    <span class="keys-hint"><kbd>"F8"</kbd></span>
                })}
            </div>
            <ul id="found-list" class="found-list" node_ref=list>
                <For each=move || 0..count.get() key=|at| *at children=move |at| view! { <FoundRow at=at/> }/>
            </ul>
        </section>
    }
}

/// `1 error · 6 warnings · 2 hints`.
fn summary(all: &[Finding]) -> String {
    let levels = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Hint, "hint")];
    let counts = levels.map(|(level, word)| (all.iter().filter(|f| f.severity == level).count(), word));
    let words: Vec<_> = counts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| count_of(*n, word)).collect();
    if words.is_empty() { "Nothing to mend.".into() } else { words.join(" · ") }
}

fn is_safe(finding: &Finding) -> bool {
    finding.fix.as_ref().is_some_and(|fix| fix.safety == Safety::Safe)
}

/// Goes to the next finding, or with `back` to the one before; round at the ends.
pub fn step(board: Board, back: bool) {
    let count = board.findings.with_untracked(Vec::len);
    if count == 0 {
        return board.session.say("Nothing to mend.");
    }
    let at = match (board.current.get_untracked(), back) {
        (Some(at), false) if at + 1 < count => at + 1,
        (_, false) => 0,
        (Some(at), true) if at > 0 => at.min(count) - 1,
        (_, true) => count - 1,
    };
    if let Some(finding) = board.findings.with_untracked(|all| all.get(at).cloned()) {
        visit(board, at, &finding);
        let severity = finding.severity.name();
        board.session.say(format!("Finding {} of {count}, {severity}: {}", at + 1, finding.message));
    }
}

/// Selects what a finding is about, and puts the focus there: on its row, or on its lines in the source.
pub fn visit(board: Board, at: usize, finding: &Finding) {
    board.current.set(Some(at));
    go_to(board, finding.span);
}

/// Goes where another part of the desk sends.
pub fn go(board: Board, place: Goto) {
    match place {
        Goto::Text(span) => go_to(board, span),
        Goto::Section(index) => {
            board.pane.set(Pane::Items);
            let source = board.mode.get_untracked() == Mode::Source && !board.strayed.get_untracked();
            if source {
                board.select_section(index);
                return caret_to_target(board);
            }
            board.show(Mode::Items);
            board.select_section(index);
            match untrack(|| board.ids()).first() {
                Some(first) => focus_later(row_name(*first)),
                None => focus_outline(),
            }
        }
        Goto::NextFinding => step(board, false),
        Goto::Rows => {
            board.show(Mode::Items);
            let first = untrack(|| board.ids()).first().copied();
            if let Some(id) = board.item.get_untracked().or(first) {
                focus_later(row_name(id));
            }
        }
        Goto::Source => {
            board.show(Mode::Source);
            caret_to_target(board);
        }
    }
}

/// Puts focus and caret where the source goes.
fn caret_to_target(board: Board) {
    board.target.update(|target| {
        if let Some(target) = target {
            // Nothing is selected: the first letter would take its place.
            target.span.end = target.span.start;
            target.focus = true;
        }
    });
}

/// Selects what stands there, and puts the focus on its row, or on its lines in the source.
fn go_to(board: Board, span: Span) {
    if board.pane.get_untracked() != Pane::Items {
        board.pane.set(Pane::Items);
    }
    let start = span.start;
    let item = board.session.peek(|d| d.doc().item_at(start).and_then(|i| d.id_of(i)));
    let rows = board.mode.get_untracked() == Mode::Items;
    match item {
        Some(id) if rows || board.strayed.get_untracked() => {
            board.show(Mode::Items);
            board.select_item(id);
            focus_later(row_name(id));
        }
        _ => {
            board.follow(start);
            board.mode.set(Mode::Source);
            board.strayed.update(|strayed| *strayed |= rows);
            board.target.set(Some(Target { span, focus: true }));
        }
    }
}

/// Applies a finding's fix, if what it mends still stands there.
pub fn apply(board: Board, finding: &Finding) {
    let session = board.session;
    let fits = session.peek(|d| finding.still_applies(d.doc().text()));
    let Some(fix) = finding.fix.as_ref().filter(|_| fits) else {
        return session.say("The text has changed there meanwhile; nothing was done.");
    };
    let item = session.peek(|d| d.doc().item_at(finding.span.start).and_then(|i| d.id_of(i)));
    if session.apply(fix.edit.clone(), &format!("fix {}", finding.rule.name)) {
        session.say(format!("Done: {}.", fix.title.trim_end_matches('.')));
        // The button that was pressed is gone.
        if let Some(id) = item.filter(|_| board.mode.get_untracked() == Mode::Items) {
            focus_later(row_name(id));
        }
    }
}

/// Applies all safe fixes of what is shown as one step: what was set aside stays as it is.
fn fix_safe(board: Board) {
    let session = board.session;
    let count = board.findings.with_untracked(|all| all.iter().filter(|f| is_safe(f)).count());
    let known = session.known.get_untracked();
    let setting = known.setting(session.role.get_untracked());
    let hints = board.hints.get_untracked();
    let edit = session.peek(|d| {
        let text = d.doc().text();
        let shown = |doc: &Document, found: &mut Vec<Finding>| {
            untrack(|| aside::leave_out(session, doc, found));
            found.retain(|f| is_safe(f) && (hints || f.severity != Severity::Hint));
        };
        source::changes(text, &rules::fix_those(text, &setting, shown))
    });
    if session.apply(edit, "fix what is safe") {
        session
            .say(format!("{} applied. Ctrl+Z takes them back.", count_of(count, "safe fix").replace("fixs", "fixes")));
    }
}
