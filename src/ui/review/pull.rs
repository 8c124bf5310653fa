//! The change of a pull request: its number or address is enough.

use super::side::Side;
use crate::platform::config::Config;
use crate::platform::github::LoadError;
use crate::platform::pulls::{self, Pull, PullError};
use crate::review::{NoPull, pull_number};
use crate::ui::handin::outside;
use crate::ui::icon::Icon;
use crate::ui::route;
use crate::ui::session::session;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What came of asking for one.
#[derive(Clone, PartialEq)]
enum Asked {
    Nothing,
    Busy(u32),
    Failed(String),
    There(Arc<Pull>),
}

#[component]
pub fn PullChoice(base: RwSignal<Side>, changed: RwSignal<Side>) -> impl IntoView {
    let session = session();
    let typed = RwSignal::new(String::new());
    let asked = RwSignal::new(Asked::Nothing);
    // An answer counts for the last question only.
    let turn = StoredValue::new(0u32);
    let ask = move || {
        turn.update_value(|turn| *turn += 1);
        let mine = turn.get_value();
        let config = session.config.get_untracked();
        let number = match typed.with_untracked(|typed| pull_number(typed, &config.web, &config.repository)) {
            Ok(number) => number,
            Err(no) => return asked.set(Asked::Failed(why_none(&no, &config.repository))),
        };
        asked.set(Asked::Busy(number));
        spawn_local(async move {
            let pull = pulls::fetch(&config, number).await;
            if turn.try_get_value() != Some(mine) {
                return;
            }
            match pull {
                Ok(pull) => {
                    let side = |name: String, text: &str| Side::Text { name, text: text.into() };
                    base.set(side(format!("Where pull request {number} began"), &pull.before));
                    changed.set(side(format!("Pull request {number}"), &pull.after));
                    asked.set(Asked::There(Arc::new(pull)));
                    route::put_pull(Some(number));
                }
                Err(error) => asked.set(Asked::Failed(format!("{error} {}", way_on(&error)))),
            }
        });
    };
    let asked_by_address = move || {
        if let Some(pull) = route::pull() {
            typed.set(pull);
            ask();
        }
    };
    asked_by_address();
    let moved = window_event_listener(leptos::ev::hashchange, move |_| asked_by_address());
    on_cleanup(move || moved.remove());

    // It is told as long as it is what both sides show.
    let there = Memo::new(move |_| match asked.get() {
        Asked::There(pull) => {
            let shows = |side: Side, wanted: &str| matches!(&side, Side::Text { text, .. } if **text == *wanted);
            (shows(base.get(), &pull.before) && shows(changed.get(), &pull.after)).then_some(pull)
        }
        _ => None,
    });
    Effect::new(move |before: Option<bool>| {
        let is = there.with(Option::is_some);
        if before == Some(true) && !is {
            route::put_pull(None);
        }
        is
    });
    let failed = move || matches!(asked.get(), Asked::Failed(_));
    let told = move || {
        match asked.get() {
        Asked::Busy(number) => view! {
            <p class="muted"><span class="spinner" aria-hidden="true"></span> {format!("Fetching pull request {number} from GitHub.")}</p>
        }
        .into_any(),
        Asked::Failed(words) => view! {
            <p class="finding finding-error">{Icon::Error.view()} <span class="finding-text">{words}</span></p>
        }
        .into_any(),
        _ => there.get().map(|pull| about(&pull, &session.config.get_untracked())).into_any(),
    }
    };
    view! {
        <form class="review-pull form" aria-label="Pull request" on:submit=move |event| { event.prevent_default(); ask(); }>
            <div class="field">
                <label for="review-pull">"Pull request " <span class="note">"a proposed change on GitHub; its number or address"</span></label>
                <div class="row">
                    <input id="review-pull" type="text" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="go"
                        aria-describedby="review-pull-told" aria-invalid=move || failed().then_some("true")
                        prop:value=move || typed.get() on:input=move |e| typed.set(event_target_value(&e))/>
                    <button type="submit" class="button primary">"Review it"</button>
                </div>
            </div>
            <div id="review-pull-told" class="review-told" aria-live="polite">{told}</div>
        </form>
    }
}

/// Whose it is, what becomes of it, and what it touches besides.
fn about(pull: &Pull, config: &Config) -> impl IntoView + use<> {
    let others = (!pull.others.is_empty()).then(|| {
        let words = format!("It changes more than this issue: {}. Look at that on GitHub.", pull.others.join(", "));
        view! {
            <p class="finding finding-warning">{Icon::Warning.view()} <span class="finding-text">{words}</span></p>
        }
    });
    let link = format!("{}/{}/pull/{}", config.web, config.repository, pull.number);
    view! {
        <div class="row">
            <p>
                <strong>{pull.title.clone()}</strong> " "
                <span class="muted">{format!("#{} by {}, {}, in {}", pull.number, pull.author, pull.state, pull.path)}</span>
            </p>
            {outside(link, "Open it on GitHub")}
        </div>
        {others}
    }
}

fn why_none(no: &NoPull, repository: &str) -> String {
    match no {
        NoPull::Unclear => "Enter a number, such as 41, or the address of a pull request’s page.".to_owned(),
        NoPull::Elsewhere(other) => {
            format!("That one belongs to {other}; this desk reads those of {repository}.")
        }
    }
}

/// Where to go on.
fn way_on(error: &PullError) -> &'static str {
    match error {
        PullError::Load(LoadError::Offline) => "Check the connection and try again.",
        PullError::Load(LoadError::NotFound(_)) => "Look at the number; an issue or a discussion is no pull request.",
        PullError::Load(LoadError::RateLimited(_)) => {
            "Wait that long, or save the file from the pull request’s page and choose it below."
        }
        PullError::Load(LoadError::TimedOut | LoadError::Server(_) | LoadError::HalfAFile(_)) => {
            "Try again in a minute."
        }
        PullError::NoIssue(_) | PullError::Whole(_) => "Review it on GitHub’s page.",
        PullError::Load(_) => "Save the file from the pull request’s page and choose it below.",
    }
}
