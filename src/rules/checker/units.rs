//! Paragraphs and list items as Python-Markdown divides the page, and the tags that show through in them.

use crate::issue::{Context, Document, inline};
use crate::rules::marks::code_end;
use crate::text::Span;

/// Text that is rendered in one go: tags and code spans may cross its lines, but not its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    pub span: Span,
    /// Where its text begins, behind the bullet.
    pub text: usize,
    /// It is an item of a list that the page shows as one.
    pub listed: bool,
    /// It stands below the unit before it, in its list item.
    pub child: bool,
    /// An indented line outside a list: shown as code.
    pub code: bool,
}

/// Columns of white space, a tab counting four, and the byte behind them.
fn indent(line: &str) -> (usize, usize) {
    let bytes = line.len() - line.trim_start_matches([' ', '\t']).len();
    (line[..bytes].bytes().map(|b| if b == b'\t' { 4 } else { 1 }).sum(), bytes)
}

/// Where the text begins behind a bullet or number and at least one blank.
fn bullet(body: &str) -> Option<usize> {
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match body.as_bytes().get(digits)? {
        b'.' if digits > 0 => digits + 1,
        b'*' | b'+' | b'-' if digits == 0 => 1,
        _ => return None,
    };
    let rest = &body[mark..];
    rest.starts_with(' ').then(|| body.len() - rest.trim_start_matches(' ').len())
}

/// The units of the whole file, comments left out.
pub fn units(doc: &Document) -> Vec<Unit> {
    let text = doc.text();
    let mut out: Vec<Unit> = Vec::new();
    // Whether a unit is open, whether it is in a list, in a quote, and how deep the last item stands.
    let (mut open, mut list, mut quote, mut depth) = (false, false, false, 0);
    for line in &doc.lines {
        let content = line.content.of(text);
        if line.context == Context::Comment || content.trim().is_empty() || content.starts_with('#') {
            open = false;
            list &= !content.starts_with('#');
            if content.starts_with('#') {
                out.push(unit(line.content, line.content.start));
            }
            continue;
        }
        let (mut columns, mut at) = indent(content);
        let quoted = columns < 4 && content[at..].starts_with('>');
        if quoted {
            let inner = indent(&content[at + 1..]);
            (columns, at) = (inner.0.saturating_sub(1), at + 1 + inner.1);
        }
        let item = bullet(&content[at..]).filter(|_| columns < 4 || list);
        let fresh = !open || quoted != quote;
        if fresh {
            list = item.is_some() || (list && columns >= 4 && !quoted);
        }
        if fresh || (list && item.is_some()) {
            let listed = item.is_some() && list;
            let deeper = !out.is_empty() && columns > depth && columns >= 4 && list;
            out.push(Unit {
                listed,
                child: deeper,
                code: !list && columns >= 4,
                ..unit(line.content, line.content.start + at + item.unwrap_or(0))
            });
            if item.is_some() {
                depth = columns;
            }
        } else if let Some(last) = out.last_mut() {
            last.span.end = line.content.end;
        }
        (open, quote) = (true, quoted);
    }
    out
}

fn unit(span: Span, text: usize) -> Unit {
    Unit { span, text: text.min(span.end), listed: false, child: false, code: false }
}

/// A tag in the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// In lower case, whatever stands there: `t,` of `HashMap<T, U>`.
    pub name: String,
    /// From `<` to `>`.
    pub span: Span,
}

/// What stands for bytes that are no text: code, escapes, addresses, comments, tags already found.
const FILLER: u8 = 1;

/// The tags that show through in a unit, and whether any text is left.
pub fn tags(doc: &Document, unit: &Unit) -> (Vec<Tag>, bool) {
    let whole = unit.span.of(doc.text());
    if unit.code {
        return (vec![Tag { name: "pre".to_owned(), span: unit.span }], true);
    }
    let skipped = unit.text - unit.span.start;
    let mut bytes = whole.as_bytes().to_vec();
    bytes[..skipped].fill(FILLER);
    let mut images = Vec::new();
    let mut out: Vec<Tag> = Vec::new();
    let mut code = mask(doc, unit, whole, &mut bytes, &mut images);
    // Opening brackets that wait for their end, each with the first blank or `@` behind it; `None` for an end that
    // closes nothing and so stands between those outside it.
    let mut waiting: Vec<Option<(usize, u8)>> = Vec::new();
    for at in 0..bytes.len() {
        match bytes[at] {
            b'<' => waiting.push(Some((at, 0))),
            b'>' => match waiting.last().copied().flatten() {
                Some((start, first)) if first != b'@' && is_name(&bytes[start + 1..at]) => {
                    waiting.pop();
                    bytes[start..=at].fill(FILLER);
                    // Tags inside this one are part of it; they were found last.
                    while out.last().is_some_and(|tag| tag.span.start > unit.span.start + start) {
                        out.pop();
                    }
                    if !whole[start + 1..].starts_with('/') {
                        let span = Span::new(start, at + 1);
                        out.push(Tag { name: name(span.of(whole)), span: span.offset(unit.span.start) });
                    }
                }
                _ => waiting.push(None),
            },
            byte @ (b' ' | b'@') => {
                if let Some(Some((_, first @ 0))) = waiting.last_mut() {
                    *first = byte;
                }
            }
            _ => {}
        }
    }
    out.append(&mut images);
    out.sort_by_key(|tag| tag.span.start);
    code |= bytes.iter().any(|b| *b != FILLER && !b.is_ascii_whitespace());
    (out, code)
}

