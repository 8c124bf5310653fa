//! Blanks missing or too many between the parts of an item.

use crate::issue::Shape;
use crate::issue::item::split_pipes;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span, Splice};

pub static RULE: Rule = Rule {
    name: "loose-spacing",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "One blank stands behind the bullet and on either side of each bar, none before the bullet. Tools read the columns by \
them, and sort and drop events with the wrong ones to the wrong place.

Source: the newsletter's draft template; what the newsletter's editors mend by hand each week.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-08| Bern, CH |[Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    for item in context.sent() {
        let start = doc.lines[item.line - 1].content.start;
        let mut splices = Vec::new();
        if let Some(bullet) = item.bullet {
            if bullet > start {
                splices.push(Splice { span: Span::new(start, bullet), text: String::new() });
            }
            if item.head.start > bullet + 2 {
                splices.push(Splice { span: Span::new(bullet + 1, item.head.start), text: " ".to_owned() });
            }
        }
        if matches!(item.shape, Shape::Event(_) | Shape::Call(_)) {
            splices.extend(bars(text, item.head));
        }
        let Some(first) = splices.first() else { continue };
        let span = Span::new(first.span.start, item.head.end.max(first.span.end));
        let message = "One blank stands behind the bullet and on either side of each bar, none before the bullet.";
        let finding = Finding::new(&RULE, context, span, message);
        out.push(finding.fix(context, Safety::Safe, "Set the blanks right", Edit::of(splices).unwrap_or_default()));
    }
}

/// What makes ` | ` of each bar between two columns.
fn bars(text: &str, head: Span) -> Vec<Splice> {
    let columns = split_pipes(head.of(text), head.start);
    let gaps = columns.windows(2).filter(|pair| !pair[0].is_empty() && !pair[1].is_empty());
    let gap = |pair: &[Span]| Span::new(pair[0].end, pair[1].start);
    let is_loose = |span: &Span| span.of(text) != " | " && span.of(text).trim() == "|";
    gaps.map(gap).filter(is_loose).map(|span| Splice { span, text: " | ".to_owned() }).collect()
}
