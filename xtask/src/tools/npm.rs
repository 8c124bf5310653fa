//! Packages of npm that tests need: GitHub's description of its interface, Prism, which holds requests against it, and
//! axe, which looks for what keeps people from using a page.

use super::packages;
use crate::{paths, run};
use std::path::{Path, PathBuf};

/// Name and version. Prism is the newest that runs on Debian's Node; its own dependencies come as they are.
const PACKAGES: [(&str, &str); 3] =
    [("@octokit/openapi", "23.0.2"), ("@stoplight/prism-cli", "5.14.2"), ("axe-core", "4.14.1")];

/// The one file of the description that is read; the others have four hundred megabytes.
const DESCRIPTION: &str = "api.github.com.json";

/// Installs them into the clone's own folder, unless those versions are there.
pub fn install() -> Result<(), String> {
    let folder = paths::tools().join("npm");
    if PACKAGES.iter().all(|(name, version)| is_there(&folder, name, version)) {
        return Ok(());
    }
    node()?;
    println!(
        "Installing GitHub's description of its interface, Prism and axe from npm into .tools (about 1 minute, once)."
    );
    std::fs::create_dir_all(&folder).map_err(|e| format!("{} cannot be made: {e}.", folder.display()))?;
    let mut npm = run::command("npm", &["install", "--no-audit", "--no-fund", "--ignore-scripts", "--save-exact"]);
    npm.arg("--prefix").arg(&folder).args(PACKAGES.map(|(name, version)| format!("{name}@{version}")));
    run::run(&mut npm).map_err(|e| format!("{e} Is there a network? Then try again."))?;
    spare(&package(&folder, "@octokit/openapi").join("generated"))
}

/// Installs Node.js and npm from the system's packages, unless they are there.
pub fn node() -> Result<(), String> {
    for program in ["node", "npm"] {
        if paths::on_path(program).is_none() {
            println!("{program} is missing: installing it (about 1 minute).");
            packages::install(&[if program == "node" { "nodejs" } else { program }], &["node"])
                .map_err(|e| format!("{e} Install Node.js and npm, version 18.20 or later."))?;
        }
    }
    Ok(())
}

fn package(folder: &Path, name: &str) -> PathBuf {
    folder.join("node_modules").join(name)
}

/// Whether the package is installed below the folder in that version.
pub fn is_there(folder: &Path, name: &str, version: &str) -> bool {
    let text = std::fs::read_to_string(package(folder, name).join("package.json")).unwrap_or_default();
    text.lines().any(|line| line.trim().trim_end_matches(',') == format!("\"version\": \"{version}\""))
}

/// Keeps only the one description.
fn spare(folder: &Path) -> Result<(), String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{} cannot be read: {e}.", folder.display()))?;
    for entry in entries.flatten().filter(|entry| entry.file_name() != DESCRIPTION) {
        std::fs::remove_file(entry.path()).map_err(|e| format!("{} stays: {e}.", entry.path().display()))?;
    }
    Ok(())
}
