//! Prism as a proxy before the stand-in: it holds every request and every answer against GitHub's own description of its
//! interface. `cargo xtask test` installs both from npm.

// Several test programs compile it.
#![allow(dead_code)]

mod client;
mod description;

pub use client::{Call, Carried, send};

use super::answer::Answer;
use super::github::{Ask, GitHub};
use super::http;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// Runs until it is dropped.
pub struct Prism {
    process: Child,
    /// The description. It stays as long as Prism runs: Prism watches it, and ends where it is gone before the watch is on.
    file: PathBuf,
    pub port: u16,
    behind: Arc<Mutex<Option<Arc<Mutex<GitHub>>>>>,
}

impl Prism {
    /// Nothing where npm's packages are not there; says so.
    pub fn start() -> Option<Self> {
        let packages = packages();
        let program = packages.join("@stoplight/prism-cli/dist/index.js");
        let whole = packages.join("@octokit/openapi/generated/api.github.com.json");
        if !program.is_file() || !whole.is_file() {
            println!("SKIPPED: Prism and GitHub's description are not there. Run it with: cargo xtask test");
            return None;
        }
        let cut = description::cut(&whole).expect("GitHub's description is as it was");
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("described-{}-{}.json", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let behind = Arc::new(Mutex::new(None));
        let upstream = serve(Arc::clone(&behind));
        // A port that is free now may be taken in the seconds until Prism asks for it.
        let started = (0..3).find_map(|_| {
            std::fs::write(&file, cut.to_string()).expect("the description can be written");
            let process = process(&program, &file, upstream);
            let mut prism = Self { process, file: file.clone(), port: 0, behind: Arc::clone(&behind) };
            prism.port = prism.listening()?;
            Some(prism)
        });
        Some(started.expect("Prism starts"))
    }

    /// Waits until it listens; its port, or nothing where it ended.
    fn listening(&mut self) -> Option<u16> {
        let mut lines = BufReader::new(self.process.stdout.take()?).lines().map_while(Result::ok);
        let line = lines.find(|line| line.contains("is listening"))?;
        // What it says from now on is read, or it would stop for want of room.
        std::thread::spawn(move || lines.for_each(drop));
        line.trim_end().rsplit(':').next()?.parse().ok()
    }

    /// Puts that stand-in behind it.
    pub fn front(&self, github: &Arc<Mutex<GitHub>>) {
        *self.behind.lock().expect("nobody failed with it") = Some(Arc::clone(github));
    }
}

impl Drop for Prism {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_file(&self.file);
    }
}

/// Prism on a free port before the stand-in's.
fn process(program: &Path, file: &Path, upstream: u16) -> Child {
    let mut command = Command::new("node");
    command.arg(program).args(["proxy", "--errors", "--port", &free_port().to_string()]);
    command.arg(file).arg(format!("http://127.0.0.1:{upstream}"));
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("node starts")
}

/// Where `cargo xtask test` puts npm's packages.
fn packages() -> PathBuf {
    std::env::var_os("TWIR_DESK_NPM")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join(".tools/npm"), PathBuf::from)
        .join("node_modules")
}

fn free_port() -> u16 {
    let port = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    port.expect("a free port").port()
}

/// Answers for whichever stand-in is behind; the port.
fn serve(behind: Arc<Mutex<Option<Arc<Mutex<GitHub>>>>>) -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let port = listener.local_addr().expect("an address").port();
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let github = behind.lock().ok().and_then(|behind| behind.clone());
            github.and_then(|github| one(stream, &github));
        }
    });
    port
}

fn one(mut stream: TcpStream, github: &Mutex<GitHub>) -> Option<()> {
    let request = http::read(&stream)?;
    let path = match request.query.as_str() {
        "" => request.path.clone(),
        query => format!("{}?{query}", request.path),
    };
    let token = request.header("authorization").and_then(|value| value.strip_prefix("Bearer "));
    let ask = Ask { method: &request.method, path: &path, token, body: &request.body };
    let reply = github.lock().ok()?.take(&ask)?;
    let mut answer = Answer::json(&reply.body);
    answer.status = reply.status;
    for (name, value) in &reply.headers {
        answer = answer.header(name, value);
    }
    http::write(&mut stream, &request, &answer);
    Some(())
}
