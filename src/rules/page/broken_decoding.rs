//! Text that was decoded in the wrong way somewhere.

use crate::issue::Line;
use crate::issue::damage::{self, Damage};
use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span, Splice};

pub static RULE: Rule = Rule {
    name: "broken-decoding",
    severity: Severity::Error,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "A letter such as `ö` was read in the wrong encoding on its way and now stands there as two or three others. It usually \
happens when text is copied through a program that does not know UTF-8. Where the way back is certain, the fix takes it.

Source: drafts of the newsletter in which the name of a city had become unreadable.",
    bad: "* [Eine Reise nach KÃ¶ln](https://crates.example/reise)\n",
    good: "* [Eine Reise nach Köln](https://crates.example/reise)\n",
    check,
};

/// One finding a line for what can be mended, one for each letter that cannot.
fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let doc = context.doc();
    let of_line = |line: &Line| {
        let start = line.content.start;
        let found = damage::find(line.content.of(doc.text())).into_iter();
        found.map(move |damage| Damage { span: damage.span.offset(start), ..damage })
    };
    let (mendable, lost): (Vec<_>, Vec<_>) =
        doc.lines.iter().flat_map(of_line).partition(|damage| damage.repaired.is_some());
    for line in mendable.chunk_by(|a, b| doc.line_index(a.span.start) == doc.line_index(b.span.start)) {
        out.push(mendable_line(context, line));
    }
    for damage in lost {
        let message = "A letter was lost here in a wrong encoding. Write it again.";
        out.push(Finding::new(&RULE, context, damage.span, message).detail(damage.span.of(context.text())));
    }
}

fn mendable_line(context: &Context<'_>, damages: &[Damage]) -> Finding {
    let text = context.text();
    let (first, last) = (&damages[0], &damages[damages.len() - 1]);
    let repaired = |damage: &Damage| damage.repaired.clone().unwrap_or_default();
    let (source, mended) = (first.span.of(text), repaired(first));
    let message = match damages.len() {
        1 => format!("`{source}` was read in the wrong encoding. It should be `{mended}`."),
        n => format!("{n} letters on this line were read in the wrong encoding: `{source}` should be `{mended}`."),
    };
    let splices = damages.iter().map(|damage| Splice { span: damage.span, text: repaired(damage) }).collect();
    let finding = Finding::new(&RULE, context, Span::new(first.span.start, last.span.end), message).detail(source);
    finding.fix(context, Safety::Suggested, "Write the right letters", Edit::of(splices).unwrap_or_default())
}
