//! What changes between two texts: by item for people, by line for certainty.

use super::live;
use super::page::Inline;
use crate::issue::Document;
use crate::review::{self, Change, ChangeKind, LineKind};
use leptos::prelude::*;

/// Shows the differences; a switch changes between items and lines.
#[component]
pub fn Differences(#[prop(into)] before: String, #[prop(into)] after: String) -> impl IntoView {
    let by_line = RwSignal::new(false);
    let (base, edited) = (Document::parse(before.as_str()), Document::parse(after.as_str()));
    let changes = review::changes(&base, &edited);
    let hunks = StoredValue::new(review::line_diff(&before, &after));
    let cards = StoredValue::new((base, edited, changes));
    let chip = move |lines: bool, name| live::chip(name, move || by_line.get() == lines, move || by_line.set(lines));
    view! {
        <div class="differences">
            <div class="chips" role="group" aria-label="Show differences">{chip(false, "By item")} {chip(true, "By line")}</div>
            {move || if by_line.get() {
                hunks.with_value(|hunks| hunks.iter().map(hunk).collect_view()).into_any()
            } else {
                cards.with_value(|(base, edited, changes)| {
                    if changes.is_empty() {
                        return view! { <p class="muted">"Nothing differs."</p> }.into_any();
                    }
                    changes.iter().map(|c| card(base, edited, c)).collect_view().into_any()
                })
            }}
        </div>
    }
}

/// The word of a change.
pub fn kind_word(kind: ChangeKind) -> (&'static str, &'static str) {
    match kind {
        ChangeKind::Added => ("Added", "added"),
        ChangeKind::Removed => ("Removed", "removed"),
        ChangeKind::Changed => ("Changed", "changed"),
        ChangeKind::Moved => ("Moved", "moved"),
        ChangeKind::Other => ("Text", "text"),
    }
}

fn section_of(doc: &Document, item: Option<usize>) -> Option<String> {
    let item = doc.items.get(item?)?;
    Some(doc.sections[item.section].title.of(doc.text()).to_owned())
}

/// One change: what, where, before and after.
pub fn card(base: &Document, edited: &Document, change: &Change) -> impl IntoView + use<> {
    let (word, class) = kind_word(change.kind);
    let (from, to) = (section_of(base, change.before), section_of(edited, change.after));
    let place = match (from, to) {
        (Some(from), Some(to)) if from != to => format!("from {from} to {to}"),
        (_, Some(one)) | (Some(one), None) => format!("in {one}"),
        (None, None) => "between the items".into(),
    };
    let item = |doc: &Document, index: Option<usize>| {
        index.and_then(|i| doc.items.get(i)).map(|i| i.head.of(doc.text()).to_owned())
    };
    let (old, new) = (item(base, change.before), item(edited, change.after));
    let body = match change.kind {
        ChangeKind::Other => {
            let (old, new) = (change.spans.0.of(base.text()), change.spans.1.of(edited.text()));
            view! {
                {(!old.is_empty()).then(|| view! { <del><pre>{visible(old)}</pre></del> })}
                {(!new.is_empty()).then(|| view! { <ins><pre>{visible(new)}</pre></ins> })}
            }
            .into_any()
        }
        ChangeKind::Changed if !change.fields.is_empty() => {
            let rows = change.fields.iter().map(|f| view! {
                <div><span class="muted">{f.name}": "</span> <del>{f.before.clone()}</del> " → " <ins>{f.after.clone()}</ins></div>
            });
            view! {
                {new.map(|line| view! { <div><Inline markdown=line/></div> })}
                {rows.collect_view()}
            }
            .into_any()
        }
        ChangeKind::Changed => view! { <del><pre>{old}</pre></del> <ins><pre>{new}</pre></ins> }.into_any(),
        _ => {
            let (doc, index) = if change.after.is_some() { (edited, change.after) } else { (base, change.before) };
            let lines = index.and_then(|i| doc.items.get(i)).map(|i| i.span.of(doc.text()).trim_end().to_owned());
            view! {
                {item(doc, index).map(|line| view! { <div><Inline markdown=line/></div> })}
                <pre class="muted">{lines}</pre>
            }
            .into_any()
        }
    };
    view! {
        <article class=format!("change change-{class}")>
            <p class="change-head"><span class="change-kind">{word}</span> <span>{place}</span></p>
            {body}
        </article>
    }
}

/// Blank lines made visible.
fn visible(text: &str) -> String {
    match text.trim().is_empty() {
        true => format!("({} blank lines)", text.matches('\n').count().max(1)),
        false => text.trim_end_matches('\n').to_owned(),
    }
}

fn hunk(hunk: &review::Hunk) -> impl IntoView + use<> {
    let number = |n: Option<usize>| n.map(|n| n.to_string());
    let rows = hunk.rows.iter().map(|row| {
        let (class, mark) = match row.kind {
            LineKind::Same => ("", " "),
            LineKind::Removed => ("lines-removed", "−"),
            LineKind::Added => ("lines-added", "+"),
        };
        view! {
            <div class=format!("lines-row {class}")>
                <span class="lines-number">{number(row.before)}</span>
                <span class="lines-number">{number(row.after)}</span>
                <span>{mark}</span>
                <span>{row.text.clone()}</span>
            </div>
        }
    });
    view! { <div class="lines" tabindex="0" role="group" aria-label="Lines that differ">{rows.collect_view()}</div> }
}
