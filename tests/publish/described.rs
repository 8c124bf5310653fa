//! Requests and answers against GitHub's own description of its interface: Prism stands between the run and the stand-in, and
//! reports whatever the description does not have.

use crate::driver::{TOKEN, drive_by, github, own_fork, plan};
use crate::github::GitHub;
use crate::prism::{Call, Carried, Prism};
use std::sync::{Arc, Mutex};
use twir_desk::publish::{Plan, Request, Run};

fn send(port: u16, request: &Request, token: &str) -> Carried {
    let bearer = format!("Bearer {token}");
    let mut headers = request.headers().to_vec();
    headers.push(("Authorization", &bearer));
    let body = request.body.as_deref().unwrap_or_default().as_bytes();
    crate::prism::send(port, &Call { method: request.method, path: &request.path, headers, body })
}

/// Runs `plan` through Prism; the stand-in afterwards, and what Prism has against the messages.
fn through(prism: &Prism, github: GitHub, plan: Plan, token: &str) -> (GitHub, Vec<String>) {
    let github = Arc::new(Mutex::new(github));
    prism.front(&github);
    let mut against = Vec::new();
    let mut run = Run::new(plan);
    let ended = drive_by(&mut run, |request| {
        let Carried { reply, violations } = send(prism.port, request, token);
        against.extend(violations.map(|words| format!("{} {}: {words}", request.method, request.path)));
        Some(reply)
    });
    assert!(ended.waited < 60);
    // Prism's other side may hold it a moment longer: what is in it is taken out.
    let github = std::mem::replace(&mut *github.lock().unwrap(), crate::driver::github());
    (github, against)
}

#[test]
fn requests_and_answers_are_githubs() {
    let Some(prism) = Prism::start() else { return };
    let mut slow = github();
    slow.slow_forks = 3;
    let (slow, against) = through(&prism, slow, plan(), TOKEN);
    assert_eq!(against, [""; 0], "a new fork");
    assert_eq!((slow.made_branches().len(), slow.pulls.len()), (1, 1));
    // It is there already.
    let (again, against) = through(&prism, slow, plan(), TOKEN);
    assert_eq!(against, [""; 0], "a pull request that is there");
    assert_eq!(again.pulls.len(), 1);

    let mut own = github();
    own.fork("crab/newsletter");
    own.others_change("README.md", "New words.\n");
    let (own, against) = through(&prism, own, own_fork(), "fine-token");
    assert_eq!(against, [""; 0], "a fork of one's own");
    assert_eq!(own.made_branches().len(), 1);
    // The branch is there, with the commit: it is compared.
    let (own, against) = through(&prism, own, own_fork(), "fine-token");
    assert!(own.log.iter().any(|line| line.contains("/compare/")));
    assert_eq!(against, [""; 0], "a branch that is there");

    let mut quiet = github();
    quiet.fork("crab/newsletter");
    quiet.checks.clear();
    let (quiet, against) = through(&prism, quiet, plan(), TOKEN);
    assert_eq!(against, [""; 0], "without checks");
    assert!(quiet.log.iter().any(|line| line.ends_with("/status")));
}

#[test]
fn refusals_are_githubs() {
    let Some(prism) = Prism::start() else { return };
    let no_token = through(&prism, github(), plan(), "no-such-token");
    let mut own_way = github();
    own_way.fork("crab/newsletter");
    own_way.push("crab/newsletter", "main", "notes.md", "Own.\n");
    own_way.others_change("README.md", "New words.\n");
    let own_way = through(&prism, own_way, plan(), TOKEN);
    let no_fork = through(&prism, github(), own_fork(), "fine-token");
    for (github, against) in [no_token, own_way, no_fork] {
        assert_eq!(against, [""; 0], "{:?}", github.log);
        assert!(github.pulls.is_empty());
    }
}

/// What proves that the proof proves: requests that the description does not have.
#[test]
fn what_the_description_does_not_have_is_reported() {
    let Some(prism) = Prism::start() else { return };
    let github = Arc::new(Mutex::new(github()));
    prism.front(&github);
    let request = |path: &str, body: &str| Request { method: "POST", path: path.into(), body: Some(body.into()) };
    let wrong = request("/repos/ferrous/newsletter/git/refs", r#"{"ref": 7}"#);
    let words = send(prism.port, &wrong, TOKEN).violations.expect("a wrong body");
    assert!(words.contains("sha") && words.contains("string"), "{words}");
    let unknown = request("/repos/ferrous/newsletter/no-such-thing", "{}");
    let words = send(prism.port, &unknown, TOKEN).violations.expect("an unknown path");
    assert!(words.contains("NO_PATH_MATCHED"), "{words}");
    // An answer, too: a shape that is not GitHub's.
    let wrong = crate::github::Reply::new(200, serde_json::json!({ "login": 7 }));
    github.lock().unwrap().faults.insert(0, crate::github::Fault::Answer(wrong));
    github.lock().unwrap().log.clear();
    let user = Request { method: "GET", path: "/user".into(), body: None };
    let words = send(prism.port, &user, TOKEN).violations.expect("a wrong answer");
    assert!(words.contains("response") && words.contains("login"), "{words}");
}
