//! What is left to be filled in: placeholders, and sentences that there is nothing this week.

use super::Context;
use crate::issue::{Kind, Section};
use crate::text::{Span, span_in};

/// Whether a comment asks for something to be written at its place.
pub fn is_placeholder(comment: &str) -> bool {
    let lower = comment.to_lowercase();
    ["goes here", "go here -->", "use either"].iter().any(|words| lower.contains(words))
}

/// Whether sections of that kind say so when they have no items.
pub fn has_none_sentence(kind: Kind) -> bool {
    matches!(kind, Kind::Projects | Kind::Calls | Kind::ApprovedRfcs | Kind::NewRfcs)
}

/// The sentence of a section that there are none this week.
pub fn none_sentence(context: &Context<'_>, section: &Section) -> Option<Span> {
    let text = context.text();
    lines(context, section).find_map(|line| {
        let body = line.of(text).trim().trim_start_matches(['*', '-', '+', '_', ' ']);
        let lower = body.to_lowercase();
        (lower.starts_with("no ") && lower.contains("week")).then(|| span_in(text, body))
    })
}

/// Whether something stands in a section besides what the template puts there: items, a sentence, a quote.
pub fn is_answered(context: &Context<'_>, section: &Section) -> bool {
    let text = context.text();
    if !section.items().is_empty() {
        return true;
    }
    let is_own = |line: &str| match section.kind {
        Kind::Quote => line.starts_with('>'),
        // The template's own lines: votes, definitions, introductions.
        _ => !line.is_empty() && !["[", "Changes to Rust", "are the RFCs"].iter().any(|start| line.starts_with(start)),
    };
    lines(context, section).any(|line| is_own(line.of(text).trim()))
}

/// The lines of a section outside comments.
fn lines(context: &Context<'_>, section: &Section) -> impl Iterator<Item = Span> {
    let doc = context.doc();
    let first = doc.lines.partition_point(|line| line.full.start < section.body.start);
    let last = doc.lines.partition_point(|line| line.full.start < section.body.end);
    let shown = doc.lines[first..last].iter().filter(|line| line.context == crate::issue::Context::Text);
    shown.map(|line| line.content)
}
