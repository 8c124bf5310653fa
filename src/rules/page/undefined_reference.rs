//! A link to a definition that is not there.

use crate::issue::inline;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity, marks, tags};
use crate::text::Span;
use std::collections::HashSet;

pub static RULE: Rule = Rule {
    name: "undefined-reference",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "`[text][name]` is a link only if a line `[name]: address` stands somewhere in the issue. Without it the page shows \
the brackets.

Source: the newsletter's draft template, which defines its references below the paragraph.",
    bad: "## Crate of the Week\n\nThis week's crate is widgets. Thanks to all!\n\n[Please submit your suggestions][submit]!\n",
    good: "## Crate of the Week\n\nThis week's crate is widgets. Thanks to all!\n\n[Please submit your suggestions][submit]!\n\n[submit]: https://crates.example/submit\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    let defined: HashSet<String> = marks::definitions(context).into_iter().map(|(name, _)| name).collect();
    for (_, line) in context.lines() {
        let content = line.content.of(text);
        if !content.contains("][") {
            continue;
        }
        let mut links = inline::links(content, 0).peekable();
        for at in marks::outside_code(content, b'[').filter(|at| *at > 0 && content[..*at].ends_with(']')) {
            let Some(close) = inline::closing_bracket(content, at) else { continue };
            let name = &content[at + 1..close];
            // In a title `a[0][1]` is text, and `[x][y](address)` a prefix.
            while links.next_if(|link| link.span.end <= at).is_some() {}
            let in_link = links.peek().is_some_and(|link| link.span.contains(at));
            let is_name = name.chars().all(|c| c.is_alphanumeric() || "_- .".contains(c)) && !name.trim().is_empty();
            // Prefixes stand side by side: `[series][video]`.
            if in_link || !is_name || tags::usual_case(name).is_some() || defined.contains(&marks::reference(name)) {
                continue;
            }
            let span = Span::new(at, close + 1).offset(line.content.start);
            let message = format!("Nothing says where `{name}` leads. Put a line `[{name}]: address` below.");
            out.push(Finding::new(&RULE, context, span, message).detail(name));
        }
    }
}
