//! UTF-8 read as an encoding of one byte per character: runs of characters whose bytes are UTF-8 again.
//!
//! Such bytes can come about in honest text (`CAFÉ”`, `√π`), so that each sequence is weighed: by what it would
//! mean, by what it looks like, and by its neighbours.

use super::{Candidate, DamageKind, bytes};

/// What a repaired character belongs to, as far as it could stand in a newsletter.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    /// Letters and signs up to U+017F, and the few of Romanian above.
    Latin,
    /// Letters with two marks (Vietnamese and others).
    LatinMore,
    Combining,
    /// Greek, Cyrillic, Hebrew, Arabic and other alphabets: never a lone letter.
    Script,
    /// Chinese, Japanese, Korean: never a lone character either.
    Cjk,
    /// Punctuation, arrows, currency and the like.
    Symbol,
    /// Number forms and enclosed letters: rare, and easily met by accident.
    Rare,
    Emoji,
}

fn class(c: char) -> Option<Class> {
    Some(match u32::from(c) {
        // The Greek letter that stands for micro, mostly alone.
        0x3bc => Class::Symbol,
        0xa0..=0x17f | 0x218..=0x21b => Class::Latin,
        0x300..=0x304 | 0x306..=0x30c | 0x323 | 0x327 | 0x328 => Class::Combining,
        0x370..=0x3ff | 0x400..=0x45f | 0x490 | 0x491 | 0x591..=0x5f4 | 0x600..=0x6ff => Class::Script,
        0x900..=0xdff | 0xe00..=0xe7f | 0x10a0..=0x10ff => Class::Script,
        0x1e00..=0x1eff => Class::LatinMore,
        0x2150..=0x218f | 0x2460..=0x24ff => Class::Rare,
        0x2000..=0x200f | 0x2010..=0x2027 | 0x202a..=0x205e | 0x2060 | 0x2070..=0x20bf => Class::Symbol,
        0x2100..=0x214f | 0x2190..=0x23ff | 0x2500..=0x2bff | 0xfb00..=0xfb06 | 0xfeff | 0xfffd => Class::Symbol,
        0x3000..=0x30ff | 0x3400..=0x9fff | 0xac00..=0xd7a3 | 0xff00..=0xffef => Class::Cjk,
        0xfe0f | 0x1f000..=0x1faff | 0xe0020..=0xe007f => Class::Emoji,
        0x1d400..=0x1d7ff => Class::Symbol,
        _ => return None,
    })
}

/// The damage that begins at `chars[at]`, in the encoding that explains most characters; `None` if none does.
pub(super) fn at(chars: &[(usize, char)], at: usize) -> Option<Candidate> {
    let kinds = [DamageKind::Windows1252, DamageKind::Latin1, DamageKind::MacRoman];
    let runs = kinds.into_iter().filter_map(|kind| run(kind, chars, at));
    // The first of equals: a text that both Windows-1252 and Latin-1 explain is much likelier the former.
    runs.reduce(|best, next| if (next.sure, next.end) > (best.sure, best.end) { next } else { best })
}

/// How many characters a run takes at most: what is longer comes in pieces, which keeps the search linear.
const LONGEST: usize = 120;

/// The longest run of sequences from `start` on.
fn run(kind: DamageKind, chars: &[(usize, char)], start: usize) -> Option<Candidate> {
    let (mut end, mut repaired, mut sure, mut last) = (start, String::new(), false, None);
    while let Some((length, c)) = sequence(kind, &chars[end..]) {
        let Some(class) = class(c).filter(|_| end - start < LONGEST) else { break };
        let before = if end == start { end.checked_sub(1).map(|before| chars[before].1) } else { Some('x') };
        let parts: Vec<char> = chars[end..end + length].iter().map(|(_, c)| *c).collect();
        let after = chars.get(end + length).map(|(_, c)| *c);
        // Two letters of a foreign script side by side are no accident.
        let pair = last == Some(class) && matches!(class, Class::Script | Class::Cjk);
        sure |= pair || is_sure(kind, class, &parts, before, after);
        last = Some(class);
        repaired.push(c);
        end += length;
    }
    (end > start).then(|| Candidate {
        start,
        end,
        kind,
        // What was lost before it was read wrongly stays lost.
        repaired: (!repaired.contains('\u{fffd}')).then_some(repaired),
        sure,
    })
}

/// The UTF-8 sequence that the first of `chars` begin in that encoding: how many characters, and what it means.
fn sequence(kind: DamageKind, chars: &[(usize, char)]) -> Option<(usize, char)> {
    let lead = bytes::of_char(kind, chars.first()?.1)?;
    let length = match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let mut found = [lead, 0, 0, 0];
    for (byte, (_, c)) in found.iter_mut().zip(chars.get(..length)?).skip(1) {
        *byte = bytes::of_char(kind, *c).filter(|byte| *byte < 0xc0)?;
    }
    Some((length, std::str::from_utf8(&found[..length]).ok()?.chars().next()?))
}

/// Marks that may follow any letter in honest text.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '’' | '‘'
            | '“'
            | '”'
            | '‚'
            | '„'
            | '…'
            | '–'
            | '—'
            | '»'
            | '«'
            | '›'
            | '‹'
            | '\u{a0}'
            | '™'
            | '®'
            | '•'
    )
}

/// Whether `parts`, which would be one character of `class`, cannot be meant as they stand between `before` and
/// `after`.
fn is_sure(kind: DamageKind, class: Class, parts: &[char], before: Option<char>, after: Option<char>) -> bool {
    let small_before = before.is_some_and(char::is_lowercase);
    let capital_before = before.is_some_and(char::is_uppercase);
    let small_after = after.is_some_and(char::is_lowercase);
    let letter_after = after.is_some_and(char::is_alphabetic);
    let touches = before.is_some_and(char::is_alphabetic) || letter_after;
    let marks = parts[1..].iter().all(|c| is_mark(*c));
    let control = parts.iter().any(|c| ('\u{80}'..='\u{9f}').contains(c));
    match (class, kind, parts[0]) {
        (Class::Emoji | Class::Symbol, ..) => true,
        (Class::Script | Class::Cjk | Class::Rare, ..) => false,
        (Class::Combining, ..) => small_before || (touches && letter_after),
        (_, DamageKind::MacRoman, lead) => match (class, lead, parts[1]) {
            (Class::LatinMore, ..) => true,
            // A root, an approximation: `2√π`.
            (_, '√' | '≈', 'π' | 'Ω' | '∑' | '∫' | 'µ') => before.is_some_and(char::is_alphabetic),
            (_, '√' | '≈', '∞' | '±' | '≤' | '≥' | '≠' | '∏') => touches,
            (_, '√' | '≈' | 'ƒ' | '¬', _) => true,
            _ => small_before,
        },
        _ if control => true,
        (Class::LatinMore, ..) => touches && (letter_after || !marks),
        // `MANHÃ”` ends a quotation.
        (_, _, 'Ã' | 'Â') => !(capital_before && marks && !letter_after),
        _ => small_before || small_after,
    }
}
