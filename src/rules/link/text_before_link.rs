//! Text before a link.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, tags};
use crate::text::{Edit, Span, span_in};

pub static RULE: Rule = Rule {
    name: "text-before-link",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "An item is a link and nothing else. Only prefixes such as [video] stand before it; other words belong in the title, \
or are left out.

Source: the newsletter's draft template; contribution guidelines.",
    bad: "* New post: [How we build](https://crates.example/build)\n",
    good: "* [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for (item, link) in context.community() {
        let behind_tags = Span::new(link.tags.last().map_or(link.prefix.start, |tag| tag.end + 1), link.prefix.end);
        let before = behind_tags.of(text).trim();
        let is_tag = tags::of_text(before).is_some();
        let says = before.contains(char::is_alphanumeric);
        if !says || is_tag || before.starts_with(['*', '-', '+', '<', '_', '`', '!']) {
            continue;
        }
        let message = "Text stands before the link. Does it belong in the title, or can it go?";
        let span = span_in(text, before);
        let edit = Edit::delete(Span::new(span.start, link.prefix.end));
        let finding = Finding::new(&RULE, context, span, message).detail(before);
        // In a sentence around a link it is for a person to choose.
        let alone = item.line == item.end_line && link.after.is_empty();
        out.push(if alone { finding.fix(context, Safety::Suggested, "Leave it out", edit) } else { finding });
    }
}
