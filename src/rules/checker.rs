//! What the newsletter's checkers see: they render the page with Python-Markdown, without extensions, and look at the
//! tags. This finds the same links, list items and tags in the source, line by line.

mod units;

pub use units::{Tag, Unit};

use crate::issue::{Context, Document, inline};
use crate::text::{Span, span_in};

/// A link below the community heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLink {
    /// From `[` to `)`, or from `<` to `>`.
    pub span: Span,
    /// Between the brackets.
    pub title: Span,
    /// The address in the source.
    pub url: Span,
    /// The address that the page has: escapes and entities resolved.
    pub href: String,
}

/// A paragraph or list item with what shows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    pub unit: Unit,
    /// Tags that are not Markdown's own; images and indented code included.
    pub tags: Vec<Tag>,
    /// Whether any text shows.
    pub has_text: bool,
}

/// The whole file as the page has it.
pub fn rendered(doc: &Document) -> Vec<Rendered> {
    let one = |unit: Unit| {
        let (tags, has_text) = units::tags(doc, &unit);
        Rendered { unit, tags, has_text }
    };
    units::units(doc).into_iter().map(one).collect()
}

/// Links that the checker's strict part covers: below a heading that reads "Updates from Rust Community", up to the
/// next heading of the same or a higher level. It knows levels one to four only, and a stray heading of a high level
/// ends the part for good.
pub fn community_links(doc: &Document) -> Vec<PageLink> {
    let text = doc.text();
    let mut out = Vec::new();
    let mut part: Option<usize> = None;
    for line in doc.lines.iter().filter(|l| l.context == Context::Text) {
        let content = line.content.of(text);
        if let Some((level, title)) = heading(content) {
            if level <= 4 && part.is_none_or(|own| level <= own) {
                let known = title.to_lowercase() == "updates from rust community";
                part = known.then_some(level);
            }
        } else if part.is_some() {
            links(content, line.content.start, &mut out);
        }
    }
    out
}

/// Level and text of a heading as Python-Markdown reads it: `#` at the very start of a line, no blank needed.
fn heading(line: &str) -> Option<(usize, &str)> {
    let level = line.bytes().take_while(|b| *b == b'#').count();
    if level == 0 {
        return None;
    }
    let title = line[level.min(6)..].trim().trim_end_matches('#').trim();
    let link = if title.starts_with('[') { inline::link_at(title, 0, 0) } else { None };
    let text = link.filter(|link| link.span.end == title.len()).map_or(title, |link| link.text.of(title));
    Some((level.min(6), text))
}

/// The links of one line: inline links but images, and addresses between angle brackets.
fn links(line: &str, offset: usize, out: &mut Vec<PageLink>) {
    let first = out.len();
    for link in inline::links(line, 0) {
        let is_image = line[..link.span.start].ends_with('!');
        if link.gap || is_image || !inline::is_closed(link.url.of(line)) {
            continue;
        }
        let href = href(link.url.of(line));
        out.push(PageLink {
            span: link.span.offset(offset),
            title: link.text.offset(offset),
            url: link.url.offset(offset),
            href,
        });
    }
    let inline_end = out.len();
    for part in line.split('<').skip(1) {
        let address = part.split('>').next().filter(|a| a.len() < part.len()).unwrap_or("");
        let begins = |scheme: &str| address.get(..scheme.len()).is_some_and(|s| s.eq_ignore_ascii_case(scheme));
        if !["http://", "https://", "ftp://"].into_iter().any(begins) {
            continue;
        }
        let url = span_in(line, address).offset(offset);
        let inline = &out[first..inline_end];
        let next = inline.partition_point(|link| link.span.end <= url.start);
        if inline.get(next).is_none_or(|link| !link.span.covers(url)) {
            let span = Span::new(url.start - 1, url.end + 1);
            out.push(PageLink { span, title: url, url, href: href(address) });
        }
    }
    out[first..].sort_by_key(|link| link.span.start);
}

/// The address as it stands in the page: escapes of punctuation and entities resolved.
fn href(source: &str) -> String {
    if !source.contains(['\\', '&']) {
        return source.to_owned();
    }
    let mut out = String::with_capacity(source.len());
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\\', Some(next)) if "\\`*_{}[]()>#+-.!".contains(*next) => out.extend(chars.next()),
            _ => out.push(c),
        }
    }
    let mut entities = out.as_str();
    let mut resolved = String::with_capacity(out.len());
    while let Some(at) = entities.find('&') {
        resolved.push_str(&entities[..at]);
        let known = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\"")];
        match known.iter().find(|(entity, _)| entities[at..].starts_with(entity)) {
            Some((entity, character)) => {
                resolved.push_str(character);
                entities = &entities[at + entity.len()..];
            }
            None => {
                resolved.push('&');
                entities = &entities[at + 1..];
            }
        }
    }
    resolved + entities
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hrefs(text: &str) -> Vec<String> {
        community_links(&Document::parse(text)).into_iter().map(|l| l.href).collect()
    }

    #[test]
    fn looks_below_the_community_heading_only() {
        let text = "[0](u0)\n## Updates from Rust Community\n### A\n* [1](u1) ![2](u2) <https://a.example/3>\n#Stray\n* [4](u4)\n";
        assert_eq!(hrefs(text), ["u1", "https://a.example/3"]);
        assert_eq!(hrefs("## [Updates from rust community](#x)\n##### x\n[1](a\\_b?c&amp;d&e)\n"), ["a_b?c&d&e"]);
        assert_eq!(hrefs("## ]\n#\n## [\n"), [""; 0]);
        assert_eq!(hrefs("## Updates from Rust Community\n<!-- [1](a) -->\n[2] (https://b.example)\n"), [""; 0]);
    }
}
