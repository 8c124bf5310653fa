//! A region without events.

use crate::issue::Kind;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "empty-region",
    severity: Severity::Warning,
    audience: Audience::Editor,
    reach: Reach::Events,
    why: "A region without events has no heading. It comes back with its first event.

Source: the newsletter's published issues.",
    bad: "## Upcoming Events\n\n### Africa\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    let regions = doc.sections.iter().filter(|section| matches!(section.kind, Kind::Region(_)));
    // Comments and sentences are not removed with it: then something is there.
    for section in regions.filter(|section| section.body.of(text).trim().is_empty()) {
        let finding = Finding::new(&RULE, context, section.title, "This region has no events. Take its heading out.");
        out.push(finding.fix(context, Safety::Suggested, "Take the heading out", Edit::delete(section.span())));
    }
}
