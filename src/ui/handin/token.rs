//! The token: how to get one, where it is kept, and how it is forgotten.

use super::pages::outside;
use crate::platform::config::Config;
use crate::platform::token::{self, Keep, Kind};
use crate::ui::icon::Icon;
use crate::ui::live::{all, button, live, live_if};
use crate::ui::session::session;
use leptos::prelude::*;

/// What is typed, and what is there already.
#[derive(Clone, Copy)]
pub struct Tokens {
    pub kind: Kind,
    typed: RwSignal<String>,
    keep: RwSignal<Keep>,
    /// How long the one that is there is kept.
    pub there: RwSignal<Option<Keep>>,
    pub problem: RwSignal<Option<String>>,
}

impl Tokens {
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            typed: RwSignal::new(String::new()),
            keep: RwSignal::new(Keep::Not),
            there: RwSignal::new(token::kept(kind)),
            problem: RwSignal::new(None),
        }
    }

    /// Takes what was typed; whether there is a token now.
    pub fn take(self) -> bool {
        let typed = self.typed.get_untracked();
        let typed = typed.trim();
        if typed.is_empty() {
            let there = token::kept(self.kind).is_some();
            self.problem.set((!there).then(|| "Put the token in first.".to_owned()));
            return there;
        }
        if !token::is_plausible(typed) {
            self.problem
                .set(Some("This is no token: it has blanks or letters that none has. Copy it once more.".to_owned()));
            return false;
        }
        let kept = token::put(self.kind, typed, self.keep.get_untracked());
        self.problem.set(kept.err().map(|error| format!("{error} The token holds until you leave this page.")));
        self.typed.set(String::new());
        self.there.set(token::kept(self.kind));
        true
    }
}

/// GitHub's page on which the token is made, filled in.
fn page(kind: Kind, config: &Config) -> String {
    match kind {
        Kind::Classic => format!("{}/settings/tokens/new?scopes=public_repo&description=TWiR%20desk", config.web),
        Kind::Fork => format!(
            "{}/settings/personal-access-tokens/new?name=TWiR%20desk&description=Hands%20in%20to%20This%20Week%20in%20Rust\
             &expires_in=30&contents=write",
            config.web
        ),
    }
}

#[component]
pub fn TokenField(tokens: Tokens, enter: impl Fn() + Send + 'static) -> impl IntoView {
    let session = session();
    let link = page(tokens.kind, &session.config.get_untracked());
    let forget = move || {
        token::forget();
        tokens.there.set(None);
        tokens.typed.set(String::new());
        session.say("The token is forgotten, here and in the browser’s storage. To withdraw it for good, delete it on GitHub’s page.");
    };
    let there = move || {
        let kept = match tokens.there.get()? {
            Keep::Not => "until you leave this page",
            Keep::Tab => "until you close this tab",
            Keep::Device => "on this device, until you have it forgotten",
        };
        Some(
            view! {
                <p class="row token-there">
                    <span>{format!("A token is there, {kept}.")}</span>
                    {button("small", None, "Forget the token", forget)}
                </p>
            }
            .into_any(),
        )
    };
    let choice = move |(keep, name): (Keep, &'static str)| {
        view! {
            <label class="segment">
                <input type="radio" name="w-keep" prop:checked=move || tokens.keep.get() == keep
                    on:change=move |_| tokens.keep.set(keep)/>
                {name}
            </label>
        }
        .into_any()
    };
    let keeps = [(Keep::Not, "Not at all"), (Keep::Tab, "For this tab"), (Keep::Device, "On this device")];
    let needs = match tokens.kind {
        Kind::Classic => {
            "GitHub’s page has the one right ticked that is needed, `public_repo`. Such a token may write to all public \
            repositories of your account: let it run out soon."
        }
        Kind::Fork => {
            "On GitHub’s page choose “Only select repositories” and your fork; the one right that is needed, \
            Contents: read and write, is filled in. Such a token can do nothing elsewhere."
        }
    };
    view! {
        <div class="field">
            <label for="w-token">"Token " <span class="note">"a password that GitHub makes for one purpose"</span></label>
            <p class="hint">{crate::ui::live::message(needs)}</p>
            <div class="row">{outside(link, "Make one on GitHub")}</div>
            {live_if(there)}
            <input id="w-token" type="password" autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="w-token-problem"
                prop:value=move || tokens.typed.get() on:input=move |e| tokens.typed.set(event_target_value(&e))
                on:keydown=move |e| if e.key() == "Enter" { enter() }/>
            <div id="w-token-problem">{live(move || match tokens.problem.get() {
                Some(words) => {
                    let words = view! { <span class="finding-text">{words}</span> };
                    view! { <p class="finding finding-error" role="alert">{Icon::Error.view()} {words}</p> }.into_any()
                }
                None => ().into_any(),
            })}</div>
        </div>
        <fieldset class="field">
            <legend>"Keep it " <span class="note">"it goes to GitHub alone, and into nothing that is saved"</span></legend>
            <div class="segments">{all(keeps.into_iter().map(choice))}</div>
        </fieldset>
    }
}
