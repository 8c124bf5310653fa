//! Ways to the form from other pages: a bookmark, an address, the device's own sharing.

use crate::desk::form::bookmarklet::bookmarklet;
use crate::ui::handin::CopyButton;
use crate::ui::session::session;
use leptos::prelude::*;

#[component]
pub fn Elsewhere() -> impl IntoView {
    let session = session();
    let location = window().location();
    let desk = format!("{}{}", location.origin().unwrap_or_default(), location.pathname().unwrap_or_default());
    let script = bookmarklet(&desk);
    let sample = format!("{desk}#/contribute?kind=link&title=…&url=https://…&section=…");
    // It is for other pages; this one's policy would not let it run.
    let clicked = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        session.say("Drag it to the bookmarks bar; it does its work on the page you want to send in.");
    };
    view! {
        <div class="elsewhere">
            <p>
                "Drag this to the bookmarks bar. On any page it opens the form with that page’s title, address and "
                "language filled in; it does nothing else and sends nothing anywhere."
            </p>
            <div class="row">
                <a class="button bookmarklet" href=script.clone() on:click=clicked>"Send to TWiR desk"</a>
                <CopyButton label="Copy it as a bookmark" text=Signal::stored(script)/>
            </div>
            <p>"An address fills the form too, with the names of a submission’s fields:"</p>
            <pre class="sample">{sample}</pre>
            <p>"Once it is installed as an app, the desk is offered where your device shares pages."</p>
        </div>
    }
}
