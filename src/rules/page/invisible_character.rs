//! A character that nobody sees.

use crate::rules::{Audience, Context, Finding, Reach, Rule, Safety, Severity};
use crate::text::{Edit, Span, Splice};

pub static RULE: Rule = Rule {
    name: "invisible-character",
    severity: Severity::Warning,
    audience: Audience::Everyone,
    reach: Reach::Section,
    why: "Pages and chats put marks into text that are not shown: blanks of no width, marks for the direction of writing, \
control characters. In a title they break words in odd places, in an address they break the link.

Source: titles of published issues.",
    bad: "* [How we\u{200b} build](https://crates.example/build)\n",
    good: "* [How we build](https://crates.example/build)\n",
    check,
};

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let text = context.text();
    for line in context.doc().lines.iter().filter(|line| !is_plain(line.content.of(text))) {
        let found: Vec<Span> = line
            .content
            .of(text)
            .char_indices()
            .map(|(at, c)| (at + line.content.start, c))
            .filter(|(at, c)| is_invisible(*c) && *at > 0)
            .map(|(at, c)| Span::new(at, at + c.len_utf8()))
            .collect();
        let (Some(first), Some(last)) = (found.first(), found.last()) else { continue };
        let code = first.of(text).chars().next().map_or(0, u32::from);
        let count = found.len();
        let message = match count {
            1 => format!("A character stands here that nobody sees (U+{code:04X}). Take it out."),
            _ => format!(
                "{count} characters stand on this line that nobody sees (the first is U+{code:04X}). Take them out."
            ),
        };
        let finding =
            Finding::new(&RULE, context, Span::new(first.start, last.end), message).detail(format!("U+{code:04X}"));
        let splices = found.into_iter().map(|span| Splice { span, text: String::new() }).collect();
        out.push(finding.fix(context, Safety::Safe, "Take it out", Edit::of(splices).unwrap_or_default()));
    }
}

/// Whether nothing on the line can be one.
fn is_plain(line: &str) -> bool {
    line.bytes().all(|byte| (b' '..0x7f).contains(&byte) || byte == b'\t')
}

/// Characters without width or shape. The joiners of emoji and of other scripts are none of them, and what a wrong
/// decoding leaves has a rule of its own.
fn is_invisible(c: char) -> bool {
    matches!(c, '\0'..='\x08' | '\x0b'..='\x1f' | '\x7f' | '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}')
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
