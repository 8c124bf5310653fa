//! An item that the site does not nest.

use crate::issue::Line;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, runs};
use crate::text::{Span, Splice};

pub static RULE: Rule = Rule {
    name: "shallow-indent",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "On the newsletter's site an item below another is indented by four blanks. With two or three it stands beside it, so \
that an event seems to be one without a date. GitHub nests it in both cases.

Source: the site is made with Python-Markdown, which differs from GitHub in this; published issues that show it.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n  * [**Evening**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    let nested = doc.items.iter().enumerate().filter(|(_, item)| item.line < item.end_line && item.bullet.is_some());
    let faults = nested.filter_map(|(index, item)| {
        let lines = doc.lines[item.line..item.end_line].iter();
        let splices: Vec<_> = lines.filter_map(|line| shallow(text, line)).collect();
        Some((index, Span::new(splices.first()?.span.start, doc.lines[item.end_line - 1].content.end), splices))
    });
    for run in runs::of(doc, faults.collect()) {
        let message = match run.count {
            1 => "The site does not nest this item below the one above it. Indent it by four blanks.".to_owned(),
            count => {
                format!("The site does not nest {count} items here below those above them. Indent them by four blanks.")
            }
        };
        let finding = Finding::new(&RULE, context, run.span, message);
        out.push(finding.fix(context, Safety::Safe, "Indent by four blanks", run.edit));
    }
}

/// What indents an item by four blanks that stands below another by one to three.
fn shallow(text: &str, line: &Line) -> Option<Splice> {
    let content = line.content.of(text);
    let blanks = content.len() - content.trim_start_matches(' ').len();
    let body = &content[blanks..];
    let is_item = body.starts_with(['*', '-', '+']) && body[1..].starts_with(' ');
    let shown = line.context == crate::issue::Context::Text;
    let span = Span::new(line.content.start, line.content.start + blanks);
    (shown && is_item && blanks < 4).then(|| Splice { span, text: "    ".to_owned() })
}
