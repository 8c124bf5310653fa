//! A crate or a quote without thanks.

use crate::issue::Kind;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity, spots};

pub static RULE: Rule = Rule {
    name: "missing-thanks",
    severity: Severity::Hint,
    audience: Audience::Editor,
    reach: Reach::Draft,
    why: "Crate and quote of the week were suggested by someone. The newsletter thanks them by name, with a link to what they \
wrote.

Source: the newsletter's draft template.",
    bad: "## Crate of the Week\n\nThis week's crate is [widgets](https://crates.example/widgets).\n",
    good: "## Crate of the Week\n\nThis week's crate is [widgets](https://crates.example/widgets).\n\nThanks to [Ada](https://forum.example/1) for the suggestion!\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    for section in doc.sections.iter().filter(|section| matches!(section.kind, Kind::Crate | Kind::Quote)) {
        let body = section.body.of(text).to_lowercase();
        // Some weeks have no suggestion, and say so.
        let thanks =
            ["thank", "despite", "lack of", "no suggestion", "no nomination"].iter().any(|word| body.contains(word));
        if spots::is_answered(context, section) && !thanks {
            let message = "Who suggested it? Thank them, with a link to their suggestion.";
            out.push(Finding::new(&RULE, context, section.title, message).detail(section.title.of(text)));
        }
    }
}
