//! The one served configuration file, `desk.json`: which newsletter this desk is for.

use super::http;
use super::json::Json;
use crate::text::date::Date;

/// Repository, branch, folders, and where GitHub answers. A fork or a test server changes this file, not the build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// `owner/name`.
    pub repository: String,
    pub branch: String,
    /// Folder of the draft.
    pub draft: String,
    /// Folder of published issues.
    pub content: String,
    /// GitHub's API, without a slash at the end.
    pub api: String,
    /// GitHub's raw files, likewise.
    pub raw: String,
    /// GitHub's pages, likewise.
    pub web: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            repository: "rust-lang/this-week-in-rust".into(),
            branch: "main".into(),
            draft: "draft".into(),
            content: "content".into(),
            api: "https://api.github.com".into(),
            raw: "https://raw.githubusercontent.com".into(),
            web: "https://github.com".into(),
        }
    }
}

impl Config {
    /// The address of a file of the branch, as it is.
    pub fn raw_file(&self, path: &str) -> String {
        self.raw_at(&self.branch, path)
    }

    /// The same of a branch or commit.
    pub fn raw_at(&self, commit: &str, path: &str) -> String {
        format!("{}/{}/{commit}/{path}", self.raw, self.repository)
    }

    /// The path of the draft of that day.
    pub fn draft_of(&self, date: Date) -> String {
        issue_of(&self.draft, date)
    }

    /// The path of the published issue of that day.
    pub fn published_of(&self, date: Date) -> String {
        issue_of(&self.content, date)
    }

    /// Whether the path is one of an issue: the draft, or a published one. Their names begin with the date.
    pub fn is_issue(&self, path: &str) -> bool {
        let Some((folder, name)) = path.rsplit_once('/') else { return false };
        (folder == self.draft || folder == self.content) && name.ends_with(".md") && Date::begins(name)
    }

    /// Whether the path is one of a draft.
    pub fn is_draft(&self, path: &str) -> bool {
        path.strip_prefix(&*self.draft).is_some_and(|rest| rest.starts_with('/'))
    }
}

fn issue_of(folder: &str, date: Date) -> String {
    format!("{folder}/{date}-this-week-in-rust.md")
}

/// Reads `desk.json` beside the page; the defaults where it is missing or cannot be read, with a word on why.
pub async fn load() -> (Config, Option<String>) {
    match http::get("desk.json", &[]).await {
        Ok(answer) if answer.status == 200 => match read(&String::from_utf8_lossy(&answer.body)) {
            Ok(config) => (config, None),
            Err(e) => (Config::default(), Some(format!("desk.json cannot be read ({e}); the defaults are used"))),
        },
        _ => (Config::default(), None),
    }
}

/// What stands in the file; what it leaves out is as by default.
fn read(text: &str) -> Result<Config, String> {
    let json = Json::read(text)?;
    let mut config = Config::default();
    for name in json.names().ok_or("it is no object")? {
        let value = json.text(&name).ok_or_else(|| format!("`{name}` is no text"))?;
        let field = match name.as_str() {
            "repository" => &mut config.repository,
            "branch" => &mut config.branch,
            "draft" => &mut config.draft,
            "content" => &mut config.content,
            "api" => &mut config.api,
            "raw" => &mut config.raw,
            "web" => &mut config.web,
            _ => return Err(format!("there is no setting `{name}`")),
        };
        *field = value;
    }
    Ok(config)
}
