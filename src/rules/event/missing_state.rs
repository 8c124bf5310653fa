//! A place in the US, Canada or Australia without its state.

use crate::rules::{Audience, Context, Finding, Located, Reach, Rule, Severity};

pub static RULE: Rule = Rule {
    name: "missing-state",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "These three countries have many cities of one name: their places are written with the state, `City, ST, CC`.

Source: the newsletter's draft template (`city,state,country`) and its published events.",
    bad: "## Upcoming Events\n\n### North America\n* 2026-09-08 | Vancouver, CA | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### North America\n* 2026-09-08 | Vancouver, BC, CA | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for Located { span, place, .. } in context.places() {
        let Some(country) = place.country.filter(|country| ["US", "CA", "AU"].contains(&country.code)) else {
            continue;
        };
        if place.city.is_some() && place.state.is_none() {
            let message = format!("In which state is this? Write City, ST, {}.", country.written());
            out.push(Finding::new(&RULE, context, *span, message).detail(span.of(text)));
        }
    }
}
