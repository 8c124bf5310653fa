//! An item indented by more than four blanks.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "deep-indent",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "An item below another is indented by four blanks. With five to seven it still nests, with eight it becomes part of \
another list.

Source: the newsletter's draft template; what its editors mend by hand.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n     * [**Evening**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    for (item, event) in context.events() {
        for line in
            doc.lines[item.line..item.end_line].iter().filter(|line| line.context == crate::issue::Context::Text)
        {
            let content = line.content.of(text);
            let body = content.trim_start();
            let blanks = content.len() - body.len();
            let next = event.names.partition_point(|name| name.span.start < line.content.start);
            let is_name = event.names.get(next).is_some_and(|name| line.content.covers(name.span));
            if is_name
                && body.starts_with(['*', '-', '+'])
                && content[..blanks] != *"    "
                && (content.starts_with('\t') || blanks > 4)
            {
                let span = Span::new(line.content.start, line.content.start + blanks);
                let finding =
                    Finding::new(&RULE, context, line.content, "This line is indented by four blanks in other issues.");
                out.push(finding.fix(context, Safety::Safe, "Indent it by four blanks", Edit::replace(span, "    ")));
            }
        }
    }
}
