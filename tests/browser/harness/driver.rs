//! The programs that drive the browsers: one chromedriver for all tests that run at the same time, and for each Firefox a
//! geckodriver of its own, which takes no second session.

use super::Outcome;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, Weak};

/// Which browser the tests run in: `TWIR_DESK_BROWSER`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Chromium,
    Firefox,
}

impl Kind {
    /// The one that was asked for.
    pub fn wanted() -> Self {
        match std::env::var("TWIR_DESK_BROWSER").as_deref() {
            Ok("firefox") => Self::Firefox,
            _ => Self::Chromium,
        }
    }
}

/// A running driver; it ends with the last test that uses it.
pub struct Driver {
    child: Child,
    pub port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

static RUNNING: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

impl Driver {
    /// The one that runs, or a new one.
    pub fn of(kind: Kind) -> Outcome<Arc<Self>> {
        if kind == Kind::Firefox {
            return Ok(Arc::new(Self::start(
                "TWIR_DESK_GECKODRIVER",
                "geckodriver",
                &["--port=0", "--websocket-port=0"],
            )?));
        }
        let mut running = RUNNING.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(driver) = running.upgrade() {
            return Ok(driver);
        }
        let driver = Arc::new(Self::start("TWIR_DESK_CHROMEDRIVER", "chromedriver", &["--port=0"])?);
        *running = Arc::downgrade(&driver);
        Ok(driver)
    }

    /// What pages said on Firefox's console as errors and warnings since the last call.
    pub fn heard(&self) -> Vec<String> {
        std::mem::take(&mut *self.heard.lock().unwrap_or_else(|poisoned| poisoned.into_inner()))
    }

    fn start(variable: &str, name: &str, arguments: &[&str]) -> Outcome<Self> {
        let program = std::env::var(variable).unwrap_or_else(|_| name.to_owned());
        let mut child = Command::new(&program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|e| format!("{program} did not start ({e}): cargo xtask test installs it."))?;
        let lines = BufReader::new(child.stdout.take().ok_or("the driver has no output")?);
        let mut lines = lines.lines().map_while(Result::ok);
        let port = lines.find_map(|line| port(&line));
        // What it prints later must be read by someone, or it stops.
        let heard = Arc::new(Mutex::new(Vec::new()));
        let errors = BufReader::new(child.stderr.take().ok_or("the driver has no output for errors")?).lines();
        listen(lines, &heard);
        listen(errors.map_while(Result::ok), &heard);
        match port {
            Some(port) => Ok(Self { child, port, heard }),
            None => {
                let _ = child.kill();
                Err(format!("{program} ended before it named its port.").into())
            }
        }
    }
}

/// Keeps what pages said on a Firefox's console as errors and warnings, which it prints; what it says of itself is left out.
fn listen(lines: impl Iterator<Item = String> + Send + 'static, heard: &Arc<Mutex<Vec<String>>>) {
    const OF_PAGES: [&str; 3] = ["console.error: \"", "console.warn: \"", "JavaScript error: http"];
    let heard = Arc::clone(heard);
    std::thread::spawn(move || {
        let said = lines.filter(|line| OF_PAGES.iter().any(|begin| line.starts_with(begin)));
        said.for_each(|line| heard.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).push(line));
    });
}

/// The port in "ChromeDriver was started successfully on port 40123." or "Listening on 127.0.0.1:40123"; an earlier line
/// of chromedriver only repeats our 0.
fn port(line: &str) -> Option<u16> {
    let chromium = line.split_once("successfully on port ");
    let (_, rest) = chromium.or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    rest.trim_end().trim_end_matches('.').parse().ok()
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
