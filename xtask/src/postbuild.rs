//! What a release build does after Trunk: the module in parts, one style sheet, the content security policy,
//! and the service worker.
//!
//! Development builds stay as they are: Trunk's reload script is inline and the policy would forbid it.

mod policy;
mod split;
mod squeeze;
mod styles;
mod worker;

pub use worker::renew;

use std::path::{Path, PathBuf};

/// Called by Trunk's hook, which names the folder and the profile.
pub fn from_trunk() -> Result<(), String> {
    if std::env::var("TRUNK_PROFILE").as_deref() != Ok("release") {
        return Ok(());
    }
    let folder = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    finish(&folder.ok_or("postbuild is called by Trunk's hook: run cargo xtask build.")?)
}

fn finish(folder: &Path) -> Result<(), String> {
    split::split(folder)?;
    let index = folder.join("index.html");
    let page = read(&index)?;
    let page = styles::join(&page, folder)?;
    let page = policy::insert(&page, &policy::connect_src())?;
    let page = worker::announce(&page)?;
    write(&index, page.as_bytes())?;
    worker::add(folder)
}

fn read(file: &Path) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|e| format!("{} cannot be read: {e}.", file.display()))
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(file, bytes).map_err(|e| format!("{} cannot be written: {e}.", file.display()))
}
