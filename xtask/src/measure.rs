//! `cargo xtask measure`: sizes and times of the desk beside its peers, from one run.

mod sites;
mod sizes;

use crate::{app, paths, run, tools};
use std::path::Path;

/// Prints the tables, or only some parts. `draft` is the text that is typed into; without it one is made up.
pub fn measure(draft: Option<&Path>, parts: &[String]) -> Result<(), String> {
    // Cargo runs the benchmark in another folder.
    let draft = draft.map(|file| file.canonicalize().map_err(|e| format!("{} cannot be read: {e}.", file.display())));
    let draft = draft.transpose()?;
    if !paths::dist().join("index.html").exists() {
        app::build()?;
    }
    let browser = tools::browser()?;
    let peers = tools::peers()?;
    let folder = paths::target().join("measure");
    println!("Compressing what is served (2 minutes the first time).");
    let sites = sites::lay_out(&peers, &folder)?;
    println!("\n{}", sizes::table(&sites));
    // Built as the tests are: it only waits for the browser.
    let mut cargo = run::cargo(&["test", "--quiet", "-p", "twir-desk", "--bench", "browser", "--locked"]);
    cargo.env("TWIR_DESK_SITES", &folder);
    cargo.env("TWIR_DESK_CHROMIUM", &browser.chromium).env("TWIR_DESK_CHROMEDRIVER", &browser.driver);
    if let Some(draft) = draft {
        cargo.env("TWIR_DESK_DRAFT", draft);
    }
    run::run(cargo.arg("--").args(parts))
}
