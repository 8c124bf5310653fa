//! A link that waits to be filled in.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Severity};
use crate::text::span_in;

pub static RULE: Rule = Rule {
    name: "unfilled-link",
    severity: Severity::Error,
    audience: Audience::Editor,
    reach: Reach::Section,
    why: "The template has words in capitals where the hiring thread, the discussion and the like are to be linked. Published \
so, the link leads nowhere.

Source: the newsletter's draft template; REDDIT_LINK_HERE was published.",
    bad: "## Jobs\n\nPlease see the latest [hiring thread](INSERT_LINK_HERE)\n",
    good: "## Jobs\n\nPlease see the latest [hiring thread](https://jobs.example/thread)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for (_, line) in context.lines() {
        let content = line.content.of(text);
        if let Some(word) = word(content) {
            let span = span_in(content, word).offset(line.content.start);
            let message = format!("{word} waits for its address. Fill it in before the issue is published.");
            out.push(Finding::new(&RULE, context, span, message).detail(word));
        }
    }
}

/// `REDDIT_LINK_HERE` and the like, and the template's own marks such as `$twir_issue_number`.
fn word(line: &str) -> Option<&str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if let Some(at) = line.find("$twir_") {
        let end = line[at + 1..].find(|c| !is_part(c)).map_or(line.len(), |length| at + 1 + length);
        return Some(&line[at..end]);
    }
    let end = line.find("_HERE")? + "_HERE".len();
    let start = line[..end].rfind(|c| !is_part(c)).map_or(0, |at| at + 1);
    let word = &line[start..end];
    let whole = !line[end..].starts_with(is_part) && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
    (whole && word.contains("LINK")).then_some(word)
}
