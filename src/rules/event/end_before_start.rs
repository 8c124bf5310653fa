//! An event that ends before it begins.

use crate::issue::Shape;
use crate::issue::submission::dates;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "end-before-start",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Events,
    why: "The last day of an event is not before its first one. Usually the two are in the wrong order, or one of them has the \
year or month of another.

Source: the newsletter's draft template.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-11 - 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Days of Rust**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 - 2026-09-11 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Days of Rust**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for item in &context.doc().items {
        let (column, starts, ends) = match &item.shape {
            Shape::Event(event) => (event.dates, Some(event.starts), event.ends),
            Shape::Call(call) => (call.dates, call.starts, call.ends),
            _ => continue,
        };
        if let (Some(starts), Some(ends)) = (starts, ends)
            && ends < starts
        {
            let finding =
                Finding::new(&RULE, context, column, format!("The last day, {ends}, is before the first, {starts}."));
            // Two weeks are as long as an event gets; a longer way back is rather a slip in one of the dates.
            let swapped = (ends.until(starts) <= 14).then(|| Edit::replace(column, dates(ends, Some(starts))));
            out.push(match swapped {
                Some(edit) => finding.fix(context, Safety::Suggested, "Swap the two days", edit),
                None => finding,
            });
        }
    }
}
