//! A link that is neither http, https nor mailto.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, url};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "link-scheme",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "The address of a link begins with http://, https:// or mailto:. Anything else leads nowhere from the newsletter's \
page: a forgotten https:// makes it an address below the newsletter's own site, a slip of the finger one that no browser knows.

Source: the newsletter's link checker (tools/inspect_links.py), which fails on it.",
    bad: "* [How we build](www.crates.example/how-we-build)\n",
    good: "* [How we build](https://www.crates.example/how-we-build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for link in context.links().iter().filter(|link| !url::has_known_scheme(&link.href)) {
        let message = match url::scheme(&link.href).as_str() {
            "" => "This link has no https:// at its beginning.".to_owned(),
            scheme => format!("This link begins with `{scheme}:`, which the page cannot open. Use https://."),
        };
        let mut finding = Finding::new(&RULE, context, link.url, message).detail(link.href.as_str());
        if let Some(mended) = mended(&link.href) {
            let edit = Edit::replace(link.url, mended);
            finding = finding.fix(context, Safety::Suggested, "Put https:// before it", edit);
        }
        out.push(finding);
    }
}

/// The address with https://, where it looks like one that lacks only that.
pub(in crate::rules) fn mended(href: &str) -> Option<String> {
    let parts = url::Parts::of(href);
    let bare = href.strip_prefix("//").filter(|_| parts.scheme.is_empty()).unwrap_or(href);
    let host = bare.split(['/', '?', '#']).next().unwrap_or("");
    let looks_right =
        host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains([':', ' ', '@']);
    match parts.scheme.as_str() {
        "" if looks_right => Some(format!("https://{bare}")),
        "httpss" | "htttps" | "htps" | "htpps" | "hhttps" | "ttps" if !parts.host.is_empty() => {
            href.split_once(':').map(|(_, rest)| format!("https:{rest}"))
        }
        _ => None,
    }
}
