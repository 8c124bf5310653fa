//! A task without its project.

use crate::issue::{Kind, Shape};
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};

pub static RULE: Rule = Rule {
    name: "missing-project",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "A task is written `[project - title of the issue](address)`. Without the project's name, nobody knows what it is \
about.

Source: the newsletter's draft template.",
    bad: "## Call for Participation; projects and speakers\n\n### CFP - Projects\n* [Paint them all (easy)](https://github.com/widgets/widgets/issues/7)\n",
    good: "## Call for Participation; projects and speakers\n\n### CFP - Projects\n* [widgets - paint the widgets (easy)](https://github.com/widgets/widgets/issues/7)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    let tasks = doc.items.iter().filter(|item| context.kind(item) == Kind::Projects);
    for item in tasks {
        let Shape::Link(link) = &item.shape else { continue };
        if link.title.of(text).trim().is_empty() || link.url.is_empty() {
            continue;
        }
        let message = "Which project is this? Write [project - title of the issue](address).";
        out.push(Finding::new(&RULE, context, link.title, message).detail(link.title.of(text)));
    }
}
