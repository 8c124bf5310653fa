//! One site behind the tests' server, in brotli as hosts send it, and a fresh browser in front of it.

use super::harness::server::mime;
use super::harness::{Answer, Browser, Outcome, Server, Stage};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Where everything is, and the text.
pub struct Sites {
    folder: PathBuf,
    pub draft: String,
}

impl Sites {
    pub fn new(folder: PathBuf, draft: String) -> Self {
        Self { folder, draft }
    }

    /// A browser in front of a site: nothing in its cache, nothing opened.
    pub async fn place(&self, site: &str) -> Outcome<Stage> {
        let folder = self.folder.join(site);
        let server = Server::start(&folder)?;
        compress(&server, &folder, &folder)?;
        let own = self.folder.join("browser");
        let browser = Browser::start(&server.url(""), &own).await?;
        Ok(Stage { server, browser, folder: own })
    }

    /// The desk with a draft on GitHub's stand-in, a day on which that draft is the next issue; nothing opened.
    pub async fn desk(&self, draft: &str) -> Outcome<Stage> {
        let stage = self.place("desk").await?;
        let date = draft.lines().find_map(|line| line.strip_prefix("Date: ")).unwrap_or("2026-09-02").trim();
        stage.clock(&format!("{date}T06:00:00Z")).await?;
        stage.publish(&[(&format!("draft/{date}-this-week-in-rust.md"), draft)]);
        Ok(stage)
    }

    /// The browser's name and version.
    pub async fn browser(&self) -> Outcome<String> {
        let stage = self.place("textarea").await?;
        let version = stage.browser.cdp("Browser.getVersion", serde_json::json!({})).await?;
        stage.browser.quit().await?;
        Ok(version["product"].as_str().unwrap_or_default().replace('/', " "))
    }
}

/// Answers for each file that has a `NAME.br` beside it with that one.
fn compress(server: &Server, site: &Path, folder: &Path) -> Outcome {
    for entry in std::fs::read_dir(folder)? {
        let file = entry?.path();
        if file.is_dir() {
            compress(server, site, &file)?;
            continue;
        }
        let path = file.strip_prefix(site)?.to_string_lossy().replace('\\', "/");
        let Some(path) = path.strip_suffix(".br") else { continue };
        let answer =
            Answer::ok(std::fs::read(&file)?).header("Content-Type", mime(path)).header("Content-Encoding", "br");
        // What a host says of files that may change, so that a second visit asks again.
        let answer = answer.header("Cache-Control", "no-cache");
        if path == "index.html" {
            server.answer("/", answer.clone());
        }
        server.answer(&format!("/{path}"), answer);
    }
    Ok(())
}

/// Asks until the script returns something true, and returns that; seldom, for asking takes the page's time.
pub async fn wait(page: &Browser, script: &str, patience: Duration) -> Outcome<Value> {
    let start = Instant::now();
    loop {
        match page.script(script, &[]).await? {
            Value::Null | Value::Bool(false) if start.elapsed() > patience => {
                return Err(format!("in {patience:?} this did not become true: {script}").into());
            }
            Value::Null | Value::Bool(false) => tokio::time::sleep(Duration::from_millis(200)).await,
            value => return Ok(value),
        }
    }
}
