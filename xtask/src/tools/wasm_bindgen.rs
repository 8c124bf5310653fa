//! The wasm-bindgen command, at exactly the version of the library in `Cargo.lock`.

use super::version;
use crate::{paths, run};

/// Builds it from the workspace's lock file into the clone's own folder, unless that version is there.
pub fn install() -> Result<(), String> {
    let lock = std::fs::read_to_string(paths::root().join("Cargo.lock"))
        .map_err(|e| format!("Cargo.lock cannot be read: {e}."))?;
    let wanted = version::in_lock(&lock, "wasm-bindgen").ok_or("Cargo.lock names no wasm-bindgen.")?;
    let command = version::in_lock(&lock, "wasm-bindgen-cli");
    if command != Some(wanted) {
        return Err(format!("the command wasm-bindgen must be {wanted} too: change xtask/wasm-bindgen/Cargo.toml."));
    }
    if super::reported("wasm-bindgen").as_deref() == Some(wanted) {
        return Ok(());
    }
    println!("Building the wasm-bindgen command {wanted} into .tools (about 1 minute, once).");
    run::run(&mut run::cargo(&[
        "install",
        "--path",
        "xtask/wasm-bindgen",
        "--locked",
        "--debug",
        "--force",
        "--root",
        ".tools",
    ]))
}
