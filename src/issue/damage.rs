//! Text damaged by a wrong decoding: what was UTF-8 and has been read as something else on the way.
//!
//! `K√∂ln` is `Köln` read as Mac Roman, `KÃ¶ln` read as Windows-1252, `Sessi贸` is `Sessió` read as GBK. Most of it
//! can be undone, for every byte is still there; U+FFFD cannot. Whoever reads the damaged text back in the wrong
//! encoding gets the damage again: that holds for every repair here. Text damaged twice takes two repairs.
//!
//! Words in Chinese, Japanese, Korean and other scripts are left alone: a lone ideograph counts as damage only
//! where it sticks to Latin letters in a line without any other.

mod bytes;
mod gbk;
mod single;

use crate::text::Span;

/// What happened to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DamageKind {
    /// UTF-8 read as Mac Roman.
    MacRoman,
    /// UTF-8 read as Windows-1252.
    Windows1252,
    /// UTF-8 read as Latin-1, which shows in control characters.
    Latin1,
    /// UTF-8 read as GBK.
    Gbk,
    /// A control character from U+0080 to U+009F: Windows-1252 read as Latin-1.
    Control,
    /// U+FFFD, which stands for bytes that are gone.
    Lost,
}

/// A damaged piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    pub span: Span,
    /// What stood there; `None` where nobody can tell.
    pub repaired: Option<String>,
    pub kind: DamageKind,
}

/// The damage in `text`, spans sorted and disjoint, pieces of one kind that touch in one. Linear in the length.
pub fn find(text: &str) -> Vec<Damage> {
    let mut found: Vec<Damage> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if !line.is_ascii() {
            for damage in in_line(line) {
                push(&mut found, Damage { span: damage.span.offset(start), ..damage });
            }
        }
        start += line.len();
    }
    found
}

/// Whether [`find`] may find anything: a quick look, without its tables. Damage shows as a character that stands for
/// nothing, as two beside each other that are not ASCII, or as an ideograph that sticks to a Latin letter.
pub fn suspect(text: &str) -> bool {
    let ideograph = |c: char| ('\u{2e80}'..='\u{ffff}').contains(&c);
    let mut before = ' ';
    text.chars().any(|c| {
        let pair = !before.is_ascii() && !c.is_ascii();
        let stuck = ideograph(c) && before.is_alphabetic() || ideograph(before) && c.is_alphabetic();
        before = c;
        pair || stuck || matches!(c, '\u{80}'..='\u{9f}' | '\u{fffd}')
    })
}

fn push(found: &mut Vec<Damage>, next: Damage) {
    if let Some(last) = found.last_mut()
        && last.span.end == next.span.start
        && last.repaired.is_some() == next.repaired.is_some()
        && (last.repaired.is_none() || last.kind == next.kind)
    {
        last.span.end = next.span.end;
        if let (Some(text), Some(more)) = (&mut last.repaired, &next.repaired) {
            text.push_str(more);
        }
    } else {
        found.push(next);
    }
}

/// A piece that may be damaged, `start..end` among the characters of its line.
struct Candidate {
    start: usize,
    end: usize,
    kind: DamageKind,
    repaired: Option<String>,
    /// Whether it is damage by itself, or only beside a sure one of its kind.
    sure: bool,
}

fn in_line(line: &str) -> Vec<Damage> {
    let chars: Vec<(usize, char)> = line.char_indices().collect();
    let mut candidates: Vec<Candidate> = Vec::new();
    // An ideograph that is not damage: then the line is written in such.
    let mut foreign = false;
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at].1;
        let candidate = if c.is_ascii() { None } else { lost(&chars, at).or_else(|| single::at(&chars, at)) };
        let candidate = candidate.or_else(|| ideographs(&chars, at)).or_else(|| control(c, at));
        foreign |= candidate.is_none() && is_cjk(c);
        at = candidate.as_ref().map_or(at + 1, |candidate| candidate.end);
        candidates.extend(candidate);
    }
    // Kinds with a sure piece in this line; the unsure ones beside it are believed.
    let mut sure = [false; 6];
    candidates.iter().for_each(|c| sure[c.kind as usize] |= c.sure);
    // Text without control characters looks the same in both.
    sure[DamageKind::Windows1252 as usize] |= sure[DamageKind::Latin1 as usize];
    let offset = |at: usize| chars.get(at).map_or(line.len(), |(offset, _)| *offset);
    let is_letters = |c: &Candidate| c.kind == DamageKind::Gbk && gbk::latin(chars[c.start].1).is_some();
    let believed = candidates.iter().filter(|c| sure[c.kind as usize] && !(foreign && is_letters(c)));
    believed
        .map(|c| Damage { span: Span::new(offset(c.start), offset(c.end)), repaired: c.repaired.clone(), kind: c.kind })
        .collect()
}

fn lost(chars: &[(usize, char)], at: usize) -> Option<Candidate> {
    let lost = chars[at].1 == '\u{fffd}';
    lost.then_some(Candidate { start: at, end: at + 1, kind: DamageKind::Lost, repaired: None, sure: true })
}

fn control(c: char, at: usize) -> Option<Candidate> {
    let is_control = ('\u{80}'..='\u{9f}').contains(&c);
    let repaired = bytes::of_control(c).map(String::from);
    is_control.then_some(Candidate { start: at, end: at + 1, kind: DamageKind::Control, repaired, sure: true })
}

/// Damage by GBK that begins at `chars[at]`.
fn ideographs(chars: &[(usize, char)], at: usize) -> Option<Candidate> {
    let gbk = |end, repaired, sure| Some(Candidate { start: at, end, kind: DamageKind::Gbk, repaired, sure });
    let (c, next) = (chars[at].1, chars.get(at + 1).map(|(_, c)| *c));
    if matches!(c, gbk::MARK | gbk::EMOJI) {
        let repaired = next.and_then(|next| match c {
            gbk::MARK => gbk::mark(next).map(|(mark, ascii)| String::from_iter([mark, ascii])),
            _ => gbk::emoji(next).map(String::from),
        });
        // What follows is the rest of the same character, also where no table knows it.
        let rest = next.is_some_and(|next| repaired.is_some() || next == '\u{fffd}' || is_cjk(next));
        return gbk(at + 1 + usize::from(rest), repaired, true);
    }
    let letters: Vec<char> = chars[at..].iter().map_while(|(_, c)| gbk::latin(*c)).take(3).collect();
    let end = at + letters.len();
    let (before, after) = (at.checked_sub(1).map(|at| chars[at].1), chars.get(end).map(|(_, c)| *c));
    if matches!(letters.len(), 0 | 3) || [before, after].into_iter().flatten().any(is_cjk_word) {
        return None;
    }
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && c < '\u{250}');
    let sure = if letters.len() == 1 { latin(before) || latin(after) } else { latin(before) && latin(after) };
    gbk(end, Some(letters.into_iter().collect()), sure)
}

/// Ideographs, kana, Hangul, their punctuation, and private use (which GBK is full of).
fn is_cjk(c: char) -> bool {
    matches!(u32::from(c), 0x2e80..=0x30ff | 0x3100..=0x9fff | 0xac00..=0xd7ff | 0xe000..=0xfaff | 0xff00..=0xffef)
}

/// The same without the marks that damage itself begins with.
fn is_cjk_word(c: char) -> bool {
    is_cjk(c) && !matches!(c, gbk::MARK | gbk::EMOJI)
}

#[cfg(test)]
mod tests;
