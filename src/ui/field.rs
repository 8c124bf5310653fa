//! One field of a form: label, input, and the findings that concern it.

use super::icon::Icon;
use super::session::{Session, session};
use crate::desk::Form;
use crate::platform::clock;
use crate::rules::{Recent, Setting, Severity, field};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::time::Duration;

/// Pause in typing after which a field's findings are shown, in milliseconds.
const PAUSE: Duration = Duration::from_millis(700);

/// The findings of the form, and for which fields they are shown already.
#[derive(Clone, Copy)]
pub struct Checks {
    pub findings: Memo<Vec<field::FieldFinding>>,
    touched: RwSignal<BTreeSet<String>>,
    /// The person tried to finish the form: everything is shown.
    pub tried: RwSignal<bool>,
}

impl Checks {
    pub fn new(session: Session) -> Self {
        let findings = Memo::new(move |_| {
            session.form.track();
            session.doc.track();
            let role = session.role.get();
            session.with(|desk| {
                let recent = Recent::default();
                let setting = Setting { role, today: Some(clock::today()), recent: &recent };
                // An item that is edited again must not count as its own duplicate.
                let others = desk.without_edited();
                let found = field::check_submission(&desk.form().raw(), &others, &setting);
                found.into_iter().map(at_form_field).collect::<Vec<_>>()
            })
        });
        Self { findings, touched: RwSignal::default(), tried: RwSignal::new(false) }
    }

    /// Shows the findings of `field` from now on.
    pub fn touch(&self, field: &str) {
        // The view may be gone when a timer or a field that is taken away says so.
        if self.touched.try_with_untracked(|t| t.contains(field)) == Some(false) {
            self.touched.update(|t| {
                t.insert(field.to_owned());
            });
        }
    }

    /// Forgets what was touched: a new form begins.
    pub fn reset(&self) {
        self.touched.set(BTreeSet::new());
        self.tried.set(false);
    }

    /// The findings to show at `field`. An empty field is no fault before the person tries to finish.
    pub fn at(&self, field: &str) -> Vec<field::FieldFinding> {
        let tried = self.tried.get();
        let touched = self.touched.with(|t| t.contains(field));
        self.findings.with(|all| {
            let own = all.iter().filter(|f| f.field == field);
            own.filter(|f| tried || touched && !f.rule.starts_with("missing-")).cloned().collect()
        })
    }

    /// How many errors hold the form back.
    pub fn errors(&self) -> usize {
        self.findings.with(|all| all.iter().filter(|f| f.severity == Severity::Error).count())
    }
}

/// The finding under the name that the form gives its field: the first event's name and page are title and address.
fn at_form_field(mut finding: field::FieldFinding) -> field::FieldFinding {
    finding.field = match (finding.field, finding.index) {
        ("name" | "events.title", 0) => "title",
        ("events.url", 0) => "url",
        ("events.title" | "events.url", _) => "events",
        ("organizer.name", _) => "organizer_name",
        ("organizer.url", _) => "organizer_url",
        (other, _) => other,
    };
    finding
}

/// Sets the form's field `name` to `value`, as a fix does.
pub type Setter = fn(&mut Form, String);

