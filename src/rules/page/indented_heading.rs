//! A heading with blanks before it.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "indented-heading",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "A heading begins at the beginning of its line. With a blank before it the newsletter's site shows it as text, its signs \
and all, and runs the list below into it. GitHub takes up to three blanks, so nobody sees it there.

Source: the site is made with Python-Markdown, which differs from GitHub in this; the issue of 2025-06-18 has one.",
    bad: "* [How we build](https://crates.example/build)\n\n ### Miscellaneous\n* [How we test](https://crates.example/test)\n",
    good: "* [How we build](https://crates.example/build)\n\n### Miscellaneous\n* [How we test](https://crates.example/test)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for section in &context.doc().sections {
        let blanks = section.indent(context.text());
        if !blanks.is_empty() {
            let span = Span::new(blanks.start, section.title.end);
            let message = "The site shows this heading as text: there are blanks before it.";
            let finding = Finding::new(&RULE, context, span, message);
            out.push(finding.fix(context, Safety::Safe, "Take the blanks out", Edit::delete(blanks)));
        }
    }
}
