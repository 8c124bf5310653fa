//! An organizer's page in another form than usual.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, hosts};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "organizer-address",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "A Meetup group is linked by its plain address, `https://www.meetup.com/NAME`, without the list of its events and \
without a slash at the end. So each group has one address in the whole issue.

Source: what the newsletter's editors mend by hand each week.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://www.meetup.com/rust-bern/events/)\n    * [**Evening**](https://www.meetup.com/rust-bern/events/300000001)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://www.meetup.com/rust-bern)\n    * [**Evening**](https://www.meetup.com/rust-bern/events/300000001)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for (_, event) in context.events() {
        for organizer in &event.organizers {
            let source = organizer.url.of(text);
            let Some(plain) = hosts::plain_group(source).filter(|plain| plain != source) else { continue };
            let finding =
                Finding::new(&RULE, context, organizer.url, format!("A group is linked by its plain address: {plain}"));
            let edit = Edit::replace(organizer.url, plain);
            out.push(finding.detail(source).fix(context, Safety::Suggested, "Take the plain address", edit));
        }
    }
}
