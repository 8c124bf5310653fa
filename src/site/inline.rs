//! Marks inside a line, as the site finds them (`inlinepatterns`, `treeprocessors.InlineProcessor`).
//!
//! An ordered list of patterns runs over a text, one after the other. What a pattern finds leaves a placeholder in the
//! text and is kept aside, so that later patterns look past it.

mod code;
mod emphasis;
mod link;

use super::mapped::{BEGIN, END, placeholder, read};
use std::collections::BTreeMap;

/// What a placeholder stands for. Texts hold placeholders themselves.
pub enum Piece {
    /// Text that no pattern looks at again.
    Text(String),
    Code(String),
    Break,
    /// `em` or `strong`.
    Emphasis(&'static str, String),
    /// Address and text.
    Link(String, String),
    /// An address in angle brackets; `true` for one of a person.
    Auto(String, bool),
    Image(String, String),
    /// A tag or comment as the text has it.
    Raw(String),
    /// The note of that index.
    Note(usize),
}

/// What a pattern says about a place.
enum Found {
    No,
    /// Nothing up to there.
    Skip(usize),
    /// Up to there; this stands for it.
    Yes(usize, Piece),
    /// Up to there; the text with placeholders that stands for it.
    Text(usize, String),
}

type Pattern = fn(&mut Inline<'_>, &mut Place<'_>) -> Found;

/// The patterns in the order of their priority, each with what its finds begin with.
const PATTERNS: [(&str, Pattern); 16] = [
    ("`", code::code),
    ("\\", code::escape),
    ("[^", link::note),
    ("[", link::reference),
    ("[", link::link),
    ("![", link::image),
    ("![", link::image_reference),
    ("[", link::short_reference),
    ("![", link::short_image),
    ("<", code::auto),
    ("<", code::mail),
    ("  \n", |_, place| Found::Yes(place.at + 3, Piece::Break)),
    ("<", code::html),
    ("&", code::entity),
    ("*", emphasis::lone),
    ("*", emphasis::stars),
];
/// The last two once more, for underscores.
const UNDERSCORES: [(&str, Pattern); 2] = [("_", emphasis::lone), ("_", emphasis::underscores)];

/// A bit for each byte that a pattern's finds begin with.
const BITS: [u16; 256] = {
    let (marks, mut bits, mut i) = (b"`\\[!<&*_^\n", [0; 256], 0);
    while i < marks.len() {
        bits[marks[i] as usize] = 1 << i;
        i += 1;
    }
    bits
};

/// Index of the pattern behind which lone marks are passed over.
const LONE: usize = 14;

/// Where a pattern looks.
struct Place<'s> {
    text: &'s str,
    at: usize,
    /// Index of the pattern.
    pattern: usize,
    /// Bytes that may still be looked at in vain: keeps a hostile text linear.
    fuel: usize,
    /// Brackets that close one another, by where they open; made when first asked for.
    brackets: Option<Vec<(usize, usize)>>,
    /// Runs of backticks: where each length stands last.
    ticks: Option<BTreeMap<usize, usize>>,
    /// Where marks of one, two and three stand last.
    last: Option<[usize; 3]>,
}

/// The patterns at work on one page.
pub struct Inline<'d> {
    pub refs: &'d BTreeMap<String, String>,
    /// Names of the footnotes.
    pub notes: &'d BTreeMap<String, usize>,
    pub pieces: Vec<Piece>,
}

impl<'d> Inline<'d> {
    pub fn new(refs: &'d BTreeMap<String, String>, notes: &'d BTreeMap<String, usize>) -> Self {
        Self { refs, notes, pieces: Vec::new() }
    }

    /// The text with a placeholder for each mark.
    pub fn text(&mut self, text: &str) -> String {
        self.pieces.clear();
        self.run(text, 0)
    }

    /// Runs the patterns from that index on.
    fn run(&mut self, text: &str, from: usize) -> String {
        // Which marks the text has at all: most texts have few.
        let bits = |text: &str| text.bytes().fold(0, |bits, b| bits | BITS[usize::from(b)]);
        let has = bits(text);
        let mut text = text.to_owned();
        for index in from..PATTERNS.len() + 1 {
            let entries = match index {
                LONE => &[PATTERNS[LONE], UNDERSCORES[0]][..],
                16 => &UNDERSCORES[1..],
                _ => &PATTERNS[index..=index],
            };
            for (trigger, pattern) in entries {
                // Without definitions nothing refers to them.
                let vain = match index {
                    2 => self.notes.is_empty(),
                    3 | 6..=8 => self.refs.is_empty(),
                    _ => false,
                };
                if !vain && bits(trigger) & !has == 0 {
                    text = self.pass(text, trigger, *pattern, index);
                }
            }
        }
        text
    }

