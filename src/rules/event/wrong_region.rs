//! An event under another region than its place.

use crate::issue::place::Region;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};

pub static RULE: Rule = Rule {
    name: "wrong-region",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "An event stands under the continent of its place, one without a place under Virtual, a hybrid one under both. Under \
another heading those who could come do not see it.

Source: the newsletter's draft template; format of its events.",
    bad: "## Upcoming Events\n\n### Asia\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for located in context.places() {
        let (Some(own), Some(wanted)) = (context.region(located.item), located.region()) else { continue };
        if own == wanted || (located.is_hybrid() && own == Region::Virtual) {
            continue;
        }
        let location = located.span.of(text);
        let message = format!("{location} belongs under {}, not under {}.", wanted.name(), own.name());
        out.push(Finding::new(&RULE, context, located.span, message).detail(location));
    }
}
