//! An event that stands twice.

use crate::issue::item::event::Event;
use crate::issue::place::Region;
use crate::issue::{Item, escape};
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, hosts, url};
use crate::text::Edit;
use crate::text::date::Date;
use std::collections::{HashMap, HashSet};

pub static RULE: Rule = Rule {
    name: "duplicate-event",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Events,
    why: "Each event stands once in its region. A hybrid one stands twice, under Virtual and under its continent, and nowhere \
a third time.

Source: what the newsletter's editors mend by hand each week.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    let mut seen: HashMap<(Region, String), Vec<(&Item, Date)>> = HashMap::new();
    for (item, event) in context.events() {
        let Some(region) = context.region(item) else { continue };
        for key in keys(text, event) {
            let others = seen.entry((region, key)).or_default();
            // Of many that are all the same, three are enough to say so.
            if others.len() < 3 && others.iter().all(|(other, _)| other.line != item.line) {
                others.push((item, event.starts));
            }
        }
    }
    let mut groups: Vec<_> = seen.into_values().filter(|group| group.len() > 1).collect();
    groups.sort_by_key(|group| (group[0].0.line, group[1].0.line));
    let mut told = HashSet::new();
    for pair in groups.iter().flat_map(|group| group.windows(2)) {
        report(context, pair, &mut told, out);
    }
}

/// By what an event is known again within its region: each of its pages, and each of its names with organizer, place
/// and day (some groups give a page two numbers). On some sites a page is that of one event; elsewhere one serves
/// every week, and counts with its day.
fn keys(text: &str, event: &Event) -> Vec<String> {
    let day = event.starts;
    let mut keys = Vec::with_capacity(2 * event.names.len());
    for url in event.names.iter().map(|name| name.url.of(text)).filter(|url| !url.is_empty()) {
        keys.push(hosts::event_page(url).unwrap_or_else(|| format!("{day} {}", url::compared(url))));
    }
    if let Some(organizer) =
        event.organizers.first().map(|organizer| organizer.url.of(text)).filter(|url| !url.is_empty())
    {
        let group = hosts::plain_group(organizer).unwrap_or_else(|| organizer.to_owned());
        for title in event.names.iter().map(|name| name.title.of(text)).filter(|title| !title.is_empty()) {
            let title = escape::fold(title).to_lowercase();
            keys.push(format!("{day} {} {group} {title}", event.location.of(text)));
        }
    }
    keys
}

fn report(context: &Context<'_>, pair: &[(&Item, Date)], told: &mut HashSet<usize>, out: &mut Vec<Finding>) {
    let text = context.text();
    let ((first, day), (second, other)) = (pair[0], pair[1]);
    // Of one day the second is one too many; of two days nobody knows which is right.
    let both = [(second, first), (first, second)];
    for (item, twin) in both.into_iter().take(if day == other { 1 } else { 2 }) {
        if !told.insert(item.line) {
            continue;
        }
        let message = match day == other {
            true => format!("This event stands on line {} too. Keep one of the two.", twin.line),
            false => format!("This event stands on line {} too, with another day. Keep the right one.", twin.line),
        };
        let url = item.url().map_or("", |url| url.of(text));
        let finding = Finding::new(&RULE, context, item.head, message).detail(url);
        // The second goes, if the first has as much as it.
        let is_same = day == other && item.span.of(text).lines().count() <= first.span.of(text).lines().count();
        out.push(match is_same {
            true => finding.fix(context, Safety::Suggested, "Remove this one", Edit::delete(item.span)),
            false => finding,
        });
    }
}
