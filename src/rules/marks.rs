//! Marks in a line: which of them stand outside code, and the definitions of references.

use super::Context;
use crate::text::Span;

/// How far the end of a code span is looked for, in bytes: keeps an endless line linear.
const REACH: usize = 4096;

/// Where the byte `mark` stands outside code spans, in order.
pub fn outside_code(line: &str, mark: u8) -> impl Iterator<Item = usize> + '_ {
    let bytes = line.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            let here = at;
            if bytes[here] == b'`' {
                let run = bytes[here..].iter().take_while(|byte| **byte == b'`').count();
                at = code_end(bytes, here, run).unwrap_or(here + run);
                continue;
            }
            at += 1;
            if bytes[here] == mark {
                return Some(here);
            }
        }
        None
    })
}

/// Behind the code span that `run` backticks open at `at`.
pub fn code_end(bytes: &[u8], at: usize, run: usize) -> Option<usize> {
    let mut end = at + run;
    let bytes = &bytes[..bytes.len().min(end + REACH)];
    while end < bytes.len() {
        let length = bytes[end..].iter().take_while(|byte| **byte == b'`').count();
        if length == run {
            return Some(end + length);
        }
        end += length.max(1);
    }
    None
}

/// The lines `[name]: address`, each with the name as references are compared.
pub fn definitions(context: &Context<'_>) -> Vec<(String, Span)> {
    let text = context.text();
    let one = |line: Span| {
        let body = line.of(text).trim_start_matches(' ');
        let (name, rest) = body.strip_prefix('[')?.split_once("]:")?;
        let usable = !name.contains(['[', ']']) && !rest.trim().is_empty() && line.len() - body.len() < 4;
        usable.then(|| (reference(name), line))
    };
    context.lines().filter_map(|(_, line)| one(line.content)).collect()
}

/// A reference's name without regard to case and blanks.
pub fn reference(name: &str) -> String {
    crate::issue::escape::fold(name).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_hides_marks() {
        let outside = |line| outside_code(line, b'[').collect::<Vec<_>>();
        assert_eq!(outside("[a] `[b]` [c"), [0, 10]);
        assert_eq!(outside("``[a`]`` ` [b"), [11]);
    }
}
