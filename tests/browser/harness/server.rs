//! A server on 127.0.0.1 with the built app, and below `/gh/` a stand-in for GitHub.

use super::answer::{Answer, Fault};
use super::github::{Ask, GitHub};
use super::http::{self, Request};
use super::line::Line;
use std::collections::HashMap;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

/// Where the script is that runs before the page's own: the page's policy allows none that stands in it.
const BEFORE: &str = "/before-load.js";

/// Runs until it is dropped.
pub struct Server {
    pub address: SocketAddr,
    shared: Arc<Mutex<Shared>>,
}

struct Shared {
    dist: PathBuf,
    /// Below which path the app is.
    mount: String,
    answers: HashMap<String, Answer>,
    /// What runs before the page's own scripts.
    before: String,
    /// Answers what has no answer of its own below `/gh/api/`.
    github: Option<GitHub>,
    requests: Vec<Request>,
    /// Connections that get no answer, kept open.
    silent: Vec<TcpStream>,
    /// What lies between this server and the browser, if it is slow.
    line: Option<Arc<Line>>,
    /// Whether nobody gets an answer, as where the network ends.
    cut: bool,
    stopped: bool,
}

impl Server {
    /// Serves the folder on a free port.
    pub fn start(dist: &Path) -> std::io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Mutex::new(Shared {
            dist: dist.to_path_buf(),
            mount: String::new(),
            answers: HashMap::new(),
            before: String::new(),
            github: None,
            requests: Vec::new(),
            silent: Vec::new(),
            line: None,
            cut: false,
            stopped: false,
        }));
        let server = Self { address, shared: Arc::clone(&shared) };
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if lock(&shared).stopped {
                    break;
                }
                let shared = Arc::clone(&shared);
                std::thread::spawn(move || serve(stream, &shared));
            }
        });
        Ok(server)
    }

    /// The whole address of a path such as `/` or `/gh/raw/x.md`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Sets the answer for a path: `/gh/…`, or a file of the app such as `/desk.json`. With a query
    /// (`/gh/a?ref=main`) it holds for that query only and goes before the path alone.
    pub fn answer(&self, path: &str, answer: Answer) {
        lock(&self.shared).answers.insert(path.to_owned(), answer);
    }

    /// Takes the answer back.
    pub fn forget(&self, path: &str) {
        lock(&self.shared).answers.remove(path);
    }

    /// Puts a stand-in for GitHub with a memory behind `/gh/api/`; answers that are set go before it.
    pub fn put_github(&self, github: GitHub) {
        lock(&self.shared).github = Some(github);
    }

    /// Reads or changes that stand-in.
    pub fn github<T>(&self, with: impl FnOnce(&mut GitHub) -> T) -> T {
        with(lock(&self.shared).github.as_mut().expect("a stand-in was put there"))
    }

    /// Replaces the app's served configuration, in the folder where the app is.
    pub fn config(&self, json: &serde_json::Value) {
        let path = format!("{}/desk.json", lock(&self.shared).mount);
        self.answer(&path, Answer::json(json));
    }

    /// Puts a script into the app's page from now on, before its own.
    pub fn before_load(&self, script: &str) {
        let mut shared = lock(&self.shared);
        shared.before.push_str(script);
        shared.before.push('\n');
        let answer = Answer::ok(shared.before.clone()).header("Content-Type", mime(BEFORE));
        shared.answers.insert(BEFORE.to_owned(), answer);
    }

    /// Answers nobody any more, or everybody again.
    pub fn cut(&self, cut: bool) {
        lock(&self.shared).cut = cut;
    }

    /// Puts a slow line in front of everything.
    pub fn slow(&self, line: Arc<Line>) {
        lock(&self.shared).line = Some(line);
    }

    /// Serves another folder from now on, as after a new version was put there.
    pub fn serve(&self, dist: &Path) {
        lock(&self.shared).dist = dist.to_path_buf();
    }

    /// Serves the app below a path, as a project's page on a shared host.
    pub fn mount(&self, path: &str) {
        lock(&self.shared).mount = path.trim_end_matches('/').to_owned();
    }

    /// Every request so far, in order.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.shared).requests.clone()
    }

    /// How many requests came for the path, whatever their query.
    pub fn count(&self, path: &str) -> usize {
        lock(&self.shared).requests.iter().filter(|request| request.path == path).count()
    }

    /// Whom the browser asked for besides this server, whose proxy it is: addresses, or `host:port`.
    pub fn strangers(&self) -> Vec<String> {
        let own = format!("http://{}/", self.address);
        let all = self.requests().into_iter().map(|r| r.path);
        all.filter(|path| !path.starts_with('/') && !path.starts_with(&own)).collect()
    }

    /// Forgets the requests so far.
    pub fn clear_requests(&self) {
        lock(&self.shared).requests.clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        lock(&self.shared).stopped = true;
        lock(&self.shared).silent.clear();
        // Wakes the thread that waits for connections.
        let _ = TcpStream::connect(self.address);
    }
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

