//! A backslash that the site shows.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, marks};
use crate::text::{Edit, Span};
use std::collections::HashSet;

pub static RULE: Rule = Rule {
    name: "escaped-bracket",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "A backslash before `<` hides the bracket from GitHub, but the newsletter's site shows the backslash. `&lt;` is right \
on both, and so is code between backticks.

Source: the site is made with Python-Markdown, which differs from GitHub in this; published issues that show it.",
    bad: "* [Less \\< more](https://crates.example/less)\n",
    good: "* [Less &lt; more](https://crates.example/less)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    // What the page takes for a tag has a rule of its own.
    let tags: HashSet<usize> =
        context.rendered().iter().flat_map(|unit| unit.tags.iter().map(|tag| tag.span.start)).collect();
    for (_, line) in context.lines() {
        let content = line.content.of(text);
        if !content.contains("\\<") {
            continue;
        }
        for at in marks::outside_code(content, b'\\') {
            let start = line.content.start + at;
            let escaped = content[at + 1..].starts_with('<') && !content[..at].ends_with('\\');
            if escaped && !tags.contains(&(start + 1)) {
                let span = Span::new(start, start + 2);
                let finding =
                    Finding::new(&RULE, context, span, "The site shows this backslash. Write &lt; for the bracket.");
                out.push(finding.fix(context, Safety::Safe, "Write &lt;", Edit::replace(span, "&lt;")));
            }
        }
    }
}
