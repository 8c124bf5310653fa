//! An address with a blank in it.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "blank-in-address",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "An address ends at its first blank: GitHub, where the draft is looked at, shows such a link as text. A blank is written \
%20.

Source: CommonMark on link destinations; the site itself takes the blank.",
    bad: "* [How we build](https://crates.example/how we build)\n",
    good: "* [How we build](https://crates.example/how%20we%20build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for link in context.sent_links().filter(|link| !link.gap) {
        let url = link.url.of(text);
        let bracketed = text[..link.url.start].ends_with('<');
        if !url.contains([' ', '\t']) || !url.contains("://") || url.contains("](") || bracketed {
            continue;
        }
        let finding = Finding::new(&RULE, context, link.span, "There is a blank in this address. Write %20 for it.");
        let mended = url.replace([' ', '\t'], "%20");
        out.push(finding.detail(url).fix(context, Safety::Suggested, "Write %20", Edit::replace(link.url, mended)));
    }
}
