//! The two ways with a token: into a fork of one's own, or all the way with one click.

use super::ahead::WhatWillHappen;
use super::going::{Going, kind};
use super::out::Out;
use super::pages::outside;
use super::progress::{Watch, earlier};
use super::token::{TokenField, Tokens};
use super::{kept, kept::Kept};
use crate::desk::Source;
use crate::platform::config::Config;
use crate::platform::storage;
use crate::publish::{Way, fork_name};
use crate::ui::icon::Icon;
use crate::ui::live::{live, live_if};
use crate::ui::session::session;
use leptos::prelude::*;

/// Under which key the fork's name is remembered.
const FORK: &str = "fork";

/// The way into a fork of one's own, or with `one_click` all the way.
#[component]
pub fn BySending(out: Memo<Out>, one_click: bool) -> impl IntoView {
    let session = session();
    let going = Going::new(session);
    let config = session.config.get_untracked();
    let fork = RwSignal::new(storage::get(FORK).unwrap_or_default());
    let part = RwSignal::new(out.with_untracked(|o| next_part(o, &config)));
    let name = config.repository.split('/').nth(1).unwrap_or_default().to_owned();
    let (api, web) = (config.api.clone(), config.web.clone());
    let fork_page = format!("{web}/{}/fork", config.repository);
    let read_fork = Memo::new(move |_| fork.with(|typed| fork_name(typed, &web, &name)));
    let plan = Memo::new(move |_| {
        let way = match one_click {
            true => Way::OneClick,
            false => Way::OwnFork { fork: read_fork.get().unwrap_or_else(|| "YOU/FORK".to_owned()) },
        };
        out.with(|o| o.plan(part.get(), &config, way))
    });
    let tokens = Tokens::new(kind(&plan.with_untracked(|plan| plan.way.clone())));
    // Another contribution, another run.
    let id = Memo::new(move |_| plan.with(|plan| plan.id.clone()));
    Effect::new(move |before: Option<String>| {
        let id = id.get();
        if before.is_some_and(|before| before != id) && going.run.with_untracked(Option::is_some) {
            going.leave();
        }
        id
    });
    let begin = move || {
        if !one_click && read_fork.with_untracked(Option::is_none) {
            tokens.problem.set(Some("Say first which fork is yours: its owner and name.".to_owned()));
        } else if tokens.take() {
            if let Some(fork) = read_fork.get_untracked().filter(|_| !one_click) {
                let _ = storage::set(FORK, &fork);
            }
            going.begin(plan.get_untracked());
        }
    };
    let (title, need, act) = match one_click {
        true => (
            "With one click",
            "You need a GitHub account and a classic token. The desk makes your fork (a copy of the newsletter’s repository of your own) if there is none, a branch in it, the change, and the pull request.",
            "Open the pull request",
        ),
        false => (
            "Into your fork",
            "You need a fork, which is a copy of the newsletter’s repository of your own, and a token that can write to that fork and nothing else. The desk makes a branch there with the change; the pull request you open on GitHub’s page.",
            "Make the branch",
        ),
    };
    let real = Memo::new(move |_| session.with(|d| matches!(d.source(), Source::GitHub { .. })));
    let before = move || {
        let untouched = going.run.with(Option::is_none) && going.moved.with(Option::is_none);
        let found = untouched.then(|| kept::find(&id.get())).flatten();
        found.filter(|kept: &Kept| kept.way == if one_click { "classic" } else { "fork" }).map(earlier)
    };
    let moved = move || {
        going.moved.get().map(|words| {
            view! {
                <p class="finding finding-warning" role="alert">
                    {Icon::Warning.view()}
                    <span class="finding-text">
                        <strong>"The draft had moved on, so nothing was handed in yet. "</strong> {words}
                        " Look at what changes, above; then begin again."
                    </span>
                </p>
            }
            .into_any()
        })
    };
    let start = move || {
        if !real.get() {
            return view! { <p class="finding finding-warning">"This needs the draft from GitHub: load it first."</p> }
                .into_any();
        }
        let busy = going.busy.get();
        view! {
            <button type="button" class="button primary" disabled=busy on:click=move |_| begin()>{act}</button>
        }
        .into_any()
    };
    view! {
        <section class="handin-part form" aria-label=title>
            <h3>{title}</h3>
            <p class="muted">{need}</p>
            {(!one_click).then(|| view! {
                <div class="field">
                    <label for="w-fork">"Your fork" <span class="note">"owner/name, or its page’s address"</span></label>
                    <input id="w-fork" autocomplete="off" spellcheck="false" prop:value=move || fork.get()
                        on:input=move |e| fork.set(event_target_value(&e))/>
                    <div class="row">{outside(fork_page.clone(), "Make a fork on GitHub")}</div>
                </div>
            })}
            <TokenField tokens=tokens/>
            <WhichOne out=out part=part/>
            <WhatWillHappen plan=plan api=api/>
            {live_if(before)}
            {live_if(moved)}
            <div class="row">{live(start)}</div>
            <Watch going=going/>
        </section>
    }
}

/// Several items: one goes at a time, unless all shall go together.
#[component]
fn WhichOne(out: Memo<Out>, part: RwSignal<Option<usize>>) -> impl IntoView {
    let parts = Memo::new(move |_| out.with(|o| o.parts.iter().map(|p| p.title.clone()).collect::<Vec<_>>()));
    Effect::new(move |_| {
        let count = parts.with(Vec::len);
        let fits = part.get_untracked().is_none_or(|index| index < count);
        if !fits {
            part.set((count > 1).then_some(0));
        }
    });
    let choose = move |event| part.set(event_target_value(&event).parse().ok());
    live_if(move || {
        let titles = parts.get();
        (titles.len() > 1).then(|| {
            let option = |(index, title): (usize, String)| {
                view! { <option value=index.to_string() selected=move || part.get() == Some(index)>{title}</option> }
            };
            view! {
                <div class="field">
                    <label for="w-part">"Which one" <span class="note">"the newsletter takes one item a pull request by itself"</span></label>
                    <select id="w-part" on:change=choose>
                        {titles.into_iter().enumerate().map(option).collect_view()}
                        <option value="all" selected=move || part.get().is_none()>"All in one pull request"</option>
                    </select>
                </div>
            }
            .into_any()
        })
    })
}

/// Of several items the first that was not handed in yet; with one item, or with changes of other kinds, all of it.
fn next_part(out: &Out, config: &Config) -> Option<usize> {
    let ended = |index| {
        let plan = out.plan(Some(index), config, Way::OneClick);
        kept::find(&plan.id).is_some_and(|kept| kept.page.is_some())
    };
    let count = out.parts.len();
    (count > 1).then(|| (0..count).find(|index| !ended(*index)).unwrap_or(0))
}

/// By which of these ways the contribution of this desk was begun: `fork` or `classic`.
pub fn begun(out: &Out, config: &Config) -> Option<String> {
    let plan = out.plan(next_part(out, config), config, Way::OneClick);
    kept::find(&plan.id).map(|kept| kept.way)
}