fn serve(mut stream: TcpStream, shared: &Mutex<Shared>) {
    let _ = stream.set_read_timeout(Some(Duration::from_secs(60)));
    let Some(request) = http::read(&stream) else { return };
    let (answer, line) = {
        let mut shared = lock(shared);
        shared.requests.push(request.clone());
        (if shared.cut { Answer::closed() } else { shared.choose(&request) }, shared.line.clone())
    };
    std::thread::sleep(answer.delay + line.as_ref().map_or(Duration::ZERO, |line| line.latency));
    match answer.fault {
        Fault::Closed => {}
        Fault::Silent => lock(shared).silent.push(stream),
        Fault::None | Fault::CutAfter(_) => match line {
            None => http::write(&mut stream, &request, &answer),
            Some(line) => http::write_by(&mut stream, &request, &answer, |stream, body| line.send(stream, body)),
        },
    }
}

impl Shared {
    fn choose(&mut self, request: &Request) -> Answer {
        let whole = format!("{}?{}", request.path, request.query);
        if let Some(set) = self.answers.get(&whole).or_else(|| self.answers.get(&request.path)) {
            // GitHub, too, lets every page read.
            let allowed = set.clone();
            return if request.path.starts_with("/gh/") {
                allowed.header("Access-Control-Allow-Origin", "*")
            } else {
                allowed
            };
        }
        if let (Some(path), Some(github)) = (request.path.strip_prefix("/gh/api"), self.github.as_mut()) {
            return remembered(github, path, request);
        }
        match request.path.strip_prefix(&self.mount).and_then(|path| path.strip_prefix('/')) {
            Some(path) if !path.split('/').any(|part| part == ".." || part == "gh") => self.file(path),
            _ => Answer::status(404),
        }
    }

    fn file(&self, path: &str) -> Answer {
        let path = if path.is_empty() { "index.html" } else { path };
        match std::fs::read(self.dist.join(path)) {
            Ok(bytes) if path == "index.html" && !self.before.is_empty() => {
                let page = String::from_utf8_lossy(&bytes);
                let page = page.replacen("<head>", &format!("<head><script src=\"{BEFORE}\"></script>"), 1);
                Answer::ok(page).header("Content-Type", mime(path)).header("Cache-Control", "no-cache")
            }
            Ok(bytes) => Answer::ok(bytes).header("Content-Type", mime(path)).header("Cache-Control", "no-cache"),
            Err(_) => Answer::status(404),
        }
    }
}

/// What the stand-in with a memory answers.
fn remembered(github: &mut GitHub, path: &str, request: &Request) -> Answer {
    let path = match request.query.as_str() {
        "" => path.to_owned(),
        query => format!("{path}?{query}"),
    };
    let token = request.header("authorization").and_then(|value| value.strip_prefix("Bearer "));
    let Some(reply) = github.take(&Ask { method: &request.method, path: &path, token, body: &request.body }) else {
        return Answer::closed();
    };
    let answer = Answer { status: reply.status, ..Answer::json(&reply.body) };
    reply.headers.iter().fold(answer, |answer, (name, value)| answer.header(name, value))
}

/// The type of a file, by its ending.
pub fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        "yml" => "text/yaml; charset=utf-8",
        "svg" => "image/svg+xml",
        "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
