//! An event in the year before or after.

use crate::issue::item::event::Event;
use crate::issue::submission::dates;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::Edit;
use crate::text::date::Date;

pub static RULE: Rule = Rule {
    name: "slipped-year",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Events,
    why: "In the first weeks of a year people write the old one, and copies of last year's event keep its date. With the year \
changed by one the event fits the issue. Look at the weekday too: it moves by one or two.

Source: the newsletter's guidelines; dates that its editors mend.",
    bad: "## Upcoming Events\n\n### Europe\n* 2025-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for (_, event) in context.events() {
        let Some(starts) = slipped(context, event) else { continue };
        let (was, is) = (event.starts, starts);
        let message = format!("{was} is a {}. Is {} meant, a {}?", was.weekday_name(), is, is.weekday_name());
        let years = is.year() - was.year();
        let ends = event.ends.map(|ends| same_day(ends, years));
        let finding = Finding::new(&RULE, context, event.dates, message).detail(was.to_string());
        let Some(ends) = ends.map_or(Some(None), |ends| ends.map(Some)) else {
            out.push(finding);
            continue;
        };
        let edit = Edit::replace(event.dates, dates(starts, ends));
        out.push(finding.fix(context, Safety::Suggested, format!("Write {is}"), edit));
    }
}

/// The day on which the event would fit the issue, where its year is one too early or too late.
pub(in crate::rules) fn slipped(context: &Context<'_>, event: &Event) -> Option<Date> {
    let (first, last) = context.window()?;
    let over = event.last_day() < first;
    if !over && event.starts <= last {
        return None;
    }
    // What ended days ago is last week's event, and no slip.
    let near = event.starts.until(first).abs() < 120;
    let other = same_day(event.starts, if over { 1 } else { -1 })?;
    (!near && first <= other && other <= last).then_some(other)
}

fn same_day(date: Date, years: i32) -> Option<Date> {
    let text = date.to_string();
    format!("{:04}{}", date.year() + years, &text[4..]).parse().ok()
}
