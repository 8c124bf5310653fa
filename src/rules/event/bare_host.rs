//! An address that ends in its host.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "bare-host",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "The address of a site's first page ends in a slash. Programs that compare addresses take the two forms for two \
pages.

Source: the newsletter's link checker, which asks for the slash in the community's links; what the newsletter's editors mend \
by hand each week.",
    bad: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example)\n    * [**Evening**](https://bern.example/1)\n",
    good: "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let doc = context.doc();
    for address in context.addresses() {
        let parts = &address.parts;
        let bare =
            parts.path.is_empty() && parts.query.is_empty() && parts.fragment.is_empty() && !parts.host.is_empty();
        let source = address.span.of(context.text());
        // The community's links have a rule of the checker's own.
        if !bare || source.ends_with(['?', '#']) || context.kind(&doc.items[address.item]).is_community_links() {
            continue;
        }
        let finding =
            Finding::new(&RULE, context, address.span, "This address has no slash at its end.").detail(source);
        let edit = Edit::insert(address.span.end, "/");
        out.push(finding.fix(context, Safety::Safe, "Put the slash there", edit));
    }
}
