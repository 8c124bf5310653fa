//! Emphasis with stars and underscores (`AsteriskProcessor`, `UnderscoreProcessor`).

use super::{Found, Inline, Piece, Place};

/// How many underscores are looked at for the start of an inner emphasis.
const REACH: usize = 64;

/// A find: where its parts stand, and which elements it makes.
struct Hit {
    end: usize,
    /// Tags from outside to inside; the second may be missing.
    tags: [&'static str; 2],
    first: (usize, usize),
    second: (usize, usize),
    /// Whether the inner element holds the second part, not the first.
    late: bool,
}

/// Marks with white space on both sides are text.
pub fn lone(_: &mut Inline<'_>, place: &mut Place<'_>) -> Found {
    let mark = place.rest().chars().next().unwrap_or('*');
    let length = place.rest().len() - place.rest().trim_start_matches(mark).len();
    let after = place.rest()[length..].chars().next();
    let open = |c: Option<char>| c.is_none_or(char::is_whitespace);
    match open(place.before()) && open(after) && length < 4 {
        true => Found::Yes(place.at + length, Piece::Text(place.rest()[..length].to_owned())),
        false => Found::Skip(place.at + length),
    }
}

pub fn stars(inline: &mut Inline<'_>, place: &mut Place<'_>) -> Found {
    found(inline, place, '*')
}

pub fn underscores(inline: &mut Inline<'_>, place: &mut Place<'_>) -> Found {
    found(inline, place, '_')
}

fn found(inline: &mut Inline<'_>, place: &mut Place<'_>, mark: char) -> Found {
    let marks = Marks::of(place, mark);
    match (0..5).find_map(|rule| Some((rule, marks.hit(place.at, rule)?))) {
        Some((rule, hit)) => {
            let text = inline.build(place.text, mark, rule, &hit, place.pattern);
            Found::Text(hit.end, text)
        }
        None => Found::No,
    }
}

/// The marks of one kind in a text.
struct Marks<'s> {
    text: &'s str,
    mark: char,
    /// Where one, two and three of them that may close stand last.
    last: [usize; 3],
}

impl<'s> Marks<'s> {
    fn of(place: &mut Place<'s>, mark: char) -> Self {
        let mut marks = Self { text: place.text, mark, last: [0; 3] };
        let last = *place.last.get_or_insert_with(|| [1, 2, 3].map(|n| marks.last(n)));
        marks.last = last;
        marks
    }

    /// Where `n` marks stand last.
    fn last(&self, n: usize) -> usize {
        let mark = self.mark as u8;
        let run = |end: usize| self.text.as_bytes()[..end].iter().rev().take_while(|b| **b == mark).count();
        let mut end = self.text.len();
        while let Some(at) = self.text[..end].rfind(self.mark) {
            let length = run(at + 1);
            if length >= n && (self.mark == '*' || !word(self.text[at + 1..].chars().next()) || n == 3) {
                return at + 1 - n;
            }
            end = at + 1 - length;
        }
        0
    }

    /// The first place from `from` on where `n` marks stand.
    fn find(&self, from: usize, n: usize) -> Option<usize> {
        let marks = &["***", "___"][usize::from(self.mark == '_')][..n];
        let from = self.ceil(from);
        (from <= self.text.len()).then(|| self.text[from..].find(marks).map(|i| from + i))?
    }

    /// The character boundary at or behind `at`.
    fn ceil(&self, at: usize) -> usize {
        (at..self.text.len()).find(|i| self.text.is_char_boundary(*i)).unwrap_or(at.max(self.text.len()))
    }

    /// Past one character.
    fn past(&self, at: usize) -> usize {
        self.ceil(at + 1)
    }

