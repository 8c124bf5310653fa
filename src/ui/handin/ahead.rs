//! What will happen: every request, to be read before any is sent.

use crate::publish::{Plan, Planned, what_will_happen};
use crate::ui::live::{all, live};
use leptos::prelude::*;

#[component]
pub fn WhatWillHappen(plan: Memo<Plan>, #[prop(into)] api: String) -> impl IntoView {
    let one = move |planned: Planned| {
        let line = format!("{} {api}{}", planned.method, planned.path);
        let class = if planned.step.writes() { "request writes" } else { "request" };
        view! {
            <li class=class>
                <span>{planned.step.what()}</span>
                <code>{line}</code>
                {planned.body.map(|body| view! { <pre class="sample">{body}</pre> })}
            </li>
        }
        .into_any()
    };
    view! {
        <details class="aside ahead">
            <summary>"What will happen"</summary>
            <p class="hint">"These requests, in this order, and no others; the marked ones change something. What is there already is not made again. The token goes along with each, in the header “Authorization”."</p>
            <ol>{live(move || all(what_will_happen(&plan.get()).into_iter().map(one.clone())))}</ol>
        </details>
    }
}
