//! A hybrid event in one place only.

use crate::issue::item::Named;
use crate::issue::item::event::Event;
use crate::issue::place::{Form, Place, Region};
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, order};
use crate::text::Edit;
use std::collections::{HashMap, HashSet};

pub static RULE: Rule = Rule {
    name: "missing-hybrid-twin",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Events,
    why: "An event that one can attend in the place and from afar stands twice: under Virtual and under its continent. Both \
kinds of reader look in one place only.

Source: the newsletter's published events: 259 of 282 hybrid events stand under both.",
    bad: "## Upcoming Events\n\n### Virtual\n* 2026-09-03 | Virtual | [Rust Away](https://away.example/)\n    * [**Call**](https://away.example/1)\n\n### Europe\n* 2026-09-08 | Hybrid (Bern, CH) | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Virtual\n* 2026-09-08 | Hybrid (Bern, CH) | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n\n### Europe\n* 2026-09-08 | Hybrid (Bern, CH) | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    // What stands in a region, by day and by page, whether it says that it is hybrid or not; or by organizer and name, for each
    // half may have a page of its own.
    let mut known = HashSet::new();
    for (item, event) in context.events() {
        let Some(region) = context.region(item) else { continue };
        known.extend(keys(event, text).map(|key| (region, event.starts, key)));
    }
    let (first, _) = context.window().unzip();
    let is_over = |event: &Event| first.is_some_and(|first| event.last_day() < first);
    let mut regions: HashMap<Region, order::Places> = HashMap::new();
    for (item, event) in context.events().filter(|(_, event)| Form::of(event.location.of(text)) == Form::Hybrid) {
        let Some(own) = context.region(item) else { continue };
        let continent = || Place::parse(event.location.of(text)).continent();
        let wanted = if own == Region::Virtual { continent() } else { Some(Region::Virtual) };
        let stands = |region: Region| keys(event, text).iter().any(|key| known.contains(&(region, event.starts, *key)));
        let Some(wanted) = wanted.filter(|wanted| !stands(*wanted) && !is_over(event)) else { continue };
        let message = format!("A hybrid event stands under {} too. Put it there as well.", wanted.name());
        let finding = Finding::new(&RULE, context, event.location, message).detail(event.location.of(text));
        let copy = item.span.of(text);
        let places = regions.entry(wanted).or_insert_with(|| order::Places::of(context, wanted));
        let at = places.of_key(&order::key(event, text)).filter(|_| copy.ends_with('\n'));
        out.push(match at {
            Some(at) => finding.fix(
                context,
                Safety::Suggested,
                format!("Put a copy under {}", wanted.name()),
                Edit::insert(at, copy),
            ),
            None => finding,
        });
    }
}

/// What an event is known by on its day: its page, or organizer and name.
fn keys<'t>(event: &Event, text: &'t str) -> [(&'t str, &'t str); 2] {
    let title = |names: &[Named]| names.first().map_or("", |name| name.title.of(text).trim());
    let page = event.names.first().map_or("", |name| name.url.of(text)).trim_end_matches('/');
    [("", page), (title(&event.organizers), title(&event.names))]
}
