//! A title that was cut off where it came from.

use crate::issue::escape;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};

pub static RULE: Rule = Rule {
    name: "truncated-title",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "Titles that are copied from a chat's preview are cut to 70 characters, the last three being dots. Write the whole \
title as the page has it.

Source: the newsletter's link checker (tools/inspect_links.py), which warns of titles of exactly 70 characters that end in `...`.",
    bad: "* [Twelve things that we learned about borrowing while writing a text ...](https://crates.example/twelve)\n",
    good: "* [Twelve things that we learned about borrowing while writing a text editor](https://crates.example/twelve)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for link in context.links() {
        if let Some(title) = truncated(link.title.of(context.text())) {
            let message = "This title looks cut off. Write the whole title as the page has it.";
            out.push(Finding::new(&RULE, context, link.title, message).detail(title));
        }
    }
}

/// The shown title, if it has 70 characters and ends in three dots. A title with code or emphasis in parts is left
/// aside, as the checker does.
pub(in crate::rules) fn truncated(inline: &str) -> Option<String> {
    let whole = inline.strip_prefix("**").and_then(|t| t.strip_suffix("**")).unwrap_or(inline);
    if !whole.ends_with("...") || whole.contains('`') {
        return None;
    }
    let title = escape::to_plain(whole);
    (title.chars().count() == 70).then_some(title)
}
