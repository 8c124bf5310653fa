//! A section whose placeholder is still there alone.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity, spots};

pub static RULE: Rule = Rule {
    name: "placeholder-left",
    severity: Severity::Warning,
    audience: Audience::Editor,
    reach: Reach::Draft,
    why: "A comment such as `<!-- COTW goes here -->` marks what is still to be written. Write it, or the sentence that says \
that there is none this week.

Source: the newsletter's draft template.",
    bad: "## Crate of the Week\n\n<!-- COTW goes here -->\n",
    good: "## Crate of the Week\n\nThis week's crate is [widgets](https://crates.example/widgets).\n\nThanks to [Ada](https://forum.example/1) for the suggestion!\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    let mut comments = doc.comments.iter().peekable();
    for section in &doc.sections {
        while comments.next_if(|comment| comment.end <= section.body.start).is_some() {}
        let mut asks = None;
        while let Some(comment) = comments.next_if(|comment| comment.start < section.body.end) {
            asks = asks.or(spots::is_placeholder(comment.of(text)).then_some(*comment));
        }
        let Some(comment) = asks else { continue };
        if !spots::is_answered(context, section) {
            let message = "What goes here is still missing. Write it, or say that there is none this week.";
            out.push(Finding::new(&RULE, context, comment, message).detail(comment.of(text)));
        }
    }
}
