//! Links, images, references and footnote marks (`LinkInlineProcessor` and its kin).

use super::{Found, Inline, Piece, Place};

/// How long the name of a footnote or reference may be.
const REACH: usize = 1000;

impl<'s> Place<'s> {
    /// The text between the bracket that opens at `at` and the one that closes it, and what is behind (`getText`).
    fn bracketed(&mut self, at: usize) -> Option<(&'s str, usize)> {
        let text = self.text;
        let pairs = self.brackets.get_or_insert_with(|| {
            let (mut pairs, mut open) = (Vec::new(), Vec::new());
            for (i, b) in text.bytes().enumerate() {
                match b {
                    b'[' => open.push(i),
                    b']' => pairs.extend(open.pop().map(|start| (start, i))),
                    _ => {}
                }
            }
            pairs.sort_unstable();
            pairs
        });
        let pair = pairs[pairs.binary_search_by_key(&at, |p| p.0).ok()?];
        Some((&text[at + 1..pair.1], pair.1 + 1))
    }

    /// Address of the link whose parenthesis opens at `at`, and what is behind it (`getLink`). The title is passed over.
    fn target(&mut self, at: usize) -> Option<(&'s str, usize)> {
        let inner = self.text[at..].strip_prefix('(')?.trim_start();
        let start = self.text.len() - inner.len();
        if let Some(found) = angled(inner) {
            return Some((found.0, start + found.1));
        }
        let (mut brackets, mut backup, mut backup_end) = (1_usize, 1_usize, None);
        // The first quote and the other kind: its byte, where it opened, and the byte behind where it closed last.
        let mut quotes: [Option<(u8, usize, usize)>; 2] = [None, None];
        let mut last = 0;
        for (i, b) in inner.bytes().enumerate() {
            if self.fuel == 0 {
                return None;
            }
            self.fuel -= 1;
            let closed = quotes.iter().flatten().find(|q| q.2 > 0 && q.0 == last).copied();
            match b {
                b'(' if quotes[0].is_none() => brackets += 1,
                b'(' => backup = backup.saturating_sub(1),
                b')' if closed.is_some() => brackets = 0,
                b')' if quotes[0].is_none() => brackets -= 1,
                b')' if backup > 0 => {
                    backup -= 1;
                    backup_end = if backup == 0 { Some(i) } else { backup_end };
                }
                b'\'' | b'"' => match &mut quotes {
                    [first @ None, _] => {
                        *first = Some((b, i, 0));
                        (backup, brackets) = (brackets, 1);
                    }
                    [Some(first), _] if first.0 == b => first.2 = i + 1,
                    [_, other @ None] => *other = Some((b, i, 0)),
                    [_, Some(other)] => other.2 = i + 1,
                },
                _ => {}
            }
            if brackets == 0 {
                self.fuel += i;
                let end = closed.map_or(i, |quote| quote.1);
                return Some((&inner[..end], start + i + 1));
            }
            last = if b == b' ' { last } else { b };
        }
        let end = backup_end.filter(|_| backup == 0)?;
        Some((&inner[..end], start + end + 1))
    }
}

/// Address in angle brackets and the end of the link, behind an optional title.
fn angled(inner: &str) -> Option<(&str, usize)> {
    let body = inner.strip_prefix('<')?;
    let close = body.find(['<', '>']).filter(|i| body[*i..].starts_with('>'))?;
    let mut rest = body[close + 1..].trim_start();
    for mark in ['\'', '"'] {
        if let Some(title) = rest.strip_prefix(mark) {
            rest = title.split_once(mark)?.1.trim_start();
        }
    }
    Some((&body[..close], inner.len() - rest.strip_prefix(')')?.len()))
}

/// `FootnoteInlineProcessor`.
pub fn note(inline: &mut Inline<'_>, place: &mut Place<'_>) -> Found {
    if inline.notes.is_empty() {
        return Found::No;
    }
    let end = place.rest().bytes().take(REACH).position(|b| b == b']');
    let name = end.map(|end| &place.rest()[2..end]);
    match name.and_then(|name| Some((name, *inline.notes.get(name)?))) {
        Some((name, note)) => Found::Yes(place.at + name.len() + 3, Piece::Note(note)),
        None => Found::No,
    }
}

/// Whether an image's mark stands before a bracket, which is no link's then.
fn of_image(place: &Place<'_>) -> bool {
    place.before() == Some('!')
}

impl Inline<'_> {
    fn linked(&mut self, url: &str, text: &str, place: &Place<'_>, image: bool) -> Piece {
        let url = self.plain(url).trim().to_owned();
        match image {
            true => Piece::Image(url, text.to_owned()),
            false => Piece::Link(url, self.run(text, place.pattern + 1)),
        }
    }

    fn direct(&mut self, place: &mut Place<'_>, image: bool) -> Found {
        let found = place.bracketed(place.at + usize::from(image));
        let Some((text, url, end)) = found.and_then(|(text, end)| {
            let (url, end) = place.target(end)?;
            Some((text, url, end))
        }) else {
            return Found::No;
        };
        Found::Yes(end, self.linked(url, text, place, image))
    }

    /// `ReferenceInlineProcessor`; `short`: the text is the name itself.
    fn named(&mut self, place: &mut Place<'_>, image: bool, short: bool) -> Found {
        let Some((text, mut end)) = place.bracketed(place.at + usize::from(image)) else { return Found::No };
        let mut name = text;
        if !short {
            let rest = &place.text[end..];
            let blank = rest.chars().next().filter(|c| c.is_whitespace()).map_or(0, char::len_utf8);
            let Some((id, _)) = rest[blank..].strip_prefix('[').and_then(|r| r.split_once(']')) else {
                return Found::No;
            };
            end += blank + id.len() + 2;
            name = if id.is_empty() { text } else { id };
        }
        if self.refs.is_empty() || name.len() > REACH {
            return Found::Skip(end);
        }
        let name = name.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        match self.refs.get(&name).cloned() {
            Some(url) => Found::Yes(end, self.linked(&url, text, place, image)),
            None => Found::Skip(end),
        }
    }
}

pub fn link(inline: &mut Inline<'_>, place: &mut Place<'_>) -> Found {
    if of_image(place) { Found::No } else { inline.direct(place, false) }
}

pub fn reference(inline: &mut Inline<'_>, place: &mut Place<'_>) -> Found {
    if of_image(place) { Found::No } else { inline.named(place, false, false) }
}

pub fn short_reference(inline: &mut Inline<'_>, place: &mut Place<'_>) -> Found {
    if of_image(place) { Found::No } else { inline.named(place, false, true) }
}

pub fn image(inline: &mut Inline<'_>, place: &mut Place<'_>) -> Found {
    inline.direct(place, true)
}

pub fn image_reference(inline: &mut Inline<'_>, place: &mut Place<'_>) -> Found {
    inline.named(place, true, false)
}

pub fn short_image(inline: &mut Inline<'_>, place: &mut Place<'_>) -> Found {
    inline.named(place, true, true)
}
