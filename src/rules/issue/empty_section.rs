//! A section with nothing in it.

use crate::issue::Kind;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::Edit;

pub static RULE: Rule = Rule {
    name: "empty-section",
    severity: Severity::Warning,
    audience: Audience::Editor,
    reach: Reach::Draft,
    why: "A section without items has no heading in the published issue.

Source: the newsletter's draft template.",
    bad: "## Updates from Rust Community\n\n### Research\n\n### Miscellaneous\n* [How we build](https://crates.example/build)\n",
    good: "## Updates from Rust Community\n\n### Miscellaneous\n* [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    for section in &doc.sections {
        // The groups of the calls for testing stay where the sentence above them answers for all.
        let listed =
            section.kind.is_community_links() || matches!(section.kind, Kind::ProjectGroup | Kind::TrackingGroup);
        if !listed || !section.items().is_empty() || !section.body.of(text).trim().is_empty() {
            continue;
        }
        let message = "Nothing stands below this heading. Take it out, or fill it.";
        let finding = Finding::new(&RULE, context, section.title, message).detail(section.title.of(text));
        out.push(finding.fix(context, Safety::Suggested, "Take the heading out", Edit::delete(section.span())));
    }
}
