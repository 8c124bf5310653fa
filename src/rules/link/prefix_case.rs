//! A prefix in other letters than usual.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, tags};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "prefix-case",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "Prefixes are written in one way: [video], [audio], [series] in small letters, languages as two capitals such as \
[ES]. Readers look for them.

Source: the newsletter's draft template; what the newsletter's editors mend by hand each week.",
    bad: "* [Video] [How we build](https://crates.example/build)\n",
    good: "* [video] [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for (_, link) in context.community() {
        for tag in &link.tags {
            let source = tag.of(text);
            let Some(wanted) = tags::usual_case(source).filter(|wanted| wanted != source) else { continue };
            let finding =
                Finding::new(&RULE, context, *tag, format!("This prefix is written [{wanted}].")).detail(source);
            out.push(finding.fix(context, Safety::Safe, format!("Write [{wanted}]"), Edit::replace(*tag, wanted)));
        }
    }
}
