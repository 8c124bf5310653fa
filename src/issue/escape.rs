//! Plain text to inline Markdown and back, so that what a person types stays text on the site and on GitHub.
//!
//! The two renderers differ: the site keeps the backslash of `\<`, so angle brackets become `&lt;` (right in both);
//! a bar becomes `&#124;`, for a bare one would divide the columns of an event. Code spans stay code spans.

/// Characters that a backslash escapes in both renderers and that mean something inside a title.
const SPECIAL: [char; 4] = ['*', '[', ']', '`'];

/// Inline Markdown that both renderers show as `plain`. White space is folded, the ends trimmed; a pair of
/// backtick runs stays a code span.
pub fn to_inline(plain: &str) -> String {
    let folded = fold(plain);
    let mut out = String::with_capacity(folded.len() + 8);
    let mut rest = folded.as_str();
    while let Some(c) = rest.chars().next() {
        if c == '`' {
            let run = rest.len() - rest.trim_start_matches('`').len();
            match code_end(rest, run) {
                Some(end) => {
                    out.push_str(&rest[..end]);
                    rest = &rest[end..];
                }
                None => {
                    (0..run).for_each(|_| out.push_str("\\`"));
                    rest = &rest[run..];
                }
            }
            continue;
        }
        let after = &rest[c.len_utf8()..];
        escape(c, after, &mut out);
        rest = after;
    }
    out
}

fn escape(c: char, after: &str, out: &mut String) {
    let next = after.chars().next();
    match c {
        '<' => out.push_str("&lt;"),
        '|' => out.push_str("&#124;"),
        '&' if is_entity(after) => out.push_str("&amp;"),
        // At the end a mark may follow: the bracket that closes a title.
        '\\' if next.is_none_or(|n| n.is_ascii_punctuation()) => out.push_str("\\\\"),
        '_' => {
            let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            // Between letters an underscore is text in both; elsewhere it may begin or end emphasis.
            if !(word(out.chars().next_back()) && word(next)) {
                out.push('\\');
            }
            out.push('_');
        }
        '{' if out.ends_with(['`', '*', ')']) => out.push_str("\\{"),
        c if SPECIAL.contains(&c) => {
            out.push('\\');
            out.push(c);
        }
        c => out.push(c),
    }
}

/// The plain text of inline Markdown: entities and escapes resolved, code spans kept with their backticks.
/// `to_plain(&to_inline(text))` is `text` with its white space folded.
pub fn to_plain(inline: &str) -> String {
    let mut out = String::with_capacity(inline.len());
    let mut rest = inline;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let next = after.chars().next();
        match c {
            '\\' if next.is_some_and(|n| n.is_ascii_punctuation()) => {
                out.extend(next);
                rest = &after[1..];
            }
            '`' => {
                let run = rest.len() - rest.trim_start_matches('`').len();
                let end = code_end(rest, run).unwrap_or(run);
                out.push_str(&rest[..end]);
                rest = &rest[end..];
            }
            '&' => match entity(after) {
                Some((resolved, length)) => {
                    out.push(resolved);
                    rest = &after[length..];
                }
                None => {
                    out.push('&');
                    rest = after;
                }
            },
            c => {
                out.push(c);
                rest = after;
            }
        }
    }
    out
}

/// Whether `inline` comes out unchanged when it is shown as plain text and taken as such again; where not
/// (emphasis, images), a form keeps the Markdown until a person changes the field.
pub fn is_plain(inline: &str) -> bool {
    to_inline(&to_plain(inline)) == inline
}

/// An address that ends where it should inside `(…)`: blanks, angle brackets, quotes, backslashes and backticks
/// percent-encoded, parentheses too where they do not balance.
pub fn to_url(typed: &str) -> String {
    let typed = typed.trim();
    let mut depth = 0i32;
    let mut balanced = true;
    for c in typed.chars() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        balanced &= depth >= 0;
    }
    balanced &= depth == 0;
    let mut out = String::with_capacity(typed.len());
    for c in typed.chars() {
        match c {
            '(' if !balanced => out.push_str("%28"),
            ')' if !balanced => out.push_str("%29"),
            '<' | '>' | '"' | '\\' | '`' | '|' => out.push_str(&format!("%{:02X}", c as u32)),
            c if c.is_whitespace() || c.is_control() => {
                let mut bytes = [0; 4];
                for byte in c.encode_utf8(&mut bytes).bytes() {
                    out.push_str(&format!("%{byte:02X}"));
                }
            }
            c => out.push(c),
        }
    }
    out
}

/// White space folded to single blanks, the ends trimmed.
pub fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The end of the code span that begins with `run` backticks; a span must hold something.
fn code_end(text: &str, run: usize) -> Option<usize> {
    let mut at = run;
    while let Some(next) = text[at..].find('`') {
        let start = at + next;
        let length = text[start..].len() - text[start..].trim_start_matches('`').len();
        at = start + length;
        if length == run {
            return (start > run).then_some(at);
        }
    }
    None
}

/// Whether `&` followed by `after` would be read as an entity.
fn is_entity(after: &str) -> bool {
    let body = after.strip_prefix('#').unwrap_or(after);
    let name = body.len() - body.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).len();
    (1..=32).contains(&name) && body[name..].starts_with(';')
}

/// The character of the entity behind an `&`, and its length. Those that people write in titles, and all numbers.
fn entity(after: &str) -> Option<(char, usize)> {
    let end = after.find(';').filter(|end| *end <= 9)?;
    let name = &after[..end];
    let c = match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())?
        }
    };
    Some((c, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_text_stays_text() {
        for (plain, inline) in [
            ("Vec<T>", "Vec&lt;T>"),
            ("a*b", r"a\*b"),
            ("[x]", r"\[x\]"),
            ("here | there", "here &#124; there"),
            ("the `Vec<T>` way", "the `Vec<T>` way"),
            ("an odd ` one", r"an odd \` one"),
            ("snake_case and _this_", r"snake_case and \_this\_"),
            ("AT&T; R&D &amp; co", "AT&amp;T; R&D &amp;amp; co"),
            (r"C:\*", r"C:\\\*"),
            (r"C:\dir\", r"C:\dir\\"),
            ("  two\n lines ", "two lines"),
        ] {
            assert_eq!(to_inline(plain), inline);
            assert_eq!(to_plain(inline), fold(plain));
        }
    }

    #[test]
    fn emphasis_is_not_plain() {
        assert!(is_plain("the `x` way") && is_plain(r"a\*b"));
        assert!(!is_plain("*very* good"));
    }

    #[test]
    fn addresses_end_where_they_should() {
        assert_eq!(to_url(" https://x.example/a_(b) "), "https://x.example/a_(b)");
        assert_eq!(to_url("https://x.example/a)b"), "https://x.example/a%29b");
        assert_eq!(to_url("https://x.example/a b<c>"), "https://x.example/a%20b%3Cc%3E");
    }
}
