//! Items beside the sentence that says that there are none.

use crate::issue::Shape;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, spots};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "none-with-items",
    severity: Severity::Warning,
    audience: Audience::Editor,
    reach: Reach::Draft,
    why: "Either a section has items, or the sentence that there were none this week. Both together contradict each other.

Source: the newsletter's draft template.",
    bad: "## Updates from the Rust Project\n\n### Approved RFCs\n\n* [A change](https://rfcs.example/1)\n* *No RFCs were approved this week.*\n",
    good: "## Updates from the Rust Project\n\n### Approved RFCs\n\n* [A change](https://rfcs.example/1)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    for section in doc.sections.iter().filter(|section| spots::has_none_sentence(section.kind)) {
        let Some(sentence) = spots::none_sentence(context, section) else { continue };
        let has_items =
            doc.items[section.items()].iter().any(|item| item.shape != Shape::Other && !item.span.covers(sentence));
        if has_items {
            let message = "This section has items and says that there are none. Take the sentence out.";
            let finding = Finding::new(&RULE, context, sentence, message).detail(sentence.of(text));
            let whole = doc.lines[doc.line_index(sentence.start)].full;
            out.push(finding.fix(context, Safety::Suggested, "Take the sentence out", Edit::delete(whole)));
        }
    }
}
