//! An address that stands for another.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};

pub static RULE: Rule = Rule {
    name: "placeholder-address",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "example.com and localhost are nobody's page, or everyone's own. They come from a sample or from a preview on one's \
own machine; the link leads nowhere.

Source: RFC 2606 and RFC 6761; the draft template, whose samples use example.com.",
    bad: "* [How we build](http://localhost:4000/build)\n",
    good: "* [How we build](https://crates.example/build)\n",
    check,
};

const NOBODYS: [&str; 8] =
    ["example.com", "example.org", "example.net", "www.example.com", "localhost", "127.0.0.1", "0.0.0.0", "[::1]"];

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for address in context.addresses().iter().filter(|address| NOBODYS.contains(&address.host.as_str())) {
        let message = format!("{} is no page that readers can open. Link the real one.", address.host);
        out.push(Finding::new(&RULE, context, address.span, message).detail(address.span.of(context.text())));
    }
}
