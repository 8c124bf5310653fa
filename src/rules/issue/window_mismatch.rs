//! A window of events that does not fit the issue.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::date::Date;
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "window-mismatch",
    severity: Severity::Warning,
    audience: Audience::Editor,
    reach: Reach::Draft,
    why: "The sentence above the events says from when to when they are: from the issue's date to 28 days later.

Source: the newsletter's guidelines and draft template.",
    bad: "## Upcoming Events\n\nRusty Events between 2026-08-26 - 2026-09-30 🦀\n",
    good: "## Upcoming Events\n\nRusty Events between 2026-09-02 - 2026-09-30 🦀\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    let Some((first, last)) = context.doc().date().and(context.window()) else { return };
    for (_, line) in context.lines() {
        let content = line.content.of(text);
        if !content.trim_start().starts_with("Rusty Events between ") {
            continue;
        }
        let Some((from, starts)) = Date::find(content) else { continue };
        let Some((to, ends)) = Date::find(&content[from + 10..]).map(|(at, date)| (at + from + 10, date)) else {
            continue;
        };
        if (starts, ends) != (first, last) {
            let span = Span::new(from, to + 10).offset(line.content.start);
            let message = format!("This issue's events are between {first} and {last}.");
            let finding = Finding::new(&RULE, context, span, message).detail(span.of(text));
            let edit = Edit::replace(span, format!("{first} - {last}"));
            out.push(finding.fix(context, Safety::Suggested, "Write these days", edit));
        }
    }
}
