//! A list item in which nothing is shown.

use crate::rules::checker::Rendered;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "empty-list-item",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "A bullet with nothing behind it, or with a link that has no text, is shown as a lone dot. Give it its text, or \
remove the line.

Source: the newsletter's page checker (tools/inspect_markdown.py), which fails on it.",
    bad: "* [How we build](https://crates.example/build)\n* \n* [How we test](https://crates.example/test)\n",
    good: "* [How we build](https://crates.example/build)\n* [How we test](https://crates.example/test)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let doc = context.doc();
    let all = context.rendered();
    for (index, Rendered { unit, has_text, .. }) in all.iter().enumerate().filter(|(_, one)| one.unit.listed) {
        let has_children = all.get(index + 1).is_some_and(|next| next.unit.child);
        if has_children || *has_text {
            continue;
        }
        let mut finding = Finding::new(
            &RULE,
            context,
            unit.span,
            "This list item shows nothing. Remove the line, or write its text.",
        );
        let line = &doc.lines[doc.line_index(unit.span.start)];
        if unit.span.of(context.text()).trim().len() == 1 && line.content.end == unit.span.end {
            let edit = Edit::delete(Span::new(line.full.start, line.full.end));
            finding = finding.fix(context, Safety::Safe, "Remove the line", edit);
        }
        out.push(finding);
    }
}
