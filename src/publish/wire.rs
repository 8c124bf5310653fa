//! What goes out and what comes back, without the token and without any one kind of JSON.

use crate::text::percent;

/// One request to GitHub's API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub method: &'static str,
    /// Path and query below the API's address.
    pub path: String,
    /// JSON.
    pub body: Option<String>,
}

impl Request {
    pub(super) fn get(path: String) -> Self {
        Self { method: "GET", path, body: None }
    }

    pub(super) fn with(method: &'static str, path: String, body: &serde_json::Value) -> Self {
        Self { method, path, body: Some(body.to_string()) }
    }

    /// Headers beside the token. GitHub's `X-GitHub-Api-Version` is not among them: for years its answers to browsers did
    /// not allow it, and without it the answers are those of the same version.
    pub fn headers(&self) -> &'static [(&'static str, &'static str)] {
        const ACCEPT: (&str, &str) = ("Accept", "application/vnd.github+json");
        match self.body {
            Some(_) => &[ACCEPT, ("Content-Type", "application/json")],
            None => &[ACCEPT],
        }
    }
}

/// One answer.
pub struct Answer<'a> {
    pub status: u16,
    /// A header by its name.
    pub header: &'a dyn Fn(&str) -> Option<String>,
    /// What stands at a JSON pointer, as text; numbers and `true` as they are written, `None` for lists, objects and null.
    pub at: &'a dyn Fn(&str) -> Option<String>,
    /// Seconds since the epoch, for answers that say until when to wait.
    pub now: u64,
}

impl Answer<'_> {
    pub(super) fn header(&self, name: &str) -> Option<String> {
        (self.header)(name)
    }

    pub(super) fn at(&self, pointer: &str) -> Option<String> {
        (self.at)(pointer)
    }

    /// GitHub's own words, at most a line of them.
    pub(super) fn message(&self) -> String {
        let parts = ["/message", "/errors/0/message", "/errors/0"].map(|at| self.at(at));
        let words: Vec<String> = parts.into_iter().flatten().collect();
        words.join(": ").chars().take(240).collect()
    }
}

/// One segment of a path, or a value of a query.
pub fn encoded(text: &str) -> String {
    percent::encoded(text, "")
}
