//! Commands that are members of the workspace: their version is the one in `Cargo.lock`.

use super::version;
use crate::{paths, run};

/// The project's lock file.
pub fn lock() -> Result<String, String> {
    std::fs::read_to_string(paths::root().join("Cargo.lock")).map_err(|e| format!("Cargo.lock cannot be read: {e}."))
}

/// Builds the command `name` from `xtask/name` into the clone's own folder, unless it is there in the version that
/// `lock` says of `package`.
pub fn install(name: &str, lock: &str, package: &str) -> Result<(), String> {
    let wanted = version::in_lock(lock, package).ok_or(format!("Cargo.lock names no {package}."))?;
    if super::reported(name).as_deref() == Some(wanted) {
        return Ok(());
    }
    println!("Building the {name} command {wanted} into .tools (about 1 minute, once).");
    let path = format!("xtask/{name}");
    run::run(&mut run::cargo(&["install", "--path", &path, "--locked", "--debug", "--force", "--root", ".tools"]))
}
