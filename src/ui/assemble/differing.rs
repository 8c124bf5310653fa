//! "Where GitHub differs": where its preview and the site part, and what would make the site show the same.

use super::board::{Board, Target, board};
use super::toolbar::count_of;
use crate::site::differs::{self, Difference};
use crate::text::Edit;
use crate::ui::live::{all, button};
use leptos::prelude::*;

/// The list; while it is there the places are marked on the page.
#[component]
pub fn Differing() -> impl IntoView {
    let board = board();
    let session = board.session;
    let frame = board.along.frame;
    let found = Memo::new(move |_| {
        session.pace.track();
        session.doc.with_untracked(|doc| differs::differs(doc))
    });
    Effect::new(move |_| {
        frame.painted.track();
        let places = found.with(|all| all.iter().map(|d| d.span.start).collect::<Vec<_>>());
        // A line that runs on in a paragraph has no element of its own: the one around it stands for it.
        let places: Vec<usize> = places.into_iter().filter_map(|at| frame.around(at)).collect();
        frame.point("is-differing", &places);
    });
    on_cleanup(move || {
        frame.point("is-differing", &[]);
    });
    let mend_all = move || {
        let fixes: Vec<Difference> = found.get_untracked().into_iter().filter(|d| d.fix.is_some()).collect();
        let splices = fixes.iter().filter_map(|d| d.fix.as_ref()).flat_map(|f| f.splices()).cloned().collect();
        // Fixes of neighbours may touch the same bytes: then one after the other, by hand.
        match Edit::of(splices) {
            Ok(edit) => mend(board, edit, fixes.len()),
            Err(_) => session.say("Two of them touch the same line: mend them one by one."),
        }
    };
    view! {
        <section class="differing" aria-label="Where GitHub and the site part">
            {move || {
                let mendable = found.with(|all| all.iter().filter(|d| d.fix.is_some()).count());
                let lead = match found.with(Vec::len) {
                    0 => "GitHub’s preview and the site show this issue alike.".to_owned(),
                    n => format!("GitHub’s preview and the site part in {}.", count_of(n, "place")),
                };
                view! {
                    <p class="differing-lead">
                        {lead} " " {(mendable > 1).then(|| button("small", None, format!("Mend all {mendable}"), mend_all))}
                    </p>
                }
            }}
            <ul class="differing-list">{move || found.with(|found| all(found.iter().map(|d| one(d.clone()))))}</ul>
        </section>
    }
}

/// One place: what parts, the way there, and the fix.
fn one(difference: Difference) -> AnyView {
    let board = board();
    let session = board.session;
    let span = difference.span;
    let line = session.doc.with_untracked(|doc| doc.line_index(span.start) + 1);
    let visit = move || {
        board.follow(span.start);
        board.target.set(Some(Target { span, focus: true }));
        if let Some(element) = board.along.frame.around(span.start).and_then(|at| board.along.frame.element(at)) {
            board.along.frame.reveal(&element);
        }
    };
    let fix = difference.fix.map(|fix| button("small", None, "Mend", move || mend(board, fix.clone(), 1)));
    view! {
        <li class="differing-row">
            <span>{difference.reason.text()} "."</span>
            {button("small quiet", None, format!("line {line}"), visit)} {fix}
        </li>
    }
    .into_any()
}

/// Mends `count` places, if the list is that of the text as it stands now.
fn mend(board: Board, edit: Edit, count: usize) {
    let session = board.session;
    if board.is_settled() && session.apply(edit, "make the site show what GitHub shows") {
        session.say(format!("{} mended. Ctrl+Z takes it back.", count_of(count, "place")));
    }
}
