//! Parts of the Rust toolchain: the wasm target, rustfmt and clippy.

use crate::{paths, run};
use std::path::Path;

/// The target of the app.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target if the compiler has no standard library for it.
pub fn wasm_target() -> Result<(), String> {
    let sysroot = run::output(&mut run::command("rustc", &["--print", "sysroot"]))
        .ok_or("rustc cannot be run: install Rust as https://rustup.rs says.")?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    println!("Installing the Rust target {WASM} (a download of 20 MB).");
    rustup(&["target", "add", WASM])
}

/// Adds rustfmt and clippy if they are missing.
pub fn components() -> Result<(), String> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if run::output(&mut run::cargo(&[subcommand, "--version"])).is_none() {
            println!("Installing {component} (a small download).");
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(arguments: &[&str]) -> Result<(), String> {
    let wanted = arguments.join(" ");
    if paths::on_path(&format!("rustup{}", std::env::consts::EXE_SUFFIX)).is_none() {
        return Err(format!("this Rust was not installed by rustup: install what `rustup {wanted}` would, by hand."));
    }
    run::run(&mut run::command("rustup", arguments))
        .map_err(|e| format!("{e} Is there a network? Then try again: rustup {wanted}"))
}
