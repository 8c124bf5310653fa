//! One chromedriver for all tests that run at the same time.

use super::Outcome;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, Weak};

/// A running chromedriver; it ends with the last test that uses it.
pub struct Chromedriver {
    child: Child,
    pub port: u16,
}

static RUNNING: Mutex<Weak<Chromedriver>> = Mutex::new(Weak::new());

impl Chromedriver {
    /// The one that runs, or a new one.
    pub fn shared() -> Outcome<Arc<Self>> {
        let mut running = RUNNING.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(driver) = running.upgrade() {
            return Ok(driver);
        }
        let driver = Arc::new(Self::start()?);
        *running = Arc::downgrade(&driver);
        Ok(driver)
    }

    fn start() -> Outcome<Self> {
        let program = std::env::var("TWIR_DESK_CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut child = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|e| format!("{program} did not start ({e}): cargo xtask test installs it."))?;
        let lines = BufReader::new(child.stdout.take().ok_or("chromedriver has no output")?);
        let mut lines = lines.lines().map_while(Result::ok);
        let port = lines.find_map(|line| port(&line));
        // What it prints later must be read by someone, or it stops.
        std::thread::spawn(move || lines.for_each(drop));
        match port {
            Some(port) => Ok(Self { child, port }),
            None => {
                let _ = child.kill();
                Err("chromedriver ended before it named its port.".into())
            }
        }
    }
}

/// The port in "ChromeDriver was started successfully on port 40123."; an earlier line only repeats our 0.
fn port(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("successfully on port ")?;
    rest.trim_end().trim_end_matches('.').parse().ok()
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
