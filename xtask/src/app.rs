//! Building the app with Trunk.

mod flags;

use crate::{paths, run, tools};
use std::process::Command;
use std::time::Instant;

/// Builds the release app into `dist/`.
pub fn build() -> Result<(), String> {
    let trunk = ready()?;
    println!("Building the release app into dist/ (up to 3 minutes the first time).");
    let start = Instant::now();
    let dist = paths::dist();
    // A failed build leaves the last one where it is: nobody must take that for the new one.
    if dist.exists() {
        std::fs::remove_dir_all(&dist).map_err(|e| format!("the old dist/ cannot be removed: {e}."))?;
    }
    let mut trunk = configured(trunk)?;
    trunk
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags::release())
        .env("CARGO_PROFILE_WASM_STRIP", "none");
    run::run(trunk.args(["build", "--release", "--dist", "dist"]))?;
    println!("Built in {:.1} minutes.", start.elapsed().as_secs_f64() / 60.0);
    Ok(())
}

/// Serves a development build that reloads; further arguments go to `trunk serve`.
pub fn dev(rest: &[String]) -> Result<(), String> {
    let trunk = ready()?;
    println!("Serving a development build; it reloads when a file changes. Stop it with Ctrl+C.");
    run::run(configured(trunk)?.arg("serve").args(rest))
}

/// Installs what a build needs. Trunk itself builds offline, so the crates are fetched here.
fn ready() -> Result<Command, String> {
    tools::for_app()?;
    run::run(&mut run::cargo(&["fetch", "--quiet", "--locked"]))?;
    let trunk = tools::installed("trunk");
    Ok(run::command(&trunk.to_string_lossy(), &[]))
}

fn configured(mut trunk: Command) -> Result<Command, String> {
    trunk.env("PATH", paths::path_with_tools()?);
    // Trunk reads this as true or false and refuses the usual NO_COLOR=1.
    trunk.env_remove("NO_COLOR");
    // A failed build is explained by cargo; where in Trunk it was noticed helps nobody.
    trunk.env_remove("RUST_BACKTRACE");
    Ok(trunk)
}
