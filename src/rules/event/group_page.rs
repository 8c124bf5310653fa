//! A group's page where the event's own belongs.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity, hosts};

pub static RULE: Rule = Rule {
    name: "group-page",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "Readers want to know about this evening: when it begins, where, who speaks. Link the event's own page, and the \
group's behind the organizer's name.

Source: contribution guidelines: the page of the event itself, not of the group.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://www.meetup.com/rust-bern)\n    * [**Evening**](https://www.meetup.com/rust-bern/events/)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://www.meetup.com/rust-bern)\n    * [**Evening**](https://www.meetup.com/rust-bern/events/300000001)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for (_, event) in context.events() {
        let organizer = event.organizers.first().map_or("", |organizer| organizer.url.of(text));
        for name in event.names.iter().filter(|name| hosts::is_group_page(name.url.of(text), organizer)) {
            let message = "This is the page of the group. Link the page of the event itself.";
            out.push(Finding::new(&RULE, context, name.url, message).detail(name.url.of(text)));
        }
    }
}
