//! A call for speakers that is closed when the issue comes out.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "closing-date-past",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "Readers can answer a call only while it is open: its closing date is not before the date of the issue. Drop the call, \
or mend the date.

Source: the newsletter's guidelines; calls for last year have been published by mistake.",
    bad: "## Call for Participation; projects and speakers\n\n### CFP - Events\n* [**Rust Days**](https://days.example/cfp) | CFP closes 2026-09-01 | Bern, CH | 2026-11-10\n",
    good: "## Call for Participation; projects and speakers\n\n### CFP - Events\n* [**Rust Days**](https://days.example/cfp) | CFP closes 2026-09-02 | Bern, CH | 2026-11-10\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let Some(date) = context.date() else { return };
    for (item, call) in context.calls() {
        if let Some(closes) = call.closes.filter(|closes| *closes < date) {
            let message = format!(
                "This call closes on {closes}, before the issue comes out on {date}. Drop it, or mend the date."
            );
            let finding = Finding::new(&RULE, context, call.closing, message).detail(closes.to_string());
            out.push(finding.fix(context, Safety::Suggested, "Drop the call", Edit::delete(item.span)));
        }
    }
}
