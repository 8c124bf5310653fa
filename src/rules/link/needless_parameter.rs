//! A parameter that the page does not need.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, url};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "needless-parameter",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "Some sites and mail programs put marks into an address that say who shared it, or where in a video they stopped. The \
page is the same without them, and so is the address of everyone who links it.

Source: contribution guidelines: no tracking parameters.",
    bad: "* [How we build](https://crates.example/build?fbclid=x1)\n",
    good: "* [How we build](https://crates.example/build)\n",
    check,
};

/// Parameters that only say where a reader came from, on any site.
const ANYWHERE: [&str; 14] = [
    "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "utm_term",
    "utm_id", "utm_name", "trk",
];

/// Those of the newsletter's own checker, which looks at the community's links alone.
const CHECKED: [&str; 4] = url::TRACKING;

const VIDEO: [&str; 3] = ["youtube.com", "youtu.be", "spotify.com"];

/// Those of videos: who shared it, from where, and at which second.
const OF_VIDEOS: [&str; 7] = ["si", "feature", "ref", "t", "pp", "ab_channel", "app"];

/// Those of single sites.
const OF_SITES: [(&str, &[&str]); 3] = [
    ("meetup.com", &["eventOrigin", "recId", "recSource", "searchId", "isFirstPublish"]),
    ("eventbrite.com", &["aff", "keep_tld"]),
    ("medium.com", &["source"]),
];

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let doc = context.doc();
    for address in context.addresses().iter().filter(|address| !address.parts.query.is_empty()) {
        let source = address.span.of(context.text());
        let of_link = context.kind(&doc.items[address.item]).is_community_links();
        let is_needless = |name: &str| {
            ANYWHERE.contains(&name)
                || (CHECKED.contains(&name) && !of_link)
                || (OF_VIDEOS.contains(&name) && address.is_at_any(&VIDEO))
                || OF_SITES.iter().any(|(host, names)| address.is_at(host) && names.contains(&name))
        };
        let Some((kept, gone)) = without(source, is_needless) else { continue };
        let message = format!("The page is the same without {}. Leave it out.", gone.join(" and "));
        // A second in a video may be meant.
        let safety = if gone.contains(&"t") { Safety::Suggested } else { Safety::Safe };
        let finding = Finding::new(&RULE, context, address.span, message).detail(source);
        out.push(finding.fix(context, safety, "Leave it out", Edit::replace(address.span, kept)));
    }
}

/// The address without the parameters of which `is_needless` says so, and their names; `None` where there are none.
fn without(source: &str, is_needless: impl Fn(&str) -> bool) -> Option<(String, Vec<&str>)> {
    let (before, rest) = source.split_once('?')?;
    let (query, fragment) = rest.split_at(rest.find('#').unwrap_or(rest.len()));
    let name = |pair: &'_ str| pair.split('=').next().unwrap_or("").len();
    let (gone, kept): (Vec<&str>, Vec<&str>) = query
        .split('&')
        .map(|pair| pair.strip_prefix("amp;").unwrap_or(pair))
        .partition(|pair| is_needless(&pair[..name(pair)]));
    if gone.is_empty() {
        return None;
    }
    let mark = if kept.is_empty() { "" } else { "?" };
    let gone = gone.into_iter().map(|pair| &pair[..name(pair)]).collect();
    Some((format!("{before}{mark}{}{fragment}", kept.join("&")), gone))
}
