//! Which view is open, and its address. Only this module makes addresses of views.

use leptos::prelude::*;

/// The three doors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    Contribute,
    Assemble,
    Review,
}

impl View {
    pub const ALL: [Self; 3] = [Self::Contribute, Self::Assemble, Self::Review];

    /// What its door says.
    pub fn name(self) -> &'static str {
        match self {
            Self::Contribute => "Contribute",
            Self::Assemble => "Assemble",
            Self::Review => "Review",
        }
    }

    /// Its address on this page.
    pub fn href(self) -> &'static str {
        match self {
            Self::Contribute => "#/contribute",
            Self::Assemble => "#/assemble",
            Self::Review => "#/review",
        }
    }

    fn of(hash: &str) -> Self {
        let hash = hash.split('?').next().unwrap_or("");
        Self::ALL.into_iter().find(|v| v.href() == hash).unwrap_or(Self::Contribute)
    }
}

/// The view that the address bar says, kept in step with it.
pub fn current() -> ReadSignal<View> {
    let read = || View::of(&window().location().hash().unwrap_or_default());
    let (view, set) = signal(read());
    let handle = window_event_listener(leptos::ev::hashchange, move |_| set.set(read()));
    on_cleanup(move || handle.remove());
    view
}

/// Goes to `view`.
pub fn go(view: View) {
    let _ = window().location().set_hash(view.href());
}
