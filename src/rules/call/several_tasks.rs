//! Several issues behind one link.

use crate::issue::Kind;
use crate::rules::{Address, Audience, Context, Finding, Reach, Rule, Severity};

pub static RULE: Rule = Rule {
    name: "several-tasks",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "A task is one issue. A label, a search or a list of issues changes after the newsletter is out, and nobody who opens \
it knows where to begin.

Source: the newsletter's guidelines for project tasks.",
    bad: "## Call for Participation; projects and speakers\n\n### CFP - Projects\n* [widgets - things for beginners (easy)](https://github.com/widgets/widgets/labels/easy)\n",
    good: "## Call for Participation; projects and speakers\n\n### CFP - Projects\n* [widgets - paint the widgets (easy)](https://github.com/widgets/widgets/issues/7)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    let tasks = context.addresses().iter().filter(|address| is_task(context.kind(&doc.items[address.item])));
    for address in tasks.filter(|address| is_list(address)) {
        let message = "Several issues stand behind this link. Choose one, and link it.";
        out.push(Finding::new(&RULE, context, address.span, message).detail(address.span.of(text)));
    }
}

/// Whether tasks stand in such a section.
pub(in crate::rules) fn is_task(kind: Kind) -> bool {
    matches!(kind, Kind::Projects | Kind::Participation)
}

/// Whether the address is that of a label, a search, a board or a list.
pub(in crate::rules) fn is_list(address: &Address) -> bool {
    let segments: Vec<&str> = address.segments().collect();
    let behind = |word: &str| segments.iter().position(|segment| *segment == word).map(|at| segments.len() - at - 1);
    let tracker =
        address.is_at_any(&["github.com", "gitlab.com", "codeberg.org"]) || address.host.starts_with("gitlab.");
    let listed =
        ["labels", "milestones", "milestone", "projects", "contribute"].iter().any(|word| behind(word).is_some());
    tracker && segments.len() > 2 && (behind("issues") == Some(0) || listed)
}
