//! How far it came, what stands in the way, and what came of it.

use super::going::Going;
use super::kept::Kept;
use crate::publish::{Act, Next, Outcome, Progress, Run, Trouble};
use crate::ui::icon::Icon;
use crate::ui::live::{all, button, live, words};
use crate::ui::session::session;
use leptos::html;
use leptos::prelude::*;

/// The stages, and what they came to.
#[component]
pub fn Watch(going: Going) -> impl IntoView {
    // What happens, happens below the button: it comes into sight.
    let place = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(place) = place.get().filter(|_| going.run.with(Option::is_some)) {
            let near = web_sys::ScrollIntoViewOptions::new();
            near.set_block(web_sys::ScrollLogicalPosition::Nearest);
            place.scroll_into_view_with_scroll_into_view_options(&near);
        }
    });
    let told = live(move || {
        let Some(run) = going.run.get() else { return ().into_any() };
        let stages = all(run.stages().into_iter().map(|(name, progress)| stage(going, name, progress)));
        view! {
            <ol class="stages" aria-label="How far it came">{stages}</ol>
            {end(going, &run)}
        }
        .into_any()
    });
    view! { <div class="watch" node_ref=place>{told}</div> }
}

fn stage(going: Going, name: &'static str, progress: Progress) -> AnyView {
    let (icon, word, class) = match progress {
        Progress::Through => (Some(Icon::Ok), "done", "through"),
        Progress::Now => (None, "on its way", "now"),
        Progress::Stopped => (Some(Icon::Warning), "stopped", "stopped"),
        Progress::Ahead => (None, "to come", "ahead"),
    };
    let picture = match icon {
        Some(icon) => icon.view(),
        None if progress == Progress::Now => view! { <span class="spinner" aria-hidden="true"></span> }.into_any(),
        None => view! { <span class="stage-dot" aria-hidden="true"></span> }.into_any(),
    };
    let wait = move || match (progress, going.waiting.get()) {
        (Progress::Now, Some(left)) => format!("GitHub is at it; asking again in {left} s"),
        _ => word.to_owned(),
    };
    view! { <li class=format!("stage stage-{class}")>{picture} <span>{name}</span> <span class="muted">{words(wait)}</span></li> }
        .into_any()
}

fn end(going: Going, run: &Run) -> AnyView {
    match run.next() {
        Next::Stopped(trouble) => stopped(going, trouble),
        Next::Done(outcome) => done(going, outcome),
        Next::Send(_) | Next::Wait(_) => ().into_any(),
    }
}

fn stopped(going: Going, trouble: Trouble) -> AnyView {
    let web = session().config.get_untracked().web;
    let page = trouble.page(&web).map(|page| super::pages::outside(page, "Open GitHub’s page"));
    let again = !matches!(trouble.act(), Act::OtherWay | Act::NewToken);
    let go_on = live(move || match going.waiting.get() {
        _ if !again => ().into_any(),
        Some(left) => {
            view! { <p class="hint" role="timer">{format!("Going on is possible in {}.", clock(left))}</p> }.into_any()
        }
        None => button("primary", None, "Go on", move || going.go_on()),
    });
    view! {
        <div class="finding finding-error" role="alert">
            {Icon::Error.view()}
            <span class="finding-text"><strong>{trouble.what()}</strong> " " {trouble.advice()}</span>
            {page}
            {go_on}
        </div>
    }
    .into_any()
}

/// `4:05`, or seconds alone.
fn clock(seconds: u64) -> String {
    match seconds {
        0..60 => format!("{seconds} s"),
        _ => format!("{}:{:02} min", seconds / 60, seconds % 60),
    }
}

fn done(going: Going, outcome: Outcome) -> AnyView {
    let Outcome { page, pull, already, checks } = outcome;
    let what = match (pull, already) {
        (true, false) => "Your pull request is open.",
        (true, true) => "This is handed in already: the pull request is there, and nothing was done twice.",
        (false, false) => {
            "Branch and commit are in your fork. One step is left: open GitHub’s page, look at the change, and press “Create pull request”. Title and description are filled in."
        }
        (false, true) => {
            "Branch and commit are in your fork already. One step is left: open GitHub’s page and press “Create pull request”."
        }
    };
    let state = pull.then(|| checks.words());
    let look = pull.then(|| button("", Some(Icon::Reload), "Look at the checks again", move || going.look_again()));
    view! {
        <div class="finding finding-ok outcome">
            {Icon::Ok.view()}
            <span class="finding-text"><strong>{what}</strong> " " {state}</span>
            {link(page, pull)} {look}
        </div>
    }
    .into_any()
}

/// The page where it ended: its address is to be read, too.
fn link(page: String, pull: bool) -> AnyView {
    let name = match pull {
        true => page.trim_start_matches("https://").to_owned(),
        false => "Open the pull request on GitHub".to_owned(),
    };
    view! { <a class="button primary" href=page target="_blank" rel="noopener noreferrer">{Icon::External.view()} {name}</a> }
        .into_any()
}

/// What is known of an earlier time.
pub fn earlier(kept: Kept) -> AnyView {
    match kept.page {
        Some(page) => view! {
            <div class="finding finding-ok" role="status">
                {Icon::Ok.view()}
                <span class="finding-text">"This was handed in from this device."</span>
                {link(page, kept.pull)}
            </div>
        }
        .into_any(),
        None => view! {
            <p class="finding finding-hint" role="status">
                {Icon::Hint.view()}
                <span class="finding-text">
                    "Handing this in was begun and not finished. Go on with the button below: GitHub is asked how far it came, and nothing is done twice."
                </span>
            </p>
        }
        .into_any(),
    }
}
