//! What is asked for, who asks, and what can only be read.

use super::{Ask, GitHub, Reply, Repository, Rights, Token, shapes};
use serde_json::{Value, json};

/// The request in its parts.
pub(super) struct Asked<'a> {
    pub method: &'a str,
    /// Segments behind `/repos/OWNER/NAME`.
    pub rest: Vec<&'a str>,
    pub query: Vec<(String, String)>,
    pub repository: String,
    pub body: Value,
    pub token: Option<Token>,
}

impl Asked<'_> {
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn text(&self, field: &str) -> &str {
        self.body[field].as_str().unwrap_or_default()
    }

    /// Whether the token may write to the repository.
    pub fn may_write(&self, repository: &str) -> bool {
        match &self.token {
            Some(Token { login, rights: Rights::Classic(scopes) }) => {
                scopes.contains("public_repo") && repository.split('/').next() == Some(login)
            }
            Some(Token { rights: Rights::Contents(own), .. }) => *own == repository,
            None => false,
        }
    }
}

pub(super) fn not_found() -> Reply {
    Reply::words(404, "Not Found")
}

/// What GitHub says to a token without the right.
pub(super) fn forbidden() -> Reply {
    let words = Reply::words(403, "Resource not accessible by personal access token");
    words.header("x-accepted-github-permissions", "contents=write")
}

impl GitHub {
    /// Does what is asked and answers.
    pub(super) fn answer(&mut self, ask: &Ask) -> Reply {
        let (path, query) = ask.path.split_once('?').unwrap_or((ask.path, ""));
        let segments: Vec<String> = path.split('/').skip(1).map(decoded).collect();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        let token = match ask.token.map(|token| self.tokens.get(token)) {
            Some(None) => return Reply::words(401, "Bad credentials"),
            Some(Some(token)) => Some(token.clone()),
            None => None,
        };
        let scopes = token.as_ref().and_then(|token| match token.rights {
            Rights::Classic(scopes) => Some(scopes),
            Rights::Contents(_) => None,
        });
        let reply = match segments.as_slice() {
            ["user"] => match &token {
                Some(token) => Reply::new(200, shapes::account(token.login)),
                None => Reply::words(401, "Requires authentication"),
            },
            ["repos", owner, name, rest @ ..] => {
                let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
                let asked = Asked {
                    method: ask.method,
                    rest: rest.to_vec(),
                    query: pairs.map(|(name, value)| (decoded(name), decoded(value))).collect(),
                    repository: format!("{owner}/{name}"),
                    body: serde_json::from_slice(ask.body).unwrap_or(Value::Null),
                    token,
                };
                self.of_repository(&asked)
            }
            _ => not_found(),
        };
        let reply = match scopes {
            Some(scopes) => reply.header("x-oauth-scopes", scopes),
            None => reply,
        };
        reply.header("x-ratelimit-remaining", 4990).header("x-ratelimit-reset", self.now + 3000)
    }

    fn of_repository(&mut self, asked: &Asked) -> Reply {
        let Some(repository) = self.repositories.get_mut(&asked.repository) else { return not_found() };
        match (asked.method, asked.rest.as_slice()) {
            ("GET", []) => Reply::new(200, shapes::repository(&asked.repository, repository.fork_of.as_deref())),
            ("GET", ["git", "ref", name]) => reference(&asked.repository, repository, name),
            ("GET", ["contents", path]) => self.contents(asked, path),
            ("GET", ["compare", range]) => self.compare(asked, range),
            ("GET", ["pulls"]) => self.list_pulls(asked),
            ("GET", ["commits", id, "check-runs"]) => self.check_runs(id),
            ("GET", ["commits", id, "status"]) => Reply::new(200, shapes::status(&asked.repository, id)),
            ("POST", ["forks"]) => self.make_fork(asked),
            ("POST", ["merge-upstream"]) => self.merge_upstream(asked),
            ("POST", ["git", "refs"]) => self.make_branch(asked),
            ("PUT", ["contents", path]) => self.put(asked, path),
            ("POST", ["pulls"]) => self.open_pull(asked),
            _ => not_found(),
        }
    }

    fn contents(&self, asked: &Asked, path: &str) -> Reply {
        let tip = self.tip(&asked.repository, asked.query("ref").unwrap_or("main"));
        let file = tip.and_then(|tip| self.commits.get(&tip)?.files.get(path));
        file.map_or_else(not_found, |text| Reply::new(200, shapes::file(&asked.repository, path, text)))
    }

    fn compare(&self, asked: &Asked, range: &str) -> Reply {
        let Some((base, head)) = range.split_once("...") else { return not_found() };
        let (owner, branch) = head.split_once(':').unwrap_or((asked.repository.as_str(), head));
        let fork = self.fork_of(owner);
        let tips = self.tip(&asked.repository, base).zip(fork.and_then(|fork| self.tip(&fork, branch)));
        let Some((base, head)) = tips else { return not_found() };
        let Some(common) = self.common(&base, &head) else { return not_found() };
        let ahead = self.line(&head).into_iter().take_while(|id| *id != common).collect::<Vec<_>>();
        let behind = self.line(&base).into_iter().take_while(|id| *id != common).count();
        let files: Vec<Value> = self
            .changed(&common, &head)
            .iter()
            .map(|path| shapes::changed_file(&asked.repository, path, &self.commits[&head].files[path]))
            .collect();
        let commits: Vec<Value> =
            ahead.iter().rev().map(|id| shapes::commit(&asked.repository, id, &self.commits[id])).collect();
        Reply::new(
            200,
            shapes::comparison(
                &asked.repository,
                [(&base, &self.commits[&base]), (&common, &self.commits[&common])],
                behind,
                commits,
                files,
            ),
        )
    }

    /// The owner's fork of the newsletter.
    pub(super) fn fork_of(&self, owner: &str) -> Option<String> {
        let of = |(name, r): &(&String, &Repository)| r.fork_of.is_some() && name.split('/').next() == Some(owner);
        self.repositories.iter().find(of).map(|(name, _)| name.clone())
    }
}

fn reference(name: &str, repository: &mut Repository, wanted: &str) -> Reply {
    if repository.not_ready > 0 {
        repository.not_ready -= 1;
        return match repository.not_ready % 2 {
            0 => Reply::words(409, "Git Repository is empty."),
            _ => not_found(),
        };
    }
    let id = wanted.strip_prefix("heads/").and_then(|branch| repository.branches.get(branch));
    id.map_or_else(not_found, |id| Reply::new(200, shapes::reference(name, wanted, id)))
}

/// Percent signs taken out.
fn decoded(text: &str) -> String {
    let mut out = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let byte = (*first == b'%').then(|| after.get(..2)).flatten();
        let byte = byte.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        out.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// GitHub's shape of a refused field.
pub(super) fn invalid(message: &str, detail: &str) -> Reply {
    let error = json!({ "resource": "PullRequest", "code": "custom", "message": detail });
    Reply::new(
        422,
        json!({ "message": message, "errors": [error], "documentation_url": "https://docs.github.example/rest" }),
    )
}
