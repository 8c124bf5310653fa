//! What is to be handed in, where, and by which way.

use crate::text::date::Date;

/// How far the desk goes by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// Into a fork that is there: a branch and one commit. The pull request is opened on GitHub's page.
    OwnFork {
        /// `OWNER/NAME`.
        fork: String,
    },
    /// Fork, branch, commit, pull request.
    OneClick,
}

/// One contribution: one file, one commit, one pull request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The newsletter's repository, `OWNER/NAME`.
    pub upstream: String,
    /// Its branch.
    pub base: String,
    /// GitHub's pages, without a slash at the end.
    pub web: String,
    /// The file in the repository.
    pub path: String,
    /// The file as it shall be.
    pub text: String,
    /// Object id of the file that the text was made on: [`blob_id`](crate::text::blob::blob_id) of its text.
    pub blob: String,
    /// Names the contribution: see [`id`].
    pub id: String,
    /// Title, description and commit message.
    pub title: String,
    pub body: String,
    pub message: String,
    pub way: Way,
}

impl Plan {
    /// The branch: the same for the same contribution. `taken` of its names hold something else.
    pub fn branch(&self, taken: u8) -> String {
        let date = Date::find(&self.path).map_or_else(|| "draft".to_owned(), |(_, date)| date.to_string());
        let name = format!("twir-desk/{date}-{}", &self.id[..self.id.len().min(8)]);
        match taken {
            0 => name,
            n => format!("{name}-{}", u16::from(n) + 1),
        }
    }

    /// GitHub's page on which the pull request of `branch` in `fork` is opened, with title and description filled in.
    pub fn compare_page(&self, fork: &str, branch: &str) -> String {
        use super::wire::encoded;
        let (owner, name) = fork.split_once('/').unwrap_or((fork, ""));
        format!(
            "{}/{}/compare/{}...{}:{}:{}?quick_pull=1&title={}&body={}",
            self.web,
            self.upstream,
            encoded(&self.base),
            encoded(owner),
            encoded(name),
            // A slash stays: that is how GitHub itself writes such a page.
            encoded(branch).replace("%2F", "/"),
            encoded(&self.title),
            encoded(&self.body),
        )
    }
}

/// Names a contribution by the lines that its patch takes away and brings: the same on a draft that moved on.
pub fn id(patch: &str) -> String {
    let own = |line: &&str| line.starts_with(['+', '-']) && !line.starts_with("+++ ") && !line.starts_with("--- ");
    let lines: Vec<&str> = patch.lines().filter(own).collect();
    crate::text::blob::sha1(lines.join("\n").as_bytes())
}

/// A fork as somebody may type or paste it: `OWNER/NAME`, its page's address, or only the owner, with `name` for the rest.
pub fn fork_name(typed: &str, web: &str, name: &str) -> Option<String> {
    let typed = typed.trim().trim_end_matches('/').trim_end_matches(".git");
    let bare = typed.strip_prefix(web).map_or(typed, |rest| rest.trim_start_matches('/'));
    let mut parts = bare.split('/');
    let (owner, repository) = (parts.next()?, parts.next().unwrap_or(name));
    let plain = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
    };
    (plain(owner) && plain(repository)).then(|| format!("{owner}/{repository}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contribution_keeps_its_name_on_another_draft() {
        let a = "--- a/x\n+++ b/x\n@@ -3,2 +3,3 @@\n one\n+* [T](https://a.example)\n two\n";
        let b = "--- a/x\n+++ b/x\n@@ -9,2 +9,3 @@\n other\n+* [T](https://a.example)\n lines\n";
        assert_eq!(id(a), id(b));
        assert_ne!(id(a), id(&a.replace("[T]", "[U]")));
    }

    #[test]
    fn a_fork_is_read_as_it_is_pasted() {
        let read = |typed| fork_name(typed, "https://github.com", "newsletter");
        for typed in ["crab", " crab/newsletter ", "https://github.com/crab/newsletter/", "crab/newsletter.git"] {
            assert_eq!(read(typed).as_deref(), Some("crab/newsletter"), "{typed}");
        }
        assert_eq!(read("crab/other/tree/main").as_deref(), Some("crab/other"));
        for typed in ["", "/", "a b", "https://elsewhere.example/crab/newsletter", "crab/new?x"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
