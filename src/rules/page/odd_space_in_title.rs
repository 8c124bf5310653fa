//! Odd blanks in a title.

use crate::issue::{Item, Shape};
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "odd-space-in-title",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "A title has single ordinary blanks, and none at its ends. Others come along when one copies from a page; they break \
lines where none should break, or keep them from breaking.

Source: titles of published issues.",
    bad: "* [How  we\u{a0}build ](https://crates.example/build)\n",
    good: "* [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for item in context.sent() {
        for title in titles_of(item) {
            let source = title.of(text);
            let fixed = plain(source);
            if fixed == source || fixed.is_empty() {
                continue;
            }
            let message = "There are doubled, odd or outer blanks in this title.";
            let finding = Finding::new(&RULE, context, title, message).detail(source);
            out.push(finding.fix(context, Safety::Safe, "Set the blanks right", Edit::replace(title, fixed)));
        }
    }
}

fn titles_of(item: &Item) -> Vec<Span> {
    match &item.shape {
        Shape::Link(link) => vec![link.title],
        Shape::Project(task) => vec![task.project, task.title],
        Shape::Call(call) => vec![call.name],
        Shape::Event(event) => event.organizers.iter().chain(&event.names).map(|named| named.title).collect(),
        Shape::Other => Vec::new(),
    }
}

/// Single blanks, none at the ends. Code keeps what stands in it.
fn plain(title: &str) -> String {
    if title.contains('`') {
        return title.trim().replace(is_odd, " ");
    }
    title.split(|c: char| c == ' ' || is_odd(c)).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Blanks other than the one on the keyboard.
fn is_odd(c: char) -> bool {
    matches!(c, '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}
