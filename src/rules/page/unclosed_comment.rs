//! A comment without its end.

use crate::issue::Problem;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "unclosed-comment",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "What stands between `<!--` and `-->` is not shown. Without the second mark the rest of the issue may vanish from the page, \
or the comment stand in it for all to read.

Source: the newsletter's draft template, which keeps its instructions in comments.",
    bad: "* [How we build](https://crates.example/build)\n<!-- more to come\n",
    good: "* [How we build](https://crates.example/build)\n<!-- more to come -->\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let doc = context.doc();
    for problem in &doc.problems {
        if let Problem::UnclosedComment(at) = *problem {
            let end = doc.lines[doc.line_index(at)].content.end;
            let message = "This comment has no end. Put --> behind it, or the page may lose what follows.";
            let finding = Finding::new(&RULE, context, Span::new(at, end), message);
            let edit = Edit::insert(end, " -->");
            out.push(finding.fix(context, Safety::Suggested, "End the comment on this line", edit));
        }
    }
}
