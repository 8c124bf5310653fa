//! A section with neither items nor the sentence that there are none.

use crate::issue::Kind;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity, spots};

pub static RULE: Rule = Rule {
    name: "neither-items-nor-none",
    severity: Severity::Hint,
    audience: Audience::Editor,
    reach: Reach::Draft,
    why: "A section that stays in the issue without items says so: `*No RFCs were approved this week.*` Otherwise readers do \
not know whether something was forgotten.

Source: the newsletter's draft template.",
    bad: "## Updates from the Rust Project\n\n### Approved RFCs\n\nThese were approved this week:\n",
    good: "## Updates from the Rust Project\n\n### Approved RFCs\n\nThese were approved this week:\n\n* *No RFCs were approved this week.*\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    for section in doc.sections.iter().filter(|section| spots::has_none_sentence(section.kind)) {
        // The template's placeholder has a rule of its own.
        let first = doc.comments.partition_point(|comment| comment.start < section.body.start);
        let mut comments = doc.comments[first..].iter().take_while(|comment| comment.start < section.body.end);
        let asked = section.kind.part() != Kind::Participation
            && comments.any(|comment| spots::is_placeholder(comment.of(text)));
        if section.items().is_empty() && !asked && spots::none_sentence(context, section).is_none() {
            let message = "Nothing is listed here. Are there none this week? Then say so.";
            out.push(Finding::new(&RULE, context, section.title, message).detail(section.title.of(text)));
        }
    }
}
