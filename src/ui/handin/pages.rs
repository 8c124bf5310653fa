//! The way without a token: GitHub's own pages, step by step; and a post, for those without an account there.

use super::copy::{CopyButton, Text};
use super::out::Out;
use crate::export;
use crate::ui::icon::Icon;
use crate::ui::live::{all, live};
use crate::ui::session::session;
use leptos::prelude::*;

/// Where the newsletter reads what mentions it, as each issue says at its top: name, how it is mentioned, its page.
const NETWORKS: [(&str, &str, &str); 2] = [
    ("Mastodon", "@thisweekinrust@mastodon.social", "https://mastodon.social/@thisweekinrust"),
    ("Bluesky", "@thisweekinrust.bsky.social", "https://bsky.app/profile/thisweekinrust.bsky.social"),
];

/// Where news of projects are to be posted: the editors take them from there.
const PROJECT_NEWS: &str = "https://www.reddit.com/r/rust/submit";

/// The way through GitHub's pages.
#[component]
pub fn ThroughPages(out: Memo<Out>) -> impl IntoView {
    let session = session();
    let steps = move || {
        let config = session.config.get();
        let path = out.with(|o| o.path.clone());
        session.with(|d| export::steps(d.doc(), &config.web, &config.repository, &config.branch, &path))
    };
    let step = move |(index, step): (usize, export::Step)| {
        let file = Signal::derive(move || out.with(|o| o.text.clone()));
        view! {
            <li>
                <strong>{step.title}</strong>
                <span>{step.text}</span>
                {(index == 0).then(|| view! { <CopyButton label="Copy the file" text=file/> })}
                {step.link.map(|link| outside(link, "Open the page"))}
            </li>
        }
        .into_any()
    };
    view! {
        <section class="handin-part" aria-label="Through GitHub’s pages">
            <h3>"Through GitHub’s pages"</h3>
            <p class="muted">"You need a GitHub account, and nothing else. Nothing leaves this page by itself."</p>
            <ol class="steps">{live(move || all(steps().into_iter().enumerate().map(step)))}</ol>
            <div class="texts">
                <Text label="Title" text=Signal::derive(move || out.with(|o| o.request.title.clone()))/>
                <Text label="Description" text=Signal::derive(move || out.with(|o| o.request.body.clone()))/>
                <Text label="Commit message" text=Signal::derive(move || out.with(|o| o.request.commit.clone()))/>
            </div>
            <NoAccount out=out/>
        </section>
    }
}

/// A page of somebody else, in a new tab.
pub fn outside(link: String, name: &'static str) -> AnyView {
    view! { <a class="button" href=link target="_blank" rel="noopener noreferrer">{Icon::External.view()} {name}</a> }
        .into_any()
}

/// Without an account at GitHub: a post that the newsletter reads.
#[component]
fn NoAccount(out: Memo<Out>) -> impl IntoView {
    let network = move |(name, mention, page): (&'static str, &'static str, &'static str)| {
        let text = Signal::derive(move || out.with(|o| export::post(&o.changes, mention)));
        view! {
            <li>
                <Text label=name text=text/>
                {outside(page.to_owned(), "Open its page")}
            </li>
        }
        .into_any()
    };
    view! {
        <details class="aside">
            <summary>"No GitHub account?"</summary>
            <p>"Post it where the newsletter reads along, with its name in the post. An editor puts it in. Copy the post, and paste it there:"</p>
            <ul class="networks">{all(NETWORKS.into_iter().map(network))}</ul>
            <p>"News of a project or a tool goes to r/rust instead: the editors take it from what is posted there."</p>
            {outside(PROJECT_NEWS.to_owned(), "Post it to r/rust")}
        </details>
    }
}
