//! A hiring thread of long ago.

use crate::issue::{Kind, inline};
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};
use crate::text::date::Date;

pub static RULE: Rule = Rule {
    name: "old-hiring-link",
    severity: Severity::Hint,
    audience: Audience::Editor,
    reach: Reach::Draft,
    why: "The thread for those who hire and who look for work begins anew with each release of Rust, every six weeks. Is there \
a newer one?

Source: r/rust, whose posts are numbered in order: 1.37 million numbers a day in 2025.",
    bad: "## Jobs\n\nPlease see the latest [hiring thread](https://www.reddit.com/r/rust/comments/1nknaii/hiring/)\n",
    good: "## Jobs\n\nPlease see the latest [hiring thread](https://jobs.example/thread)\n",
    check,
};

/// A number and the day on which posts had it.
const KNOWN: (i64, &str) = (3_724_240_492, "2025-12-13");

/// How many numbers a day takes.
const A_DAY: i64 = 1_373_000;

/// Two threads ago; the day is an estimate.
const OLD_DAYS: i64 = 90;

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    let (Some(date), Ok(known)) = (context.date(), KNOWN.1.parse::<Date>()) else { return };
    let Some(jobs) = doc.section(Kind::Jobs) else { return };
    let body = doc.sections[jobs].body;
    let Some(link) = inline::links(body.of(text), body.start).find(|link| link.url.of(text).contains("/comments/"))
    else {
        return;
    };
    let id = link.url.of(text).split("/comments/").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or("");
    // Before 2025 the days took fewer numbers.
    let Some(number) = i64::from_str_radix(id, 36).ok().filter(|number| *number > 3_262_000_000) else { return };
    let posted = known.plus((number - KNOWN.0).div_euclid(A_DAY));
    if posted.until(date) > OLD_DAYS {
        let message = "This thread looks some months old. Is there a newer one?";
        out.push(Finding::new(&RULE, context, link.url, message).detail(id));
    }
}
