//! A blank line between a heading and its first item.

use crate::issue::Kind;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "blank-under-heading",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "The first item stands on the line below its heading.

Source: the newsletter's published issues: 503 of 562 sections have no blank line there.",
    bad: "### Observations/Thoughts\n\n* [How we build](https://crates.example/build)\n",
    good: "### Observations/Thoughts\n* [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    for section in &doc.sections {
        // With blanks before it it is none to the site: then the blank line keeps the list from running into it.
        let is_heading = section.indent(text).is_empty();
        let listed = is_heading && (section.kind.is_community_links() || matches!(section.kind, Kind::Region(_)));
        let Some(first) = doc.items.get(section.first_item).filter(|_| listed && !section.items().is_empty()) else {
            continue;
        };
        let heading = doc.line_number(section.heading.start);
        let between = &doc.lines[heading..(first.line - 1).max(heading)];
        if !between.is_empty() && between.iter().all(|line| line.is_blank(text)) {
            let gap = Span::new(between[0].full.start, first.span.start);
            let message = "There is a blank line between this heading and its first item.";
            let finding = Finding::new(&RULE, context, gap, message);
            out.push(finding.fix(context, Safety::Safe, "Take the blank line out", Edit::delete(gap)));
        }
    }
}
