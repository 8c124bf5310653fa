//! A date line without an event.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};

pub static RULE: Rule = Rule {
    name: "event-without-name",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Events,
    why: "Below the line with date, place and organizer stands a line for each event with its name and page. Without one, \
readers learn that something is on and not what.

Source: the newsletter's draft template.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for (item, _) in context.events().filter(|(_, event)| event.names.is_empty()) {
        let message = "The event itself is missing. Put `    * [**Name**](https://…)` on the line below.";
        out.push(Finding::new(&RULE, context, item.head, message));
    }
}
