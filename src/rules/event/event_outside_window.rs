//! An event that is too far off for this issue.

use super::slipped_year::slipped;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity, WINDOW_DAYS};

pub static RULE: Rule = Rule {
    name: "event-outside-window",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Events,
    why: "An issue lists events up to 28 days after its date. A later one belongs to a later issue: send it in when its time \
has come. Where the year or month is wrong, mend it.

Source: the newsletter's guidelines and the sentence above its events.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-10-01 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Meetup**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-30 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Meetup**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let Some((_, last)) = context.window() else { return };
    for (_, event) in context.events() {
        // A slip in the year has a rule of its own.
        if event.starts > last && slipped(context, event).is_none() {
            let from = event.starts.plus(-WINDOW_DAYS).next_wednesday();
            let message = format!("This issue lists events up to {last}. This one fits from the issue of {from} on.");
            out.push(Finding::new(&RULE, context, event.dates, message).detail(event.starts.to_string()));
        }
    }
}
