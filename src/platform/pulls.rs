//! A pull request as GitHub shows it to anybody: who wants what, and the issue before and after it. Without login; two of
//! the sixty requests an hour.
//!
//! Before is where the change began, not the branch as it is now: what others did meanwhile is not its doing. Both texts
//! come from the newsletter's own repository, which has the commits of pull requests too, so that a fork may be gone.

use super::config::Config;
use super::github::{LoadError, api, checked, decode};
use super::http;
use super::json::Json;
use std::fmt;

/// What a pull request does to an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pull {
    pub number: u32,
    pub title: String,
    /// The account that made it.
    pub author: String,
    /// `open`, `closed` or `merged`.
    pub state: &'static str,
    /// The issue that it changes, `draft/2026-09-02-this-week-in-rust.md`.
    pub path: String,
    pub before: String,
    pub after: String,
    /// The other files that it changes.
    pub others: Vec<String>,
}

/// Why there is nothing to review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PullError {
    Load(LoadError),
    /// It changes no issue; the files that it changes.
    NoIssue(Vec<String>),
    /// It brings the file or takes it away as a whole.
    Whole(String),
}

impl From<LoadError> for PullError {
    fn from(error: LoadError) -> Self {
        Self::Load(error)
    }
}

impl fmt::Display for PullError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Load(error) => error.fmt(f),
            Self::NoIssue(files) if files.is_empty() => f.write_str("It changes nothing."),
            Self::NoIssue(files) => write!(f, "It changes no issue of the newsletter, only {}.", files.join(", ")),
            Self::Whole(path) => write!(f, "It adds or removes {path} as a whole: there is nothing to compare."),
        }
    }
}

/// Fetches pull request `number` of the configured repository.
pub async fn fetch(config: &Config, number: u32) -> Result<Pull, PullError> {
    let missing = |what: &str| LoadError::Unexpected(format!("a pull request without {what}"));
    let what = format!("pull request {number} in {}", config.repository);
    let pull = api(config, &format!("pulls/{number}"), &what).await?;
    let at = |pointer: &str| pull.at(pointer).ok_or_else(|| missing(pointer));
    let (base, head) = (at("/base/sha")?, at("/head/sha")?);
    let state = match (pull.at("/merged").as_deref(), at("/state")?.as_str()) {
        (Some("true"), _) => "merged",
        (_, "open") => "open",
        _ => "closed",
    };
    let change = api(config, &format!("compare/{base}...{head}"), &format!("change of {what}")).await?;
    let began = change.at("/merge_base_commit/sha").ok_or_else(|| missing("its beginning"))?;
    let files = change.get("files").and_then(|files| files.list()).ok_or_else(|| missing("files"))?;
    let (mut issues, others): (Vec<Json>, Vec<Json>) =
        files.partition(|file| file.text("filename").is_some_and(|path| config.is_issue(&path)));
    let paths = |files: Vec<Json>| files.iter().filter_map(|file| file.text("filename")).collect::<Vec<_>>();
    // Where it touches several, the draft of the latest day is what it is about.
    let order = |file: &Json| file.text("filename").map(|path| (config.is_draft(&path), path));
    issues.sort_by_key(order);
    let Some(issue) = issues.pop() else { return Err(PullError::NoIssue(paths(others))) };
    let path = issue.text("filename").unwrap_or_default();
    if matches!(issue.text("status").as_deref(), Some("added" | "removed")) {
        return Err(PullError::Whole(path));
    }
    let old = issue.text("previous_filename").unwrap_or_else(|| path.clone());
    Ok(Pull {
        number,
        title: at("/title")?,
        // The account may be gone.
        author: pull.at("/user/login").unwrap_or_else(|| "ghost".into()),
        state,
        before: file(config, &began, &old).await?,
        after: file(config, &head, &path).await?,
        path,
        others: [paths(issues), paths(others)].concat(),
    })
}

async fn file(config: &Config, commit: &str, path: &str) -> Result<String, LoadError> {
    decode(checked(http::get(&config.raw_at(commit, path), &[]).await, &format!("file {path}"))?.body)
}
