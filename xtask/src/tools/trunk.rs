//! Trunk, which puts the app's files together.

use crate::run;

/// The newest version that Rust 1.95 compiles.
const VERSION: &str = "0.21.14";

/// Installs Trunk into the clone's own folder, unless that version is there.
pub fn install() -> Result<(), String> {
    if super::reported("trunk").as_deref() == Some(VERSION) {
        return Ok(());
    }
    println!("Installing Trunk {VERSION} into .tools (about 4 minutes, once).");
    let version = format!("={VERSION}");
    // Unoptimised: it only calls others, and compiles in a third of the time.
    let options = ["install", "trunk", "--locked", "--version", &version, "--debug", "--no-default-features"];
    run::run(run::cargo(&options).args(["--force", "--root", ".tools"])).map_err(|e| {
        format!("{e} Without Trunk the app cannot be built: is there a network, and a C compiler (cc)? Then try again.")
    })
}
