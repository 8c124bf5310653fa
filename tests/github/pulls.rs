//! Pull requests and their checks.

use super::answer::{Asked, forbidden, invalid};
use super::{GitHub, Pull, Reply, Rights, Token, shapes};
use serde_json::{Value, json};

impl GitHub {
    pub(super) fn list_pulls(&self, asked: &Asked) -> Reply {
        let (state, head) = (asked.query("state").unwrap_or("open"), asked.query("head"));
        let wanted = |pull: &&Pull| {
            let label = label(pull);
            (state == "all" || pull.open == (state == "open")) && head.is_none_or(|head| head == label)
        };
        let list: Vec<Value> = self.pulls.iter().rev().filter(wanted).map(|pull| self.pull(pull, false)).collect();
        Reply::new(200, Value::Array(list))
    }

    pub(super) fn open_pull(&mut self, asked: &Asked) -> Reply {
        let allowed = match &asked.token {
            Some(Token { rights: Rights::Classic(scopes), .. }) => scopes.contains("public_repo"),
            _ => false,
        };
        if !allowed {
            return forbidden();
        }
        let (owner, branch) = asked.text("head").split_once(':').unwrap_or_default();
        let base = asked.text("base").to_owned();
        let fork = self.fork_of(owner);
        let tips = fork.as_ref().and_then(|fork| self.tip(fork, branch)).zip(self.tip(&asked.repository, &base));
        let (Some(fork), Some((head, onto))) = (fork, tips) else {
            return invalid("Validation Failed", "head is invalid");
        };
        if self.line(&onto).contains(&head) {
            return invalid("Validation Failed", &format!("No commits between {base} and {owner}:{branch}"));
        }
        let head = (fork, branch.to_owned());
        if self.pulls.iter().any(|pull| pull.open && pull.head == head) {
            return invalid("Validation Failed", &format!("A pull request already exists for {owner}:{branch}."));
        }
        let number = self.pulls.len() + 1;
        let (title, body) = (asked.text("title").to_owned(), asked.text("body").to_owned());
        self.pulls.push(Pull { number, title, body, head, base, open: true, merged: false });
        Reply::new(201, self.pull(&self.pulls[number - 1], true))
    }

    fn pull(&self, pull: &Pull, whole: bool) -> Value {
        let head = self.tip(&pull.head.0, &pull.head.1).unwrap_or_default();
        let base = self.tip(&self.upstream, &pull.base).unwrap_or_default();
        shapes::pull(&self.upstream, pull, [&head, &base], whole)
    }

    pub(super) fn check_runs(&self, id: &str) -> Reply {
        let runs: Vec<Value> = self.checks.iter().map(|check| shapes::check_run(&self.upstream, id, check)).collect();
        Reply::new(200, json!({ "total_count": runs.len(), "check_runs": runs }))
    }
}

/// `OWNER:BRANCH`.
fn label(pull: &Pull) -> String {
    format!("{}:{}", pull.head.0.split('/').next().unwrap_or_default(), pull.head.1)
}
