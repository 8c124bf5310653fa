//! An item whose link has no text.

use crate::issue::{Item, Shape};
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};
use crate::text::Span;

pub static RULE: Rule = Rule {
    name: "missing-title",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "A link without text cannot be seen on the page. Write the title as the linked page has it.

Source: the newsletter's draft template.",
    bad: "* [video] [](https://crates.example/talk)\n",
    good: "* [video] [How we build](https://crates.example/talk)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for item in &context.doc().items {
        for (place, message) in titles(item).into_iter().filter(|(span, _)| span.of(text).trim().is_empty()) {
            out.push(Finding::new(&RULE, context, place, message));
        }
    }
}

fn titles(item: &Item) -> Vec<(Span, &'static str)> {
    const LINK: &str = "The title is missing. Write it as the linked page has it.";
    match &item.shape {
        Shape::Link(link) => vec![(link.title, LINK)],
        Shape::Project(task) => vec![(task.title, LINK)],
        Shape::Call(call) => vec![(call.name, "The event's name is missing.")],
        Shape::Event(event) => {
            let organizers = event.organizers.iter().map(|o| (o.title, "The organizer's name is missing."));
            organizers.chain(event.names.iter().map(|n| (n.title, "The event's name is missing."))).collect()
        }
        Shape::Other => Vec::new(),
    }
}
