//! An event that is over when the issue comes out.

use super::slipped_year::slipped;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "past-event",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Events,
    why: "An issue lists events from its own date on. What is over by then is dropped; where the year was forgotten, mend it.

Source: the newsletter's guidelines and the sentence above its events.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-01 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Meetup**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-02 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Meetup**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let Some((first, _)) = context.window() else { return };
    for (item, event) in context.events() {
        let last = event.last_day();
        // A slip in the year has a rule of its own.
        if last < first && slipped(context, event).is_none() {
            let message =
                format!("This event ended on {last}, before the issue of {first}. Drop it, or mend its date.");
            let finding = Finding::new(&RULE, context, event.dates, message).detail(last.to_string());
            out.push(finding.fix(context, Safety::Suggested, "Drop the event", Edit::delete(item.span)));
        }
    }
}
