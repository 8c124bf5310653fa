//! Fenced code, taken out before anything else is read (`fenced_code.FencedBlockPreprocessor`).

use super::attrs;
use super::mapped::{Mapped, placeholder};
use super::raw::Stashed;
use std::collections::BTreeMap;

/// `text` with a placeholder for each fenced block, whose code goes to `stash`.
pub fn take(text: Mapped, stash: &mut Vec<Stashed>) -> Mapped {
    if !text.text.split('\n').any(|line| run(line).is_some()) {
        return text;
    }
    let source = &text.text;
    let (mut at, mut lines) = (0, Vec::new());
    for line in source.split('\n') {
        lines.push((at, line));
        at += line.len() + 1;
    }
    // The last line that could close a fence of that mark and length: without one ahead none is looked for.
    let mut last = BTreeMap::new();
    for (i, (_, line)) in lines.iter().enumerate() {
        if let Some(fence) = closing(line) {
            last.insert(fence, i);
        }
    }
    let mut out = Mapped::default();
    let (mut done, mut i) = (0, 0);
    while i < lines.len() {
        let (at, line) = lines[i];
        let close = opening(line).and_then(|fence| {
            last.get(&fence).filter(|last| **last > i)?;
            (i + 1..lines.len()).find(|c| closing(lines[*c].1) == Some(fence))
        });
        i += 1;
        let Some(close) = close else { continue };
        let (end, fence) = lines[close];
        out.copy(&text, done, at);
        let code = source.get(at + line.len() + 1..end).unwrap_or("");
        stash.push(Stashed::Code(code.trim_end().to_owned() + "\n"));
        out.put(&format!("\n{}\n", placeholder('r', stash.len() - 1)), text.source(at));
        done = end + fence.len();
        i = close + 1;
    }
    out.copy(&text, done, source.len());
    out
}

/// Mark and length of the fence at the start of a line.
fn run(line: &str) -> Option<((u8, usize), &str)> {
    let mark = *line.as_bytes().first().filter(|b| matches!(b, b'`' | b'~'))?;
    let length = line.bytes().take_while(|b| *b == mark).count();
    (length >= 3).then(|| ((mark, length), line[length..].trim_matches(' ')))
}

fn closing(line: &str) -> Option<(u8, usize)> {
    run(line).filter(|(_, rest)| rest.is_empty()).map(|(fence, _)| fence)
}

/// A fence, then nothing but a language, lines to highlight, or an attribute list.
fn opening(line: &str) -> Option<(u8, usize)> {
    let (fence, rest) = run(line)?;
    if let Some(list) = rest.strip_prefix('{').and_then(|r| r.strip_suffix('}')) {
        return attrs::remainder(list).is_empty().then_some(fence);
    }
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '#' | '.' | '+' | '-');
    let rest = rest.trim_start_matches(word).trim_start_matches(' ');
    let quoted = |mark: char| rest.strip_prefix("hl_lines=")?.strip_prefix(mark)?.strip_suffix(mark);
    (rest.is_empty() || quoted('"').is_some() || quoted('\'').is_some()).then_some(fence)
}
