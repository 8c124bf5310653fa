//! Any base and up to four copies, whose edits the bytes behind the first `0xFF` spell out: merge them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use twir_desk::issue::inline;
use twir_desk::merge::merge;

/// Copies of one base at most.
const COPIES: usize = 4;

fuzz_target!(|data: &[u8]| {
    // No byte of UTF-8 is 0xFF: it divides the base from the copies, and those from each other.
    let mut parts = data.split(|byte| *byte == 0xFF);
    let base = String::from_utf8_lossy(parts.next().unwrap_or_default()).into_owned();
    let copies: Vec<String> = parts.take(COPIES).map(|edits| edited(&base, edits)).collect();
    let sides: Vec<&str> = copies.iter().map(String::as_str).collect();
    for copy in &sides {
        let merged = merge(&base, &[copy, &base, copy]);
        assert_eq!(merged.text, *copy, "one edited copy is taken as it is");
        assert!(merged.conflicts.is_empty());
    }
    let merged = merge(&base, &sides);
    for word in sides.iter().flat_map(|copy| words(copy)).filter(|word| !base.contains(word)) {
        assert!(merged.text.contains(word), "{word:?} is missing");
    }
    let mut at = 0;
    for conflict in &merged.conflicts {
        assert!(conflict.versions.len() > 1 && at <= conflict.span.start, "conflicts stand apart");
        at = conflict.span.end;
        for (index, version) in conflict.versions.iter().enumerate() {
            let edit = conflict.choose(index).expect("a version");
            let chosen = edit.apply(&merged.text).expect("the edit fits its text");
            assert!(chosen[conflict.span.start..].starts_with(&version.text));
        }
    }
    let all = vec![Some(0); merged.conflicts.len()];
    merged.choose(&all).apply(&merged.text).expect("the edit fits its text");
    assert_eq!(merged.with_markers() == merged.text, merged.conflicts.is_empty());
});

/// The base with lines replaced: a byte for the line, one for how many go, one for the length of what comes.
fn edited(base: &str, mut edits: &[u8]) -> String {
    let mut lines: Vec<String> = base.split_inclusive('\n').map(str::to_owned).collect();
    while let [line, gone, length, rest @ ..] = edits {
        let (text, rest) = rest.split_at(usize::from(*length % 64).min(rest.len()));
        edits = rest;
        let at = usize::from(*line) % (lines.len() + 1);
        let end = (at + usize::from(*gone % 4)).min(lines.len());
        let text = String::from_utf8_lossy(text).into_owned();
        lines.splice(at..end, (!text.is_empty()).then_some(text));
    }
    lines.concat()
}

/// The words outside addresses, of which two may be the same one.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for line in text.lines() {
        let mut at = 0;
        for link in inline::links(line, 0) {
            words.extend(line[at..link.url.start].split(|c: char| !c.is_alphanumeric()));
            at = link.url.end;
        }
        words.extend(line[at..].split(|c: char| !c.is_alphanumeric()));
    }
    words
}
