//! Text to document. One pass over the lines; nothing can fail.

use super::header::Header;
use super::inline;
use super::item::{Item, Shape};
use super::lines::{self, Context, Line};
use super::section::{Holds, Kind, Section, TABLE};
use super::{Document, Problem};
use crate::text::date::Date;
use crate::text::{Span, span_in};
use std::ops::Range;
use std::sync::Arc;

pub(super) fn parse(text: Arc<str>) -> Document {
    let (lines, comments) = lines::split(&text);
    let header = Header::read(&text, &lines);
    let mut sections = sections(&text, &lines);
    let mut items = Vec::new();
    for (index, section) in sections.iter_mut().enumerate() {
        section.first_item = items.len();
        read_items(&text, &lines, &comments.spans, index, section, &mut items);
        section.last_item = items.len();
    }
    let mut problems = Vec::new();
    if header.number.is_none() && header.date.is_none() {
        problems.push(Problem::NoHeader);
    }
    let known = |kind: Kind| sections.iter().any(|s| s.kind == kind);
    if !sections.iter().any(|s| s.kind.part() != Kind::Unknown) {
        problems.push(Problem::NoSections);
    } else if known(Kind::Community) && !(known(Kind::Quote) || known(Kind::Jobs)) {
        problems.push(Problem::CutOff);
    }
    problems.extend(comments.unclosed.map(Problem::UnclosedComment));
    Document { text, lines, header, sections, items, comments: comments.spans, problems }
}

fn sections(text: &str, lines: &[Line]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for line in lines.iter().filter(|l| l.context == Context::Text) {
        let before = sections.last().map_or(Kind::Unknown, |s| s.kind);
        let Some((level, title)) = heading(text, line.content) else { continue };
        if before.part() == Kind::Events && Date::begins(title.of(text)) {
            continue; // `# 2026-09-08 | …`: an event with the wrong bullet
        }
        if let Some(last) = sections.last_mut() {
            last.body.end = line.full.start;
        }
        sections.push(Section {
            kind: Kind::of(title.of(text), level, before),
            level,
            heading: line.full,
            title,
            body: Span::new(line.full.end, text.len()),
            first_item: 0,
            last_item: 0,
        });
    }
    sections
}

/// Level and text of an ATX heading; of a heading that is a link, the link's text.
fn heading(text: &str, line: Span) -> Option<(u8, Span)> {
    let content = line.of(text);
    let mark = if line.start == 0 && content.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let content = &content[mark..];
    let body = content.trim_start_matches(' ');
    let level = body.bytes().take_while(|b| *b == b'#').count();
    if content.len() - body.len() > 3 || level == 0 || level > 6 {
        return None;
    }
    let title = body[level..].trim().trim_end_matches('#').trim_end();
    // The site takes `#Heading`; here it counts only where the text is a known one, for `#122` begins lines too.
    let spaced = body[level..].starts_with([' ', '\t']);
    let known = || TABLE.iter().any(|row| row.heading.eq_ignore_ascii_case(title));
    if title.is_empty() || !(spaced || known()) {
        return None;
    }
    let mut span = span_in(content, title).offset(line.start + mark);
    if title.starts_with('[')
        && let Some(link) = inline::link_at(title, 0, span.start)
    {
        span = link.text;
    }
    Some((level as u8, span))
}

/// A line that begins an item.
struct Head {
    bullet: Option<usize>,
    content: Span,
}

fn read_items(text: &str, lines: &[Line], comments: &[Span], index: usize, section: &Section, items: &mut Vec<Item>) {
    if section.kind.holds() == Holds::Text {
        return;
    }
    let from = lines.partition_point(|l| l.full.start < section.body.start);
    let to = lines.partition_point(|l| l.full.start < section.body.end);
    let mut at = from;
    while at < to {
        let Some(head) = head(text, lines, at, from, section.kind) else {
            at += 1;
            continue;
        };
        let holds = section.kind.holds();
        let (children, end) = children(text, lines, comments, at..to, holds, &head);
        let shape = Shape::read(text, head.content, &children, holds);
        items.push(Item {
            span: Span::new(lines[at].full.start, lines[end - 1].full.end),
            head: head.content,
            bullet: head.bullet,
            line: at + 1,
            end_line: end,
            section: index,
            shape,
        });
        at = end;
    }
}

