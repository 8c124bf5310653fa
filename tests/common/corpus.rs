//! Where the newsletter's history lies, if it does.

use std::path::{Path, PathBuf};

/// The folder of the corpus: `$TWIR_CORPUS`, else `../shared/corpus`. `None`, and a message, where it is missing.
pub fn folder() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let folder = std::env::var_os("TWIR_CORPUS").map_or(beside, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: no corpus at {}; set TWIR_CORPUS to test against the newsletter's history", folder.display());
    None
}

/// Name and text of every file of text in `folder/part`, by name.
pub fn texts(folder: &Path, part: &str) -> Vec<(String, String)> {
    let entries = std::fs::read_dir(folder.join(part)).unwrap_or_else(|e| panic!("{part}: {e}"));
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    let mut paths: Vec<_> = paths.filter(|p| p.extension().is_some_and(|e| e == "md" || e == "txt")).collect();
    paths.sort();
    let name = |p: &Path| p.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let read = |p: &Path| std::fs::read_to_string(p).unwrap_or_else(|e| panic!("{}: {e}", p.display()));
    paths.iter().map(|p| (name(p), read(p))).collect()
}
