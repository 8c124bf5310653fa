//! A list that the page runs into the text above it.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span};

pub static RULE: Rule = Rule {
    name: "list-in-paragraph",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "On the newsletter's site a list begins only after a blank line. Right below a paragraph its items become part of it: \
running text with asterisks in it. GitHub shows a list in both cases, so nobody sees it there.

Source: the site is made with Python-Markdown, which differs from GitHub in this; published issues that show it.",
    bad: "### Observations/Thoughts\nThese are new:\n* [How we build](https://crates.example/build)\n",
    good: "### Observations/Thoughts\nThese are new:\n\n* [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    let sections = &context.doc().sections;
    // A heading in a paragraph has blanks before it: that is to be mended, and `indented-heading` says so.
    let holds_heading = |paragraph: Span, end: usize| {
        let next = sections.partition_point(|section| section.heading.start < paragraph.start);
        sections.get(next).is_some_and(|section| section.heading.start < end)
    };
    let mut run: Option<(Span, usize)> = None;
    let mut units = context.rendered().iter().map(|rendered| &rendered.unit).peekable();
    for (index, line) in context.lines() {
        while units.next_if(|unit| unit.span.end < line.content.start).is_some() {}
        let content = line.content.of(text);
        // The first line of a paragraph is no item: what follows it in the same paragraph is not either.
        let inside = units.peek().is_some_and(|unit| {
            !unit.listed
                && !unit.code
                && unit.span.start < line.content.start
                && unit.span.covers(line.content)
                && !holds_heading(unit.span, line.content.start)
        });
        let is_item =
            inside && content.starts_with(['*', '-', '+']) && content[1..].starts_with(' ') && content.len() > 3;
        let rule = content.bytes().all(|byte| matches!(byte, b'*' | b'-' | b' '));
        if is_item && !rule && !is_below_comment(&text[..line.content.start]) {
            match &mut run {
                Some((span, last)) if *last + 1 == index => (span.end, *last) = (line.content.end, index),
                _ => {
                    out.extend(run.take().map(|(span, _)| finding(context, span)));
                    run = Some((line.content, index));
                }
            }
        }
    }
    out.extend(run.map(|(span, _)| finding(context, span)));
}

/// Whether what stands above ends in a comment that begins its line: the site takes it for a block of its own.
fn is_below_comment(above: &str) -> bool {
    let above = above.trim_end();
    let begin = above.ends_with("-->").then(|| above.rfind("<!--")).flatten();
    begin.is_some_and(|at| above[..at].rsplit('\n').next().is_some_and(|line| line.trim().is_empty()))
}

fn finding(context: &Context<'_>, span: Span) -> Finding {
    // As the line above ends.
    let eol = if context.text()[..span.start].ends_with("\r\n") { "\r\n" } else { "\n" };
    let message = "The site runs this list into the text above it. Put a blank line between the two.";
    let finding = Finding::new(&RULE, context, span, message);
    finding.fix(context, Safety::Safe, "Put a blank line there", Edit::insert(span.start, eol))
}
