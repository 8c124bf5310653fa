//! A link that goes over several lines.

use crate::issue::{escape, inline};
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "wrapped-link",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "A link stands on one line. Over several it is one on the page, but the newsletter's tools read line by line and do \
not see it: it is not looked for among the duplicates, and cannot be sorted.

Source: the newsletter's draft template; links that its editors mend by hand.",
    bad: "* [How we\n  build](https://crates.example/build)\n",
    good: "* [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for unit in context.sent_units().filter(|unit| unit.of(text).contains('\n')) {
        for link in inline::links(unit.of(text), unit.start).filter(|link| link.span.of(text).contains('\n')) {
            let finding = Finding::new(&RULE, context, link.span, "This link goes over several lines. Put it on one.");
            let title = escape::fold(link.text.of(text));
            let address = link.url.of(text);
            let whole = !title.is_empty() && !address.contains(char::is_whitespace) && !link.gap;
            out.push(match whole {
                true => finding.fix(
                    context,
                    Safety::Suggested,
                    "Put it on one line",
                    Edit::replace(link.span, format!("[{title}]({address})")),
                ),
                false => finding,
            });
        }
    }
}
