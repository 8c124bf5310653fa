//! The request of each step.

use super::plan::{Plan, Way};
use super::run::Facts;
use super::step::Step;
use super::wire::{Request, encoded};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

/// How many checks of a pull request are asked for; it has about five.
pub const CHECKS: usize = 100;

/// What is sent for `step`.
pub fn request(plan: &Plan, facts: &Facts, step: Step) -> Request {
    let upstream = format!("/repos/{}", plan.upstream);
    let fork = format!("/repos/{}", facts.fork);
    let owner = facts.fork.split('/').next().unwrap_or_default();
    let branch = plan.branch(facts.taken);
    let head = format!("{owner}:{branch}");
    let file = encoded(&plan.path);
    match step {
        Step::Who => Request::get("/user".to_owned()),
        Step::Fork => Request::get(fork),
        Step::MakeFork => Request::with("POST", format!("{upstream}/forks"), &json!({ "default_branch_only": true })),
        Step::Ready => Request::get(format!("{fork}/git/ref/{}", encoded(&format!("heads/{}", plan.base)))),
        Step::Pull => {
            let head = encoded(&head);
            Request::get(format!("{upstream}/pulls?state=all&head={head}&base={}&per_page=10", encoded(&plan.base)))
        }
        Step::Head => Request::get(format!("{upstream}/git/ref/{}", encoded(&format!("heads/{}", plan.base)))),
        Step::Draft => Request::get(format!("{upstream}/contents/{file}?ref={}", encoded(&facts.commit))),
        Step::Branch => Request::get(format!("{fork}/git/ref/{}", encoded(&format!("heads/{branch}")))),
        Step::Compare => Request::get(format!("{upstream}/compare/{}", encoded(&format!("{}...{head}", facts.commit)))),
        Step::Sync => Request::with("POST", format!("{fork}/merge-upstream"), &json!({ "branch": plan.base })),
        Step::MakeBranch => {
            let body = json!({ "ref": format!("refs/heads/{branch}"), "sha": facts.commit });
            Request::with("POST", format!("{fork}/git/refs"), &body)
        }
        Step::Commit => {
            let content = BASE64_STANDARD.encode(plan.text.as_bytes());
            Request::with("PUT", format!("{fork}/contents/{file}"), &commit(plan, &branch, &content))
        }
        Step::Still => Request::get(format!("{upstream}/contents/{file}?ref={}", encoded(&plan.base))),
        Step::Open => {
            let body = json!({ "title": plan.title, "body": plan.body, "head": head, "base": plan.base,
                "maintainer_can_modify": true });
            Request::with("POST", format!("{upstream}/pulls"), &body)
        }
        Step::Checks => {
            Request::get(format!("{upstream}/commits/{}/check-runs?per_page={CHECKS}", encoded(&facts.head)))
        }
        Step::Status => Request::get(format!("{upstream}/commits/{}/status", encoded(&facts.head))),
    }
}

/// The body of the commit; `content` in Base64, or a word in its place where it is only shown.
pub fn commit(plan: &Plan, branch: &str, content: &str) -> serde_json::Value {
    json!({ "message": plan.message.trim_end(), "content": content, "sha": plan.blob, "branch": branch })
}

/// What is known before anything was asked.
pub fn at_first(plan: &Plan) -> Facts {
    let fork = match &plan.way {
        Way::OwnFork { fork } => fork.clone(),
        Way::OneClick => String::new(),
    };
    Facts { fork, ..Facts::default() }
}
