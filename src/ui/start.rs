//! The start: three doors, and what is open now.

use super::icon::Icon;
use super::later;
use super::live::{all, live_if, words};
use super::route::View;
use super::session::session;
use crate::issue::Document;
use crate::text::date::Date;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// By habit an issue is closed at noon of its Wednesday, by the clock of UTC.
const CLOSES_AT: u64 = 12;

/// What a door leads to.
fn leads_to(view: View) -> (Icon, &'static str, &'static str) {
    match view {
        View::Contribute => (
            Icon::Pen,
            "Add a link, an event, a project task or a call for speakers.",
            "A form, the page as readers will see it, and the way to hand it in. No Git needed.",
        ),
        View::Assemble => (
            Icon::Grip,
            "Put the issue together.",
            "Every item in rows, the source, the page beside it, findings with their fixes.",
        ),
        _ => (
            Icon::Ok,
            "Look at a change before it is merged.",
            "Its number is enough: item by item what it brings in, and a reply to copy.",
        ),
    }
}

#[component]
pub fn Start() -> impl IntoView {
    let session = session();
    // Once the draft is there nothing else waits for the network.
    Effect::new(move |_| {
        if session.opened.get() {
            spawn_local(later::expect(View::Start));
        }
    });
    let door = |view: View| {
        let (icon, what, how) = leads_to(view);
        view! {
            <a class="start-door" href=view.href()>
                <strong>{icon.view()} {view.name()}</strong>
                <span>{what}</span>
                <span class="muted">{how}</span>
            </a>
        }
        .into_any()
    };
    let closes = move || {
        let date = session.doc.with(|doc| doc.date());
        date.map(|date| closing(date, session.now.get())).unwrap_or_default()
    };
    view! {
        <div class="start">
            <h1>"This Week in Rust, made by its readers"</h1>
            <p class="muted">"Everything happens on this page; nothing leaves it before you say so."</p>
            <nav class="start-doors" aria-label="Three doors">{all(View::ALL.into_iter().map(door))}</nav>
            {live_if(move || session.opened.get().then(|| view! {
                <section class="start-now" aria-label="Open now">
                    <h2>{words(move || session.doc.with(|doc| title(doc)))}</h2>
                    <p>{words(closes)}</p>
                    <ul class="start-sections">
                        {live_if(move || Some(session.doc.with(|doc| all(sections(doc).map(|(name, count)| {
                            view! { <li><span>{name}</span> <b>{count}</b></li> }.into_any()
                        })))))}
                    </ul>
                </section>
            }.into_any()))}
        </div>
    }
}

/// `Open now: issue 667 of Wed 2 Sep 2026`.
fn title(doc: &Document) -> String {
    let number = doc.header.number.map(|n| format!(" {n}")).unwrap_or_default();
    let date = doc.date().map(|d| format!(" of {}", d.long())).unwrap_or_default();
    format!("Open now: issue{number}{date}")
}

/// Name and number of items of each section that has some.
fn sections(doc: &Document) -> impl Iterator<Item = (String, usize)> + '_ {
    let filled = doc.sections.iter().filter(|s| !s.items().is_empty());
    filled.map(|s| (s.title.of(doc.text()).to_owned(), s.items().len()))
}

/// How long the issue of that day is open; `now` in milliseconds since 1970.
fn closing(date: Date, now: u64) -> String {
    let hours = date.days() * 24 + CLOSES_AT as i64 - (now / 3_600_000) as i64;
    match hours {
        ..=0 => "It closed at noon (UTC) of that day, by habit; what comes now may stand in the next one.".into(),
        1..48 => format!("It closes at noon (UTC) of that day, by habit: in {hours} hours."),
        _ => format!("It closes at noon (UTC) of that day, by habit: in {} days.", hours / 24),
    }
}
