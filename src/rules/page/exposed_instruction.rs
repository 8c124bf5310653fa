//! An instruction outside its comment.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity, marks};
use crate::text::Span;

pub static RULE: Rule = Rule {
    name: "exposed-instruction",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "The draft's instructions for its editors stand in comments, which the page does not show. Outside of one, everybody \
reads them.

Source: the newsletter's draft template; instructions that were published.",
    bad: "### Research\nThe research of this week goes here\n\n* [How we build](https://crates.example/build)\n",
    good: "### Research\n<!-- The research of this week goes here -->\n\n* [How we build](https://crates.example/build)\n",
    check,
};

/// Words of the template's instructions, in small letters.
const WORDS: [&str; 12] = [
    "goes here",
    "go here, use this format",
    "or if none -",
    "dear community contributors",
    "sample commit message",
    "please read readme.md for guidance",
    "use either",
    "will appear in the **call for testing** section",
    "you may remove the `call-for-testing` label",
    "either remove the group from",
    "each submitted link should be of the form",
    "if you don't know which category to use",
];

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let (doc, text) = (context.doc(), context.text());
    for (_, line) in context.lines() {
        let content = line.content.of(text);
        // A comment that begins or ends on the line hides part of it.
        let hidden = doc.comments.partition_point(|comment| comment.end <= line.content.start);
        let comment = doc.comments.get(hidden).filter(|comment| comment.start < line.content.end);
        let stray = content
            .find("-->")
            .filter(|at| comment.is_none_or(|c| !c.covers(Span::new(*at, at + 3).offset(line.content.start))));
        let in_code = |at: &usize| !marks::outside_code(content, b'-').any(|outside| outside == *at);
        let stray = stray.filter(|at| {
            !in_code(at)
                && !content[..*at].contains("<!--")
                && !content.contains('[')
                && !content.trim_start().starts_with('>')
        });
        let plain =
            comment.is_none() && !content.trim_start().starts_with('>') && doc.item_at(line.content.start).is_none();
        let told = plain && is_instruction(content);
        if stray.is_some() || told {
            let message = "This is an instruction for the editors. Put it into a comment, <!-- … -->, or take it out.";
            out.push(Finding::new(&RULE, context, line.content, message));
        }
    }
}

fn is_instruction(line: &str) -> bool {
    let lower = line.trim().to_lowercase();
    WORDS.iter().any(|word| lower.contains(word) && (*word != "use either" || lower == *word))
}
