//! The wasm-bindgen command, at exactly the version of the library in `Cargo.lock`.

use super::{member, version};

/// Installs it; a command of another version than the library's is refused.
pub fn install() -> Result<(), String> {
    let lock = member::lock()?;
    let wanted = version::in_lock(&lock, "wasm-bindgen").ok_or("Cargo.lock names no wasm-bindgen.")?;
    let command = version::in_lock(&lock, "wasm-bindgen-cli");
    if command != Some(wanted) {
        return Err(format!("the command wasm-bindgen must be {wanted} too: change xtask/wasm-bindgen/Cargo.toml."));
    }
    member::install("wasm-bindgen", &lock, "wasm-bindgen")
}
