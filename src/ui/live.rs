//! Pieces of views as one type each. Every further type of a closure or a list in a view costs about a kilobyte of the
//! first load; these cost it once.

use super::icon::Icon;
use leptos::prelude::*;
use std::sync::Arc;

/// What changes with the signals that `make` reads.
pub fn live(make: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    fn boxed(make: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
        (move || make()).into_any()
    }
    boxed(Box::new(make))
}

/// What stands only while `make` gives it.
pub fn live_if(make: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    live(move || make().unwrap_or_else(|| ().into_any()))
}

/// Several, one after the other.
pub fn all(views: impl Iterator<Item = AnyView>) -> AnyView {
    views.collect::<Vec<AnyView>>().into_any()
}

/// A text that changes.
pub fn words(text: impl Fn() -> String + Send + 'static) -> AnyView {
    fn boxed(text: Box<dyn Fn() -> String + Send>) -> AnyView {
        (move || text()).into_any()
    }
    boxed(Box::new(text))
}

/// A message with what stands between backticks as code.
pub fn message(text: &str) -> AnyView {
    all(text.split('`').enumerate().map(|(index, part)| match index % 2 {
        0 => part.to_owned().into_any(),
        _ => view! { <code>{part.to_owned()}</code> }.into_any(),
    }))
}

/// The same as words alone, for what is announced or names something: without the marks of code.
pub fn plain(text: &str) -> String {
    text.replace('`', "")
}

/// One choice of a list.
pub fn option(value: impl Into<String>, name: impl Into<String>) -> AnyView {
    fn made(value: String, name: String) -> AnyView {
        view! { <option value=value>{name}</option> }.into_any()
    }
    made(value.into(), name.into())
}

/// A button that does one thing; `class` beside `button`.
pub fn button(
    class: &'static str,
    icon: Option<Icon>,
    name: impl Into<String>,
    act: impl Fn() + Send + 'static,
) -> AnyView {
    fn boxed(class: &'static str, icon: Option<Icon>, name: String, act: Box<dyn Fn() + Send>) -> AnyView {
        view! {
            <button type="button" class=format!("button {class}") on:click=move |_| act()>
                {icon.map(Icon::view)} {name}
            </button>
        }
        .into_any()
    }
    boxed(class, icon, name.into(), Box::new(act))
}

/// One of several things to show: pressed while it is the chosen one.
pub fn chip(
    name: &'static str,
    chosen: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn() + Send + 'static,
) -> AnyView {
    switch("chip", name, Arc::new(chosen), Box::new(choose))
}

/// A pane's tab on a narrow screen.
pub fn tab(
    name: &'static str,
    chosen: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn() + Send + 'static,
) -> AnyView {
    switch("tab", name, Arc::new(chosen), Box::new(choose))
}

fn switch(
    class: &'static str,
    name: &'static str,
    chosen: Arc<dyn Fn() -> bool + Send + Sync>,
    choose: Box<dyn Fn() + Send>,
) -> AnyView {
    let chosen = Memo::new(move |_| chosen().to_string());
    let is_tab = class == "tab";
    view! {
        <button type="button" class=class role=is_tab.then_some("tab") on:click=move |_| choose()
            aria-selected=move || is_tab.then(|| chosen.get()) aria-pressed=move || (!is_tab).then(|| chosen.get())>
            {name}
        </button>
    }
    .into_any()
}
