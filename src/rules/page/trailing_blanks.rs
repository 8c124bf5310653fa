//! Blanks at the end of a line.

use crate::rules::{Audience, Context, Finding, Rule, Safety, Severity};
use crate::text::{Edit, Span, Splice};

pub static RULE: Rule = Rule {
    name: "trailing-blanks",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    why: "Blanks at the end of an item's line are not seen; two of them make a line break on the page. They also make a change \
where none was meant.

Source: Markdown; 139 of 608 published issues have some.",
    bad: "* [How we build](https://crates.example/build)  \n",
    good: "* [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    for item in context.sent() {
        let lines = doc.lines[item.line - 1..item.end_line].iter();
        let blanks =
            lines.map(|line| Span::new(line.content.start + line.content.of(text).trim_end().len(), line.content.end));
        let splices: Vec<_> =
            blanks.filter(|span| !span.is_empty()).map(|span| Splice { span, text: String::new() }).collect();
        let Some(first) = splices.first() else { continue };
        let finding = Finding::new(&RULE, context, first.span, "There are blanks at the end of this line.");
        out.push(finding.fix(context, Safety::Safe, "Take them out", Edit::of(splices).unwrap_or_default()));
    }
}
