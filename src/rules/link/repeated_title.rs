//! Two links with one title.

use crate::issue::escape;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};
use std::collections::HashMap;

pub static RULE: Rule = Rule {
    name: "repeated-title",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why:
        "Two links that read the same look like one that stands twice. Are both meant? Then say in the titles how they \
differ.

Source: contribution guidelines: duplicates are not taken, even under another address.",
    bad: "* [How we build](https://crates.example/build)\n* [How we build](https://blog.example/build)\n",
    good: "* [How we build](https://crates.example/build)\n* [How we build, part 2](https://blog.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (item, link) in context.community() {
        let title = escape::fold(&escape::to_plain(link.title.of(text))).to_lowercase();
        if title.is_empty() {
            continue;
        }
        let first = *seen.entry(title).or_insert(item.line);
        if first != item.line {
            let message = format!("The link on line {first} has the same title. Are both meant?");
            out.push(Finding::new(&RULE, context, link.title, message).detail(link.title.of(text)));
        }
    }
}
