//! `cargo xtask serve`: the release app on this machine.

use crate::{app, paths, server};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};

/// How many ports above the wanted one are tried.
const TRIES: u16 = 20;

/// Builds the app, then serves it until it is stopped.
pub fn serve(port: u16, open: bool) -> Result<(), String> {
    app::build()?;
    let listener = listen(port)?;
    let port = listener.local_addr().map_err(|e| e.to_string())?.port();
    let address = format!("http://127.0.0.1:{port}/");
    println!("TWiR desk is at {address} (stop it with Ctrl+C).");
    if open {
        show(&address);
    }
    server::run(listener, &paths::dist())
}

/// Takes the port, or the next one that is free, on this machine's own address only.
fn listen(port: u16) -> Result<TcpListener, String> {
    let last = port.saturating_add(TRIES);
    (port..=last)
        .find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok())
        .ok_or(format!("no port from {port} to {last} is free: name another one with --port."))
}

/// Asks the system to open the address. Where it cannot, the printed address is enough.
fn show(address: &str) {
    let screen = |name| std::env::var_os(name).is_some();
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if screen("DISPLAY") || screen("WAYLAND_DISPLAY") || Path::new("/mnt/c").exists() {
        "xdg-open"
    } else {
        return;
    };
    let quiet = Stdio::null;
    let _ = Command::new(opener).arg(address).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_leads_to_the_next() {
        let first = listen(18_080).unwrap();
        let taken = first.local_addr().unwrap().port();
        let second = listen(taken).unwrap();
        assert!(second.local_addr().unwrap().port() > taken);
        assert!(second.local_addr().unwrap().ip().is_loopback());
    }
}