/// Whether what stands behind `<` begins as a tag does.
fn is_name(inside: &[u8]) -> bool {
    let inside = inside.strip_prefix(b"/").unwrap_or(inside);
    inside.first().is_some_and(u8::is_ascii_alphabetic)
}

/// The tag's name as an HTML parser reads it; brackets inside it got a backslash on the way.
fn name(tag: &str) -> String {
    let inside = &tag[1..];
    let end = inside.find(['\t', '\n', '\r', '\x0c', ' ', '/', '>', '\0']).unwrap_or(inside.len());
    inside[..end].replace('<', "\\<").to_lowercase()
}

/// Overwrites what is no text; adds images as tags. Says whether a code span or an address is text enough.
fn mask(doc: &Document, unit: &Unit, whole: &str, bytes: &mut [u8], out: &mut Vec<Tag>) -> bool {
    let mut text = false;
    let from = doc.comments.partition_point(|c| c.end <= unit.span.start);
    for comment in doc.comments[from..].iter().take_while(|c| c.start < unit.span.end) {
        let start = comment.start.max(unit.span.start) - unit.span.start;
        bytes[start..comment.end.min(unit.span.end) - unit.span.start].fill(FILLER);
    }
    let mut at = 0;
    while at < bytes.len() {
        let line_start = at == 0 || bytes[at - 1] == b'\n';
        match bytes[at] {
            b'`' => {
                let run = bytes[at..].iter().take_while(|b| **b == b'`').count();
                let end = code_end(bytes, at, run);
                text = true;
                bytes[at..end.unwrap_or(at + run)].fill(FILLER);
                at = end.unwrap_or(at + run);
                continue;
            }
            b'\\' if bytes.get(at + 1).is_some_and(|b| b"\\`*_{}[]()>#+-.!".contains(b)) => {
                bytes[at..at + 2].fill(FILLER);
                text = true;
                at += 1;
            }
            b'>' if line_start => bytes[at] = FILLER,
            _ => {}
        }
        at += 1;
    }
    for link in inline::links(whole, 0).filter(|l| !l.gap) {
        let (start, end) = (link.span.start, link.span.end);
        if whole[..start].ends_with('!') {
            out.push(Tag { name: "img".to_owned(), span: Span::new(start - 1, end).offset(unit.span.start) });
            bytes[start - 1..end].fill(FILLER);
        } else {
            bytes[start] = FILLER;
            bytes[link.text.end..end].fill(FILLER);
        }
    }
    for (at, _) in whole.match_indices('<') {
        let inside = &whole[at + 1..];
        let begins = |scheme: &str| inside.get(..scheme.len()).is_some_and(|s| s.eq_ignore_ascii_case(scheme));
        let is_address = ["http://", "https://", "ftp://"].into_iter().any(begins);
        if let Some(end) = inside.find(['<', '>']).filter(|end| is_address && inside[*end..].starts_with('>')) {
            text = true;
            bytes[at..at + end + 2].fill(FILLER);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names of the tags of a text, `pre` and `img` included.
    fn names(text: &str) -> Vec<String> {
        let doc = Document::parse(text);
        units(&doc).iter().flat_map(|u| tags(&doc, u).0).map(|t| t.name).collect()
    }

    #[test]
    fn finds_the_tags_that_python_markdown_lets_through() {
        let cases: &[(&str, &[&str])] = &[
            ("* [Poll<Option<Result<T, E>>>](https://a.example)", &["option\\<result\\<t,"]),
            ("a <T and b < c > d", &[]),
            ("`<x>` <y>", &["y"]),
            ("a </b> <c/> \\<T> <T\\> <T,U>", &["c", "t", "t,u"]),
            ("x `a\nb <t> c` d", &[]),
            ("* a <b\n* c>", &[]),
            ("<foo\nbar> x", &["foo"]),
            ("[a<T>](u<v>) <https://a.example/x> <a@b.example>", &["t"]),
            ("<!-- <x> --> <é> <?php x>", &[]),
            ("`` a ` <x> `` a ` <z>", &["z"]),
            ("![x](u)", &["img"]),
            ("a\n\n    code", &["pre"]),
            ("> a <b\n> c>", &["b"]),
        ];
        for (text, want) in cases {
            assert_eq!(names(text), *want, "{text}");
        }
    }
}
