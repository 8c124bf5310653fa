//! A link that is in the issue twice, or was in one of the last issues.

use crate::issue::Shape;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, url};
use crate::text::Edit;
use std::collections::HashMap;

pub static RULE: Rule = Rule {
    name: "duplicate-link",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "Each page is listed once: a link that stands twice among the community's links, or that one of the 24 issues \
before already had, is not taken again, even where title or section differ. http and https count as the same, and so do addresses \
with and without a slash at their end. If it is a new version of the page, say so in the pull request.

Source: the newsletter's link checker (tools/inspect_links.py), which fails on it; contribution guidelines.",
    bad: "* [How we build](https://crates.example/build)\n* [Building it](http://crates.example/build/)\n",
    good: "* [How we build](https://crates.example/build)\n* [How we test](https://crates.example/test)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for link in context.links() {
        let compared = url::compared(&link.href);
        if let Some(issue) = context.recent().issue_of(&compared) {
            let message = format!("The issue of {issue} already had this link. It is not listed again.");
            out.push(Finding::new(&RULE, context, link.url, message).detail(compared));
            continue;
        }
        let line = context.doc().line_number(link.span.start);
        match seen.get(&compared) {
            Some(first) => {
                let message = format!("This link is already in this issue, on line {first}. Keep one of the two.");
                let finding = Finding::new(&RULE, context, link.url, message).detail(compared);
                out.push(removal(context, link.span.start, finding));
            }
            None => {
                seen.insert(compared, line);
            }
        }
    }
}

/// The fix that takes the second one away, where it is a list item by itself.
fn removal(context: &Context<'_>, at: usize, finding: Finding) -> Finding {
    let doc = context.doc();
    match doc.item_at(at).map(|index| &doc.items[index]) {
        Some(item) if matches!(item.shape, Shape::Link(_)) && item.line == item.end_line => {
            finding.fix(context, Safety::Suggested, "Remove the second one", Edit::delete(item.span))
        }
        _ => finding,
    }
}
