//! A name whose bold marks do not match.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "malformed-bold",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Events,
    why: "A name in bold has two asterisks before it and two behind. With one of them missing the page shows stray asterisks.

Source: the newsletter's draft template; half-bold names in published issues.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening*](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for (name, inside) in names(context) {
        let whole = inside.of(text);
        let bare = whole.trim_matches('*');
        let (before, after) =
            (whole.len() - whole.trim_start_matches('*').len(), whole.len() - whole.trim_end_matches('*').len());
        let escaped = bare.ends_with('\\');
        let odd = before != after || (before != 2 && before != 0) || bare.trim() != bare;
        if before + after == 0 || !odd || bare.trim().is_empty() || escaped || bare.contains('*') {
            continue;
        }
        let message = "The asterisks round this name do not match. Two stand before it and two behind.";
        let finding = Finding::new(&RULE, context, name, message).detail(whole);
        let edit = Edit::replace(inside, format!("**{}**", bare.trim()));
        out.push(finding.fix(context, Safety::Safe, "Put two on either side", edit));
    }
}

/// The names of events and of calls, each with what stands between its brackets.
pub(in crate::rules) fn names(context: &Context<'_>) -> Vec<(Span, Span)> {
    let text = context.text();
    let events = context
        .events()
        .flat_map(|(_, event)| event.names.iter().filter(|name| !name.url.is_empty()).map(|name| name.title));
    let calls = context.calls().map(|(_, call)| call.name);
    let inside = |name: Span| {
        let start = text[..name.start].trim_end_matches(['*', ' ']).len();
        let end = text.len() - text[name.end..].trim_start_matches(['*', ' ']).len();
        let whole = Span::new(start, end);
        // Only what fills the brackets is the whole of a name.
        (text[..start].ends_with('[') && text[end..].starts_with(']')).then_some((name, whole))
    };
    events.chain(calls).filter_map(inside).collect()
}
