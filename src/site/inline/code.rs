//! Code spans, backslashes, addresses in angle brackets, raw HTML and entities.

use super::super::mapped::placeholder;
use super::{Found, Inline, Piece, Place};
use crate::site::safe;

/// What a backslash keeps from being a mark (`Markdown.ESCAPED_CHARS`, with the bar of tables).
const ESCAPED: &str = "\\`*_{}[]()>#+-.!|";

fn escaped(c: char) -> String {
    placeholder('e', c as usize)
}

/// `BacktickInlineProcessor`: as many backticks close as open, or fewer, the most that can.
pub fn code(inline: &mut Inline<'_>, place: &mut Place<'_>) -> Found {
    let text = place.text;
    let run = |at: usize| text[at..].bytes().take_while(|b| *b == b'`').count();
    let length = run(place.at);
    let slashes = text[..place.at].len() - text[..place.at].trim_end_matches('\\').len();
    // One backslash hides one backtick; the patterns after this one see to it.
    let hidden = slashes % 2;
    let (open, behind) = (length - hidden, place.at + length);
    let ticks = place.ticks.get_or_insert_with(|| {
        let mut last = std::collections::BTreeMap::new();
        let mut at = 0;
        while let Some(next) = text[at..].find('`').map(|i| at + i) {
            last.insert(run(next), next);
            at = next + run(next);
        }
        last
    });
    for size in (1..=open).rev() {
        if ticks.get(&size).is_none_or(|last| *last < behind) {
            continue;
        }
        let mut at = behind;
        while let Some(next) = text[at..].find('`').map(|i| at + i) {
            if run(next) == size {
                let code = text[behind - (open - size)..next].trim();
                let mark = inline.keep(Piece::Code(code.to_owned()));
                return Found::Text(next + size, "`".repeat(hidden) + &mark);
            }
            at = next + run(next);
        }
    }
    Found::Skip(behind)
}

/// `EscapeInlineProcessor`, and the even runs of backslashes before code.
pub fn escape(_: &mut Inline<'_>, place: &mut Place<'_>) -> Found {
    match place.rest()[1..].chars().next() {
        Some(c) if ESCAPED.contains(c) => Found::Text(place.at + 2, escaped(c)),
        Some(c) => Found::Skip(place.at + 1 + c.len_utf8()),
        None => Found::No,
    }
}

/// What stands in angle brackets.
fn bracketed<'s>(place: &Place<'s>) -> Option<&'s str> {
    let inner = &place.rest()[1..];
    let end = inner.find(['<', '>']).filter(|end| inner[*end..].starts_with('>'))?;
    Some(&inner[..end])
}

/// `AutolinkInlineProcessor`.
pub fn auto(_: &mut Inline<'_>, place: &mut Place<'_>) -> Found {
    let Some(url) = bracketed(place) else { return Found::No };
    let scheme = url.split_once("://").map_or("", |(scheme, _)| scheme);
    match ["http", "https", "ftp", "ftps"].iter().any(|s| s.eq_ignore_ascii_case(scheme)) {
        true => Found::Yes(place.at + url.len() + 2, Piece::Auto(url.to_owned(), false)),
        false => Found::No,
    }
}

/// `AutomailInlineProcessor`.
pub fn mail(_: &mut Inline<'_>, place: &mut Place<'_>) -> Found {
    let Some(address) = bracketed(place) else { return Found::No };
    match address.split_once('@') {
        Some((name, host))
            if !name.is_empty() && !host.is_empty() && !host.contains('@') && !address.contains([' ', '!']) =>
        {
            Found::Yes(place.at + address.len() + 2, Piece::Auto(address.to_owned(), true))
        }
        _ => Found::No,
    }
}

/// `HtmlInlineProcessor`: a tag, or a comment that ends on the same lines.
pub fn html(_: &mut Inline<'_>, place: &mut Place<'_>) -> Found {
    let rest = place.rest();
    if let Some(comment) = rest.strip_prefix("<!--") {
        if place.fuel == 0 {
            return Found::No;
        }
        let end = comment.find("-->").filter(|end| !comment[..*end].contains("<!--"));
        place.fuel = place.fuel.saturating_sub(end.unwrap_or(rest.len()));
        return end.map_or(Found::No, |end| {
            let length = 4 + end + 3;
            Found::Yes(place.at + length, Piece::Raw(rest[..length].to_owned()))
        });
    }
    let Some(inner) = bracketed(place) else { return Found::No };
    let name = inner.strip_prefix('/').unwrap_or(inner);
    let head = name.split(' ').next().unwrap_or("");
    match name.starts_with(|c: char| c.is_ascii_alphabetic()) && !head.contains('@') {
        true => Found::Yes(place.at + inner.len() + 2, Piece::Raw(rest[..inner.len() + 2].to_owned())),
        false => Found::No,
    }
}

/// An entity is kept as it is.
pub fn entity(_: &mut Inline<'_>, place: &mut Place<'_>) -> Found {
    match safe::entity(place.rest()) {
        Some(length) => Found::Yes(place.at + length, Piece::Text(place.rest()[..length].to_owned())),
        None => Found::No,
    }
}
