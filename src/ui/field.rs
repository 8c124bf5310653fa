//! One field of a form: label, input, and the findings that concern it. A form is a table of these.

mod checks;
mod finding_list;

pub use checks::Checks;
pub use finding_list::FindingList;

use super::icon::Icon;
use super::live::words;
use super::session::{Session, session};
use crate::desk::Form;
use crate::rules::Severity;
use crate::text::date::Date;
use leptos::prelude::*;
use std::time::Duration;

/// Pause in typing after which a field's findings are shown, in milliseconds.
const PAUSE: Duration = Duration::from_millis(700);

/// Sets the form's field to a value, as a fix does.
pub type Setter = fn(&mut Form, String);

/// What is typed into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Text,
    Url,
    /// `yyyy-mm-dd`, typed or picked.
    Date,
}

/// A text field of a form.
pub struct Spec {
    /// Its name in findings.
    pub name: &'static str,
    pub label: &'static str,
    /// Said beside the label.
    pub note: &'static str,
    pub placeholder: &'static str,
    pub holds: Holds,
    pub get: fn(&Form) -> &String,
    pub set: Setter,
    /// What stands at its right end: a weekday, a region.
    pub end: fn(Session) -> String,
    /// The list of suggestions that belongs to it.
    pub list: Option<&'static str>,
}

impl Spec {
    /// A field of text, for a table to change what differs.
    pub const fn new(name: &'static str, label: &'static str, get: fn(&Form) -> &String, set: Setter) -> Self {
        Self {
            name,
            label,
            get,
            set,
            note: "",
            placeholder: "",
            holds: Holds::Text,
            end: |_| String::new(),
            list: None,
        }
    }

    /// A field for an address.
    pub const fn url(label: &'static str, note: &'static str) -> Self {
        let field = Self::new("url", label, |f| &f.url, |f, v| f.url = v);
        Self { note, holds: Holds::Url, placeholder: "https://…", ..field }
    }

    /// A field for a date.
    pub const fn date(
        name: &'static str,
        label: &'static str,
        note: &'static str,
        get: fn(&Form) -> &String,
        set: Setter,
    ) -> Self {
        Self { note, holds: Holds::Date, placeholder: "yyyy-mm-dd", ..Self::new(name, label, get, set) }
    }
}

/// A field, its findings below it.
#[component]
pub fn Field(spec: &'static Spec) -> impl IntoView {
    let session = session();
    let checks = expect_context::<Checks>();
    let name = spec.name;
    let value = Memo::new(move |_| session.form.with(|f| (spec.get)(f).clone()));
    let worst = Memo::new(move |_| checks.at(name).iter().map(|f| f.severity).min().map(Severity::name));
    let pause = StoredValue::new(None::<TimeoutHandle>);
    let input = move |event| {
        let text = event_target_value(&event);
        session.type_form(name, |form| (spec.set)(form, text));
        pause.update_value(|p| p.take().into_iter().for_each(|h| h.clear()));
        pause.set_value(set_timeout_with_handle(move || checks.touch(name), PAUSE).ok());
    };
    // A field trims when it is left, never while one types.
    let leave = move |_| {
        // A field that is taken away while it has the focus is left too, after its values are gone.
        let Some(typed) = value.try_get_untracked() else { return };
        if typed.trim() != typed {
            session.type_form(name, |form| (spec.set)(form, typed.trim().to_owned()));
        }
        if !typed.trim().is_empty() {
            checks.touch(name);
        }
    };
    let (mode, capitals, spelling) = match spec.holds {
        Holds::Text => ("text", "sentences", "true"),
        Holds::Url => ("url", "none", "false"),
        Holds::Date => ("numeric", "none", "false"),
    };
    let end = move || match spec.holds {
        Holds::Date => value.with(|v| v.trim().parse().map_or("", Date::weekday_name)).to_owned(),
        _ => (spec.end)(session),
    };
    view! {
        <div class="field" data-worst=move || worst.get()>
            <label for=format!("f-{name}")>{spec.label} " " <span class="note">{spec.note}</span></label>
            <div class="field-input">
                <div class="field-box">
                    <input
                        id=format!("f-{name}")
                        name=name
                        inputmode=mode
                        placeholder=spec.placeholder
                        autocomplete="off"
                        autocapitalize=capitals
                        spellcheck=spelling
                        list=spec.list
                        prop:value=move || value.get()
                        aria-invalid=move || (worst.get() == Some("error")).then_some("true")
                        aria-describedby=format!("f-{name}-findings")
                        on:input=input
                        on:blur=leave
                        on:paste=move |_| checks.touch(name)
                    />
                </div>
                <span class="field-end">{words(end)}</span>
                {(spec.holds == Holds::Date).then(|| picker(session, checks, spec, value).into_any())}
            </div>
            <FindingList name=name set=spec.set/>
        </div>
    }
}

/// The browser's own calendar, for those who would rather pick than type.
fn picker(session: Session, checks: Checks, spec: &'static Spec, value: Memo<String>) -> impl IntoView {
    let picked = move |event| {
        let value = event_target_value(&event);
        if !value.is_empty() {
            session.type_form(spec.name, |form| (spec.set)(form, value));
            checks.touch(spec.name);
        }
    };
    let date = move || value.with(|v| v.trim().parse::<Date>().map_or_else(|_| String::new(), |d| d.to_string()));
    view! { <input class="picker" type="date" aria-label=format!("Pick: {}", spec.label) on:change=picked prop:value=date/> }
}

/// The icon of a severity.
pub fn severity_icon(severity: Severity) -> AnyView {
    match severity {
        Severity::Error => Icon::Error,
        Severity::Warning => Icon::Warning,
        Severity::Hint => Icon::Hint,
    }
    .view()
}
