//! A call with its columns in another order.

use crate::issue::item::split_pipes;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "column-order",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "The columns of a call stand in one order: the event, the closing date, the place, the event's dates.

Source: the newsletter's draft template.",
    bad: "## Call for Participation; projects and speakers\n\n### CFP - Events\n* [**Rust Days**](https://days.example/cfp) | Bern, CH | CFP closes 2026-09-20 | 2026-11-10\n",
    good: "## Call for Participation; projects and speakers\n\n### CFP - Events\n* [**Rust Days**](https://days.example/cfp) | CFP closes 2026-09-20 | Bern, CH | 2026-11-10\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    for (item, call) in context.calls() {
        let columns = [call.closing, call.location, call.dates];
        if columns.iter().any(|column| column.is_empty()) || columns.is_sorted_by_key(|column| column.start) {
            continue;
        }
        let message = "The columns stand in another order: event, closing date, place, dates.";
        let finding = Finding::new(&RULE, context, item.head, message);
        let four = split_pipes(item.head.of(text), item.head.start).len() == 4;
        let canonical =
            item.submission(text, &doc.sections[item.section]).filter(|_| four).map(|call| call.lines().concat());
        out.push(match canonical.as_deref().and_then(|line| line.strip_prefix("* ")) {
            Some(line) => finding.fix(context, Safety::Suggested, "Put them in order", Edit::replace(item.head, line)),
            None => finding,
        });
    }
}
