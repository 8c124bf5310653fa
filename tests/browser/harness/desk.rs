//! The desk with a draft from the stand-in on it: what nearly every test begins with, and what it leaves.

use super::{Answer, Browser, Outcome, Stage};
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use twir_desk::edit;
use twir_desk::issue::{Document, submission};
use twir_desk::text::blob::blob_id;

/// An invented draft with today's structure.
pub const DRAFT: &str = include_str!("draft.md");
/// The draft with an item added (by an address that tells where readers came from), one changed and one taken away.
pub fn changed() -> String {
    DRAFT
        .replace("### Research\n", "### Research\n* [New](https://lane.example/new?utm_source=feed)\n")
        .replace("A tiny key-value store", "A small key-value store")
        .replace("* [Announcing the harvest release](https://official.example/harvest)\n", "")
}

/// Where the stand-in keeps it.
pub const PATH: &str = "draft/2026-09-02-this-week-in-rust.md";
/// The name under which it is saved.
pub const FILE: &str = "2026-09-02-this-week-in-rust.md";
/// The invented repository.
pub const REPOSITORY: &str = "ferrous/newsletter";
/// The stand-in's listing of the draft folder.
pub const LISTING: &str = "/gh/api/repos/ferrous/newsletter/contents/draft";
/// A day on which that draft is the next issue; at noon it is the same day nearly everywhere.
pub const TODAY: &str = "2026-09-01T12:00:00Z";

/// The stand-in's raw file of a path.
pub fn raw(path: &str) -> String {
    raw_at("main", path)
}

/// The same of a commit.
pub fn raw_at(commit: &str, path: &str) -> String {
    format!("/gh/raw/{REPOSITORY}/{commit}/{path}")
}

impl Stage {
    /// Points the app to the stand-in, which knows nothing yet.
    pub fn configure(&self) {
        self.server.config(&json!({
            "repository": REPOSITORY,
            "branch": "main",
            "draft": "draft",
            "content": "content",
            "api": self.server.url("/gh/api"),
            "raw": self.server.url("/gh/raw"),
            "web": "https://github.com",
        }));
    }

    /// Puts files into the stand-in's repository; those in `draft/` are listed there.
    pub fn publish(&self, files: &[(&str, &str)]) {
        self.publish_slowly(files, Duration::ZERO);
    }

    /// The same, with a listing that takes that long to come.
    pub fn publish_slowly(&self, files: &[(&str, &str)], delay: Duration) {
        self.configure();
        let mut entries = Vec::new();
        for (path, text) in files {
            self.server.answer(&raw(path), Answer::ok(*text).header("Content-Type", "text/plain; charset=utf-8"));
            if let Some(name) = path.strip_prefix("draft/") {
                entries.push(json!({ "name": name, "path": path, "sha": blob_id(text), "type": "file" }));
            }
        }
        self.server.answer(LISTING, Answer::json(&Value::Array(entries)).delay(delay));
    }

    /// Opens the app with the invented draft, at the given place of it (`#/assemble`).
    pub async fn desk(&self, place: &str) -> Outcome {
        self.desk_with(DRAFT, place).await
    }

    /// Opens the app with a draft of the test's own.
    pub async fn desk_with(&self, draft: &str, place: &str) -> Outcome {
        self.publish(&[(PATH, draft)]);
        self.browser.open(&format!("/{place}")).await?;
        self.browser.loaded_from_github().await
    }

    /// The text with the submissions in it, one after the other: as the library makes it, which must be to the byte
    /// what the command `twir add` prints.
    pub fn added(&self, draft: &str, submissions: &[Value]) -> Outcome<String> {
        let mut text = draft.to_owned();
        for wanted in submissions {
            let json = wanted.to_string();
            let printed = self.twir_add(&text, &json)?;
            let wanted = submission::read(&json).map_err(|e| e.to_string())?;
            let doc = Document::parse(text.as_str());
            text = edit::add(&doc, &wanted).map_err(|e| e.to_string())?.apply(&text).map_err(|e| e.to_string())?;
            assert_eq!(printed, text, "twir add and the library differ on {json}");
        }
        Ok(text)
    }

    fn twir_add(&self, draft: &str, submission: &str) -> Outcome<String> {
        let (file, wanted) = (self.folder.join("base.md"), self.folder.join("submission.json"));
        std::fs::write(&file, draft)?;
        std::fs::write(&wanted, submission)?;
        let done = Command::new(env!("CARGO_BIN_EXE_twir")).arg("add").args([file, wanted]).output()?;
        if !done.status.success() {
            return Err(format!("twir add: {}", String::from_utf8_lossy(&done.stderr)).into());
        }
        Ok(String::from_utf8(done.stdout)?)
    }

