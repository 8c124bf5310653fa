//! Which view is open, and its address. Only this module makes addresses of views.

use super::focus::is_lost;
use super::session::Session;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// The start, and what its three doors lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    Start,
    Contribute,
    Assemble,
    Review,
}

impl View {
    /// The doors.
    pub const ALL: [Self; 3] = [Self::Contribute, Self::Assemble, Self::Review];

    /// What its door says.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "Start",
            Self::Contribute => "Contribute",
            Self::Assemble => "Assemble",
            Self::Review => "Review",
        }
    }

    /// Its address on this page.
    pub fn href(self) -> &'static str {
        match self {
            Self::Start => "#/",
            Self::Contribute => "#/contribute",
            Self::Assemble => "#/assemble",
            Self::Review => "#/review",
        }
    }

    fn of(hash: &str) -> Self {
        let hash = hash.split('?').next().unwrap_or("");
        Self::ALL.into_iter().find(|v| v.href() == hash).unwrap_or(Self::Start)
    }
}

/// The view that the address bar says.
pub fn asked() -> View {
    match query() {
        Some(_) => View::Contribute,
        None => View::of(&window().location().hash().unwrap_or_default()),
    }
}

/// The same, kept in step with it.
pub fn current(session: Session) -> ReadSignal<View> {
    let (view, set) = signal(asked());
    let handle = window_event_listener(leptos::ev::hashchange, move |_| {
        if asked() != view.get_untracked() {
            session.hush();
        }
        set.set(asked());
        // What had the focus may have gone with its view.
        request_animation_frame(|| {
            if is_lost() {
                begin();
            }
        });
        if let Some(query) = take_query() {
            session.prefill.set(Some(query));
        }
    });
    on_cleanup(move || handle.remove());
    view
}

/// What the address brings for the form: `#/contribute?title=…`, or `?title=…` from what is shared with the app.
fn query() -> Option<String> {
    let location = window().location();
    let (hash, search) = (location.hash().unwrap_or_default(), location.search().unwrap_or_default());
    let query = match hash.strip_prefix(View::Contribute.href()).and_then(|rest| rest.strip_prefix('?')) {
        Some(query) => query,
        None if ["title=", "text=", "url="].iter().any(|name| search.contains(name)) => search.strip_prefix('?')?,
        None => return None,
    };
    Some(query.to_owned())
}

/// The same, taken out of the address, so that a reload does not bring it again.
pub fn take_query() -> Option<String> {
    let query = query()?;
    replace(View::Contribute.href());
    Some(query).filter(|query| !query.is_empty())
}

/// The pull request that the address asks for: `#/review?pull=41`.
pub fn pull() -> Option<String> {
    let hash = window().location().hash().unwrap_or_default();
    Some(hash.strip_prefix(View::Review.href())?.strip_prefix("?pull=")?.to_owned())
}

/// Puts a pull request into the address, for a reload and for others, or takes it out.
pub fn put_pull(number: Option<u32>) {
    let query = number.map(|number| format!("?pull={number}")).unwrap_or_default();
    replace(&format!("{}{query}", View::Review.href()));
}

fn replace(hash: &str) {
    let clean = format!("{}{hash}", window().location().pathname().unwrap_or_default());
    let _ = window().history().and_then(|h| h.replace_state_with_url(&JsValue::NULL, "", Some(&clean)));
}

/// Puts the focus at the beginning of the view.
pub fn begin() {
    if let Some(main) = document().get_element_by_id("main") {
        let _ = main.unchecked_into::<web_sys::HtmlElement>().focus();
    }
}

/// Goes to `view`.
pub fn go(view: View) {
    let _ = window().location().set_hash(view.href());
}
