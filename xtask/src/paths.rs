//! Where things are, from the root of the clone.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The root of the clone.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The release app, as it is served.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Where cargo writes.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The folder of the tools that only this clone uses; Git ignores it.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// `PATH` with the clone's own tools first.
pub fn path_with_tools() -> Result<OsString, String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(tools().join("bin")).chain(std::env::split_paths(&path));
    std::env::join_paths(folders).map_err(|_| "the clone's own path has a character that PATH cannot hold.".to_owned())
}

/// The first program of that name on `PATH`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
