//! Two bullets before one item.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "doubled-bullet",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "With two bullets the page shows a list inside a list, or an asterisk as text. One is enough.

Source: the newsletter's draft template.",
    bad: "* * [How we build](https://crates.example/build)\n",
    good: "* [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for (_, line) in context.sent_lines() {
        let content = line.content.of(text);
        let body = content.trim_start();
        let Some(rest) = body.strip_prefix(['*', '-', '+']) else { continue };
        let second = rest.trim_start();
        let Some(title) = second.strip_prefix("* ").or(second.strip_prefix("- ")) else { continue };
        // A rule (`* * *`) is no item.
        if !title.trim_start().starts_with('[') {
            continue;
        }
        let at = line.content.start + content.len() - body.len();
        let span = Span::new(at, at + body.len() - title.trim_start().len());
        let finding = Finding::new(&RULE, context, span, "This item has two bullets. One is enough.");
        out.push(finding.fix(context, Safety::Safe, "Leave one bullet", Edit::replace(span, "* ")));
    }
}
