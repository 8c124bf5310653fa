//! A line of dashes or equals signs right below text, which makes a heading of it.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "underlined-text",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "A line of nothing but dashes or equals signs makes a heading of the line above it, on the site also where that is a list \
item: the link stands there as large as a title. A rule across the page needs a blank line before it, an empty bullet has to go.

Source: the old way to write headings in Markdown; Python-Markdown, with which the site is made, takes a list item for one too.",
    bad: "* [How we build](https://crates.example/build)\n---\n",
    good: "* [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    // The line above, and whether its block begins with it.
    let mut above: Option<(usize, Span, bool)> = None;
    for (index, line) in context.lines() {
        let content = line.content.of(text);
        let before = above.filter(|(at, ..)| at + 1 == index);
        let blank = content.trim().is_empty() || content.starts_with('#');
        above = (!blank).then_some((index, line.content, before.is_none()));
        let Some((_, span, first)) = before else { continue };
        if makes_heading(content, span.of(text), first) {
            let message = "This line makes a heading of the one above it. Take it out.";
            let finding = Finding::new(&RULE, context, line.content, message);
            out.push(finding.fix(context, Safety::Suggested, "Remove the line", Edit::delete(line.full)));
        }
    }
}

/// Of the first line of a block any such line makes a heading; of a later item those that are neither a rule across the page nor
/// an empty bullet.
fn makes_heading(line: &str, above: &str, first: bool) -> bool {
    let marks = line.trim_end_matches(' ');
    let all = |mark: char| !marks.is_empty() && marks.chars().all(|c| c == mark);
    // Seven stand between the two sides of a conflict: that has a rule of its own.
    match (all('-'), all('=') && line != "=======") {
        (false, false) => false,
        _ if first => true,
        (dashes, _) => {
            above.trim_start().starts_with(['*', '-', '+']) && !(dashes && (marks.len() > 2 || line == "- "))
        }
    }
}
