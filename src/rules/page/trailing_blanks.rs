//! Blanks at the end of a line.

use crate::issue::{Context as LineContext, Line};
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span, Splice};

pub static RULE: Rule = Rule {
    name: "trailing-blanks",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "Blanks at the end of an item's line are not seen; two of them make a line break on the page. They also make a change \
where none was meant.

Source: Markdown; 139 of 608 published issues have some.",
    bad: "* [How we build](https://crates.example/build)  \n",
    good: "* [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let doc = context.doc();
    for item in context.sent() {
        let lines = doc.lines[item.line - 1..item.end_line].iter();
        found(context, lines, "There are blanks at the end of this line.", out);
    }
    // Lines of text are left alone: there, two blanks may be meant as a line break.
    let bare = |line: &&Line| {
        let content = line.content.of(context.text());
        line.context == LineContext::Text && (content.starts_with('#') || content.trim().is_empty())
    };
    let mut inside = vec![false; doc.lines.len()];
    context.sent().for_each(|item| inside[item.line - 1..item.end_line].fill(true));
    let lines = doc.lines.iter().zip(inside).filter(|(_, inside)| !inside).map(|(line, _)| line).filter(bare);
    found(context, lines, "There are blanks on empty lines or behind headings.", out);
}

/// One finding for all blanks at the ends of `lines`.
fn found<'d>(context: &Context<'_>, lines: impl Iterator<Item = &'d Line>, message: &str, out: &mut Vec<Finding>) {
    let text = context.text();
    let blanks =
        lines.map(|line| Span::new(line.content.start + line.content.of(text).trim_end().len(), line.content.end));
    let splices: Vec<_> =
        blanks.filter(|span| !span.is_empty()).map(|span| Splice { span, text: String::new() }).collect();
    let Some(first) = splices.first() else { return };
    let finding = Finding::new(&RULE, context, first.span, message);
    out.push(finding.fix(context, Safety::Safe, "Take them out", Edit::of(splices).unwrap_or_default()));
}
