//! Text behind a link.

use crate::issue::Shape;
use crate::rules::{Audience, Context, Finding, Rule, Safety, Severity, tags};
use crate::text::Edit;
use crate::text::Span;

pub static RULE: Rule = Rule {
    name: "text-after-link",
    severity: Severity::Warning,
    audience: Audience::Everyone,
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
        let (title, after, start) = match &item.shape {
            Shape::Link(link) if context.kind(item).is_community_links() => (link.title, link.after, link.prefix.end),
            Shape::Project(task) => (Span::new(task.project.start, task.title.end), task.after, task.project.start - 1),
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
        let (name, edit) = match part_of_title(title.of(text), rest) {
            Some(part) => {
                let dash = rest.chars().next().filter(|first| matches!(first, '–' | '—')).unwrap_or('-');
                let longer =
                    format!("{} {dash} {part}{}", title.of(text).trim_end(), Span::new(title.end, link_end).of(text));
                (
                    "Make it part of the title",
                    Edit::replace(Span::new(start, after.end), whole(text, start, title, &longer)),
                )
            }
            None => ("Leave it out", Edit::delete(gone)),
        };
        out.push(finding.fix(context, Safety::Suggested, name, edit));
    }
}

/// The link from its bracket on with another text.
fn whole(text: &str, start: usize, title: Span, longer: &str) -> String {
    format!("{}{longer}", Span::new(start, title.start).of(text))
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
