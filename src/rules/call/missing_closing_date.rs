//! A call that does not say until when.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity, dates};

pub static RULE: Rule = Rule {
    name: "missing-closing-date",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "A call for speakers says until which day one can answer it: `CFP closes YYYY-MM-DD`. It is dropped by that date.

Source: the newsletter's guidelines for calls for speakers.",
    bad: "## Call for Participation; projects and speakers\n\n### CFP - Events\n* [**Rust Days**](https://days.example/cfp) | CFP open | Bern, CH | 2026-11-10\n",
    good: "## Call for Participation; projects and speakers\n\n### CFP - Events\n* [**Rust Days**](https://days.example/cfp) | CFP closes 2026-09-20 | Bern, CH | 2026-11-10\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for (item, call) in context.calls().filter(|(_, call)| call.closes.is_none()) {
        // What is meant as a date and is none has a rule of its own.
        if !dates::is_date_like(call.closing.of(text).rsplit([' ', ':']).next().unwrap_or("")) {
            let place = if call.closing.is_empty() { item.head } else { call.closing };
            let message = "Until when is this call open? Write | CFP closes YYYY-MM-DD | behind its name.";
            out.push(Finding::new(&RULE, context, place, message));
        }
    }
}
