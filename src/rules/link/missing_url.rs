//! An item without an address.

use crate::issue::{Item, Kind, Shape};
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity, marks};
use crate::text::Span;
use std::cell::LazyCell;
use std::collections::HashSet;

pub static RULE: Rule = Rule {
    name: "missing-url",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "Each item is a link: `[Title](https://…)`, and each event has its own page. Without an address there is nothing to open.

Source: the newsletter's draft template.",
    bad: "* How we build\n",
    good: "* [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    // Looked up only where an address is missing: nearly never.
    let defined =
        LazyCell::new(|| marks::definitions(context).into_iter().map(|(name, _)| name).collect::<HashSet<_>>());
    for item in &doc.items {
        let kind = doc.sections[item.section].kind;
        for (place, message) in missing(item, kind, text) {
            // `[Title][name]`, whose address stands elsewhere.
            let names = place.of(text).split(['[', ']']).skip(1).step_by(2);
            if names.map(marks::reference).any(|name| defined.contains(&name)) {
                continue;
            }
            out.push(Finding::new(&RULE, context, place, message));
        }
    }
}

fn missing(item: &Item, kind: Kind, text: &str) -> Vec<(Span, &'static str)> {
    const LINK: &str = "The link is missing: write [Title](https://…).";
    let one = |url: Span, place: Span| if url.of(text).trim().is_empty() { vec![(place, LINK)] } else { Vec::new() };
    match &item.shape {
        Shape::Link(link) => one(link.url, link.title),
        Shape::Project(task) => one(task.url, task.title),
        Shape::Call(call) => one(call.url, call.name),
        Shape::Event(event) => {
            let named = event.organizers.iter().chain(&event.names);
            let bare = named.filter(|n| n.url.of(text).trim().is_empty());
            bare.map(|n| (n.span, "This name has no link: write [Name](https://…).")).collect()
        }
        // A link that goes on below, or lacks a bracket, has rules of its own.
        Shape::Other if item.head.of(text).matches('[').count() != item.head.of(text).matches(']').count() => {
            Vec::new()
        }
        Shape::Other if belongs(kind) && !is_none_sentence(item.head.of(text)) => vec![(item.head, LINK)],
        // Lists of other things stand in the editors' sections.
        Shape::Other => Vec::new(),
    }
}

/// Whether every list item of such a section is a link.
fn belongs(kind: Kind) -> bool {
    kind.is_community_links() || kind.part() == Kind::Participation
}

/// `*No Calls for papers … this week.*`, at times written as a list item.
fn is_none_sentence(head: &str) -> bool {
    head.trim_start_matches(['*', '_']).starts_with("No ")
}
