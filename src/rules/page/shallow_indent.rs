//! An item that the site does not nest.

use crate::rules::{Audience, Context, Finding, Rule, Safety, Severity};
use crate::text::Edit;
use crate::text::Span;
use crate::text::Splice;

pub static RULE: Rule = Rule {
    name: "shallow-indent",
    severity: Severity::Error,
    audience: Audience::Everyone,
    why: "On the newsletter's site an item below another is indented by four blanks. With two or three it stands beside it, so \
that an event seems to be one without a date. GitHub nests it in both cases.

Source: the site is made with Python-Markdown, which differs from GitHub in this; published issues that show it.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n  * [**Evening**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    for item in doc.items.iter().filter(|item| item.line < item.end_line && item.bullet.is_some()) {
        let lines = &doc.lines[item.line..item.end_line];
        let mut splices = Vec::new();
        let mut last = item.head.end;
        for line in lines.iter().filter(|line| line.context == crate::issue::Context::Text) {
            let content = line.content.of(text);
            let blanks = content.len() - content.trim_start_matches(' ').len();
            let body = &content[blanks..];
            let is_item = body.starts_with(['*', '-', '+']) && body[1..].starts_with(' ');
            if is_item && blanks < 4 {
                splices.push(Splice {
                    span: Span::new(line.content.start, line.content.start + blanks),
                    text: "    ".to_owned(),
                });
                last = line.content.end;
            }
        }
        let Some(first) = splices.first() else { continue };
        let message = "The site does not nest this item below the one above it. Indent it by four blanks.";
        let finding = Finding::new(&RULE, context, Span::new(first.span.start, last), message);
        out.push(finding.fix(context, Safety::Safe, "Indent it by four blanks", Edit::of(splices).unwrap_or_default()));
    }
}