    /// What the patch makes of the base, as `git apply` does it in a repository of its own.
    pub fn git_apply(&self, base: &str, path: &str, patch: &[u8]) -> Outcome<String> {
        let repository = self.folder.join("repository");
        let _ = std::fs::remove_dir_all(&repository);
        let file = repository.join(path);
        std::fs::create_dir_all(file.parent().unwrap_or(&repository))?;
        std::fs::write(&file, base)?;
        let patch_file = self.folder.join("change.patch");
        std::fs::write(&patch_file, patch)?;
        git(&repository, &["init", "--quiet"])?;
        git(&repository, &["apply", "--whitespace=nowarn", &patch_file.canonicalize()?.to_string_lossy()])?;
        Ok(std::fs::read_to_string(file)?)
    }
}

fn git(folder: &Path, arguments: &[&str]) -> Outcome {
    // Nobody's own settings.
    let done = Command::new("git")
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", if cfg!(windows) { "NUL" } else { "/dev/null" })
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .stdin(Stdio::null())
        .output()?;
    if done.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&done.stderr).into_owned().into()) }
}

impl Browser {
    /// Waits until the header says that a draft from GitHub is on the desk, and nothing is fetched any more.
    pub async fn loaded_from_github(&self) -> Outcome {
        self.shows(".status-source", "draft from GitHub").await?;
        self.until("return !document.querySelector('.reload.busy')", &[]).await
    }

    /// Pastes a text into the dialog that opens a draft, and opens it.
    pub async fn open_pasted(&self, text: &str) -> Outcome {
        self.click("#open-paste").await?;
        self.paste(text).await?;
        self.click_role("button", "Open what was pasted").await
    }

    /// Clicks a field and types in place of what it holds.
    pub async fn put(&self, css: &str, text: &str) -> Outcome {
        self.click(css).await?;
        self.refill(text).await
    }

    /// Chooses an option of a `<select>` by its value, as a mouse does.
    pub async fn choose(&self, css: &str, value: &str) -> Outcome {
        let option = format!("{css} option[value={}]", json!(value));
        self.click(&option).await
    }

    /// Chooses what kind of item the form makes: `link`, `event`, `cfp-project`, `cfp-event`.
    pub async fn kind(&self, kind: &str) -> Outcome {
        self.click(&format!("label:has(> input[name=kind][value={kind}])")).await
    }

    /// The newest work in the browser's storage; `null` where there is none.
    pub async fn work(&self) -> Outcome<Value> {
        let script = "const all = Object.keys(localStorage).filter(k => /^twir-desk.work./.test(k))
            .map(k => JSON.parse(localStorage.getItem(k))).sort((a, b) => b.saved_at - a.saved_at); return all[0] ?? null";
        self.script(script, &[]).await
    }

    /// Waits until the newest work in the storage is that text, to the byte.
    pub async fn keeps(&self, text: &str) -> Outcome {
        let start = Instant::now();
        loop {
            let work = self.work().await?;
            let kept = work["text"].as_str().unwrap_or_default();
            if kept == text {
                return Ok(());
            }
            if start.elapsed() > Duration::from_secs(8) {
                return Err(format!("the desk keeps something else:\n{}", difference(text, kept)).into());
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until nothing is left to be kept.
    pub async fn keeps_nothing(&self) -> Outcome {
        let none = "return !Object.keys(localStorage).some(k => /^twir-desk.work./.test(k))";
        self.until(none, &[]).await
    }

    /// Waits until the dialog with that title is open.
    pub async fn dialog(&self, title: &str) -> Outcome {
        self.shows("dialog[open] #modal-title", title).await
    }

    /// Opens the way out and waits until what changes is shown.
    pub async fn hand_in(&self) -> Outcome {
        self.click_role("button", "Hand it in").await?;
        self.dialog("Hand it in").await?;
        self.shows("dialog[open]", "What changes").await
    }

    /// Sets the clock forward, after [`Stage::clock`].
    pub async fn advance(&self, minutes: u32) -> Outcome {
        self.script("advance(arguments[0] * 60000)", &[minutes.into()]).await?;
        Ok(())
    }
}

/// The first line in which two texts differ.
pub fn difference(wanted: &str, got: &str) -> String {
    let (mut wanted, mut got, mut number) = (wanted.split_inclusive('\n'), got.split_inclusive('\n'), 1);
    loop {
        match (wanted.next(), got.next()) {
            (Some(a), Some(b)) if a == b => number += 1,
            (None, None) => return "no difference".to_owned(),
            (a, b) => {
                return format!(
                    "line {number}\n  wanted {:?}\n  got    {:?}",
                    a.unwrap_or("(end)"),
                    b.unwrap_or("(end)")
                );
            }
        }
    }
}