/// A text field. `end` stands at its right end: a weekday, a region.
#[component]
pub fn Field(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] note: String,
    get: fn(&Form) -> &String,
    set: Setter,
    #[prop(optional)] kind: &'static str,
    #[prop(optional)] placeholder: &'static str,
    #[prop(optional, into)] end: Option<Signal<String>>,
    #[prop(optional)] list: &'static str,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let session = session();
    let checks = expect_context::<Checks>();
    let value = Memo::new(move |_| session.form.with(|f| get(f).clone()));
    let findings = Memo::new(move |_| checks.at(name));
    let worst = move || findings.with(|f| f.iter().map(|f| f.severity).min().map(Severity::name));
    let pause = StoredValue::new(None::<TimeoutHandle>);
    let input = move |event| {
        let text = event_target_value(&event);
        session.type_form(name, |form| set(form, text));
        pause.update_value(|p| p.take().into_iter().for_each(|h| h.clear()));
        pause.set_value(set_timeout_with_handle(move || checks.touch(name), PAUSE).ok());
    };
    // A field trims when it is left, never while one types.
    let leave = move |_| {
        // A field that is taken away while it has the focus is left too, after its values are gone.
        let Some(typed) = value.try_get_untracked() else { return };
        if typed.trim() != typed {
            session.type_form(name, |form| set(form, typed.trim().to_owned()));
        }
        if !typed.trim().is_empty() {
            checks.touch(name);
        }
    };
    let (kind, mode) = match kind {
        "url" => ("text", "url"),
        "date" => ("text", "numeric"),
        _ => ("text", "text"),
    };
    view! {
        <div class="field" data-worst=worst>
            <label for=format!("f-{name}")>{label} " " <span class="note">{note}</span></label>
            <div class="field-input">
                <input
                    id=format!("f-{name}")
                    name=name
                    type=kind
                    inputmode=mode
                    placeholder=placeholder
                    autocomplete="off"
                    autocapitalize=if mode == "url" { "none" } else { "sentences" }
                    spellcheck=if mode == "text" { "true" } else { "false" }
                    list=(!list.is_empty()).then_some(list)
                    prop:value=move || value.get()
                    aria-invalid=move || (worst() == Some("error")).then_some("true")
                    aria-describedby=format!("f-{name}-findings")
                    on:input=input
                    on:blur=leave
                    on:paste=move |_| checks.touch(name)
                />
                {end.map(|end| view! { <span class="field-end">{move || end.get()}</span> })}
                {children.map(|children| children())}
            </div>
            <FindingList name=name findings=findings set=set/>
        </div>
    }
}

/// The findings below a field, each with its fix.
#[component]
pub fn FindingList(name: &'static str, findings: Memo<Vec<field::FieldFinding>>, set: Setter) -> impl IntoView {
    let session = session();
    view! {
        <div id=format!("f-{name}-findings") class="findings" aria-live="polite">
            {move || {
                findings
                    .get()
                    .into_iter()
                    .map(|finding| {
                        let fix = finding.fix.clone().map(|(title, value)| {
                            let mend = move |_| {
                                session.type_form(name, |form| set(form, value.clone()));
                                session.say("Mended.");
                            };
                            view! { <button type="button" class="button small" on:click=mend>{title}</button> }
                        });
                        view! {
                            <p class=format!("finding finding-{}", finding.severity.name())>
                                {severity_icon(finding.severity)}
                                <span class="sr-only">{finding.severity.name()} ": "</span>
                                <span class="finding-text">{finding.message}</span>
                                {fix}
                            </p>
                        }
                    })
                    .collect_view()
            }}
        </div>
    }
}

/// The icon of a severity.
pub fn severity_icon(severity: Severity) -> impl IntoView {
    match severity {
        Severity::Error => Icon::Error.view(),
        Severity::Warning => Icon::Warning.view(),
        Severity::Hint => Icon::Hint.view(),
    }
}

/// A date, typed or picked; the weekday stands at its end.
#[component]
pub fn DateField(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] note: String,
    get: fn(&Form) -> &String,
    set: Setter,
) -> impl IntoView {
    let session = session();
    let checks = expect_context::<Checks>();
    let date = move || session.form.with(|f| get(f).trim().parse::<crate::text::date::Date>().ok());
    let weekday = Signal::derive(move || date().map(|d| d.weekday_name().to_owned()).unwrap_or_default());
    let picked = move |event| {
        let value = event_target_value(&event);
        if !value.is_empty() {
            session.type_form(name, |form| set(form, value));
            checks.touch(name);
        }
    };
    let pick_label = format!("Pick: {label}");
    view! {
        <Field name=name label=label note=note get=get set=set kind="date" placeholder="yyyy-mm-dd" end=weekday>
            <input class="picker" type="date" aria-label=pick_label on:change=picked
                prop:value=move || date().map(|d| d.to_string()).unwrap_or_default()/>
        </Field>
    }
}
