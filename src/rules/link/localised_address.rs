//! An address in one reader's language.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "localised-address",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "Meetup puts the language of whoever looks at a page into its address. Without it every reader gets their own.

Source: contribution guidelines: the canonical address; what the newsletter's editors mend by hand each week.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://www.meetup.com/rust-bern)\n    * [**Evening**](https://www.meetup.com/de-DE/rust-bern/events/300000001)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://www.meetup.com/rust-bern)\n    * [**Evening**](https://www.meetup.com/rust-bern/events/300000001)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for address in context.addresses().iter().filter(|address| address.is_at("meetup.com")) {
        let Some(language) = address.segments().next().filter(|first| is_language(first)) else { continue };
        let source = address.span.of(text);
        let Some(at) = source.find(&format!("/{language}/")) else { continue };
        let gone = Span::new(at, at + language.len() + 1).offset(address.span.start);
        let message = format!("`{language}` in this address is the language of one reader. Leave it out.");
        let finding = Finding::new(&RULE, context, address.span, message).detail(source);
        out.push(finding.fix(context, Safety::Safe, "Leave the language out", Edit::delete(gone)));
    }
}

/// `de-DE`, `pt-BR`: two small letters, a dash, two capitals.
fn is_language(segment: &str) -> bool {
    let bytes = segment.as_bytes();
    matches!(bytes, [a, b, b'-', c, d] if [a, b].iter().all(|l| l.is_ascii_lowercase()) && [c, d].iter().all(|l| l.is_ascii_alphabetic()))
}
