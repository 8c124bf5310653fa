//! A link to crates.io.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity, url};

pub static RULE: Rule = Rule {
    name: "crates-io-link",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "The newsletter lists things to read, watch or hear, and no pages of crates.io. Link an article, an announcement or \
release notes instead; what is worth trying goes to Crate of the Week.

Source: the newsletter's link checker (tools/inspect_links.py), which warns of it; contribution guidelines.",
    bad: "* [widgets 1.0](https://crates.io/crates/widgets)\n",
    good: "* [What is new in widgets 1.0](https://widgets.example/one)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let is_crate = |href: &str| url::is_crates_io(href) && !url::is_github_repository(href);
    for link in context.links().iter().filter(|link| is_crate(&link.href)) {
        let message =
            "This is a page of crates.io. Link something written about it: a post, an announcement, release notes.";
        out.push(Finding::new(&RULE, context, link.url, message).detail(link.href.as_str()));
    }
}
