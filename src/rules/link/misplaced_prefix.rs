//! A prefix elsewhere than before the title.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, tags};
use crate::text::{Edit, Span, Splice};

pub static RULE: Rule = Rule {
    name: "misplaced-prefix",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "What a link leads to other than a text stands before its title: [video] [Title](address). In the title or behind the \
link readers overlook it.

Source: the newsletter's draft template; what the newsletter's editors mend by hand each week.",
    bad: "* [How we build (Video)](https://crates.example/build)\n",
    good: "* [video] [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for (_, link) in context.community() {
        let known = |tag: &str| link.tags.iter().any(|own| own.of(text).eq_ignore_ascii_case(tag));
        let (place, gone, tag) = if let Some(tag) = tags::of_text(link.after.of(text)) {
            let link_end = text[..link.after.start].trim_end().len();
            (link.after, Span::new(link_end, link.after.end), tag)
        } else if let Some((span, tag)) = tags::at_end(link.title.of(text)) {
            let place = span.offset(link.title.start);
            (place, Span::new(text[..place.start].trim_end().len(), place.end), tag)
        } else {
            continue;
        };
        if gone.covers(link.title) {
            continue;
        }
        let message = format!("This belongs before the title: [{tag}] [Title](address).");
        let mut splices = vec![Splice { span: gone, text: String::new() }];
        if !known(&tag) {
            splices.push(Splice { span: Span::at(link.title.start - 1), text: format!("[{tag}] ") });
        }
        let finding = Finding::new(&RULE, context, place, message).detail(place.of(text));
        let edit = Edit::of(splices).unwrap_or_default();
        out.push(finding.fix(context, Safety::Suggested, format!("Put [{tag}] before the title"), edit));
    }
}
