//! The system's own packages: apt-get where it is, brew on a Mac.

use crate::{paths, run};

/// Installs packages by their names for apt-get, or by those for brew.
pub fn install(debian: &[&str], brew: &[&str]) -> Result<(), String> {
    if cfg!(target_os = "macos") && paths::on_path("brew").is_some() {
        return run::run(run::command("brew", &["install"]).args(brew));
    }
    if paths::on_path("apt-get").is_none() {
        return Err("this system has neither apt-get nor brew.".to_owned());
    }
    apt_get(&["update"])?;
    apt_get(&[&["install", "-y", "--no-install-recommends"], debian].concat())
}

fn apt_get(arguments: &[&str]) -> Result<(), String> {
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
