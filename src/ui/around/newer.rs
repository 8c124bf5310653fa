//! The draft on GitHub is newer: what is in it, and how it is brought under the work.

use super::count_open;
use crate::desk::Source;
use crate::desk::rebase::{self, Misfit, Rebased};
use crate::issue::Document;
use crate::review::{self, ChangeKind};
use crate::ui::diff::Differences;
use crate::ui::live::{button, live_if};
use crate::ui::notice::Notice;
use crate::ui::session::{Moved, Session};
use leptos::prelude::*;

/// The bar that offers it, with a card for each change.
pub fn bar(session: Session) -> Option<AnyView> {
    let found = session.newer.get()?;
    let (source, base) = session.peek(|d| (d.source().clone(), d.base().shared_text()));
    let same = matches!(&source, Source::GitHub { path, .. } if *path == found.path);
    let count = if same { items_that_differ(&base, &found.text) } else { 0 };
    let (what, more) = match source {
        _ if same => ("The draft on GitHub is newer.", "Others have changed it since you loaded it."),
        Source::Starter => ("This week’s draft is here.", "So far you work on the practice issue."),
        _ => ("A new draft has begun on GitHub.", "The issue that you work on may be published already."),
    };
    let label = match count {
        0 => "Bring it in".to_owned(),
        1 => "Bring in 1 item".to_owned(),
        n => format!("Bring in {n} items"),
    };
    let open = Memo::new(move |_| count_open(session) > 0);
    let shown = RwSignal::new(false);
    let later = move || {
        session.put_off.set(session.newer.with_untracked(|n| n.as_ref().and_then(|n| n.sha.clone())));
        session.newer.set(None);
    };
    let act = move || match open.get() {
        true => view! { <span class="muted">"First settle what both sides changed, below."</span> }.into_any(),
        false => button("primary", None, label.clone(), move || {
            bring_in(session);
        }),
    };
    let differences = move || {
        let (before, after) = (base.to_string(), found.text.clone());
        view! { <Differences before=before after=after/> }.into_any()
    };
    let view = view! {
        <Notice kind="info">
            <p><strong>{what}</strong> " " {more} " Bringing it in keeps what you did and puts it on the newer draft; one step of undo takes it back."</p>
            <div class="notice-actions">
                {live_if(move || Some(act()))}
                {same.then(|| button("", None, "Show what is new", move || shown.update(|s| *s = !*s)))}
                {button("", None, "Later", later)}
            </div>
            {live_if(move || shown.get().then(&differences))}
        </Notice>
    };
    Some(view.into_any())
}

/// How many items others added, removed, changed or moved.
fn items_that_differ(before: &str, after: &str) -> usize {
    let changes = review::changes(&Document::parse(before), &Document::parse(after));
    changes.iter().filter(|change| change.kind != ChangeKind::Other).count()
}

/// Brings the newer draft that waits under the work, and says how it went. Nothing is done while something is open
/// from the last time. What came of it, in a sentence.
pub fn bring_in(session: Session) -> Option<String> {
    let found = session.newer.get_untracked().filter(|_| session.peek(|d| d.open_conflicts().is_empty()))?;
    let (base, work) = session.peek(|d| (d.base().shared_text(), d.doc().shared_text()));
    let rebased = rebase::rebase(&base, &work, &found.text);
    if !session.put_on(&found, &rebased) {
        return None;
    }
    let cards = cards(&rebased);
    let mut words = format!("The draft had moved on. {}", lead(&rebased));
    match items_that_differ(&base, &found.text) {
        _ if rebased.new_issue.is_some() => {}
        0 => {}
        1 => words += " Others changed 1 item.",
        n => words += &format!(" Others changed {n} items."),
    }
    let mut said = words.clone();
    cards.iter().for_each(|(words, _)| said += &format!(" {words}"));
    match rebased.conflicts {
        0 => {}
        1 => said += " One thing was changed on both sides: choose what stays.",
        n => said += &format!(" {n} things were changed on both sides: choose what stays."),
    }
    session.say(said);
    session.moved.set(Some(Moved { drafts: (base, found.text.into()), words: words.clone(), cards, seen: false }));
    Some(words)
}

fn lead(rebased: &Rebased) -> String {
    match rebased.new_issue {
        Some(date) => format!("Your changes now stand on the draft of the next issue, {}.", date.long()),
        None => "Your changes now stand on the newest draft.".to_owned(),
    }
}

/// What wants a look, and the title of the own item that could be left out.
fn cards(rebased: &Rebased) -> Vec<(String, Option<String>)> {
    let mut out = Vec::new();
    if rebased.new_issue.is_some() {
        out.push(("The issue that you began on is published; your items were carried over to the next.".into(), None));
    }
    for title in &rebased.already {
        out.push((format!("Already there: {title}. Somebody else has added just the same; yours is left out."), None));
    }
    for (ours, theirs) in &rebased.alike {
        let words =
            format!("“{ours}” has the same address as “{theirs}”, which somebody else has added: leave one out.");
        out.push((words, Some(ours.clone())));
    }
    for item in &rebased.homeless {
        let (title, why) = (item.submission.title(), &item.why);
        out.push((format!("“{title}” has no place any more ({why}); it is kept below its old heading."), None));
    }
    for item in &rebased.misdated {
        let why = match item.why {
            Misfit::Over => "is over when the issue appears",
            Misfit::Later => "is later than the issue lists",
            Misfit::Closed => "has closed when the issue appears",
        };
        out.push((format!("“{}” ({}) {why}.", item.title, item.date), Some(item.title.clone())));
    }
    out
}
