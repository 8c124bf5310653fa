//! A link with utm_source and the like.

use super::simplifiable_url;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity, url};

pub static RULE: Rule = Rule {
    name: "tracking-parameter",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "Parameters such as utm_source tell the site where a reader came from and nothing else. They make the same page \
look like two, so that it is listed twice. Leave them out.

Source: the newsletter's link checker (tools/inspect_links.py), which fails on utm_source, utm_campaign, utm_medium and utm_content.",
    bad: "* [How we build](https://crates.example/build?utm_source=rss&page=2)\n",
    good: "* [How we build](https://crates.example/build?page=2)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for link in context.links().iter().filter(|link| url::is_tracking(&link.href)) {
        let message = "This link tells the site where readers came from. Leave the utm_ parameters out.";
        let finding = Finding::new(&RULE, context, link.url, message).detail(link.href.as_str());
        out.push(simplifiable_url::with_fix(finding, context, link, "Leave the tracking out"));
    }
}
