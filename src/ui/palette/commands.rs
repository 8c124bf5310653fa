//! What the palette can do.

use crate::ui::header;
use crate::ui::keys::hand_in;
use crate::ui::route::{self, View};
use crate::ui::session::{Dialog, Goto, Session};
use leptos::prelude::*;

/// What a command does.
type Act = fn(Session);

/// Each with its name, its key or another word for it, and what it does; the most wanted first.
const COMMANDS: [(&str, &str, Act); 15] = [
    ("Contribute", "view", |_| door(View::Contribute)),
    ("Assemble", "view", |_| door(View::Assemble)),
    ("Review", "view", |_| door(View::Review)),
    ("Start", "view", |_| door(View::Start)),
    ("Hand it in", "", hand_in),
    ("Open a draft", "Ctrl O", |session| session.dialog.set(Some(Dialog::Open))),
    ("New issue", "", |session| session.dialog.set(Some(Dialog::NewIssue))),
    ("Look for a newer draft", "", Session::reload),
    ("Undo", "Ctrl Z", |session| drop(session.undo())),
    ("Redo", "Ctrl Shift Z", |session| drop(session.redo())),
    ("Next finding", "F8", |session| assemble(session, Goto::NextFinding)),
    ("Items as rows", "Assemble", |session| assemble(session, Goto::Rows)),
    ("Items as source", "Assemble", |session| assemble(session, Goto::Source)),
    ("Light or dark colours", "theme", header::switch_theme),
    ("Keys", "?", |session| session.dialog.set(Some(Dialog::Keys))),
];

/// Names and keys, in their order.
pub fn names() -> Vec<(&'static str, &'static str)> {
    COMMANDS.iter().map(|(name, key, _)| (*name, *key)).collect()
}

/// Runs command `index` of [`names`].
pub fn run(session: Session, index: usize) {
    if let Some((.., act)) = COMMANDS.get(index) {
        act(session);
    }
}

/// Goes to a view, with the focus at its beginning.
fn door(view: View) {
    route::go(view);
    request_animation_frame(route::begin);
}

fn assemble(session: Session, place: Goto) {
    session.goto.set(Some(place));
    route::go(View::Assemble);
}
