//! A link by http where the site has https.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "insecure-link",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "The site answers by https, and sends everyone there. Link what readers end up with.

Source: contribution guidelines: the canonical address is what the site itself redirects to.",
    bad: "* [How we build](http://someone.github.io/build)\n",
    good: "* [How we build](https://someone.github.io/build)\n",
    check,
};

/// Hosts that are known to answer by https only, those below them included.
const SECURE: [&str; 30] = [
    "github.com",
    "github.io",
    "gitlab.com",
    "codeberg.org",
    "rust-lang.org",
    "docs.rs",
    "crates.io",
    "lib.rs",
    "youtube.com",
    "youtu.be",
    "vimeo.com",
    "meetup.com",
    "luma.com",
    "lu.ma",
    "eventbrite.com",
    "reddit.com",
    "medium.com",
    "dev.to",
    "arxiv.org",
    "wordpress.com",
    "blogspot.com",
    "substack.com",
    "wikipedia.org",
    "mozilla.org",
    "linkedin.com",
    "hashnode.dev",
    "netlify.app",
    "vercel.app",
    "this-week-in-rust.org",
    "acm.org",
];

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for address in context.addresses() {
        let source = address.span.of(context.text());
        let scheme = source.get(..7).filter(|start| start.eq_ignore_ascii_case("http://"));
        if scheme.is_none() || !address.is_at_any(&SECURE) {
            continue;
        }
        let span = Span::new(address.span.start, address.span.start + 4);
        let message = format!("{} answers by https. Link it so.", address.host);
        let finding = Finding::new(&RULE, context, address.span, message).detail(source);
        out.push(finding.fix(context, Safety::Safe, "Write https", Edit::replace(span, "https")));
    }
}
