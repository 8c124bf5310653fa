//! Commits and what they descend from.

use super::{Commit, GitHub, Id};
use std::collections::BTreeMap;
use twir_desk::text::blob::blob_id;

impl GitHub {
    /// A new commit on `parent` that puts one file.
    pub(super) fn commit(&mut self, parent: Option<Id>, message: &str, path: &str, text: &str) -> Id {
        let mut files: BTreeMap<String, String> =
            parent.as_ref().map_or_else(BTreeMap::new, |parent| self.commits[parent].files.clone());
        files.insert(path.to_owned(), text.to_owned());
        let id = blob_id(&format!("{parent:?} {message} {files:?}"));
        self.commits.insert(id.clone(), Commit { parent, message: message.to_owned(), files });
        id
    }

    /// The commit and all that it descends from, the newest first.
    pub(super) fn line(&self, id: &str) -> Vec<Id> {
        let mut line = vec![id.to_owned()];
        while let Some(parent) = line.last().and_then(|last| self.commits.get(last)?.parent.clone()) {
            line.push(parent);
        }
        line
    }

    /// The newest commit that both descend from.
    pub(super) fn common(&self, a: &str, b: &str) -> Option<Id> {
        let other = self.line(b);
        self.line(a).into_iter().find(|id| other.contains(id))
    }

    /// Whether one of the repository's branches leads to the commit.
    pub(super) fn has(&self, repository: &str, id: &str) -> bool {
        let branches = self.repositories.get(repository).map(|r| r.branches.values().cloned().collect::<Vec<_>>());
        branches.unwrap_or_default().iter().any(|tip| self.line(tip).iter().any(|one| one == id))
    }

    /// The tip that a branch name or a commit's id means.
    pub(super) fn tip(&self, repository: &str, name: &str) -> Option<Id> {
        let branch = self.repositories.get(repository)?.branches.get(name).cloned();
        branch.or_else(|| self.commits.contains_key(name).then(|| name.to_owned()))
    }

    /// Paths of the files that differ between two commits.
    pub(super) fn changed(&self, from: &str, to: &str) -> Vec<String> {
        let (from, to) = (&self.commits[from].files, &self.commits[to].files);
        to.iter().filter(|(path, text)| from.get(*path) != Some(text)).map(|(path, _)| path.clone()).collect()
    }
}
