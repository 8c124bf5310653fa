//! What leaves the desk: the file under its name, a patch, the words of a pull request, and the way without tokens.

mod patch;
mod post;
mod request;
mod steps;

pub use patch::patch;
pub use post::post;
pub use request::{Change, PullRequest, Verb, pull_request};
pub use steps::{Step, steps};

use crate::issue::Document;

/// The name that the newsletter gives the file; without a date in the header only the part that never changes.
pub fn file_name(doc: &Document) -> String {
    match doc.date() {
        Some(date) => format!("{date}-this-week-in-rust.md"),
        None => "this-week-in-rust.md".to_owned(),
    }
}

/// The file below `folder` of the repository: `draft/2026-09-02-this-week-in-rust.md`.
pub fn path(doc: &Document, folder: &str) -> String {
    match folder.trim_matches('/') {
        "" => file_name(doc),
        folder => format!("{folder}/{}", file_name(doc)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_bears_the_issues_date() {
        let doc = Document::parse("Title: This Week in Rust 667\nDate: 2026-09-02\n");
        assert_eq!(file_name(&doc), "2026-09-02-this-week-in-rust.md");
        assert_eq!(path(&doc, "draft"), "draft/2026-09-02-this-week-in-rust.md");
        assert_eq!(path(&doc, "/draft/"), "draft/2026-09-02-this-week-in-rust.md");
        assert_eq!(path(&doc, ""), "2026-09-02-this-week-in-rust.md");
        assert_eq!(path(&Document::parse(""), "draft"), "draft/this-week-in-rust.md");
    }
}
