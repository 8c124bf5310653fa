//! Firefox, and the geckodriver that drives it.

use super::{installed, packages, reported};
use crate::{paths, run};
use std::path::PathBuf;

/// A browser and its driver: unlike Chromium's, one driver serves every version of the last years.
pub struct Firefox {
    pub firefox: PathBuf,
    pub driver: PathBuf,
}

const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];
const APP: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";
const GECKODRIVER: &str = "0.37.1";

/// Both, installed if need be.
pub fn firefox() -> Result<Firefox, String> {
    let found = found().map_or_else(
        || {
            println!("Firefox is missing: installing it (about 1 minute).");
            packages::install(&["firefox-esr"], &["firefox"])?;
            found().ok_or("Firefox is still not there.".to_owned())
        },
        Ok,
    );
    let by_hand = |e| format!("{e} Install Firefox, and put it on PATH or name it in TWIR_DESK_FIREFOX.");
    Ok(Firefox { firefox: found.map_err(by_hand)?, driver: driver()? })
}

fn found() -> Option<PathBuf> {
    let named = std::env::var_os("TWIR_DESK_FIREFOX").map(PathBuf::from);
    let all = named.into_iter().chain(FIREFOX.iter().filter_map(|name| paths::on_path(name))).chain([APP.into()]);
    all.into_iter().find(|program| program.is_file())
}

fn driver() -> Result<PathBuf, String> {
    if let Some(named) = std::env::var_os("TWIR_DESK_GECKODRIVER") {
        return Ok(named.into());
    }
    if reported("geckodriver").as_deref() != Some(GECKODRIVER) {
        println!("Installing geckodriver {GECKODRIVER} into .tools (about 2 minutes, once).");
        let version = format!("={GECKODRIVER}");
        let options = ["install", "geckodriver", "--locked", "--version", &version, "--debug", "--force"];
        run::run(run::cargo(&options).args(["--root", ".tools"]))?;
    }
    Ok(installed("geckodriver"))
}
