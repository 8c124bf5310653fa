//! A shortened address.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};

pub static RULE: Rule = Rule {
    name: "shortened-link",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "A shortened address hides where it leads, and stops working when its service ends. Open it and take the address of \
the page.

Source: contribution guidelines: the canonical address is what the site itself redirects to.",
    bad: "* [How we build](https://bit.ly/3xYz)\n",
    good: "* [How we build](https://crates.example/build)\n",
    check,
};

const SHORTENERS: [&str; 19] = [
    "bit.ly",
    "t.co",
    "tinyurl.com",
    "goo.gl",
    "ow.ly",
    "buff.ly",
    "is.gd",
    "lnkd.in",
    "rebrand.ly",
    "dlvr.it",
    "t.ly",
    "cutt.ly",
    "shorturl.at",
    "tiny.cc",
    "amzn.to",
    "meetu.ps",
    "redd.it",
    "trib.al",
    "hubs.ly",
];

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for address in
        context.addresses().iter().filter(|address| SHORTENERS.contains(&address.host.trim_start_matches("www.")))
    {
        let message = "This address was shortened. Open it, and take the address of the page itself.";
        out.push(Finding::new(&RULE, context, address.span, message).detail(address.span.of(context.text())));
    }
}
