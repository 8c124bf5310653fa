//! An address with a parenthesis that nothing closes.

use crate::issue::{escape, inline};
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "unclosed-address",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "A `(` in an address needs its `)`, and the link needs one of its own behind that. With one too few neither the site nor \
GitHub shows a link, but brackets and address as text; so it is with a backslash at the address's end.

Source: CommonMark on link destinations, and Python-Markdown, with which the site is made.",
    bad: "* [How we build](https://crates.example/build_(2026)\n",
    good: "* [How we build](https://crates.example/build_(2026))\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for link in context.sent_links().filter(|link| !link.gap && !inline::is_closed(link.url.of(text))) {
        let url = link.url.of(text);
        // What swallows another link lacks a bracket: that is another rule's.
        if url.contains("](") {
            continue;
        }
        let message = "The parentheses of this address do not match, so the page shows it as text.";
        let finding = Finding::new(&RULE, context, link.span, message).detail(url);
        let closed = format!("{url})");
        let (title, mended) = match url.strip_prefix('(') {
            Some(rest) if inline::is_closed(rest) => ("Take out the parenthesis too many", rest.to_owned()),
            _ if !url.ends_with('\\') && inline::is_closed(&closed) => ("Close the parenthesis", closed),
            _ => ("Write %28, %29 and %5C", escape::to_url(url)),
        };
        out.push(finding.fix(context, Safety::Suggested, title, Edit::replace(link.url, mended)));
    }
}
