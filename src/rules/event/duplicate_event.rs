//! An event that stands twice.

use crate::issue::Item;
use crate::issue::escape;
use crate::issue::place::Region;
use crate::rules::{Audience, Context, Finding, Rule, Safety, Severity, hosts, url};
use crate::text::Edit;
use crate::text::date::Date;
use std::collections::HashMap;
use std::collections::HashSet;

pub static RULE: Rule = Rule {
    name: "duplicate-event",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    why: "Each event stands once in its region. A hybrid one stands twice, under Virtual and under its continent, and nowhere \
a third time.

Source: what the newsletter's editors mend by hand each week.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    // By region and page, and by what else makes two the same.
    let mut seen: HashMap<(Region, String), Vec<(&Item, Date)>> = HashMap::new();
    for (item, event) in context.events() {
        let Some(region) = context.region(item) else { continue };
        // Pages with another number each, but the same name of the same organizer at one place and day.
        let organizer = event.organizers.first().map_or("", |organizer| organizer.url.of(text));
        let organizer = hosts::plain_group(organizer).unwrap_or_else(|| organizer.to_owned());
        let alike = event.names.iter().filter(|name| !organizer.is_empty() && !name.title.is_empty());
        let alike = alike.map(|name| {
            let title = escape::fold(name.title.of(text)).to_lowercase();
            format!("{} {} {organizer} {title}", event.starts, event.location.of(text))
        });
        let pages = event.names.iter().filter(|name| !name.url.is_empty()).map(|name| url::compared(name.url.of(text)));
        for page in pages.chain(alike) {
            let others = seen.entry((region, page)).or_default();
            // Of many that all have one page the first two and the last are enough.
            if others.len() < 3 && others.iter().all(|(other, _)| other.line != item.line) {
                others.push((item, event.starts));
            }
        }
    }
    let mut pairs: Vec<_> = seen.into_values().filter(|group| group.len() > 1).collect();
    pairs.sort_by_key(|group| group[0].0.line);
    let mut told = HashSet::new();
    for group in pairs {
        for pair in group.windows(2) {
            report(context, pair, &mut told, out);
        }
    }
}

fn report(context: &Context<'_>, pair: &[(&Item, Date)], told: &mut HashSet<usize>, out: &mut Vec<Finding>) {
    let text = context.text();
    let ((first, day), (second, other)) = (pair[0], pair[1]);
    if !is_one_event(text, first, day == other) {
        return;
    }
    // Of one day the second is one too many; of two days nobody knows which is right.
    let both = [(second, first), (first, second)];
    let told_of = both.into_iter().take(if day == other { 1 } else { 2 });
    for (item, twin) in told_of.filter(|(item, _)| told.insert(item.line)).collect::<Vec<_>>() {
        let message = match day == other {
            true => format!("This event stands on line {} too. Keep one of the two.", twin.line),
            false => format!("This event stands on line {} too, with another day. Keep the right one.", twin.line),
        };
        let finding =
            Finding::new(&RULE, context, item.head, message).detail(item.url().map_or("", |url| url.of(text)));
        // The second goes, if the first has everything that it has.
        let is_same = day == other && item.span.of(text).lines().count() == first.span.of(text).lines().count();
        out.push(match is_same {
            true => finding.fix(context, Safety::Suggested, "Remove this one", Edit::delete(item.span)),
            false => finding,
        });
    }
}

/// Whether the page is that of one event of one day: on some sites each has a number, elsewhere one page serves all.
fn is_one_event(text: &str, item: &Item, same_day: bool) -> bool {
    let host = item.url().map_or(String::new(), |url| url::host(url.of(text)));
    same_day || hosts::is_group_host(&host)
}
