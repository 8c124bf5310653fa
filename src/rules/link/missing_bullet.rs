//! An item without its bullet.

use crate::issue::Kind;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "missing-bullet",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "Each item begins with `* `. Without it the page shows no list item but running text, joined to the lines beside it.

Source: the newsletter's draft template.",
    bad: "* [How we build](https://crates.example/build)\n[How we test](https://crates.example/test)\n",
    good: "* [How we build](https://crates.example/build)\n* [How we test](https://crates.example/test)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let doc = context.doc();
    for item in doc.items.iter().filter(|item| item.bullet.is_none()) {
        // A sentence that is a link may stand where there are no items to be joined with.
        let kind = doc.sections[item.section].kind;
        if !(kind.is_community_links() || matches!(kind.part(), Kind::Events | Kind::Participation)) {
            continue;
        }
        let start = doc.lines[item.line - 1].content.start;
        let finding = Finding::new(&RULE, context, item.head, "The bullet is missing: this line begins with `* `.");
        let edit = Edit::replace(Span::new(start, item.head.start), "* ");
        out.push(finding.fix(context, Safety::Safe, "Put the bullet before it", edit));
    }
}
