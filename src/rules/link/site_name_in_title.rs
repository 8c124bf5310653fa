//! A title with the name of its site.

use crate::rules::{Audience, Context, Finding, Rule, Safety, Severity, titles};
use crate::text::Edit;
use crate::text::Span;

pub static RULE: Rule = Rule {
    name: "site-name-in-title",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    why: "Browsers show the name of the site behind a page's title. It is no part of the title: leave it out, unless the title \
says nothing without it.

Source: contribution guidelines: the link's text is the page's title.",
    bad: "* [How we build our tools | Crates Weekly](https://crates.example/build)\n",
    good: "* [How we build our tools](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for (_, link) in context.community() {
        let source = link.title.of(text);
        let Some((title, site)) = titles::with_site_name(source) else { continue };
        let span = Span::new(link.title.start + title.len(), link.title.end);
        let message = format!("Is `{site}` the site's name? Then leave it out.");
        let finding = Finding::new(&RULE, context, span, message).detail(site);
        // Half of a code span or of emphasis is no title.
        let whole = ['`', '*', '[', '_'].iter().all(|mark| title.matches(*mark).count() % 2 == 0);
        let starts = source.starts_with(title);
        out.push(match whole && starts {
            true => finding.fix(context, Safety::Suggested, format!("Leave out `{site}`"), Edit::delete(span)),
            false => finding,
        });
    }
}
