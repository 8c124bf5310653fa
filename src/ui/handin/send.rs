//! The two ways with a token: into a fork of one's own, or all the way with one click.

use super::ahead::WhatWillHappen;
use super::going::{Going, kind};
use super::kept;
use super::out::Out;
use super::pages::outside;
use super::progress::{Watch, earlier};
use super::token::{TokenField, Tokens};
use super::which::{WhichOne, next_part};
use crate::desk::Source;
use crate::platform::storage;
use crate::publish::{Next, Plan, Way, fork_name};
use crate::ui::icon::Icon;
use crate::ui::live::live_if;
use crate::ui::session::session;
use leptos::prelude::*;

/// Under which key the fork's name is remembered.
const FORK: &str = "fork";

/// What stands there of a way: its name, what it needs, its button.
struct Words {
    title: &'static str,
    need: &'static str,
    act: &'static str,
}

const ONE_CLICK: Words = Words {
    title: "With one click",
    need: "You need a GitHub account and a classic token. The desk makes your fork (a copy of the newsletter’s repository of your \
        own) if there is none, a branch in it, the change, and the pull request.",
    act: "Open the pull request",
};

const OWN_FORK: Words = Words {
    title: "Into your fork",
    need: "You need a fork, which is a copy of the newsletter’s repository of your own, and a token that can write to that fork \
        and nothing else. The desk makes a branch there with the change; the pull request you open on GitHub’s page.",
    act: "Make the branch",
};

/// The way into a fork of one's own, or with `one_click` all the way.
#[component]
pub fn BySending(out: Memo<Out>, one_click: bool) -> impl IntoView {
    let session = session();
    let going = Going::new(session);
    let config = session.config.get_untracked();
    let typed = RwSignal::new(storage::get(FORK).unwrap_or_default());
    let part = RwSignal::new(out.with_untracked(|o| next_part(o, &config)));
    let name = config.repository.split('/').nth(1).unwrap_or_default().to_owned();
    let (api, web) = (config.api.clone(), config.web.clone());
    let fork_page = format!("{web}/{}/fork", config.repository);
    let fork = Memo::new(move |_| typed.with(|typed| fork_name(typed, &web, &name)));
    let plan = Memo::new(move |_| {
        let way = match one_click {
            true => Way::OneClick,
            false => Way::OwnFork { fork: fork.get().unwrap_or_else(|| "YOU/FORK".to_owned()) },
        };
        out.with(|o| o.plan(part.get(), &config, way))
    });
    let tokens = Tokens::new(kind(&plan.with_untracked(|plan| plan.way.clone())));
    leave_with(plan, going);
    let real = Memo::new(move |_| session.with(|d| matches!(d.source(), Source::GitHub { .. })));
    let ready = move || real.get() && !going.busy.get();
    let begin = move || {
        if !untrack(ready) {
            return;
        }
        if !one_click && fork.with_untracked(Option::is_none) {
            tokens.problem.set(Some("Say first which fork is yours: its owner and name.".to_owned()));
        } else if tokens.take() {
            if let Some(fork) = fork.get_untracked().filter(|_| !one_click) {
                let _ = storage::set(FORK, &fork);
            }
            going.begin(plan.get_untracked());
        }
    };
    // The next thing to press is then what it came to; here nothing more would happen.
    let done =
        Memo::new(move |_| going.run.with(|run| run.as_ref().is_some_and(|run| matches!(run.next(), Next::Done(_)))));
    let words = if one_click { ONE_CLICK } else { OWN_FORK };
    view! {
        <section class="handin-part form" aria-label=words.title>
            <h3>{words.title}</h3>
            <p class="muted">{words.need}</p>
            {(!one_click).then(|| fork_field(typed, fork_page))}
            <TokenField tokens=tokens enter=begin/>
            <WhichOne out=out part=part/>
            <WhatWillHappen plan=plan api=api/>
            {earlier_time(plan, going)}
            {moved(going)}
            {live_if(move || (!real.get()).then(|| view! {
                <p class="finding finding-warning">"This needs the draft from GitHub: load it first."</p>
            }.into_any()))}
            <div class="row">
                <button type="button" class="button" class:primary=move || !done.get()
                    // Not disabled, or the focus would be lost with it.
                    aria-disabled=move || (!ready()).then_some("true")
                    on:click=move |_| begin()>{words.act}</button>
            </div>
            <Watch going=going/>
        </section>
    }
}

/// Another contribution is another run.
fn leave_with(plan: Memo<Plan>, going: Going) {
    let id = Memo::new(move |_| plan.with(|plan| plan.id.clone()));
    Effect::new(move |before: Option<String>| {
        let id = id.get();
        if before.is_some_and(|before| before != id) && going.run.with_untracked(Option::is_some) {
            going.leave();
        }
        id
    });
}

fn fork_field(typed: RwSignal<String>, page: String) -> AnyView {
    view! {
        <div class="field">
            <label for="w-fork">"Your fork " <span class="note">"owner/name, or its page’s address"</span></label>
            <input id="w-fork" autocomplete="off" spellcheck="false" prop:value=move || typed.get()
                on:input=move |e| typed.set(event_target_value(&e))/>
            <div class="row">{outside(page, "Make a fork on GitHub")}</div>
        </div>
    }
    .into_any()
}

/// What is known of an earlier time, until it goes on.
fn earlier_time(plan: Memo<Plan>, going: Going) -> AnyView {
    live_if(move || {
        let untouched = going.run.with(Option::is_none) && going.moved.with(Option::is_none);
        let plan = untouched.then(|| plan.get())?;
        kept::find(&plan.id).filter(|kept| kept.way == kept::name(&plan.way)).map(earlier)
    })
}

/// The draft had moved: what became of the work.
fn moved(going: Going) -> AnyView {
    live_if(move || {
        let words = going.moved.get()?;
        let told = view! {
            <p class="finding finding-warning" role="alert">
                {Icon::Warning.view()}
                <span class="finding-text">
                    <strong>"The draft had moved on, so nothing was handed in yet. "</strong> {words}
                    " Look at what changes, above; then begin again."
                </span>
            </p>
        };
        Some(told.into_any())
    })
}
