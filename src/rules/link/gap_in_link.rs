//! A blank between the two parts of a link.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "gap-in-link",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "`[Title] (address)` is no link: the page shows brackets and address as text. The two parts touch.

Source: the newsletter's draft template; neither the site nor GitHub takes the blank.",
    bad: "* [How we build] (https://crates.example/build)\n",
    good: "* [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for link in context.sent_links().filter(|link| link.gap) {
        let blank = text[link.text.end + 1..].find('(').map_or(0, |length| length);
        let gap = Span::new(link.text.end + 1, link.text.end + 1 + blank);
        let message = "There is a blank between title and address, so this is no link. Take it out.";
        let finding = Finding::new(&RULE, context, link.span, message);
        out.push(finding.fix(context, Safety::Safe, "Take the blank out", Edit::delete(gap)));
    }
}
