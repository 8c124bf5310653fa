//! What a renderer makes of the lines of a text.

use crate::issue::Document;
use crate::site::{Read, body};
use crate::text::Span;
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::collections::BTreeMap;

/// What begins on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Item,
    Heading,
    Code,
    Table,
}

/// One of these.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    pub at: usize,
    pub span: Span,
    /// Of an item, how many lists it stands in; of a heading, its level.
    pub depth: usize,
    /// Of an item, where its list begins.
    pub list: usize,
}

/// By line and kind; of several on one line the innermost.
pub type Facts = BTreeMap<(usize, Kind), Fact>;

/// What GitHub shows.
pub fn github(doc: &Document) -> Facts {
    let body = body(doc);
    let mut facts = Facts::new();
    let mut open: Vec<Option<usize>> = Vec::new();
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_FOOTNOTES;
    for (event, range) in Parser::new_ext(body.of(doc.text()), options).into_offset_iter() {
        let own = body.of(doc.text()).get(range.clone()).map_or(0, |t| t.trim_end().len());
        let span = Span::new(range.start, range.start + own).offset(body.start);
        let lists = open.iter().flatten().count();
        let list = open.iter().rev().flatten().next().copied().unwrap_or(0);
        let mut add = |kind, depth| {
            facts.insert((doc.line_index(span.start), kind), Fact { at: span.start, span, depth, list });
        };
        match event {
            Event::Start(tag) => {
                match tag {
                    Tag::Item => add(Kind::Item, lists),
                    Tag::Heading { level, .. } => add(Kind::Heading, level as usize),
                    Tag::CodeBlock(_) => add(Kind::Code, 0),
                    Tag::Table(_) => add(Kind::Table, 0),
                    _ => {}
                }
                open.push(matches!(tag, Tag::List(_)).then_some(span.start));
            }
            Event::End(_) => _ = open.pop(),
            _ => {}
        }
    }
    facts
}

/// What the site shows.
pub fn site(doc: &Document) -> Facts {
    let read = Read::of(doc);
    let nodes = &read.tree.nodes;
    let mut facts = Facts::new();
    let mut depth = vec![0; nodes.len()];
    for (id, node) in nodes.iter().enumerate().skip(1) {
        depth[id] = depth[node.parent] + usize::from(matches!(node.tag, "ul" | "ol"));
        let (kind, depth) = match node.tag {
            "li" => (Kind::Item, depth[id]),
            "pre" => (Kind::Code, 0),
            "table" => (Kind::Table, 0),
            "p" if read.is_code(&node.text) => (Kind::Code, 0),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => (Kind::Heading, usize::from(node.tag.as_bytes()[1] - b'0')),
            _ => continue,
        };
        let span = read.span(id);
        facts.insert((doc.line_index(span.start), kind), Fact { at: span.start, span, depth, list: 0 });
    }
    facts
}

/// Backslashes that GitHub takes for what they are and the site shows, and what to write instead.
pub fn escapes(doc: &Document) -> Vec<(Span, &'static str)> {
    const SHOWN: [(&str, &str); 15] = [
        ("\\<", "&lt;"),
        ("\\&", "&amp;"),
        ("\\\"", "\""),
        ("\\'", "'"),
        ("\\~", "~"),
        ("\\:", ":"),
        ("\\;", ";"),
        ("\\,", ","),
        ("\\/", "/"),
        ("\\=", "="),
        ("\\?", "?"),
        ("\\@", "@"),
        ("\\$", "$"),
        ("\\%", "%"),
        ("\\^", "^"),
    ];
    let body = body(doc);
    let text = body.of(doc.text());
    let mut found = Vec::new();
    // The parser divides its texts at backslashes: a text that begins behind one was escaped.
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        if !matches!(event, Event::Text(_)) || !text[..range.start].ends_with('\\') {
            continue;
        }
        let at = range.start - 1;
        if let Some((mark, instead)) = SHOWN.iter().find(|(mark, _)| text[at..].starts_with(mark)) {
            found.push((Span::new(at, at + mark.len()).offset(body.start), *instead));
        }
    }
    found
}
