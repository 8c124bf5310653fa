//! Two backticks in a row.

use super::odd_backticks;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};

pub static RULE: Rule = Rule {
    name: "empty-backticks",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "Two backticks with nothing between them are no code: they swallow what follows, or show up as they are. Put the code \
between them, or take them out.

Source: the newsletter's page checker (tools/inspect_markdown.py), which fails on it; fences of three or four are left aside.",
    bad: "* [The secrets of ``Pin``](https://crates.example/pin)\n",
    good: "* [The secrets of `Pin`](https://crates.example/pin)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for (span, line) in odd_backticks::lines(context) {
        if line.contains("``") {
            let message = "Two backticks stand side by side. Put the code between them, or take them out.";
            out.push(Finding::new(&RULE, context, span, message));
        }
    }
}
