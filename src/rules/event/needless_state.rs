//! A place with a state where none is written.

use crate::rules::{Audience, Context, Finding, Located, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span, span_in};

pub static RULE: Rule = Rule {
    name: "needless-state",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "Only in the US, Canada and Australia is the state written. Elsewhere `City, CC` is enough.

Source: the newsletter's published events.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Munich, BY, DE | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Munich, DE | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for Located { span, place, .. } in context.places() {
        let source = span.of(text);
        let (Some(country), Some(state), Some(_)) = (place.country, place.state, place.city) else { continue };
        let numbered = state.bytes().all(|byte| byte.is_ascii_digit());
        if ["US", "CA", "AU"].contains(&country.code) || numbered || place.places.contains([';', '/']) {
            continue;
        }
        let message = format!("Is `{state}` a state? Then leave it out: City, {}.", country.written());
        let gone = span_in(source, state).offset(span.start);
        let start = text[..gone.start].trim_end_matches([' ', ',']).len();
        let edit = Edit::delete(Span::new(start, gone.end));
        let finding = Finding::new(&RULE, context, *span, message).detail(source);
        out.push(finding.fix(context, Safety::Suggested, format!("Leave out `{state}`"), edit));
    }
}