    /// Runs one pattern over a text, from left to right. Marks of emphasis that closed nothing are tried once more after
    /// each find, as the site does, but only so often.
    fn pass(&mut self, text: String, trigger: &str, pattern: Pattern, index: usize) -> String {
        const AGAIN: usize = 64;
        let (mut text, first) = (text, trigger.chars().next().unwrap_or('\0'));
        for round in 0..=AGAIN {
            let mut place = Place::new(&text, index);
            let (mut out, mut done, mut at, mut missed) = (String::new(), 0, 0, false);
            let mut again = false;
            while let Some(next) = text[at..].find(first) {
                place.at = at + next;
                if !text[place.at..].starts_with(trigger) {
                    at = place.at + 1;
                    continue;
                }
                let (end, mark) = match pattern(self, &mut place) {
                    Found::No => {
                        missed = true;
                        at = place.at + 1;
                        continue;
                    }
                    Found::Skip(end) => {
                        at = end.max(place.at + 1);
                        continue;
                    }
                    Found::Yes(end, piece) => (end, self.keep(piece)),
                    Found::Text(end, text) => (end, text),
                };
                out.push_str(&text[done..place.at]);
                out.push_str(&mark);
                (done, at) = (end, end);
                if missed && index > LONE && round < AGAIN {
                    again = true;
                    break;
                }
            }
            if done > 0 {
                out.push_str(&text[done..]);
                text = out;
            }
            if !again {
                break;
            }
        }
        text
    }

    fn keep(&mut self, piece: Piece) -> String {
        self.pieces.push(piece);
        placeholder('n', self.pieces.len() - 1)
    }

    /// The text behind all placeholders, for addresses (`unescape`).
    fn plain(&self, text: &str) -> String {
        plain(text, &self.pieces)
    }
}

/// The text behind all placeholders.
pub fn plain(text: &str, pieces: &[Piece]) -> String {
    let mut out = String::new();
    for segment in segments(text) {
        match segment {
            Segment::Text(text) => out.push_str(text),
            Segment::Char(c) => out.push(c),
            Segment::Raw(_) => {}
            Segment::Piece(n) => match pieces.get(n) {
                Some(Piece::Text(t) | Piece::Code(t) | Piece::Raw(t) | Piece::Auto(t, _)) => {
                    out.push_str(&plain(t, pieces));
                }
                Some(Piece::Emphasis(_, t) | Piece::Link(_, t) | Piece::Image(_, t)) => out.push_str(&plain(t, pieces)),
                _ => {}
            },
        }
    }
    out
}

impl<'s> Place<'s> {
    fn new(text: &'s str, pattern: usize) -> Self {
        Self { text, at: 0, pattern, fuel: text.len() * 8 + 1024, brackets: None, ticks: None, last: None }
    }

    fn rest(&self) -> &'s str {
        &self.text[self.at..]
    }

    /// The character before the place.
    fn before(&self) -> Option<char> {
        self.text[..self.at].chars().next_back()
    }
}

/// A piece of a text with placeholders.
pub enum Segment<'t> {
    Text(&'t str),
    /// A character behind a backslash.
    Char(char),
    /// Code or a block of HTML that was taken out before.
    Raw(usize),
    Piece(usize),
}

/// Takes a text with placeholders apart.
pub fn segments(text: &str) -> impl Iterator<Item = Segment<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let next = rest.find(BEGIN).unwrap_or(rest.len());
        if next > 0 {
            let (text, behind) = rest.split_at(next);
            rest = behind;
            return Some(Segment::Text(text));
        }
        // Not one of ours: passed over, mark and all.
        let (kind, n, length) = read(rest).unwrap_or((END, 0, 1));
        rest = &rest[length..];
        Some(match kind {
            'e' => Segment::Char(u32::try_from(n).ok().and_then(char::from_u32).unwrap_or('\u{fffd}')),
            'r' => Segment::Raw(n),
            'n' => Segment::Piece(n),
            _ => Segment::Text(""),
        })
    })
}
