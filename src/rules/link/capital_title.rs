//! A title in capitals.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity, titles};

pub static RULE: Rule = Rule {
    name: "capital-title",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "A title in capitals shouts among the others. Write it in ordinary letters, whatever the page itself does.

Source: contribution guidelines of the newsletter.",
    bad: "* [HOW WE BUILD THINGS](https://crates.example/build)\n",
    good: "* [How we build things](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for (_, link) in context.community().filter(|(_, link)| titles::is_capital(link.title.of(text))) {
        let message = "The title is all in capitals. Write it in ordinary letters.";
        out.push(Finding::new(&RULE, context, link.title, message).detail(link.title.of(text)));
    }
}
