//! Inline Markdown as far as items need it: links, prefixes in brackets, code spans.

use crate::text::Span;

/// `[text](url)` as it stands in the file. Spans count from the start of the whole text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// From `[` to `)`.
    pub span: Span,
    /// Between the brackets.
    pub text: Span,
    /// Between the parentheses, without `<>` and without a title in quotes.
    pub url: Span,
    /// White space between `]` and `(`: the site shows such a link as text.
    pub gap: bool,
}

/// The first link of `line`, a slice that begins at `offset` of the whole text.
pub fn first_link(line: &str, offset: usize) -> Option<Link> {
    links(line, offset).next()
}

/// All links of `line`, outermost ones, in order.
pub fn links(line: &str, offset: usize) -> impl Iterator<Item = Link> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < line.len() {
            match line.as_bytes()[at] {
                b'\\' => at += 2,
                b'`' => at = skip_code(line, at),
                b'[' => match link_at(line, at, offset) {
                    Some(link) => {
                        at = link.span.end - offset;
                        return Some(link);
                    }
                    None => at += 1,
                },
                _ => at += 1,
            }
        }
        None
    })
}

/// The link that begins with the `[` at `at`, if one does.
pub fn link_at(line: &str, at: usize, offset: usize) -> Option<Link> {
    let close = closing_bracket(line, at)?;
    let rest = &line[close + 1..];
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let open = close + 1 + blanks;
    if line.as_bytes().get(open) != Some(&b'(') {
        return None;
    }
    // `[x] (note)` is a link with a gap only if an address stands there.
    let (url, end) = destination(line, open)?;
    if blanks > 0 && !url.of(line).contains("://") {
        return None;
    }
    Some(Link {
        span: Span::new(at, end).offset(offset),
        text: Span::new(at + 1, close).offset(offset),
        url: url.offset(offset),
        gap: blanks > 0,
    })
}

/// Whether the parentheses of an address match, so that the link ends behind it and not before or never. A backslash takes
/// what follows it along.
pub fn is_closed(url: &str) -> bool {
    if !url.contains(['(', ')', '\\']) {
        return true;
    }
    let (mut depth, mut chars) = (0usize, url.chars());
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.next().is_none() => return false,
            '(' => depth += 1,
            ')' if depth == 0 => return false,
            ')' => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}

/// How far a bracket or code span is followed, in bytes: keeps a hostile line linear.
const REACH: usize = 4096;

/// The `]` that closes the `[` at `at`: brackets nest, code spans and escapes do not count.
pub fn closing_bracket(line: &str, at: usize) -> Option<usize> {
    let bytes = &line.as_bytes()[..line.len().min(at + REACH)];
    if !bytes[at..].contains(&b']') {
        return None;
    }
    let (mut depth, mut i) = (0usize, at);
    while i < bytes.len() {
        match bytes[i] {
            b'\\' => i += 1,
            b'`' => {
                i = skip_code(line, i);
                continue;
            }
            b'[' => depth += 1,
            b']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(i);
                }
            }
            _ => {}
        }
        i += 1;
    }
    None
}

/// The address behind the `(` at `open` and the byte behind its `)`.
fn destination(line: &str, open: usize) -> Option<(Span, usize)> {
    let bytes = &line.as_bytes()[..line.len().min(open + REACH)];
    if !bytes[open..].contains(&b')') {
        return None;
    }
    let (mut depth, mut i) = (1usize, open + 1);
    while i < bytes.len() {
        match bytes[i] {
            b'\\' => i += 1,
            b'(' => depth += 1,
            b')' => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
            }
            _ => {}
        }
        i += 1;
    }
    if i >= bytes.len() {
        // An address with an unbalanced parenthesis: take the last one on the line.
        i = open + 1 + line.as_bytes()[open + 1..bytes.len()].iter().rposition(|b| *b == b')')?;
    }
    let inside = &line[open + 1..i];
    let mut url = inside.trim();
    // Few addresses have a blank in them; looking for a text of two letters takes several times as long.
    if url.contains(' ')
        && let Some(quote) = url.find(" \"").or_else(|| url.find(" '"))
    {
        url = url[..quote].trim_end();
    }
    if url.len() >= 2 && url.starts_with('<') && url.ends_with('>') {
        url = &url[1..url.len() - 1];
    }
    let start = open + 1 + crate::text::span_in(inside, url).start;
    Some((Span::new(start, start + url.len()), i + 1))
}

/// The byte behind the code span that begins at `at`; behind the run of backticks where none closes it.
fn skip_code(line: &str, at: usize) -> usize {
    let run = line[at..].bytes().take_while(|b| *b == b'`').count();
    let mut i = at + run;
    let bytes = &line.as_bytes()[..line.len().min(at + REACH)];
    while i < bytes.len() {
        let length = bytes[i..].iter().take_while(|b| **b == b'`').count();
        if length == run {
            return i + length;
        }
        i += length.max(1);
    }
    at + run
}

/// The prefixes in brackets at the start of `line`, `[video] [ES]`, and where they end.
/// A bracket counts if it is no link itself and another bracket follows it.
pub fn tags(line: &str, offset: usize) -> (Vec<Span>, usize) {
    let mut tags = Vec::new();
    let mut at = 0;
    while line[at..].starts_with('[') && link_at(line, at, offset).is_none() {
        let Some(close) = closing_bracket(line, at) else { break };
        let rest = line[close + 1..].trim_start();
        if !rest.starts_with('[') {
            break;
        }
        tags.push(Span::new(at + 1, close).offset(offset));
        at = line.len() - rest.len();
    }
    (tags, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> Vec<(&str, &str)> {
        links(line, 0).map(|l| (l.text.of(line), l.url.of(line))).collect()
    }

    #[test]
    fn finds_links_with_nested_brackets_and_code() {
        assert_eq!(parts("* [a [b] `]` c](https://x.example/(1))"), [("a [b] `]` c", "https://x.example/(1)")]);
        assert_eq!(parts(r"[\[x\]](u) and [y](<v w> 't')"), [(r"\[x\]", "u"), ("y", "v w")]);
        assert_eq!(parts("[a](u \"t\")"), [("a", "u")]);
    }

    #[test]
    fn an_address_is_closed_where_its_parentheses_match() {
        assert!(["", "a", "a(b)c", "(a)(b(c))", r"a\(b", r"a\_b"].into_iter().all(is_closed));
        assert!(!["(", ")", "a)(b", "((a)", r"a\", r"(a\)"].into_iter().any(is_closed));
    }

    #[test]
    fn tolerates_a_gap_only_before_an_address() {
        assert_eq!(parts("[a] (https://x.example)"), [("a", "https://x.example")]);
        assert_eq!(parts("[a] (see below)"), []);
    }

    #[test]
    fn never_runs_past_the_end() {
        for line in ["[", "[a](", "[a](b", "`[a](b)", "\\", "[`", "[a]](", "[[[[", "[é](ü"] {
            let _ = parts(line);
            let _ = tags(line, 0);
        }
    }

    #[test]
    fn reads_prefixes() {
        let line = "[video] [ES] [Title](u)";
        let (found, end) = tags(line, 0);
        assert_eq!(found.iter().map(|s| s.of(line)).collect::<Vec<_>>(), ["video", "ES"]);
        assert_eq!(&line[end..], "[Title](u)");
        assert_eq!(tags("[a](b) [c](d)", 0).0, []);
    }
}
