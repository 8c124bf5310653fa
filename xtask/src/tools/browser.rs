//! Chromium and its driver: those that are there if they fit together, else from the system's packages.

use super::version;
use crate::{paths, run};
use std::path::PathBuf;

/// A browser and a driver of the same version.
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

const CHROMIUM: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const APPS: [&str; 2] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const DRIVER: [&str; 2] = ["chromedriver", "chromium.chromedriver"];

/// What to do where nothing can be installed from here.
const BY_HAND: &str = "Install Chromium or Google Chrome and the chromedriver of the same version, and put both on PATH \
(or name them in TWIR_DESK_CHROMIUM and TWIR_DESK_CHROMEDRIVER).";

/// A pair that fits, installed if need be.
pub fn browser() -> Result<Browser, String> {
    if let Some(found) = pair() {
        return Ok(found);
    }
    println!("Chromium and its driver are missing, or of different versions: installing them (about 1 minute).");
    install().map_err(|e| format!("{e} {BY_HAND}"))?;
    pair().ok_or(format!("Chromium and its driver are still not there, or of different versions. {BY_HAND}"))
}

/// The first browser and driver with the same major version.
fn pair() -> Option<Browser> {
    let drivers: Vec<_> = drivers().into_iter().filter_map(with_major).collect();
    browsers().into_iter().filter_map(with_major).find_map(|(chromium, major)| {
        let (driver, _) = drivers.iter().find(|(_, other)| *other == major)?;
        Some(Browser { chromium, driver: driver.clone() })
    })
}

fn browsers() -> Vec<PathBuf> {
    let named = std::env::var_os("TWIR_DESK_CHROMIUM").map(PathBuf::from);
    named
        .into_iter()
        .chain(CHROMIUM.iter().filter_map(|name| paths::on_path(name)))
        .chain(APPS.map(PathBuf::from))
        .collect()
}

fn drivers() -> Vec<PathBuf> {
    let named = std::env::var_os("TWIR_DESK_CHROMEDRIVER").map(PathBuf::from);
    // Where hosted build machines keep it.
    let hosted = std::env::var_os("CHROMEWEBDRIVER").map(|folder| PathBuf::from(folder).join("chromedriver"));
    named.into_iter().chain(hosted).chain(DRIVER.iter().filter_map(|name| paths::on_path(name))).collect()
}

fn with_major(program: PathBuf) -> Option<(PathBuf, u32)> {
    let text = run::output(&mut run::command(&program.to_string_lossy(), &["--version"]))?;
    let major = version::major(version::in_text(&text)?)?;
    Some((program, major))
}

fn install() -> Result<(), String> {
    if cfg!(target_os = "macos") && paths::on_path("brew").is_some() {
        return run::run(&mut run::command("brew", &["install", "--cask", "chromium", "chromedriver"]));
    }
    if paths::on_path("apt-get").is_none() {
        return Err("this system has neither apt-get nor brew.".to_owned());
    }
    apt_get(&["update"])?;
    // Debian's names; Ubuntu's are other ones, and bring snaps.
    let debian =
        apt_get(&["install", "-y", "--no-install-recommends", "chromium", "chromium-driver", "fonts-liberation"]);
    debian.or_else(|_| apt_get(&["install", "-y", "chromium-browser", "chromium-chromedriver"]))
}

/// Debian's packages, as root or by `sudo`.
pub fn apt_get(arguments: &[&str]) -> Result<(), String> {
    let root = run::output(&mut run::command("id", &["-u"])).as_deref() == Some("0");
    let (program, first): (_, &[&str]) = if root {
        ("env", &["DEBIAN_FRONTEND=noninteractive", "apt-get"])
    } else if paths::on_path("sudo").is_some() {
        ("sudo", &["DEBIAN_FRONTEND=noninteractive", "apt-get"])
    } else {
        return Err("installing packages needs root or sudo.".to_owned());
    };
    run::run(run::command(program, first).args(arguments))
}
