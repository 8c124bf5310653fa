//! Review: two texts as cards by item.

use leptos::prelude::*;

#[component]
pub fn Review() -> impl IntoView {
    view! { <p>"Review"</p> }
}
