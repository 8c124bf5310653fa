//! A stand-in for GitHub in memory, with what the ways to a pull request need of it: repositories, forks, branches, commits
//! of whole files, pull requests, checks, tokens with rights. It refuses what GitHub refuses, and can be told to fail.

// Several test programs compile it, and each uses a part.
#![allow(dead_code)]

mod answer;
mod faults;
mod history;
mod pulls;
mod shapes;
mod write;

pub use faults::Fault;

use serde_json::Value;
use std::collections::BTreeMap;

/// Object ids.
pub type Id = String;

pub struct GitHub {
    /// `OWNER/NAME` of the newsletter's repository.
    pub upstream: String,
    pub repositories: BTreeMap<String, Repository>,
    pub commits: BTreeMap<Id, Commit>,
    pub pulls: Vec<Pull>,
    pub tokens: BTreeMap<String, Token>,
    /// Name, status, conclusion of the checks that every pull request gets.
    pub checks: Vec<(&'static str, &'static str, Option<&'static str>)>,
    /// For how many looks a new fork is not ready.
    pub slow_forks: u32,
    /// What goes wrong at which request, counted from 0.
    pub faults: BTreeMap<usize, Fault>,
    /// Method and path of every request so far.
    pub log: Vec<String>,
    /// Seconds since the epoch.
    pub now: u64,
}

#[derive(Clone, Debug, Default)]
pub struct Repository {
    pub fork_of: Option<String>,
    pub branches: BTreeMap<String, Id>,
    /// Looks until its branches can be read.
    pub not_ready: u32,
}

#[derive(Clone, Debug)]
pub struct Commit {
    pub parent: Option<Id>,
    pub message: String,
    /// All files by path.
    pub files: BTreeMap<String, String>,
}

#[derive(Clone, Debug)]
pub struct Pull {
    pub number: usize,
    pub title: String,
    pub body: String,
    /// Repository and branch.
    pub head: (String, String),
    pub base: String,
    pub open: bool,
    pub merged: bool,
}

/// Whose a token is and what it may do.
#[derive(Clone, Debug)]
pub struct Token {
    pub login: &'static str,
    pub rights: Rights,
}

#[derive(Clone, Debug)]
pub enum Rights {
    /// A classic token with these scopes.
    Classic(&'static str),
    /// A fine-grained token that may write the contents of one repository.
    Contents(&'static str),
}

/// A request as it came.
pub struct Ask<'a> {
    pub method: &'a str,
    /// Path below the API's address, with its query.
    pub path: &'a str,
    /// The token.
    pub token: Option<&'a str>,
    pub body: &'a [u8],
}

/// What goes back.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Value,
}

impl Reply {
    pub fn new(status: u16, body: Value) -> Self {
        Self { status, headers: Vec::new(), body }
    }

    /// A refusal in words.
    pub fn words(status: u16, message: &str) -> Self {
        let documentation = "https://docs.github.example/rest";
        Self::new(
            status,
            serde_json::json!({ "message": message, "documentation_url": documentation, "status": status.to_string() }),
        )
    }

    pub fn header(mut self, name: &'static str, value: impl ToString) -> Self {
        self.headers.push((name, value.to_string()));
        self
    }
}

impl GitHub {
    /// The newsletter's repository with one draft on `main`, and nothing else.
    pub fn new(upstream: &str, path: &str, text: &str) -> Self {
        let mut github = Self {
            upstream: upstream.to_owned(),
            repositories: BTreeMap::new(),
            commits: BTreeMap::new(),
            pulls: Vec::new(),
            tokens: BTreeMap::new(),
            checks: vec![("lint", "completed", Some("success")), ("links", "completed", Some("success"))],
            slow_forks: 0,
            faults: BTreeMap::new(),
            log: Vec::new(),
            now: 1_788_264_000,
        };
        let first = github.commit(None, "The first draft", path, text);
        let branches = BTreeMap::from([("main".to_owned(), first)]);
        github.repositories.insert(upstream.to_owned(), Repository { branches, ..Repository::default() });
        github
    }

    /// Lets somebody in.
    pub fn let_in(&mut self, token: &str, login: &'static str, rights: Rights) {
        self.tokens.insert(token.to_owned(), Token { login, rights });
    }

    /// Others change the newsletter's draft.
    pub fn others_change(&mut self, path: &str, text: &str) {
        let upstream = self.upstream.clone();
        self.push(&upstream, "main", path, text);
    }

    /// Somebody puts a file on a branch; the branch is made from the repository's `main` if it is not there.
    pub fn push(&mut self, repository: &str, branch: &str, path: &str, text: &str) {
        let branches = &self.repositories[repository].branches;
        let tip = branches.get(branch).or_else(|| branches.get("main")).cloned();
        let id = self.commit(tip, "Change the draft", path, text);
        self.repository(repository).branches.insert(branch.to_owned(), id);
    }

    /// A fork of the newsletter's repository as it is now, with all its branches.
    pub fn fork(&mut self, name: &str) {
        let upstream = self.upstream.clone();
        let branches = self.repositories[&upstream].branches.clone();
        let fork = Repository { fork_of: Some(upstream), branches, not_ready: self.slow_forks };
        self.repositories.insert(name.to_owned(), fork);
    }

    pub(self) fn repository(&mut self, name: &str) -> &mut Repository {
        self.repositories.entry(name.to_owned()).or_default()
    }

    /// Branches of forks that are not the newsletter's, with what they hold.
    pub fn made_branches(&self) -> Vec<(String, String, &Commit)> {
        let forks = self.repositories.iter().filter(|(_, repository)| repository.fork_of.is_some());
        let all = forks.flat_map(|(name, r)| r.branches.iter().map(move |(branch, id)| (name, branch, id)));
        let made = all.filter(|(_, branch, _)| *branch != "main");
        made.map(|(name, branch, id)| (name.clone(), branch.clone(), &self.commits[id])).collect()
    }
}
