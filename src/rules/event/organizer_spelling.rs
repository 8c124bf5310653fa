//! An organizer under several names.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, hosts, url};
use crate::text::{Edit, Span};
use std::collections::HashMap;

pub static RULE: Rule = Rule {
    name: "organizer-spelling",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Events,
    why: "One group has one name: readers look for it, and the editors' tools group by it. The one that stands more often is \
likely the right one.

Source: the newsletter's editors, who keep a list of groups.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n* 2026-09-09 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Talks**](https://bern.example/2)\n* 2026-09-15 | Bern, CH | [Bern Rust](https://bern.example/)\n    * [**Workshop**](https://bern.example/3)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n* 2026-09-09 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Talks**](https://bern.example/2)\n* 2026-09-15 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Workshop**](https://bern.example/3)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    // Of each page how often it bears which name.
    let mut pages: HashMap<&str, HashMap<&str, usize>> = HashMap::new();
    let page = |url: Span| url::compared(&hosts::plain_group(url.of(text)).unwrap_or_else(|| url.of(text).to_owned()));
    let organizers = context.events().flat_map(|(_, event)| &event.organizers).filter(|o| !o.url.is_empty());
    let organizers: Vec<_> = organizers.map(|organizer| (organizer.title, page(organizer.url))).collect();
    for (title, page) in &organizers {
        *pages.entry(page).or_default().entry(title.of(text)).or_default() += 1;
    }
    let mut usual: HashMap<&str, &str> = HashMap::new();
    for (page, names) in pages.iter().filter(|(_, names)| names.len() > 1) {
        let most = names.values().max().copied().unwrap_or(0);
        let mut first = names.iter().filter(|(_, count)| **count == most).map(|(name, _)| *name);
        // Of two that stand equally often nobody knows which is right.
        if let (Some(name), None) = (first.next(), first.next()) {
            usual.insert(page, name);
        }
    }
    for (title, page) in &organizers {
        let own = title.of(text);
        let Some(name) = usual.get(page.as_str()).filter(|name| **name != own) else { continue };
        let message = format!("Elsewhere this organizer is called {name}. Is it the same?");
        let finding = Finding::new(&RULE, context, *title, message).detail(own);
        let edit = Edit::replace(*title, *name);
        out.push(finding.fix(context, Safety::Suggested, format!("Write {name}"), edit));
    }
}
