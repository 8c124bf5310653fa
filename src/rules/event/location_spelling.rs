//! A place in another spelling than the newsletter's.

use crate::issue::place;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "location-spelling",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "Places are written `City, CC`, in the US, Canada and Australia `City, ST, CC`, with codes of two letters and UK for \
the United Kingdom; `Virtual (City, CC)` and `Hybrid (City, CC)` where one can take part from afar. One spelling \
lets readers find their city.

Source: the newsletter's draft template and its published events.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | London, GB | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | London, UK | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    let places =
        context.events().map(|(_, event)| event.location).chain(context.calls().map(|(_, call)| call.location));
    for span in places.filter(|span| !span.is_empty()) {
        let source = span.of(text);
        let Some(spelling) = place::canonical(source) else { continue };
        let finding =
            Finding::new(&RULE, context, span, format!("The newsletter writes this {spelling}.")).detail(source);
        out.push(finding.fix(context, Safety::Suggested, format!("Write {spelling}"), Edit::replace(span, spelling)));
    }
}
