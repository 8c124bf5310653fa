//! GitHub's API with a token: one request, one answer. The token goes in a header, and only to the configured address.

use super::config::Config;
use super::http::{self, Answer, Failure};
use super::json::Json;
use super::token::{self, Kind};

/// What to send.
pub struct Call<'a> {
    pub method: &'a str,
    /// Path and query below the API's address; begins with a slash.
    pub path: &'a str,
    pub headers: &'a [(&'a str, &'a str)],
    /// JSON.
    pub body: Option<&'a str>,
}

/// What came back.
pub struct Reply {
    answer: Answer,
    json: Option<Json>,
}

impl Reply {
    pub fn status(&self) -> u16 {
        self.answer.status
    }

    /// A header that GitHub lets pages read.
    pub fn header(&self, name: &str) -> Option<String> {
        self.answer.header(name)
    }

    /// The text, number or truth value at a JSON pointer.
    pub fn at(&self, pointer: &str) -> Option<String> {
        self.json.as_ref()?.at(pointer)
    }
}

/// Sends it with the token of that kind.
pub async fn call(config: &Config, kind: Kind, call: &Call<'_>) -> Result<Reply, Failure> {
    let bearer = token::of(kind).map(|token| format!("Bearer {token}"));
    let mut headers = call.headers.to_vec();
    headers.extend(bearer.as_deref().map(|bearer| ("Authorization", bearer)));
    let url = format!("{}{}", config.api, call.path);
    let answer = http::ask(call.method, &url, &headers, call.body).await?;
    let json = Json::read(&String::from_utf8_lossy(&answer.body)).ok();
    Ok(Reply { answer, json })
}
