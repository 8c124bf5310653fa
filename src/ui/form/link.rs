//! A link: address, title, section, what kind of page it is.

use super::Tick;
use crate::desk::Form;
use crate::issue::{Kind, escape};
use crate::rules::Role;
use crate::ui::field::{Checks, Field, FindingList};
use crate::ui::icon::Icon;
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

#[component]
pub fn LinkForm() -> impl IntoView {
    view! {
        <Field name="url" label="Address" note="of the page itself" kind="url" placeholder="https://…"
            get=|f| &f.url set=|f, v| f.url = v/>
        <Field name="title" label="Title" note="as the page has it" get=|f| &f.title set=|f, v| f.title = v/>
        <MarkdownTick/>
        <SectionChoice/>
        <MediumChoice/>
        <Tick name="free" label="Free to read, without a sign-up" get=|f| f.free set=|f, v| f.free = v/>
        <Tick name="person" label="Written by a person, or says so where it is not" get=|f| f.person set=|f, v| f.person = v/>
        <Questions/>
    }
}

/// What only the person can answer, asked once there is a link to ask about.
#[component]
fn Questions() -> impl IntoView {
    let session = session();
    let question = move || {
        session.form.with(|f| match (f.free, f.person) {
            _ if f.url.trim().is_empty() || f.title.trim().is_empty() => None,
            (false, _) => {
                Some("Is the text behind this link free to read? Pages behind a paywall or a sign-up are not taken.")
            }
            (_, false) => Some("Did a person write it? Text by a language model is not taken unless it says so."),
            _ => None,
        })
    };
    move || {
        question().map(|words| {
            view! {
                <p class="finding finding-hint">{Icon::Hint.view()} <span class="finding-text">{words}</span></p>
            }
        })
    }
}

/// Stands only where a pasted title holds more than plain text.
#[component]
pub fn MarkdownTick() -> impl IntoView {
    let session = session();
    let shown = move || {
        session.form.with(|f| f.markdown || !escape::is_plain(&escape::fold(&f.title)) && f.title.contains(['*', '_']))
    };
    move || {
        shown().then(|| {
            view! {
                <Tick name="markdown" label="The title holds Markdown: *emphasis* and the like; keep it as it stands"
                    get=|f| f.markdown set=|f, v| f.markdown = v/>
            }
        })
    }
}

/// The sections of the loaded draft, with a line on what belongs there.
#[component]
fn SectionChoice() -> impl IntoView {
    let session = session();
    let checks = expect_context::<Checks>();
    let sections = Memo::new(move |_| {
        let doc = session.doc.get();
        let links = doc.sections.iter().filter(|s| s.kind.is_community_links());
        links.map(|s| (s.title.of(doc.text()).trim().to_owned(), s.kind)).collect::<Vec<_>>()
    });
    let chosen = Memo::new(move |_| session.form.with(|f| f.section.clone()));
    let kind = move || sections.with(|all| all.iter().find(|(t, _)| *t == chosen.get()).map(|(_, kind)| *kind));
    let closed = move || kind() == Some(Kind::Tooling) && session.role.get() == Role::Contributor;
    let findings = Memo::new(move |_| {
        let mut all = checks.at("section");
        // The closed section has its own words below, with the way to r/rust.
        all.retain(|f| f.rule != "project-tooling-closed");
        all
    });
    let change = move |event| {
        let section = event_target_value(&event);
        session.type_form("section", |form| form.section = section);
        checks.touch("section");
    };
    view! {
        <div class="field">
            <label for="f-section">"Where does it belong?"</label>
            <select id="f-section" name="section" aria-describedby="f-section-hint f-section-findings" on:change=change
                prop:value=move || { sections.track(); chosen.get() }>
                <option value="">"Choose a section"</option>
                {move || {
                    let editor = session.role.get() == Role::Editor;
                    let options = sections.get().into_iter().map(|(title, kind)| {
                        let closed = kind == Kind::Tooling && !editor;
                        let label = if closed { format!("{title} (by way of r/rust)") } else { title.clone() };
                        let selected = chosen.get_untracked() == title;
                        view! { <option value=title.clone() selected=selected>{label}</option> }
                    });
                    options.collect_view()
                }}
            </select>
            <p class="hint" id="f-section-hint">{move || kind().map(Kind::hint)}</p>
            <FindingList name="section" findings=findings set=|f, v| f.section = v/>
            {move || closed().then(|| view! { <ClosedSection/> })}
        </div>
    }
}

/// Why the section takes nothing from contributors, and where such news goes instead.
#[component]
fn ClosedSection() -> impl IntoView {
    let session = session();
    let submit = move || {
        session.form.with(|f: &Form| {
            let part = |text: &str| js_sys::encode_uri_component(text.trim()).as_string().unwrap_or_default();
            format!("https://www.reddit.com/r/rust/submit?title={}&url={}", part(&f.title), part(&f.url))
        })
    };
    view! {
        <div class="finding finding-error">
            {Icon::Error.view()}
            <span class="finding-text">
                "Project and tooling news is chosen by the editors from what is posted to r/rust; this section takes no "
                "entries sent in. Post it there, and it is considered."
            </span>
            <a class="button small" href=submit target="_blank" rel="noopener noreferrer">{Icon::External.view()} "Post to r/rust"</a>
        </div>
    }
}

/// Text, video or audio; part of a series; in which language.
#[component]
fn MediumChoice() -> impl IntoView {
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
                {choices
                    .into_iter()
                    .map(|(tag, name)| {
                        view! {
                            <label class="segment">
                                <input type="radio" name="medium" value=tag prop:checked=move || medium() == tag
                                    on:change=move |_| set(tag.to_owned(), has("series"), language())/>
                                <span>{name}</span>
                            </label>
                        }
                    })
                    .collect_view()}
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
                    {LANGUAGES.iter().map(|(code, name)| view! { <option value=*code>{*name}</option> }).collect_view()}
                </select>
            </div>
        </div>
    }
}
