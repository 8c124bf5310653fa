//! A task of a project that looks for help.

use super::link::MarkdownTick;
use crate::ui::field::Field;
use leptos::prelude::*;

#[component]
pub fn ProjectForm() -> impl IntoView {
    view! {
        <Field name="url" label="Address of the issue" note="one open issue in a public tracker" kind="url" placeholder="https://…"
            get=|f| &f.url set=|f, v| f.url = v/>
        <Field name="project" label="Project" get=|f| &f.project set=|f, v| f.project = v/>
        <Field name="title" label="Title of the issue" note="with how hard it is: easy, medium, hard, tedious"
            get=|f| &f.title set=|f, v| f.title = v/>
        <MarkdownTick/>
        <p class="hint">"The project needs an open-source licence, and the issue a link to how to contribute."</p>
    }
}
