//! A blank line between items.

use crate::issue::Item;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "blank-between-items",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "Items of a list stand line below line. A blank line between them makes the site set the whole list wider than the \
others.

Source: the newsletter's published issues: of 1,959 links next to each other 1,958 have none between.",
    bad: "* [How we build](https://crates.example/build)\n\n* [How we test](https://crates.example/test)\n",
    good: "* [How we build](https://crates.example/build)\n* [How we test](https://crates.example/test)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    let mut before: Option<&Item> = None;
    for item in context.sent() {
        if let Some(above) = before.filter(|above| above.section == item.section && above.end_line + 1 < item.line) {
            let between = &doc.lines[above.end_line..item.line - 1];
            if between.iter().all(|line| line.is_blank(text)) {
                let gap = Span::new(between[0].full.start, item.span.start);
                let message = "There is a blank line between this item and the one above it.";
                let span = Span::new(gap.start, item.head.end);
                let finding = Finding::new(&RULE, context, span, message);
                out.push(finding.fix(context, Safety::Safe, "Take the blank line out", Edit::delete(gap)));
            }
        }
        before = Some(item);
    }
}
