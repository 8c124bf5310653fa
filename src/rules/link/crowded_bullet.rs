//! A bullet without a blank behind it.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "crowded-bullet",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "A bullet is one only with a blank behind it. Without the blank the page shows the asterisk as text and joins the \
line to the one before.

Source: the newsletter's draft template.",
    bad: "*[How we build](https://crates.example/build)\n",
    good: "* [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for item in context.sent() {
        let Some(bullet) = item.bullet.filter(|bullet| bullet + 1 == item.head.start) else { continue };
        let span = Span::new(bullet, item.head.start);
        let finding = Finding::new(&RULE, context, span, "A blank is missing behind the bullet: `* [`.");
        out.push(finding.fix(context, Safety::Safe, "Put a blank behind it", Edit::insert(item.head.start, " ")));
    }
}
