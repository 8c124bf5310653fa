//! Regions in another order.

use crate::issue::Kind;
use crate::issue::place::Region;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};

pub static RULE: Rule = Rule {
    name: "region-out-of-order",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Events,
    why: "Virtual comes first, then the continents by alphabet. Readers find theirs by that order.

Source: the newsletter's draft template and published issues.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n\n### Asia\n* 2026-09-08 | Pune, IN | [Rust Pune](https://pune.example/)\n    * [**Evening**](https://pune.example/1)\n",
    good: "## Upcoming Events\n\n### Asia\n* 2026-09-08 | Pune, IN | [Rust Pune](https://pune.example/)\n    * [**Evening**](https://pune.example/1)\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let doc = context.doc();
    let mut last: Option<Region> = None;
    for section in &doc.sections {
        let Kind::Region(region) = section.kind else { continue };
        match last.filter(|last| *last >= region) {
            Some(last) => {
                let message = match last == region {
                    true => format!("{} is there already. Put its events under one heading.", region.name()),
                    false => {
                        format!("{} stands before {}: Virtual first, then by alphabet.", region.name(), last.name())
                    }
                };
                out.push(Finding::new(&RULE, context, section.title, message));
            }
            None => last = Some(region),
        }
    }
}
