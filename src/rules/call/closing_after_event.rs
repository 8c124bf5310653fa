//! A call that closes after its event began.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};

pub static RULE: Rule = Rule {
    name: "closing-after-event",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "Who answers a call wants to speak at the event. One of the two dates has the year or month of another.

Source: the newsletter's guidelines for calls for speakers.",
    bad: "## Call for Participation; projects and speakers\n\n### CFP - Events\n* [**Rust Days**](https://days.example/cfp) | CFP closes 2026-11-20 | Bern, CH | 2026-11-10\n",
    good: "## Call for Participation; projects and speakers\n\n### CFP - Events\n* [**Rust Days**](https://days.example/cfp) | CFP closes 2026-09-20 | Bern, CH | 2026-11-10\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for (_, call) in context.calls() {
        if let (Some(closes), Some(starts)) = (call.closes, call.starts)
            && closes > starts
        {
            let message =
                format!("The call closes on {closes}, after the event begins on {starts}. Which date is right?");
            out.push(Finding::new(&RULE, context, call.closing, message).detail(closes.to_string()));
        }
    }
}
