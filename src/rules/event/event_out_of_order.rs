//! Events that do not stand in order.

use crate::issue::{Kind, Shape};
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, order};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "event-out-of-order",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Events,
    why: "The events of a region stand by date, those of one day by place. Readers look for a day.

Source: the newsletter's editors sort them by script before publishing; of 163 drafts 41 were not in order.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n* 2026-09-05 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Morning**](https://bern.example/2)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-05 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Morning**](https://bern.example/2)\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

/// One finding a region: which of many stands wrong is a matter of view.
fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    for section in doc.sections.iter().filter(|section| matches!(section.kind, Kind::Region(_))) {
        let items = &doc.items[section.items()];
        let mut keys = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            if let Shape::Event(event) = &item.shape {
                keys.push((order::key(event, text), index));
            }
        }
        let Some(pair) = keys.windows(2).find(|pair| pair[1].0 < pair[0].0) else { continue };
        let (late, early) = (&items[pair[0].1], &items[pair[1].1]);
        let count = keys.windows(2).filter(|pair| pair[1].0 < pair[0].0).count();
        let more = if count > 1 { format!(", and {} more", count - 1) } else { String::new() };
        let message = format!(
            "This event belongs before the one on line {}{more}: events stand by date, then by place.",
            late.line
        );
        let finding = Finding::new(&RULE, context, early.head, message);
        // Only whole events that touch can change places.
        let touch = items.windows(2).all(|pair| pair[0].span.end == pair[1].span.start);
        let whole = keys.len() == items.len() && items.iter().all(|item| item.span.of(text).ends_with('\n'));
        if touch && whole {
            keys.sort();
            let sorted: String = keys.iter().map(|(_, index)| items[*index].span.of(text)).collect();
            let all = Span::new(items[0].span.start, items[items.len() - 1].span.end);
            out.push(finding.fix(
                context,
                Safety::Suggested,
                "Sort the events of this region",
                Edit::replace(all, sorted),
            ));
        } else {
            out.push(finding);
        }
    }
}
