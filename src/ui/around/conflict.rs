//! Both sides changed the same: a card for each place, to choose from.

use crate::desk::rebase::{NEWER, WORK};
use crate::desk::{Desk, sections};
use crate::text::Span;
use crate::ui::focus;
use crate::ui::live::{all, button, live, live_if, words};
use crate::ui::page::Lines;
use crate::ui::route::{self, View};
use crate::ui::session::{Goto, Session, session};
use leptos::prelude::*;

/// What a card shows. Where it stands in the text is asked only when it is wanted, for that changes with every key.
#[derive(Clone, PartialEq)]
struct Card {
    place: String,
    base: String,
    versions: Vec<(String, String)>,
    /// What stands there, where somebody has edited it by hand meanwhile.
    now: Option<String>,
    /// Whether all versions can stay together.
    both: bool,
}

fn cards(desk: &Desk) -> Vec<Card> {
    let doc = desk.doc();
    let card = |open: &crate::desk::conflicts::Open| Card {
        place: doc.section_at(open.span().start).map(|s| sections::name(doc, s)).unwrap_or_default(),
        base: open.base.clone(),
        versions: open.versions.clone(),
        now: (!open.is_untouched(doc.text())).then(|| open.span().of(doc.text()).to_owned()),
        both: open.can_keep_all(),
    };
    desk.open_conflicts().iter().map(card).collect()
}

/// How many are open.
pub fn count_open(session: Session) -> usize {
    session.with(|d| d.open_conflicts().len())
}

/// All that are open, one below the other.
#[component]
pub fn Conflicts() -> impl IntoView {
    let session = session();
    let cards = Memo::new(move |_| session.with(cards));
    let title = move || match cards.with(Vec::len) {
        1 => "One thing was changed on both sides: choose what stays".to_owned(),
        n => format!("{n} things were changed on both sides: choose what stays"),
    };
    let list = move || all(cards.get().into_iter().enumerate().map(move |(at, card)| card_view(session, at, card)));
    view! {
        <section class="around conflicts" aria-label="Changed on both sides">
            <h3>{words(title)}</h3>
            <p class="muted">"In the text both stand, so nothing is lost. Handing in waits until each is settled; every choice can be undone."</p>
            {live(list)}
        </section>
    }
}

/// Goes to a place of the text in Assemble.
fn go_there(session: Session, span: Span) {
    session.dialog.set(None);
    session.goto.set(Some(Goto::Text(span)));
    route::go(View::Assemble);
}

fn card_view(session: Session, at: usize, card: Card) -> AnyView {
    let show = move || {
        if let Some(span) = session.peek(|d| d.open_conflicts().get(at).map(|o| o.span())) {
            go_there(session, span);
        }
    };
    let choose = move |version: Option<usize>, done: &'static str| {
        session.choose(at, version);
        let left = session.peek(|d| d.open_conflicts().len());
        session.say(match left {
            0 => format!("{done} Nothing is left to choose."),
            1 => format!("{done} One is left."),
            n => format!("{done} {n} are left."),
        });
        focus_next();
    };
    let choices = card.versions.iter().enumerate().map(move |(index, (name, _))| {
        let (label, done) = match name.as_str() {
            NEWER => ("Keep theirs".to_owned(), "Kept theirs."),
            WORK => ("Keep mine".to_owned(), "Kept yours."),
            other => (format!("Keep {other}"), "Kept."),
        };
        button("small", None, label, move || choose(Some(index), done))
    });
    let choices = all(choices.collect::<Vec<_>>().into_iter());
    let rest = match &card.now {
        Some(_) => Some("Keep it as it stands now"),
        None => card.both.then_some("Keep both"),
    };
    let sides = card.versions.iter().map(|(name, text)| side(side_name(name), text));
    let sides = all(sides.collect::<Vec<_>>().into_iter());
    view! {
        <article class="change change-changed conflict">
            <p class="change-head">
                <span class="change-kind">"Changed on both sides"</span> <span>{format!("in {}", card.place)}</span>
                {button("small quiet", None, "Show it", show)}
            </p>
            <div class="conflict-sides">
                {sides}
                {side("What stood there before".to_owned(), &card.base)}
                {live_if({
                    let now = card.now.clone();
                    move || now.as_ref().map(|now| side("What stands there now".to_owned(), now))
                })}
            </div>
            <div class="row">
                {choices}
                {rest.map(|name| button("small", None, name, move || choose(None, "It stays as it stands.")))}
            </div>
        </article>
    }
    .into_any()
}

fn side_name(name: &str) -> String {
    match name {
        NEWER => "In the newer draft".to_owned(),
        WORK => "Your work".to_owned(),
        other => other.to_owned(),
    }
}

/// One version: as readers will see it, and as text.
fn side(name: String, text: &str) -> AnyView {
    let body = match text.trim().is_empty() {
        true => view! { <p class="muted">"Taken away."</p> }.into_any(),
        false => view! { <Lines markdown=text/> <pre class="muted">{text.trim_end().to_owned()}</pre> }.into_any(),
    };
    view! { <div class="conflict-side"><h4>{name}</h4> {body}</div> }.into_any()
}

/// The button that was pressed is gone: the focus goes to the next card.
fn focus_next() {
    focus::give_soon(".conflict .row button");
}
