//! What the stand-in for GitHub says to a request, and how it may break.

use serde_json::Value;
use std::time::Duration;

/// One answer, used for every request to its path until another is set.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// How long the stand-in waits before it says anything.
    pub delay: Duration,
    pub fault: Fault,
}

/// How an answer breaks off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It does not.
    None,
    /// After that many bytes of the body the connection is cut, though the length promised all of them.
    CutAfter(usize),
    /// The connection is closed without a word.
    Closed,
    /// The connection stays open without a word.
    Silent,
}

impl Answer {
    /// Status 200 with a text.
    pub fn ok(body: impl Into<Vec<u8>>) -> Self {
        Self::status(200).body(body)
    }

    /// Status 200 with JSON.
    pub fn json(value: &Value) -> Self {
        Self::ok(value.to_string()).header("Content-Type", "application/json; charset=utf-8")
    }

    /// A status with an empty body.
    pub fn status(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Vec::new(), delay: Duration::ZERO, fault: Fault::None }
    }

    /// No answer: the connection is closed.
    pub fn closed() -> Self {
        Self { fault: Fault::Closed, ..Self::status(200) }
    }

    /// No answer: the request hangs until the test ends.
    pub fn silent() -> Self {
        Self { fault: Fault::Silent, ..Self::status(200) }
    }

    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Adds a header, in place of one with the same name.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(other, _)| !other.eq_ignore_ascii_case(name));
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Breaks off after that many bytes of the body.
    pub fn cut_after(mut self, bytes: usize) -> Self {
        self.fault = Fault::CutAfter(bytes);
        self
    }
}
