//! A bullet other than the asterisk.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, runs};
use crate::text::{Span, Splice};

pub static RULE: Rule = Rule {
    name: "other-bullet",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "The newsletter's items begin with an asterisk. A dash or a plus is shown in the same way, but the lists are sorted \
and merged by tools that look for the asterisk.

Source: the newsletter's draft template; of its links 2,520 in 2,523 begin with an asterisk, and the editors change the \
others.",
    bad: "- [How we build](https://crates.example/build)\n",
    good: "* [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    let faults = doc.items.iter().enumerate().filter_map(|(index, item)| {
        let lines = doc.lines[item.line - 1..item.end_line].iter().map(|line| line.content);
        let splices: Vec<_> = lines.filter_map(|line| other(text, line)).collect();
        let span = Span::new(splices.first()?.span.start, splices.last()?.span.end);
        Some((index, span, splices))
    });
    for run in runs::of(doc, faults.collect()) {
        let bullet = &text[run.span.start..run.span.start + 1];
        let message = match run.count {
            1 => format!("Items begin with an asterisk, this one with `{bullet}`."),
            count => format!("Items begin with an asterisk, these {count} with `{bullet}`."),
        };
        let finding = Finding::new(&RULE, context, run.span, message);
        out.push(finding.fix(context, Safety::Safe, "Use the asterisk", run.edit));
    }
}

/// The change of the bullet on a line that begins with another one.
fn other(text: &str, line: Span) -> Option<Splice> {
    let content = line.of(text);
    let body = content.trim_start();
    let is_other = body.starts_with("- ") || body.starts_with("+ ") || body.starts_with("-[") || body.starts_with("+[");
    let at = line.start + content.len() - body.len();
    is_other.then(|| Splice { span: Span::new(at, at + 1), text: "*".to_owned() })
}
