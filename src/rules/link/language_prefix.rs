//! A language by its name.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, tags};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "language-prefix",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "A page in another language than English has its two letters before the title: [ES] for Spanish, [DE] for German.

Source: the newsletter's published issues.",
    bad: "* [Spanish] [Como construimos](https://crates.example/construir)\n",
    good: "* [ES] [Como construimos](https://crates.example/construir)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for (_, link) in context.community() {
        let named = link.tags.iter().filter_map(|tag| Some((*tag, tags::language(tag.of(text))?)));
        for (tag, code) in named {
            let finding = Finding::new(&RULE, context, tag, format!("Languages are given by their letters: [{code}]."));
            let edit = Edit::replace(tag, code);
            out.push(finding.detail(tag.of(text)).fix(context, Safety::Safe, format!("Write [{code}]"), edit));
        }
    }
}
