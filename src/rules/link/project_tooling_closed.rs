//! A contribution to Project/Tooling Updates.

use crate::issue::Kind;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};

pub static RULE: Rule = Rule {
    name: "project-tooling-closed",
    severity: Severity::Error,
    audience: Audience::Contributor,
    reach: Reach::Draft,
    why: "Project/Tooling Updates takes no pull requests any more: the editors fill it from what is posted to r/rust. Post the \
link there (https://www.reddit.com/r/rust/submit); it is considered for the issue that follows. Articles about Rust that are \
more than news of a project may stand in another section.

Source: contribution guidelines; of the last 249 pull requests that were not merged, 157 were for this section.",
    bad: "### Project/Tooling Updates\n* [widgets 1.0 released](https://widgets.example/one)\n",
    good: "### Observations/Thoughts\n* [How widgets came to be](https://widgets.example/story)\n",
    check,
};

/// What to do instead, in one sentence.
pub const HANDOFF: &str =
    "Project/Tooling Updates takes no contributions any more. Post the link to r/rust: the editors choose from there.";

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    for item in doc.items.iter().filter(|item| doc.sections[item.section].kind == Kind::Tooling) {
        let url = item.url().map_or("", |url| url.of(text));
        out.push(Finding::new(&RULE, context, item.head, HANDOFF).detail(url));
    }
}
