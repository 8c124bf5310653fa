//! Angle brackets that the page takes for a tag.

use crate::issue::html::TAGS;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "unknown-html-tag",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "`Vec<T>` outside of code is read as a tag named T: the page shows `Vec` and nothing more. Write it as code between \
backticks, or `&lt;` for the first bracket. A backslash before it does not help on the newsletter's site. Pictures and indented \
code are not taken either.

Source: the newsletter's page checker (tools/inspect_markdown.py), which fails on every tag that is not in its list.",
    bad: "* [A tour of Vec<T>](https://crates.example/tour)\n",
    good: "* [A tour of `Vec<T>`](https://crates.example/tour)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for unit in context.rendered() {
        for tag in unit.tags.iter().filter(|tag| !TAGS.contains(&tag.name.as_str())) {
            let source = tag.span.of(context.text());
            let message = match tag.name.as_str() {
                "img" => "Pictures are not shown in the newsletter. Link the page instead.".to_owned(),
                "pre" => "An indented line is shown as code. Take the blanks before it out.".to_owned(),
                _ => {
                    let shown: String = source.chars().take(40).collect();
                    format!("The page takes `{shown}` for a tag and does not show it. Write it as code, or &lt; for <.")
                }
            };
            let mut finding = Finding::new(&RULE, context, tag.span, message).detail(tag.name.as_str());
            if source.starts_with('<') {
                // A backslash there was meant to keep the bracket; the site would show it.
                let kept = context.text()[..tag.span.start].ends_with('\\');
                let start = tag.span.start - usize::from(kept);
                let edit = Edit::replace(Span::new(start, tag.span.start + 1), "&lt;");
                finding = finding.fix(context, Safety::Suggested, "Show the brackets", edit);
            }
            out.push(finding);
        }
    }
}
