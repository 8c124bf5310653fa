//! Text behind a link.

use crate::issue::Shape;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity, tags};
use crate::text::{Edit, Span, Splice};

pub static RULE: Rule = Rule {
    name: "text-after-link",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Draft,
    why: "An item is a link and nothing else. What follows it on its line is either part of the title or left out: the title \
is what readers see.

Source: contribution guidelines; what the newsletter's editors mend by hand each week.",
    bad: "* [How we build](https://crates.example/build) a tour of our tools\n",
    good: "* [How we build - a tour of our tools](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for item in context.sent() {
        let (title, after) = match &item.shape {
            Shape::Link(link) if context.kind(item).is_community_links() => (link.title, link.after),
            Shape::Project(task) => (Span::new(task.project.start, task.title.end), task.after),
            _ => continue,
        };
        let rest = after.of(text);
        // A prefix in the wrong place has a rule of its own; with a bar it is a column.
        let is_comment = rest.contains("-->") || rest.contains("<!--");
        if rest.is_empty() || rest.starts_with('|') || is_comment || tags::of_text(rest).is_some() {
            continue;
        }
        let message = "Text stands behind the link. Make it part of the title, or leave it out.";
        let finding = Finding::new(&RULE, context, after, message).detail(rest);
        let link_end = text[..after.start].trim_end().len();
        let gone = Span::new(link_end, after.end);
        // What has a link of its own is for a person to divide.
        if rest.contains("](") {
            out.push(finding);
            continue;
        }
        let mut splices = vec![Splice { span: gone, text: String::new() }];
        let part = part_of_title(title.of(text), rest);
        if let Some(part) = &part {
            let dash = rest.chars().next().filter(|first| matches!(first, '–' | '—')).unwrap_or('-');
            let end = title.start + title.of(text).trim_end().len();
            splices.push(Splice { span: Span::new(end, title.end), text: format!(" {dash} {part}") });
        }
        let name = if part.is_some() { "Make it part of the title" } else { "Leave it out" };
        out.push(finding.fix(context, Safety::Suggested, name, Edit::of(splices).unwrap_or_default()));
    }
}

/// How long a title with it may get.
const LONGEST: usize = 100;

/// What of the text belongs in the title: without the dash before it and the full stop behind it, cut at a colon where
/// a list begins; nothing of a remark in brackets, of links, or of what would be too long.
fn part_of_title(title: &str, rest: &str) -> Option<String> {
    let bare = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':' | ',' | '|'));
    let bare = bare.split_once(": ").map_or(bare, |(head, _)| head).trim_end_matches(['.', ' ', ',']);
    let remark = bare.starts_with(['(', '[']) || bare.contains("://") || bare.contains('<');
    let marks = ['[', ']', '`', '*'].iter().all(|mark| bare.matches(*mark).count() % 2 == 0);
    let fits = title.chars().count() + bare.chars().count() + 3 <= LONGEST;
    let says = bare.contains(char::is_alphanumeric);
    (says && !remark && marks && fits).then(|| bare.to_owned())
}
