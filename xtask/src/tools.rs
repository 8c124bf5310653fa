//! What the project needs beside cargo: each part says what is missing and installs it.

mod browser;
mod firefox;
mod member;
mod npm;
mod packages;
mod peers;
mod rust;
mod trunk;
mod version;
mod wasm_bindgen;

pub use browser::browser;
pub use firefox::firefox;
pub use member::lock;
pub use npm::install as npm;
pub use peers::{Peers, peers};
pub use rust::{WASM, components, wasm_target};
pub use version::in_lock;

use crate::paths;
use std::path::PathBuf;

/// Everything that a build of the app needs.
pub fn for_app() -> Result<(), String> {
    wasm_target()?;
    trunk::install()?;
    wasm_bindgen::install()?;
    member::install("wasm-split", &member::lock()?, "wasm_split_cli_support")
}

/// A program in the clone's own folder of tools.
pub fn installed(name: &str) -> PathBuf {
    paths::tools().join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// The version that an installed tool reports.
fn reported(name: &str) -> Option<String> {
    let text = crate::run::output(&mut crate::run::command(&installed(name).to_string_lossy(), &["--version"]))?;
    version::in_text(&text).map(str::to_owned)
}
