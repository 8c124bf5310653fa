//! An address for small screens.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "mobile-address",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "The site has one address for small screens and one for all. Take the one for all: it is the one that others link.

Source: contribution guidelines: the canonical address.",
    bad: "* [How we build](https://en.m.wikipedia.org/wiki/Rust)\n",
    good: "* [How we build](https://en.wikipedia.org/wiki/Rust)\n",
    check,
};

const HOSTS: [(&str, &str); 7] = [
    ("m.youtube.com", "www.youtube.com"),
    ("mobile.twitter.com", "twitter.com"),
    ("m.facebook.com", "www.facebook.com"),
    ("m.reddit.com", "www.reddit.com"),
    ("i.reddit.com", "www.reddit.com"),
    ("m.twitch.tv", "www.twitch.tv"),
    ("m.vk.com", "vk.com"),
];

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for address in context.addresses() {
        let known = HOSTS.iter().find(|(mobile, _)| *mobile == address.host).map(|(_, full)| (*full).to_owned());
        let wiki = || address.host.strip_suffix(".m.wikipedia.org").map(|language| format!("{language}.wikipedia.org"));
        let Some(full) = known.or_else(wiki) else { continue };
        let source = address.span.of(text);
        let Some(at) = source.to_ascii_lowercase().find(&address.host) else { continue };
        let span = Span::new(at, at + address.host.len()).offset(address.span.start);
        let message = format!("This is the address for small screens. Take {full}.");
        let finding = Finding::new(&RULE, context, address.span, message).detail(source);
        out.push(finding.fix(context, Safety::Safe, format!("Write {full}"), Edit::replace(span, full)));
    }
}
