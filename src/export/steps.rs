//! The way without tokens, for people who know no Git.

use crate::issue::Document;
use crate::text::percent::encoded;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What to do, in a few words.
    pub title: String,
    /// How, and what the words on GitHub's pages mean.
    pub text: String,
    /// The page on which it is done.
    pub link: Option<String>,
}

/// How the whole file becomes a pull request through GitHub's own pages. `web` is where its pages are, without a slash at the
/// end; `repository` is `OWNER/REPO`, `path` the file in it as [`path`](super::path) gives it.
pub fn steps(doc: &Document, web: &str, repository: &str, branch: &str, path: &str) -> Vec<Step> {
    let part = |text: &str| encoded(text.trim_matches('/'), "/");
    let page = format!("{web}/{}/edit/{}/{}", part(repository), part(branch), part(path));
    let issue = doc.date().map_or_else(|| "the issue".to_owned(), |date| format!("the issue of {}", date.long()));
    let step = |title: &str, text: String, link: Option<&str>| Step {
        title: title.to_owned(),
        text,
        link: link.map(str::to_owned),
    };
    vec![
        step(
            "Copy the file",
            format!(
                "Copy the whole draft of {issue}. It is the draft as it stands on GitHub, with what you added at its place."
            ),
            None,
        ),
        step(
            "Open the draft on GitHub",
            "Sign in to GitHub; an account is free. The page opens the draft in a text editor. If GitHub says that you \
             need a fork, press “Fork this repository”: a fork is a copy of your own, in which you may change things \
             without touching the newsletter."
                .to_owned(),
            Some(&page),
        ),
        step(
            "Replace everything",
            "Click into the text, select all of it (Ctrl+A, on a Mac ⌘A) and paste (Ctrl+V, ⌘V). Lines that you did not \
             change stay as they were."
                .to_owned(),
            None,
        ),
        step(
            "Propose the change",
            "Press “Commit changes…”. A commit is a change that is kept together with a line that says what it does: \
             paste the commit message from here into “Commit message”. Then press “Propose changes”; GitHub keeps the \
             change on a branch, a line of work beside the newsletter's own."
                .to_owned(),
            None,
        ),
        step(
            "Create the pull request",
            "GitHub shows what would change: only what you added should be green, and nothing red. Press “Create pull \
             request”. A pull request asks the editors to take (to pull) your change into the draft. Paste title and \
             description from here, and press “Create pull request” once more."
                .to_owned(),
            None,
        ),
        step(
            "Wait for the editors",
            "Automatic checks run first (GitHub calls them CI); then an editor looks at it, may ask something below it, \
             and merges it: from then on it is part of the draft. GitHub tells you by mail."
                .to_owned(),
            None,
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_step_opens_the_editor_of_that_file() {
        let doc = Document::parse("Date: 2026-09-02\n");
        let steps = steps(&doc, "https://github.com", "rust-lang/this-week-in-rust", "main", "draft/a b#.md");
        let link = "https://github.com/rust-lang/this-week-in-rust/edit/main/draft/a%20b%23.md";
        assert_eq!(steps[1].link.as_deref(), Some(link));
        assert!(steps[0].text.contains("Wed 2 Sep 2026"));
    }

    #[test]
    fn every_word_of_git_is_explained() {
        let text: String = steps(&Document::parse(""), "https://github.com", "o/r", "main", "x.md")
            .into_iter()
            .map(|s| s.text)
            .collect();
        for (word, explained) in [
            ("fork", "a fork is"),
            ("commit", "A commit is"),
            ("pull request", "A pull request asks"),
            ("branch", "branch, a line of work"),
            ("merges", "merges it: from then on"),
            ("CI", "GitHub calls them CI"),
        ] {
            assert!(text.contains(word) && text.contains(explained), "{word}");
        }
    }
}
