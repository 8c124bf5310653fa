//! The newest draft from GitHub, without login.
//!
//! The folder is listed through the API (sixty requests an hour without login); the file comes from the raw host, which
//! allows cross-origin reads as long as no custom header is sent; it is asked only where the listing names another object
//! than the one that is there already. Where the API refuses, the file is looked for by its
//! name: drafts bear the date of a Wednesday.

use super::config::Config;
use super::http::{self, Answer, Failure};
use super::json::Json;
use crate::issue::{Document, Problem};
use crate::text::blob::blob_id;
use crate::text::date::Date;
use std::fmt;

/// A draft as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub text: String,
    /// Path in the repository, `draft/2026-09-02-this-week-in-rust.md`.
    pub path: String,
    /// Object id of that very text.
    pub sha: Option<String>,
}

/// Why there is no draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// Nothing could be reached.
    Offline,
    /// No whole answer in time.
    TimedOut,
    /// The answer broke off, or ends in the middle of the issue.
    HalfAFile(String),
    /// Too many requests from this address; when they are allowed again, in minutes.
    RateLimited(Option<u64>),
    /// The server refuses.
    Forbidden,
    /// No such repository, branch, folder or file; what was looked for.
    NotFound(String),
    /// The folder holds no draft.
    NoDraft(String),
    /// The server is in trouble; its status.
    Server(u16),
    /// Bytes that are not UTF-8; the first bad one.
    NotUtf8(usize),
    /// A text that is no issue.
    NotAnIssue(String),
    /// What is on the desk could not be kept: it would be lost.
    NotKept,
    /// An answer that makes no sense.
    Unexpected(String),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Offline => {
                f.write_str("GitHub cannot be reached. You may be offline, or something blocks the connection.")
            }
            Self::TimedOut => f.write_str("GitHub did not answer in time."),
            Self::HalfAFile(path) => write!(f, "Only part of {path} arrived."),
            Self::RateLimited(Some(minutes)) => {
                write!(f, "GitHub allows no more requests from your network for about {minutes} min.")
            }
            Self::RateLimited(None) => f.write_str("GitHub allows no more requests from your network for a while."),
            Self::Forbidden => f.write_str("GitHub refuses to show the draft."),
            Self::NotFound(what) => write!(f, "GitHub has no {what}."),
            Self::NoDraft(folder) => write!(f, "There is no draft in the folder {folder} at the moment."),
            Self::Server(status) => write!(f, "GitHub is in trouble (it answered {status})."),
            Self::NotUtf8(byte) => write!(f, "The file is not UTF-8 text (byte {byte})."),
            Self::NotAnIssue(path) => write!(f, "{path} does not look like an issue of the newsletter."),
            Self::NotKept => f.write_str("What you changed could not be kept on this device, so it stays on the desk."),
            Self::Unexpected(what) => write!(f, "GitHub’s answer makes no sense ({what})."),
        }
    }
}

struct Entry {
    name: String,
    path: String,
    sha: Option<String>,
}

/// The newest draft; `None` where it is the one at `known`, a path and an object id. `today` is for the search by name.
pub async fn newest_draft(
    config: &Config,
    today: Date,
    known: Option<(String, String)>,
) -> Result<Option<Found>, LoadError> {
    match list(config, &config.draft).await {
        Ok(mut entries) => {
            entries.retain(|e| e.name.ends_with(".md") && Date::begins(&e.name));
            let Some(newest) = entries.into_iter().max_by(|a, b| a.name.cmp(&b.name)) else {
                return Err(LoadError::NoDraft(config.draft.clone()));
            };
            let same = |(path, id): &(String, String)| *path == newest.path && newest.sha.as_ref() == Some(id);
            if known.as_ref().is_some_and(same) {
                return Ok(None);
            }
            listed(config, &newest.path, newest.sha.as_deref()).await.map(Some)
        }
        Err(refused @ (LoadError::RateLimited(_) | LoadError::Forbidden)) => {
            by_name(config, today).await.map(Some).map_err(|_| refused)
        }
        Err(other) => Err(other),
    }
}