    /// The first place from `from` on where `n` underscores close: no other before them, no word behind.
    fn close(&self, from: usize, n: usize) -> Option<usize> {
        let mut at = self.ceil(from);
        while at <= self.last[n - 1] {
            at = self.find(at, n)?;
            if !self.text[..at].ends_with('_') && !word(self.text[at + n..].chars().next()) {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// What rule `rule` finds at `at`. The rules are the same for both marks but for the last three.
    fn hit(&self, at: usize, rule: usize) -> Option<Hit> {
        let text = self.text.get(at..)?;
        // More than three are as three; a long run is not counted to its end at each of its marks.
        let run = text.bytes().take(3).take_while(|b| *b == self.mark as u8).count();
        let smart = self.mark == '_';
        let starts = !smart || !word(self.text[..at].chars().next_back());
        let hit = |end, tags, first, second, late| Some(Hit { end, tags, first, second, late });
        match rule {
            // ***a*b**, ***a**b*
            0 | 1 if run >= 3 => {
                let (n, m) = if rule == 0 { (1, 2) } else { (2, 1) };
                if self.last[m - 1] < at + 4 && !smart {
                    return None;
                }
                let one = self.find(self.past(at + 3), n)?;
                let two = self.find(one + n, m)?;
                let tags = if rule == 0 { ["strong", "em"] } else { ["em", "strong"] };
                hit(two + m, tags, (at + 3, one), (one + n, two), false)
            }
            // **a*b***
            2 if run == 2 && starts && self.last[2] > at => {
                let one = match smart {
                    false => {
                        self.find(at + 2, 1).filter(|one| *one > at + 2 && !self.text[one + 1..].starts_with('*'))?
                    }
                    true => {
                        let mut one = self.find(self.past(at + 2), 1)?;
                        // The inner one opens where no word stands before it, and alone.
                        let outside = |one: usize| {
                            word(self.text[..one].chars().next_back()) || self.text[one + 1..].starts_with('_')
                        };
                        for _ in 0..REACH {
                            one = if outside(one) { self.find(one + 1, 1)? } else { break };
                        }
                        if outside(one) {
                            return None;
                        }
                        one
                    }
                };
                let two = self.find(self.past(one + 1), 3)?;
                if smart && word(self.text[two + 3..].chars().next()) {
                    return None;
                }
                hit(two + 3, ["strong", "em"], (at + 2, one), (one + 1, two), true)
            }
            3 if run >= 2 && starts && self.last[1] > at + 2 => {
                let close = match smart {
                    false => self.find(self.past(at + 2), 2)?,
                    true if run == 2 => self.close(self.past(at + 2), 2)?,
                    true => return None,
                };
                hit(close + 2, ["strong", ""], (at + 2, close), (0, 0), false)
            }
            4 if run == 1 && starts && self.last[0] > at => {
                let close = if smart { self.close(self.past(at + 1), 1)? } else { self.find(at + 1, 1)? };
                hit(close + 1, ["em", ""], (at + 1, close), (0, 0), false)
            }
            _ => None,
        }
    }
}

/// Whether a character belongs to a word.
fn word(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphanumeric() || c == '_')
}

impl Inline<'_> {
    /// The placeholder for a find, whose parts are searched for rules behind `rule`.
    fn build(&mut self, text: &str, mark: char, rule: usize, hit: &Hit, pattern: usize) -> String {
        let [outer, inner] = hit.tags;
        let first = self.parts(&text[hit.first.0..hit.first.1], mark, rule, pattern, false);
        if inner.is_empty() {
            return self.keep(Piece::Emphasis(outer, first));
        }
        let second = self.parts(&text[hit.second.0..hit.second.1], mark, rule, pattern, !hit.late);
        let body = if hit.late {
            first + &self.keep(Piece::Emphasis(inner, second))
        } else {
            self.keep(Piece::Emphasis(inner, first)) + &second
        };
        self.keep(Piece::Emphasis(outer, body))
    }

    /// A find's part, with the finds inside it (`parse_sub_patterns`); `tail`: whether an element stands before it.
    fn parts(&mut self, text: &str, mark: char, rule: usize, pattern: usize, tail: bool) -> String {
        let mut place = Place::new(text, pattern);
        let marks = Marks::of(&mut place, mark);
        let (mut out, mut done, mut at, mut tail) = (String::new(), 0, 0, tail);
        while let Some(next) = text[at..].find(mark).map(|i| at + i) {
            at = next;
            let mut matched = false;
            for sub in rule + 1..5 {
                let Some(hit) = marks.hit(at, sub) else { continue };
                let before = self.run(&text[done..at], pattern + usize::from(!tail));
                out.push_str(&before);
                out.push_str(&self.build(text, mark, sub, &hit, pattern));
                (done, at, matched, tail) = (hit.end, hit.end, true, true);
            }
            if !matched {
                at += 1;
            }
        }
        let rest = self.run(&text[done..], pattern + usize::from(!tail));
        out + &rest
    }
}
