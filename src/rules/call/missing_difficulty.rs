//! A task of which nobody knows how hard it is.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};

pub static RULE: Rule = Rule {
    name: "missing-difficulty",
    severity: Severity::Hint,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "People choose a task by what it asks of them. Say in the title whether it is easy, medium, hard or tedious, or put \
such a label on the issue.

Source: the newsletter's guidelines for project tasks.",
    bad: "## Call for Participation; projects and speakers\n\n### CFP - Projects\n* [widgets - paint the widgets](https://github.com/widgets/widgets/issues/7)\n",
    good: "## Call for Participation; projects and speakers\n\n### CFP - Projects\n* [widgets - paint the widgets (easy)](https://github.com/widgets/widgets/issues/7)\n",
    check,
};

const WORDS: [&str; 10] = [
    "easy",
    "medium",
    "hard",
    "tedious",
    "beginner",
    "good first issue",
    "good-first-issue",
    "intermediate",
    "advanced",
    "mentor",
];

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for (_, task) in context.tasks() {
        let title = task.title.of(context.text());
        let lower = title.to_lowercase();
        if !WORDS.iter().any(|word| lower.contains(word)) {
            let message =
                "How hard is this task? Its title, or a label on the issue, should say easy, medium, hard or tedious.";
            out.push(Finding::new(&RULE, context, task.title, message).detail(title));
        }
    }
}
