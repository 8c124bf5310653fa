//! A link that could be written in a simpler way.

use crate::issue::escape;
use crate::rules::checker::PageLink;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, url};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "simplifiable-url",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "The newsletter asks that each link be written in its plain form, so that one listed before is found again. That \
means: no tracking parameters, no parameters without a value, no doubled slashes in the path, no empty ? or # at the end, a slash \
behind a bare host, the query encoded in the usual way. Open the simpler address before you take it: a few sites need a \
parameter without a value.

Source: the newsletter's link checker (tools/inspect_links.py), which fails on it; it follows Python's urllib.parse.",
    bad: "* [How we build](https://crates.example/build/#)\n",
    good: "* [How we build](https://crates.example/build/)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for link in context.links() {
        let simple = url::simplified(&link.href);
        if simple != link.href {
            let message = format!("This link can be written more simply: {simple}");
            let finding = Finding::new(&RULE, context, link.url, message).detail(link.href.as_str());
            out.push(with_fix(finding, context, link, "Take the simpler address"));
        }
    }
}

/// The fix that writes the simplified address; safe where it leads to the same page for sure.
pub(in crate::rules) fn with_fix(finding: Finding, context: &Context<'_>, link: &PageLink, title: &str) -> Finding {
    let simple = url::simplified(&link.href);
    // An address of the newsletter's own site, or none at all: another rule says what to do.
    if !url::has_known_scheme(&simple) || url::simplified(&simple) != simple {
        return finding;
    }
    let safety = if url::is_simplified_safely(&link.href) { Safety::Safe } else { Safety::Suggested };
    finding.fix(context, safety, title, Edit::replace(link.url, escape::to_url(&simple)))
}
