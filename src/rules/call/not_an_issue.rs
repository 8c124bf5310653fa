//! A task that leads to something else than an issue.

use super::several_tasks;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};

pub static RULE: Rule = Rule {
    name: "not-an-issue",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "A task leads to one open issue in a public tracker: there stands what is to be done, and there one says that one \
does it.

Source: the newsletter's guidelines for project tasks.",
    bad: "## Call for Participation; projects and speakers\n\n### CFP - Projects\n* [widgets - paint the widgets (easy)](https://github.com/widgets/widgets)\n",
    good: "## Call for Participation; projects and speakers\n\n### CFP - Projects\n* [widgets - paint the widgets (easy)](https://github.com/widgets/widgets/issues/7)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    let tasks =
        context.addresses().iter().filter(|address| several_tasks::is_task(context.kind(&doc.items[address.item])));
    for address in tasks.filter(|address| address.is_at_any(&["github.com", "codeberg.org", "gitlab.com"])) {
        let segments: Vec<&str> = address.segments().collect();
        let number = |text: &&str| text.bytes().all(|byte| byte.is_ascii_digit());
        let is_issue = segments.windows(2).any(|pair| ["issues", "work_items"].contains(&pair[0]) && number(&pair[1]));
        if !is_issue && !several_tasks::is_list(address) {
            let message = "Is this an issue? A task leads to the one issue in which it is described.";
            out.push(Finding::new(&RULE, context, address.span, message).detail(address.span.of(text)));
        }
    }
}