/// The item that begins on line `at`: a bullet after up to three blanks, or, where only items are to be expected,
/// a lone link or a date without one.
fn head(text: &str, lines: &[Line], at: usize, from: usize, kind: Kind) -> Option<Head> {
    let line = &lines[at];
    if line.context != Context::Text {
        return None;
    }
    let content = line.content.of(text);
    let body = content.trim_start_matches(' ');
    let indent = content.len() - body.len();
    let rest = body.trim_end();
    let start = line.content.start + indent;
    if let Some((mark, after)) = bullet(rest) {
        let orphan = indent > 3 || (indent > 1 && at > from && is_deeper(text, lines, at));
        return (!orphan)
            .then(|| Head { bullet: Some(start + mark), content: Span::new(start + after, start + rest.len()) });
    }
    let body = rest.trim_start_matches('#').trim_start();
    let content = Span::new(start + (rest.len() - body.len()), start + rest.len());
    let is_date = Date::begins(body) && body.contains('|');
    if kind.part() == Kind::Events && indent < 4 && is_date {
        return Some(Head { bullet: None, content });
    }
    let lone = matches!(kind.holds(), Holds::Projects | Holds::Calls) || kind.is_community_links();
    let before = at.checked_sub(1).map(|i| &lines[i]);
    let opens = before.is_none_or(|l| {
        at == from
            || l.is_blank(text)
            || l.context == Context::Comment
            || is_bullet_line(text, l)
            || is_lone_link(text, l.content)
    });
    (lone && indent < 4 && opens && is_lone_link(text, content)).then_some(Head { bullet: None, content })
}

/// Whether nothing but prefixes and one link stands there, or a call's columns behind the link.
fn is_lone_link(text: &str, span: Span) -> bool {
    let line = span.of(text).trim();
    if !line.starts_with('[') {
        return false;
    }
    let (_, end) = inline::tags(line, 0);
    inline::link_at(line, end, 0).is_some_and(|link| {
        let after = line[link.span.end..].trim();
        after.is_empty() || after.starts_with('|')
    })
}

/// Where the bullet stands in `body` and where the text behind it begins.
fn bullet(body: &str) -> Option<(usize, usize)> {
    let mark = body.bytes().next().filter(|b| matches!(b, b'*' | b'-' | b'+'))?;
    let rest = &body[1..];
    if rest.starts_with([' ', '\t']) {
        let text = rest.trim_start();
        // A rule (`* * *`, `- - -`) is no item, nor is a bullet alone.
        let rule = text.bytes().all(|b| b == mark || b == b' ');
        return (!rule).then_some((0, body.len() - text.len()));
    }
    // `*[Title](url)`: the blank behind the bullet is missing.
    (rest.starts_with('[') && inline::link_at(rest, inline::tags(rest, 0).1, 0).is_some()).then_some((0, 1))
}

fn is_bullet_line(text: &str, line: &Line) -> bool {
    line.context == Context::Text && bullet(line.content.of(text).trim_start()).is_some()
}

/// Whether the bullet line `at`, indented by two or three blanks, is a child of the bullet line above it.
fn is_deeper(text: &str, lines: &[Line], at: usize) -> bool {
    let indent = |l: &Line| l.content.len() - l.content.of(text).trim_start_matches(' ').len();
    is_bullet_line(text, &lines[at - 1]) && indent(&lines[at - 1]) < indent(&lines[at])
}

/// The lines below line `at` that belong to its item, and the line behind them.
fn children(
    text: &str,
    lines: &[Line],
    comments: &[Span],
    Range { start: at, end: to }: Range<usize>,
    holds: Holds,
    head: &Head,
) -> (Vec<Span>, usize) {
    let mut children = Vec::new();
    let is_event = holds == Holds::Events && super::item::event::read_dates(head.content.of(text)).is_some();
    let own = indent(text, &lines[at]);
    let mut end = at + 1;
    let mut next = at + 1;
    while next < to {
        let line = &lines[next];
        // A comment that opens on one of its lines belongs to it to the end.
        if opened_in(comments, lines[at].full.start, line.full.start) {
            next += 1;
            end = next;
            continue;
        }
        if line.context != Context::Text {
            break;
        }
        if line.is_blank(text) {
            next += 1;
            // A blank line ends the item unless an indented child follows it directly.
            let child = lines.get(next).filter(|l| next < to && l.context == Context::Text && !l.is_blank(text));
            if !child.is_some_and(|l| indent(text, l) >= 2 && is_bullet_line(text, l)) {
                break;
            }
            continue;
        }
        let content = line.content.of(text).trim();
        let body = bullet(content).map(|(_, after)| &content[after..]);
        let is_date = Date::begins(body.unwrap_or(content));
        let deeper = indent(text, line) >= own + 2 && !(is_event && is_date);
        // Below an event without a name the next link is its name, however it is indented.
        let named = is_event
            && children.is_empty()
            && next == at + 1
            && !is_date
            && body.is_some_and(|b| b.starts_with("[") || b.starts_with("**"));
        if !deeper && !named {
            break;
        }
        let inner = span_in(line.content.of(text), body.unwrap_or(content)).offset(line.content.start);
        children.push(inner);
        next += 1;
        end = next;
    }
    (children, end)
}

/// Whether `offset` stands inside a comment that opens at `from` or later.
fn opened_in(comments: &[Span], from: usize, offset: usize) -> bool {
    let index = comments.partition_point(|c| c.end <= offset);
    comments.get(index).is_some_and(|c| from <= c.start && c.start < offset)
}

/// Columns of white space at the start; a tab counts four.
fn indent(text: &str, line: &Line) -> usize {
    let content = line.content.of(text);
    content.chars().take_while(|c| matches!(c, ' ' | '\t')).map(|c| if c == '\t' { 4 } else { 1 }).sum()
}
