//! The house keeps itself in order: who may import whom, how long a file may be, and what must not be written.

use std::path::{Path, PathBuf};

/// The floors, top of the list first. A module uses those on earlier floors and, on its own floor, only itself.
const FLOORS: [&[&str]; 7] = [
    &["text"],
    &["issue"],
    &["edit", "rules", "site", "merge", "export", "publish", "review"],
    &["desk"],
    &["platform"],
    &["ui"],
    &["main", "bin"],
];

/// Modules that may use less than their floor allows: `platform` is the outside world and knows no editor.
const NARROW: [(&str, &[&str]); 1] = [("platform", &["text", "issue"])];

/// No file is longer.
const LONGEST: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Path below the root and text of all files in `folders` that end in `.rs`.
fn sources(folders: &[&str]) -> Vec<(String, String)> {
    let mut pending: Vec<PathBuf> = folders.iter().map(|f| root().join(f)).filter(|f| f.exists()).collect();
    let mut found = Vec::new();
    while let Some(path) = pending.pop() {
        if path.is_dir() {
            let skipped = path.ends_with("target") || path.ends_with("artifacts");
            let entries = std::fs::read_dir(&path).into_iter().flatten().flatten().map(|e| e.path());
            pending.extend(entries.filter(|_| !skipped));
        } else if path.extension().is_some_and(|e| e == "rs") {
            let name = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            found.push((name, std::fs::read_to_string(&path).unwrap_or_default()));
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no sources below {folders:?}");
    found
}

/// The lines of code with their numbers: comments left out.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let bare = |line: &'_ str| line.find("//").filter(|at| !line[..*at].ends_with(':')).unwrap_or(line.len());
    text.lines().enumerate().map(move |(i, line)| (i + 1, &line[..bare(line)]))
}

/// Fails with all of `faults`, one on a line.
fn none(rule: &str, faults: Vec<String>) {
    assert!(faults.is_empty(), "{rule}:\n{}", faults.join("\n"));
}

/// The module below `src` to which a file belongs.
fn module(file: &str) -> &str {
    let inside = file.trim_start_matches("src/");
    inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
}

/// The modules that a line names by `crate::` or by the crate's own name; of `use crate::{a, b::c}` all.
fn used(line: &str) -> Vec<&str> {
    let word = |text: &'_ str| text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    let mut names = Vec::new();
    for path in line.split("crate::").skip(1).chain(line.split("twir_desk::").skip(1)) {
        let Some(group) = path.strip_prefix('{') else {
            names.push(&path[..word(path)]);
            continue;
        };
        let mut depth = 0;
        for part in group.split_inclusive(['{', '}', ',']) {
            if depth == 0 {
                let part = part.trim_start();
                names.push(&part[..word(part)]);
            }
            depth += part.matches('{').count();
            depth = depth.saturating_sub(part.matches('}').count());
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

#[test]
fn imports_go_downwards_only() {
    let mut faults = Vec::new();
    for (file, text) in sources(&["src"]) {
        let own = module(&file);
        if own == "lib" {
            continue;
        }
        let Some(own_floor) = floor(own) else {
            faults.push(format!("{file}: module `{own}` stands on no floor; give it one in tests/tidy.rs"));
            continue;
        };
        let narrow = NARROW.iter().find(|(name, _)| *name == own).map(|(_, allowed)| *allowed);
        for (number, line) in code(&text) {
            for other in used(line).into_iter().filter(|other| *other != own) {
                let Some(other_floor) = floor(other) else { continue };
                if other_floor >= own_floor || narrow.is_some_and(|allowed| !allowed.contains(&other)) {
                    faults.push(format!("{file}:{number}: `{own}` must not use `{other}`"));
                }
            }
        }
    }
    none("imports go downwards, and not between modules of one floor", faults);
}

#[test]
fn floors_are_told_from_any_import() {
    assert_eq!(used("use crate::text::{Span, Edit};"), ["text"]);
    assert_eq!(used("use crate::{issue::{Document, Item}, text};"), ["issue", "text"]);
    assert_eq!(used("    let x = crate::ui::page(twir_desk::desk::Desk);"), ["ui", "desk"]);
    assert_eq!(code("a // crate::ui\n\"https://x\"").map(|(_, l)| l).collect::<Vec<_>>(), ["a ", "\"https://x\""]);
}

#[test]
fn no_file_is_too_long() {
    let long = sources(&["src", "tests", "xtask/src", "benches", "fuzz"]).into_iter().filter_map(|(file, text)| {
        let lines = text.lines().count();
        (lines > LONGEST).then(|| format!("{file}: {lines} lines, {LONGEST} at most"))
    });
    none("one purpose a file", long.collect());
}

#[test]
fn what_must_not_be_written() {
    // Put together from halves, so that this file does not find itself.
    let never = [concat!("un", "safe "), concat!("to", "do!("), concat!("unimple", "mented!("), concat!("db", "g!(")];
    // What takes a text as HTML.
    let html = [
        concat!("inner_", "html"),
        concat!("outer_", "html"),
        concat!("adjacent_", "html"),
        concat!("contextual_", "fragment"),
        concat!("parse_from_", "string"),
    ];
    let mut faults = Vec::new();
    for (file, text) in sources(&["src", "tests", "xtask/src", "benches"]) {
        for (number, line) in code(&text) {
            let found = never.iter().filter(|word| line.contains(**word));
            faults.extend(found.map(|word| format!("{file}:{number}: `{}`", word.trim())));
            let sets = html.iter().any(|name| line.contains(name));
            if sets && file.starts_with("src/") && file != "src/ui/page.rs" {
                faults.push(format!("{file}:{number}: HTML is set in src/ui/page.rs only, from the site's output"));
            }
        }
    }
    none("what must not be written", faults);
}

#[test]
fn every_rule_is_registered() {
    let list = std::fs::read_to_string(root().join("src/rules.rs")).unwrap_or_default();
    let unlisted = sources(&["src"]).into_iter().filter_map(|(file, text)| {
        let name = file.strip_prefix("src/rules/")?.strip_suffix(".rs")?.replace('/', "::");
        // A rule's file holds the rule; what else stands there helps several of them.
        let is_rule = code(&text).any(|(_, l)| l.contains(": Rule =") || l.contains("-> Rule"));
        (is_rule && !code(&list).any(|(_, l)| l.contains(&format!("{name}::")))).then_some(file)
    });
    none("every rule stands in the list of src/rules.rs", unlisted.collect());
}

#[test]
fn no_file_names_a_machine() {
    let folders = [["/ho", "me/"], ["/wo", "rk/"], ["/ro", "ot/"], ["/Us", "ers/"]].map(|halves| halves.concat());
    // Whether the user is the administrator is asked by looking there; that names no machine.
    let asked = ["\"/ro", "ot/.\""].concat();
    let listed = std::process::Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output();
    let Ok(listed) = listed.map(|o| o.stdout).map_err(|_| eprintln!("SKIPPED: git cannot list the files")) else {
        return;
    };
    let mut faults = Vec::new();
    for file in String::from_utf8_lossy(&listed).split('\0').filter(|f| !f.is_empty() && *f != "Cargo.lock") {
        let Ok(text) = std::fs::read_to_string(root().join(file)) else { continue };
        for (index, line) in text.lines().enumerate() {
            let line = line.replace(&asked, "");
            let found = folders.iter().find(|folder| line.contains(folder.as_str()));
            faults.extend(found.map(|folder| format!("{file}:{}: {folder}", index + 1)));
        }
    }
    none("paths of one machine", faults);
}
