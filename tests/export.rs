//! The patch, held against git itself.

mod common;

use proptest::prelude::*;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use twir_desk::export::patch;

/// A folder of its own for every test, gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("twir-export-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// `git apply` in `folder`, which holds no repository; the person's own settings left aside.
fn apply(folder: &Path, patch: &str) -> Result<(), String> {
    std::fs::write(folder.join("x.patch"), patch).unwrap();
    let out = Command::new("git")
        .args(["apply", "x.patch"])
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("GIT_CEILING_DIRECTORIES", std::env::temp_dir())
        .output()
        .expect("git");
    if out.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&out.stderr).into_owned()) }
}

/// The patch makes git write exactly `edited`.
#[track_caller]
fn check(folder: &Folder, base: &str, edited: &str, path: &str) {
    let patch = patch(base, edited, path);
    if base == edited {
        assert_eq!(patch, "");
        return;
    }
    let file = folder.0.join(path);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, base).unwrap();
    if let Err(problem) = apply(&folder.0, &patch) {
        panic!("{problem}\n{base:?}\n{edited:?}\n{patch}");
    }
    assert_eq!(std::fs::read_to_string(&file).unwrap(), edited, "{patch}");
}

#[test]
fn git_takes_what_is_written_by_hand() {
    let long: String = (0..40).map(|n| format!("line {n}\n")).collect();
    let folder = Folder::new();
    for (base, edited) in [
        ("a\n", "a\nb\n"),
        ("a\nb\n", "b\n"),
        ("a", "a\n"),
        ("a\n", "a"),
        ("a", "b"),
        ("a\nb", "a\nb\nc"),
        ("a\nb", "c\na\nb"),
        ("a\r\nb\r\n", "a\r\nnew\r\nb\r\n"),
        ("a\r\nb\r\n", "a\nb\r\n"),
        ("a\rb\rc\n", "a\rx\rc\n"),
        ("a\rb", "a\rb\r"),
        ("\n\n\n", "\n\n\n\n"),
        ("a \nb\t\n", "a\nb\t\nc \n"),
        ("", "a\n"),
        ("", "a"),
        ("-- a\n++ b\n@@ c\n", "-- a\n--- x\n+++ y\n@@ c\ndiff --git a/x b/x\n"),
        ("\\ No newline at end of file\n", "\\ No newline at end of file"),
        ("\u{feff}Title: é\n日本\n", "\u{feff}Title: è\n日本\n* 語\n"),
        (&long, &long.replace("line 5\n", "").replace("line 12\n", "twelve\n").replace("line 38\n", "line 38\nnew\n")),
        (&long, &long.replace("line 0\n", "first\n").replace("line 39\n", "last")),
        (&long, &long.lines().rev().collect::<Vec<_>>().join("\n")),
    ] {
        check(&folder, base, edited, "draft/x.md");
    }
    for path in
        ["draft/a b.md", "x.md", "draft/a\"b.md", "draft/tab\there.md", "draft/back\\slash.md", "draft/é.md", "a b/c d"]
    {
        check(&folder, "a\n", "a\nb\n", path);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn git_takes_any_edit(base in text(), edits in prop::collection::vec((any::<prop::sample::Index>(), 0usize..3, line()), 1..6)) {
        let mut lines: Vec<String> = base.split_inclusive('\n').map(str::to_owned).collect();
        for (at, removed, new) in edits {
            let at = at.index(lines.len() + 1);
            let end = (at + removed).min(lines.len());
            lines.splice(at..end, [new]);
        }
        let edited = lines.concat();
        // A file without a byte is no file in git's eyes, and no issue.
        prop_assume!(!edited.is_empty());
        check(&Folder::new(), &base, &edited, "draft/x.md");
    }
}

fn line() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["a\n", "b\n", "\n", " c \n", "d\r\n", "e\rf\n", "é", "\t\n", "-\n", "+\n", "g", "\\\n"])
        .prop_map(str::to_owned)
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(line(), 0..30).prop_map(|lines| lines.concat())
}

#[test]
fn git_takes_every_contribution_of_history() {
    let Some(folder) = common::corpus::folder() else { return };
    let replays = std::fs::read_to_string(folder.join("replays/replays.jsonl")).unwrap();
    let work = Folder::new();
    for line in replays.lines() {
        let replay: serde_json::Value = serde_json::from_str(line).unwrap();
        let base = folder.join(format!("replays/bases/{}.md", replay["base"].as_str().unwrap()));
        let base = std::fs::read_to_string(base).unwrap();
        let doc = twir_desk::issue::Document::parse(base.as_str());
        let submission = twir_desk::issue::submission::read(&replay["submission"].to_string()).unwrap();
        let Ok(edit) = twir_desk::edit::add(&doc, &submission) else { continue };
        let edited = edit.apply(&base).unwrap();
        check(&work, &base, &edited, "draft/x.md");
        let patch = patch(&base, &edited, "draft/x.md");
        assert!(!patch.lines().skip(3).any(|l| l.starts_with('-')), "an addition takes no line away:\n{patch}");
    }
}
