//! The command that splits the app's module into the first load and what comes later.

use super::version;
use crate::{paths, run};

/// Builds it from the workspace's lock file into the clone's own folder, unless that version is there.
pub fn install() -> Result<(), String> {
    let lock = std::fs::read_to_string(paths::root().join("Cargo.lock"))
        .map_err(|e| format!("Cargo.lock cannot be read: {e}."))?;
    let wanted =
        version::in_lock(&lock, "wasm_split_cli_support").ok_or("Cargo.lock names no wasm_split_cli_support.")?;
    if super::reported("wasm-split").as_deref() == Some(wanted) {
        return Ok(());
    }
    println!("Building the wasm-split command {wanted} into .tools (about 1 minute, once).");
    let options = ["install", "--path", "xtask/wasm-split", "--locked", "--debug", "--force", "--root", ".tools"];
    run::run(&mut run::cargo(&options))
}
