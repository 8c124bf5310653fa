//! Text that was made of another text, and where each of its bytes came from.

use std::borrow::Cow;

/// Begins a placeholder; `END` ends it. Neither can stand in a text: [`Mapped::of`] takes them out, as the site does.
pub const BEGIN: char = '\u{2}';
/// Ends a placeholder.
pub const END: char = '\u{3}';

/// A text with the way back to its source.
#[derive(Default)]
pub struct Mapped {
    pub text: String,
    /// Where a run begins here, and in the source; each run holds until the next. In some, every byte comes from one
    /// place: they were made up for what stood there.
    runs: Vec<(usize, usize, bool)>,
}

impl Mapped {
    /// The text with the line ends, tabs and blank lines that the site makes of it (`NormalizeWhitespace`): `\n`,
    /// columns of four, nothing on a blank line but the first, two line ends at the end. `at`: where it begins.
    pub fn of(source: &str, at: usize) -> Self {
        let mut out = Self::default();
        let mut from = at;
        for whole in source.split_inclusive('\n') {
            let line = whole.strip_suffix('\n').unwrap_or(whole);
            // Most lines are as they should be.
            if line.bytes().all(|b| b >= b' ') {
                if from == at || !line.trim_start_matches(' ').is_empty() {
                    out.push(whole, from);
                } else if whole.len() > line.len() {
                    out.push("\n", from + line.len());
                }
                from += whole.len();
                continue;
            }
            for whole in whole.split_inclusive(['\n', '\r']) {
                let line = whole.trim_end_matches(['\n', '\r']);
                // The second half of a carriage return and line feed ends no line of its own.
                let half = whole == "\n" && source[..from - at].ends_with('\r');
                if !half && (from == at || !line.bytes().all(|b| matches!(b, b' ' | b'\t' | 2 | 3))) {
                    out.line(line, from);
                }
                if !half && whole.len() > line.len() {
                    out.push("\n", from + line.len());
                }
                from += whole.len();
            }
        }
        out.put("\n\n", from);
        out
    }

    /// One line: tabs become spaces, the marks of placeholders vanish.
    fn line(&mut self, line: &str, at: usize) {
        if !line.contains(['\t', BEGIN, END]) {
            return self.push(line, at);
        }
        let mut column = 0;
        for (i, c) in line.char_indices() {
            match c {
                '\t' => {
                    self.put(&"    "[column % 4..], at + i);
                    column = 0;
                }
                BEGIN | END => {}
                _ => {
                    self.push(&line[i..i + c.len_utf8()], at + i);
                    column += 1;
                }
            }
        }
    }

    /// Adds `part`, which came from `at`.
    pub fn push(&mut self, part: &str, at: usize) {
        let goes_on = |run: &(usize, usize, bool)| !run.2 && run.1 + self.text.len() - run.0 == at;
        if !self.runs.last().is_some_and(goes_on) {
            self.runs.push((self.text.len(), at, false));
        }
        self.text.push_str(part);
    }

    /// Adds `part`, which stands for what is at `at`.
    pub fn put(&mut self, part: &str, at: usize) {
        self.runs.push((self.text.len(), at, true));
        self.text.push_str(part);
    }

    /// Adds the bytes `from..to` of `other`, with their ways back.
    pub fn copy(&mut self, other: &Self, from: usize, to: usize) {
        let first = other.runs.partition_point(|run| run.0 <= from);
        let made_up = first.checked_sub(1).is_some_and(|i| other.runs[i].2);
        let here = self.text.len();
        self.runs.push((here, other.source(from), made_up));
        let inner = other.runs[first..].iter().take_while(|run| run.0 < to);
        self.runs.extend(inner.map(|run| (here + run.0 - from, run.1, run.2)));
        self.text.push_str(&other.text[from..to]);
    }

    /// Where the byte at `at` came from.
    pub fn source(&self, at: usize) -> usize {
        let run = self.runs.partition_point(|run| run.0 <= at).checked_sub(1).map(|i| self.runs[i]);
        run.map_or(at, |(here, there, made_up)| if made_up { there } else { there + at - here })
    }
}

/// The placeholder of number `n`; `kind` says of what.
pub fn placeholder(kind: char, n: usize) -> String {
    let mut mark = String::with_capacity(8);
    mark.push(BEGIN);
    mark.push(kind);
    number(n, &mut mark);
    mark.push(END);
    mark
}

/// Writes `n` in digits; `format!` takes several times as long, and a page has thousands of numbers.
pub fn number(n: usize, out: &mut String) {
    if n >= 10 {
        number(n / 10, out);
    }
    out.push(char::from(b'0' + (n % 10) as u8));
}

/// The placeholder at the start of `text`: its kind, number and length.
pub fn read(text: &str) -> Option<(char, usize, usize)> {
    let inner = text.strip_prefix(BEGIN)?;
    let end = inner.find(END)?;
    let kind = inner.chars().next()?;
    Some((kind, inner[kind.len_utf8()..end].parse().ok()?, end + 2))
}

/// `text` with nothing that looks like a placeholder.
pub fn bare(text: &str) -> Cow<'_, str> {
    match text.contains([BEGIN, END]) {
        true => text.replace([BEGIN, END], "").into(),
        false => text.into(),
    }
}
