//! A patch as `git apply` takes it. Lines end at `\n` only: carriage returns are part of them.

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices, group_diff_ops};
use std::fmt::Write;

/// Unchanged lines shown before and behind a change.
const CONTEXT: usize = 3;

/// What turns `base` into `edited`, as a patch of the file `path`; empty where they are the same.
pub fn patch(base: &str, edited: &str, path: &str) -> String {
    if base == edited {
        return String::new();
    }
    let before: Vec<&str> = base.split_inclusive('\n').collect();
    let after: Vec<&str> = edited.split_inclusive('\n').collect();
    let ops = changes(&before, &after);
    let (old, new) = (quoted("a/", path), quoted("b/", path));
    // Behind a name with a blank a tab says where it ends.
    let tab = if path.contains(' ') { "\t" } else { "" };
    let mut out = format!("diff --git {old} {new}\n--- {old}{tab}\n+++ {new}{tab}\n");
    for group in group_diff_ops(ops, CONTEXT) {
        hunk(&group, &before, &after, &mut out);
    }
    out
}

/// Equal and replaced lines by turns. The library's insertions and deletions may bear a wrong place in the other text;
/// its equal lines do not, and the rest lies between them.
fn changes(before: &[&str], after: &[&str]) -> Vec<DiffOp> {
    let mut ops = Vec::new();
    let (mut old, mut new) = (0, 0);
    let end = DiffOp::Equal { old_index: before.len(), new_index: after.len(), len: 0 };
    for op in capture_diff_slices(Algorithm::Myers, before, after).into_iter().chain([end]) {
        let DiffOp::Equal { old_index, new_index, len } = op else { continue };
        let (old_len, new_len) = (old_index - old, new_index - new);
        if old_len + new_len > 0 {
            ops.push(DiffOp::Replace { old_index: old, old_len, new_index: new, new_len });
        }
        if len > 0 {
            ops.push(op);
        }
        (old, new) = (old_index + len, new_index + len);
    }
    ops
}

fn hunk(ops: &[DiffOp], before: &[&str], after: &[&str], out: &mut String) {
    let (Some(first), Some(last)) = (ops.first(), ops.last()) else { return };
    let range = |start: usize, end: usize| match end - start {
        0 => format!("{start},0"),
        1 => format!("{}", start + 1),
        length => format!("{},{length}", start + 1),
    };
    let old = range(first.old_range().start, last.old_range().end);
    let new = range(first.new_range().start, last.new_range().end);
    // Writing to a string cannot fail.
    let _ = writeln!(out, "@@ -{old} +{new} @@");
    for op in ops {
        if op.tag() == DiffTag::Equal {
            before[op.old_range()].iter().for_each(|l| line(' ', l, out));
        } else {
            before[op.old_range()].iter().for_each(|l| line('-', l, out));
            after[op.new_range()].iter().for_each(|l| line('+', l, out));
        }
    }
}

fn line(mark: char, text: &str, out: &mut String) {
    out.push(mark);
    out.push_str(text);
    if !text.ends_with('\n') {
        out.push_str("\n\\ No newline at end of file\n");
    }
}

/// The name as git writes it: in quotes where something in it needs an escape.
fn quoted(side: &str, path: &str) -> String {
    let plain = |b: u8| (b' '..0x7f).contains(&b) && b != b'"' && b != b'\\';
    if path.bytes().all(plain) {
        return format!("{side}{path}");
    }
    let mut out = format!("\"{side}");
    for byte in path.bytes() {
        match byte {
            b'"' | b'\\' => out.extend(['\\', byte as char]),
            b if plain(b) => out.push(b as char),
            b => out.push_str(&format!("\\{b:03o}")),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_give_nothing() {
        assert_eq!(patch("a\n", "a\n", "x"), "");
    }

    #[test]
    fn an_item_more_is_one_line_more() {
        assert_eq!(
            patch("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nnew\n5\n6\n7\n8\n", "draft/x.md"),
            "diff --git a/draft/x.md b/draft/x.md\n--- a/draft/x.md\n+++ b/draft/x.md\n\
             @@ -2,6 +2,7 @@\n 2\n 3\n 4\n+new\n 5\n 6\n 7\n"
        );
    }

    #[test]
    fn a_missing_last_line_end_is_said_on_both_sides() {
        let both = patch("a\nb", "a\nc", "x");
        assert!(
            both.ends_with("@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n")
        );
        assert!(patch("a", "a\n", "x").ends_with("-a\n\\ No newline at end of file\n+a\n"));
    }

    #[test]
    fn names_are_quoted_as_git_does() {
        assert_eq!(quoted("a/", "draft/x y.md"), "a/draft/x y.md");
        assert_eq!(quoted("a/", "a\"b\\c\té"), "\"a/a\\\"b\\\\c\\011\\303\\251\"");
    }
}
