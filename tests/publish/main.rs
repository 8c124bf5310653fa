//! The ways to a pull request: against a stand-in for GitHub, with every answer lost once, and against GitHub's own
//! description of its requests and answers.

mod described;
mod driver;
mod faults;
mod moving;
mod names;
mod refusals;
mod through;

#[path = "../github/mod.rs"]
mod github;
#[path = "../prism/mod.rs"]
mod prism;

// The stage of the browser tests speaks HTTP already.
#[allow(dead_code)]
#[path = "../browser/harness/answer.rs"]
mod answer;
#[path = "../browser/harness/http.rs"]
mod http;
