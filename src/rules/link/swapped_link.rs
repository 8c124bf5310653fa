//! A link with title and address in each other's place.

use crate::issue::inline;
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span, span_in};

pub static RULE: Rule = Rule {
    name: "swapped-link",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "The title stands between the brackets, the address between the parentheses. The other way round the page shows the \
address and leads nowhere.

Source: the newsletter's draft template.",
    bad: "* [https://crates.example/build](How we build)\n",
    good: "* [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for (_, line) in context.sent_lines() {
        let content = line.content.of(text);
        let Some(at) = content.find("[http").filter(|at| !content[at + 5..].starts_with(' ')) else { continue };
        let Some(close) = inline::closing_bracket(content, at) else { continue };
        let (address, rest) = (&content[at + 1..close], &content[close + 1..]);
        let title = rest.strip_prefix('(').and_then(|rest| rest.rsplit_once(')')).map(|(title, _)| title.trim());
        let Some(title) = title.filter(|title| !title.is_empty() && !title.contains("://") && !title.contains('('))
        else {
            continue;
        };
        let is_address = address.contains("://") && !address.contains(char::is_whitespace);
        // An address without its scheme is no title.
        if !is_address || !title.contains(char::is_whitespace) && title.contains(['.', '/', '#']) {
            continue;
        }
        let end = span_in(content, title).end + 1;
        let span = Span::new(at, end.min(content.len())).offset(line.content.start);
        let message = "Title and address stand in each other's place: write [Title](address).";
        let fixed = format!("[{title}]({address})");
        let finding = Finding::new(&RULE, context, span, message);
        out.push(finding.fix(context, Safety::Suggested, "Swap the two", Edit::replace(span, fixed)));
    }
}
