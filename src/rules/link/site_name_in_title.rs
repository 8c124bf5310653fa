//! A title with the name of its site.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, titles, url};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "site-name-in-title",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "Browsers show the name of the site behind a page's title. It is no part of the title: leave it out, unless the title \
says nothing without it.

Source: contribution guidelines: the link's text is the page's title.",
    bad: "* [How we build our tools | The Crates Blog](https://blog.crates.example/build)\n",
    good: "* [How we build our tools](https://blog.crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for (_, link) in context.community() {
        let source = link.title.of(text);
        let Some((title, site)) = titles::with_site_name(source) else { continue };
        // Behind a bar it is a name; behind a dash only where the address has it.
        let of_host = is_in_host(site, &url::host(link.url.of(text)));
        if !of_host && !source[title.len()..].trim_start().starts_with('|') {
            continue;
        }
        let span = Span::new(link.title.start + title.len(), link.title.end);
        let message = format!("Is `{site}` the site's name? Then leave it out.");
        let finding = Finding::new(&RULE, context, span, message).detail(site);
        // Half of a code span or of emphasis is no title.
        let whole = ['`', '*', '[', '_'].iter().all(|mark| title.matches(*mark).count() % 2 == 0);
        let starts = source.starts_with(title);
        out.push(match whole && starts && of_host {
            true => finding.fix(context, Safety::Suggested, format!("Leave out `{site}`"), Edit::delete(span)),
            false => finding,
        });
    }
}

/// Whether the host has every word of the name.
fn is_in_host(site: &str, host: &str) -> bool {
    let bare: String = host.chars().filter(|c| c.is_alphanumeric()).collect();
    let words = site.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words = words.map(str::to_lowercase).filter(|word| word != "the").peekable();
    words.peek().is_some() && words.all(|word| bare.contains(&word))
}
