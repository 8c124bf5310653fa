//! What kind of page a link leads to: its prefixes.

use crate::ui::live::{all, option};
use crate::ui::session::session;
use leptos::prelude::*;

/// Languages that the newsletter has had links in, most frequent first; English bears no prefix.
const LANGUAGES: [(&str, &str); 14] = [
    ("", "English"),
    ("ES", "Spanish"),
    ("FR", "French"),
    ("DE", "German"),
    ("ZH", "Chinese"),
    ("JA", "Japanese"),
    ("PT", "Portuguese"),
    ("RU", "Russian"),
    ("KO", "Korean"),
    ("IT", "Italian"),
    ("PL", "Polish"),
    ("NL", "Dutch"),
    ("TR", "Turkish"),
    ("UK", "Ukrainian"),
];

/// Text, video or audio; part of a series; in which language.
pub fn medium() -> AnyView {
    let session = session();
    let has = move |tag: &str| session.form.with(|f| f.tags.iter().any(|t| t.eq_ignore_ascii_case(tag)));
    let medium = move || {
        if has("video") {
            "video"
        } else if has("audio") {
            "audio"
        } else {
            ""
        }
    };
    let language = move || {
        session.form.with(|f| {
            let known = |tag: &String| LANGUAGES.iter().any(|(code, _)| *code == tag.as_str());
            f.tags.iter().find(|t| known(t)).cloned().unwrap_or_default()
        })
    };
    let others = move || {
        session.form.with(|f| {
            let shown = |t: &&String| {
                matches!(t.as_str(), "video" | "audio" | "series") || LANGUAGES.iter().any(|(c, _)| c == t)
            };
            f.tags.iter().filter(|t| !shown(t)).cloned().collect::<Vec<_>>()
        })
    };
    // The order in the file: medium, series, what was there before, language.
    let set = move |medium: String, series: bool, language: String| {
        let others = others();
        session.type_form("tags", |form| {
            let series = series.then(|| "series".to_owned());
            let parts = [medium].into_iter().chain(series).chain(others).chain([language]);
            form.tags = parts.filter(|t| !t.is_empty()).collect();
        });
    };
    let choices = [("", "Text"), ("video", "Video"), ("audio", "Audio")];
    view! {
        <fieldset class="field bare">
            <legend>"It is"</legend>
            <div class="segments">
                {all(choices
                    .into_iter()
                    .map(|(tag, name)| {
                        view! {
                            <label class="segment">
                                <input type="radio" name="medium" value=tag prop:checked=move || medium() == tag
                                    on:change=move |_| set(tag.to_owned(), has("series"), language())/>
                                <span>{name}</span>
                            </label>
                        }
                        .into_any()
                    }))}
            </div>
        </fieldset>
        <div class="pair">
            <label class="tick">
                <input type="checkbox" name="series" prop:checked=move || has("series")
                    on:change=move |e| set(medium().to_owned(), event_target_checked(&e), language())/>
                <span>"Part of a series"</span>
            </label>
            <div class="field">
                <label for="f-language">"Language"</label>
                <select id="f-language" name="language" prop:value=language
                    on:change=move |e| set(medium().to_owned(), has("series"), event_target_value(&e))>
                    {all(LANGUAGES.iter().map(|(code, name)| option(*code, *name)))}
                </select>
            </div>
        </div>
    }
    .into_any()
}
