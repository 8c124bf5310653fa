//! What changes a repository: fork, merge from upstream, branch, commit.

use super::answer::{Asked, forbidden, not_found};
use super::{GitHub, Reply, Rights, Token, shapes};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;
use twir_desk::text::blob::blob_id;

impl GitHub {
    pub(super) fn make_fork(&mut self, asked: &Asked) -> Reply {
        let login = match &asked.token {
            Some(Token { login, rights: Rights::Classic(scopes) }) if scopes.contains("public_repo") => *login,
            _ => return forbidden(),
        };
        let name = format!("{login}/{}", asked.repository.split('/').nth(1).unwrap_or_default());
        if !self.repositories.contains_key(&name) {
            self.fork(&name);
        }
        Reply::new(202, shapes::repository(&name, Some(&asked.repository)))
    }

    pub(super) fn merge_upstream(&mut self, asked: &Asked) -> Reply {
        if !asked.may_write(&asked.repository) {
            return forbidden();
        }
        let branch = asked.text("branch").to_owned();
        let Some(of) = self.repositories[&asked.repository].fork_of.clone() else { return not_found() };
        let tips = self.tip(&of, &branch).zip(self.tip(&asked.repository, &branch));
        let Some((theirs, own)) = tips else { return not_found() };
        if self.line(&own).contains(&theirs) {
            let nothing = json!({ "message": "This branch is not behind the upstream.", "merge_type": "none", "base_branch": format!("ferrous:{branch}") });
            return Reply::new(200, nothing);
        }
        if !self.line(&theirs).contains(&own) {
            return Reply::words(409, "There are merge conflicts");
        }
        self.repository(&asked.repository).branches.insert(branch.clone(), theirs);
        let words = "Successfully fetched and fast-forwarded from upstream.";
        Reply::new(
            200,
            json!({ "message": words, "merge_type": "fast-forward", "base_branch": format!("ferrous:{branch}") }),
        )
    }

    pub(super) fn make_branch(&mut self, asked: &Asked) -> Reply {
        if !asked.may_write(&asked.repository) {
            return forbidden();
        }
        let Some(branch) = asked.text("ref").strip_prefix("refs/heads/") else {
            return Reply::words(422, "Reference name must start with 'refs/'.");
        };
        let id = asked.text("sha").to_owned();
        if !self.has(&asked.repository, &id) {
            return Reply::words(422, "Object does not exist");
        }
        let repository = self.repository(&asked.repository);
        if repository.branches.contains_key(branch) {
            return Reply::words(422, "Reference already exists");
        }
        repository.branches.insert(branch.to_owned(), id.clone());
        Reply::new(201, shapes::reference(&asked.repository, &format!("heads/{branch}"), &id))
    }

    pub(super) fn put(&mut self, asked: &Asked, path: &str) -> Reply {
        if !asked.may_write(&asked.repository) {
            return forbidden();
        }
        let branch = asked.text("branch").to_owned();
        let Some(tip) = self.repositories[&asked.repository].branches.get(&branch).cloned() else {
            return Reply::words(404, &format!("Branch {branch} not found"));
        };
        let known = self.commits[&tip].files.get(path).map(|text| blob_id(text));
        if known.as_deref() != Some(asked.text("sha")) {
            return Reply::words(409, &format!("{path} does not match {}", asked.text("sha")));
        }
        let Some(text) = decoded(asked.text("content")) else {
            return Reply::words(422, "content is not valid Base64");
        };
        let id = self.commit(Some(tip), asked.text("message"), path, &text);
        self.repository(&asked.repository).branches.insert(branch, id.clone());
        let commit = shapes::file_commit(&asked.repository, path, &text, &id, &self.commits[&id]);
        Reply::new(200, commit)
    }
}

/// The text of a file's content.
fn decoded(content: &str) -> Option<String> {
    String::from_utf8(BASE64_STANDARD.decode(content).ok()?).ok()
}
