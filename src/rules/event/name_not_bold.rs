//! A name that is not bold.

use super::malformed_bold;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "name-not-bold",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Events,
    why: "The names of events and of calls are bold: two asterisks before and two behind, inside the brackets.

Source: the newsletter's draft template.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [Evening](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    let mut last = None;
    for (name, inside) in malformed_bold::names(context) {
        let whole = inside.of(text);
        // Stars round the whole link make it bold as well; a second link of the line is a map or a stream.
        let line = context.doc().line_index(inside.start);
        let outside = text[..inside.start - 1].ends_with("**") || last == Some(line);
        last = Some(line);
        if whole.contains('*') || whole.trim().is_empty() || outside {
            continue;
        }
        let finding = Finding::new(&RULE, context, name, "This name is not bold: write **Name**.").detail(whole);
        let edit = Edit::replace(inside, format!("**{}**", whole.trim()));
        out.push(finding.fix(context, Safety::Safe, "Make it bold", edit));
    }
}
