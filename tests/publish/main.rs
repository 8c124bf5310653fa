//! The ways to a pull request: against a stand-in for GitHub, with every answer lost once, and against GitHub's own
//! description of its requests and answers.

mod driver;
mod faults;
mod moving;
mod names;
mod refusals;
mod through;

#[path = "../github/mod.rs"]
mod github;

// The stage of the browser tests speaks HTTP already.
#[allow(dead_code)]
#[path = "../browser/harness/answer.rs"]
mod answer;
mod described;
#[path = "../browser/harness/http.rs"]
mod http;