/// The file with that object id. The raw host may hand out an older one for some minutes; then the API is asked for the
/// object itself. Where that fails, what the raw host has must do.
async fn listed(config: &Config, path: &str, id: Option<&str>) -> Result<Found, LoadError> {
    let found = file(config, path).await?;
    let Some(id) = id.filter(|id| found.sha.as_deref() != Some(id)) else { return Ok(found) };
    let url = format!("{}/repos/{}/git/blobs/{id}", config.api, config.repository);
    let object = http::get(&url, &[("Accept", "application/vnd.github.raw+json")]).await;
    let object = checked(object, "that object").and_then(|answer| issue(answer, path));
    Ok(object.unwrap_or(found))
}

async fn by_name(config: &Config, today: Date) -> Result<Found, LoadError> {
    let next = today.next_wednesday();
    let mut last = Err(LoadError::NoDraft(config.draft.clone()));
    for date in [next, next.plus(7), next.plus(-7)] {
        let path = config.draft_of(date);
        last = file(config, &path).await;
        if !matches!(last, Err(LoadError::NotFound(_))) {
            break;
        }
    }
    last
}

async fn list(config: &Config, folder: &str) -> Result<Vec<Entry>, LoadError> {
    let what = format!("folder {folder} in {}", config.repository);
    let json = api(config, &format!("contents/{folder}?ref={}", config.branch), &what).await?;
    let entries = json.list().ok_or_else(|| LoadError::Unexpected("no list".into()))?;
    let entry = |e: Json| Some(Entry { name: e.text("name")?, path: e.text("path")?, sha: e.text("sha") });
    entries.map(entry).collect::<Option<_>>().ok_or_else(|| LoadError::Unexpected("an entry without a name".into()))
}

/// What GitHub's API says at `path` of the repository; `what` is asked for.
pub(super) async fn api(config: &Config, path: &str, what: &str) -> Result<Json, LoadError> {
    let url = format!("{}/repos/{}/{path}", config.api, config.repository);
    let answer = checked(http::get(&url, &[("Accept", "application/vnd.github+json")]).await, what)?;
    Json::read(&String::from_utf8_lossy(&answer.body)).map_err(LoadError::Unexpected)
}

/// The file at `path` of the configured branch.
pub async fn file(config: &Config, path: &str) -> Result<Found, LoadError> {
    issue(checked(http::get(&config.raw_file(path), &[]).await, &format!("file {path}"))?, path)
}

/// The issue that an answer holds, whole.
fn issue(answer: Answer, path: &str) -> Result<Found, LoadError> {
    let text = decode(answer.body)?;
    let doc = Document::parse(text.as_str());
    if !doc.is_issue() {
        return Err(LoadError::NotAnIssue(path.to_owned()));
    }
    if doc.problems.contains(&Problem::CutOff) {
        return Err(LoadError::HalfAFile(path.to_owned()));
    }
    Ok(Found { sha: Some(blob_id(&text)), text, path: path.to_owned() })
}

/// Bytes as text; where they are not UTF-8, the first bad byte.
pub fn decode(bytes: Vec<u8>) -> Result<String, LoadError> {
    String::from_utf8(bytes).map_err(|e| LoadError::NotUtf8(e.utf8_error().valid_up_to()))
}

/// The answer where it is one, else why not; `what` was asked for.
pub(super) fn checked(answer: Result<Answer, Failure>, what: &str) -> Result<Answer, LoadError> {
    let answer = answer.map_err(|failure| match failure {
        Failure::Unreachable => LoadError::Offline,
        Failure::Cut => LoadError::HalfAFile(what.trim_start_matches("file ").to_owned()),
        Failure::TimedOut => LoadError::TimedOut,
    })?;
    let spent = answer.header("x-ratelimit-remaining").as_deref() == Some("0");
    match answer.status {
        200 => Ok(answer),
        429 => Err(LoadError::RateLimited(wait(&answer))),
        403 if spent || answer.header("retry-after").is_some() => Err(LoadError::RateLimited(wait(&answer))),
        401 | 403 | 451 => Err(LoadError::Forbidden),
        404 | 410 => Err(LoadError::NotFound(what.to_owned())),
        status @ 500.. => Err(LoadError::Server(status)),
        status => Err(LoadError::Unexpected(format!("status {status}"))),
    }
}

/// Minutes until requests are allowed again, rounded up.
fn wait(answer: &Answer) -> Option<u64> {
    let seconds = match answer.header("retry-after") {
        Some(after) => after.parse::<u64>().ok()?,
        None => answer.header("x-ratelimit-reset")?.parse::<u64>().ok()?.saturating_sub(super::clock::now() / 1000),
    };
    (seconds > 0).then(|| seconds.div_ceil(60))
}
