//! A line with an odd number of backticks.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};

pub static RULE: Rule = Rule {
    name: "odd-backticks",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "Code is written between two backticks. With one of them missing, the page shows a stray backtick, and code that \
should stand out does not. Add the missing one.

Source: the newsletter's page checker (tools/inspect_markdown.py), which fails on it; fences of three or four are left aside.",
    bad: "* [merge `TraitItem` and `ImplItem into one](https://crates.example/merge)\n",
    good: "* [merge `TraitItem` and `ImplItem` into one](https://crates.example/merge)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for (span, line) in lines(context) {
        if line.matches('`').count() % 2 == 1 {
            let message = "A backtick is missing on this line. Code stands between two of them.";
            out.push(Finding::new(&RULE, context, span, message));
        }
    }
}

/// Every line as the checker counts backticks in it: fences taken out.
pub(in crate::rules) fn lines<'a>(context: &'a Context<'_>) -> impl Iterator<Item = (crate::text::Span, String)> + 'a {
    let text = context.text();
    context
        .doc()
        .lines
        .iter()
        .filter(move |line| line.content.of(text).contains('`'))
        .map(move |line| (line.content, line.content.of(text).replace("````", "").replace("```", "")))
}
