//! The way out as a file: whole, or as a patch.

use super::copy::CopyButton;
use super::out::Out;
use crate::platform::files;
use crate::ui::icon::Icon;
use crate::ui::live::{button, live, live_if, message};
use crate::ui::session::session;
use leptos::prelude::*;

#[component]
pub fn AsFile(out: Memo<Out>) -> impl IntoView {
    let session = session();
    let save_file = move || {
        out.with_untracked(|o| files::save(&o.file_name, &o.text));
        session.say("The file is saved.");
    };
    let save_patch = move || {
        out.with_untracked(|o| files::save(&o.file_name.replace(".md", ".patch"), &o.patch));
        session.say("The patch is saved.");
    };
    let save_parts = move || {
        out.with_untracked(|o| {
            for (index, part) in o.parts.iter().enumerate() {
                files::save(&o.file_name.replace(".md", &format!("-{}.patch", index + 1)), &part.patch);
            }
        });
        session.say("The patches are saved, one for each item.");
    };
    let several = Memo::new(move |_| out.with(|o| o.parts.len() > 1));
    view! {
        <section class="handin-part" aria-label="As a file">
            <h3>"As a file"</h3>
            <p class="muted">{live(move || out.with(|o| {
                message(&format!("{}, whole, or only the difference as a patch for those who use Git (`git apply`).", o.path))
            }))}</p>
            <div class="row">
                {button("", Some(Icon::Save), "Save the file", save_file)}
                {button("", Some(Icon::Save), "Save the patch", save_patch)}
                <CopyButton label="Copy the patch" text=Signal::derive(move || out.with(|o| o.patch.clone()))/>
                {live_if(move || several.get().then(|| {
                    button("", Some(Icon::Save), "Save one patch for each item", save_parts)
                }))}
            </div>
            {live_if(move || several.get().then(|| view! {
                <p class="hint">"The newsletter merges a pull request by itself only if it brings one item; several items go best one by one."</p>
            }.into_any()))}
        </section>
    }
}
