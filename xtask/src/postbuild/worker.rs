//! The service worker `sw.js`: a list of the build's files and a version made from what is in them.

use super::{read, squeeze, write};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

const TEMPLATE: &str = include_str!("worker.js");
/// The name under which it is served: the folder that it stands in is what it keeps.
const NAME: &str = "sw.js";
/// What a fork changes without a build, so its bytes are nobody's version.
const CONFIG: &str = "desk.json";
/// How the names of files begin that bear a hash: what is in them never changes.
const HASHED: [&str; 3] = ["desk-", "parts-", "style-"];

/// The page with the worker's address where `boot.js` looks for it: only release builds have one.
pub fn announce(page: &str) -> Result<String, String> {
    let start = r#"src="./boot.js""#;
    if !page.contains(start) {
        return Err("index.html has no script boot.js that could register the service worker.".to_owned());
    }
    Ok(page.replacen(start, &format!("{start} data-worker=\"./{NAME}\""), 1))
}

/// Writes the worker for the files in `folder` as they are now; nothing may change after it.
pub fn add(folder: &Path) -> Result<(), String> {
    let mut version = Sha256::new();
    let mut entries = Vec::new();
    for file in crate::size::files(folder)? {
        let name = address(folder, &file);
        if name == NAME || name == CONFIG {
            continue;
        }
        let bytes = std::fs::read(&file).map_err(|e| format!("{} cannot be read: {e}.", file.display()))?;
        version.update((name.len() as u64).to_le_bytes());
        version.update(&name);
        version.update((bytes.len() as u64).to_le_bytes());
        version.update(&bytes);
        entries.push(entry(&name, &bytes));
    }
    let version = version.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let files = format!("{{\n{}\n}}", entries.join(",\n"));
    let script = TEMPLATE.replace("{version}", &version).replace("{files}", &files);
    write(&folder.join(NAME), squeeze::script(&script).as_bytes())
}

/// The same for a folder that was built before, as `cargo xtask worker FOLDER` does it.
pub fn renew(folder: &Path) -> Result<(), String> {
    read(&folder.join(NAME)).map_err(|e| format!("{e} Is it a build of the desk?"))?;
    add(folder)
}

/// The path of a file as addresses have it.
fn address(folder: &Path, file: &Path) -> String {
    let path: PathBuf = file.strip_prefix(folder).unwrap_or(file).to_path_buf();
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// A file's name with what its bytes must be; a name with a hash says that already. The page is kept as the folder that
/// people open, for some servers send `index.html` there.
fn entry(name: &str, bytes: &[u8]) -> String {
    let integrity = match HASHED.iter().any(|hashed| name.starts_with(hashed)) {
        true => String::new(),
        false => format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes))),
    };
    let name = if name == "index.html" { "" } else { name };
    format!("\"{name}\": \"{integrity}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two files, one of them with a hash in its name, and the worker's text.
    fn built(name: &str, page: &str, config: &str) -> String {
        let folder = std::env::temp_dir().join(format!("xtask-worker-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("parts-0a")).unwrap();
        std::fs::write(folder.join("index.html"), page).unwrap();
        std::fs::write(folder.join("desk.json"), config).unwrap();
        std::fs::write(folder.join("parts-0a/a.wasm"), "module").unwrap();
        add(&folder).unwrap();
        // A second time it must not find itself.
        let first = read(&folder.join(NAME)).unwrap();
        renew(&folder).unwrap();
        assert_eq!(first, read(&folder.join(NAME)).unwrap());
        std::fs::remove_dir_all(folder).unwrap();
        first
    }

    #[test]
    fn every_file_is_listed_and_those_without_a_hash_are_measured() {
        let worker = built("list", "<p>", "{}");
        assert!(worker.contains("\"parts-0a/a.wasm\": \"\""), "{worker}");
        // printf '<p>' | openssl dgst -sha256 -binary | base64
        assert!(worker.contains("\"\": \"sha256-M/J5lGcXcoeikmB4ChB6yY6mPdYWX2f8wNdHZ9CoIJA=\""), "{worker}");
        assert!(!worker.contains("\"desk.json\": ") && !worker.contains("\"sw.js\": "), "{worker}");
    }

    #[test]
    fn the_version_follows_the_files_and_not_the_configuration() {
        let one = built("one", "<p>", "{}");
        assert_eq!(one, built("same", "<p>", "{\"branch\": \"other\"}"));
        assert_ne!(one.lines().next(), built("other", "<b>", "{}").lines().next());
    }

    #[test]
    fn only_a_page_that_starts_the_app_gets_a_worker() {
        let page = announce(r#"<script src="./boot.js" data-js="./a.js">"#).unwrap();
        assert_eq!(page, r#"<script src="./boot.js" data-worker="./sw.js" data-js="./a.js">"#);
        assert!(announce("<p>").is_err());
    }
}
