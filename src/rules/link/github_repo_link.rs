//! A link to a repository instead of to something written about it.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity, url};

pub static RULE: Rule = Rule {
    name: "github-repo-link",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "The newsletter lists things to read, watch or hear, and no bare repositories. Link an article, an announcement or \
release notes instead; what is worth trying goes to Crate of the Week.

Source: the newsletter's link checker (tools/inspect_links.py), which warns of https://github.com/OWNER/REPO and of one segment \
below it; contribution guidelines.",
    bad: "* [widgets](https://github.com/widgets-example/widgets)\n",
    good: "* [How widgets came to be](https://widgets.example/story)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for link in context.links().iter().filter(|link| url::is_github_repository(&link.href)) {
        let message = "This is a repository. Link something written about it: a post, an announcement, release notes.";
        out.push(Finding::new(&RULE, context, link.url, message).detail(link.href.as_str()));
    }
}
