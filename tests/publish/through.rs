//! Nothing goes wrong.

use crate::driver::{DRAFT, PATH, TOKEN, drive, github, own_fork, plan};
use twir_desk::publish::{Checks, Next, Progress, Run, what_will_happen};
use twir_desk::text::blob::blob_id;

#[test]
fn one_click_makes_fork_branch_commit_and_pull_request() {
    let mut github = github();
    github.slow_forks = 3;
    let mut run = Run::new(plan());
    let ended = drive(&mut run, &mut github, TOKEN);
    assert_eq!(ended.waited, 2 + 2 + 3 + 4);
    let outcome = ended.done();
    assert_eq!(outcome.page, "https://github.example/ferrous/newsletter/pull/1");
    assert!(outcome.pull && !outcome.already && outcome.checks == Checks::Passed(2));

    let made = github.made_branches();
    let [(fork, branch, commit)] = made.as_slice() else { panic!("{made:?}") };
    assert_eq!((fork.as_str(), branch), ("crab/newsletter", &plan().branch(0)));
    assert_eq!(commit.files[PATH], plan().text);
    assert_eq!(commit.message, "Add “Two” to Research");
    assert_eq!(commit.parent.as_ref(), Some(&github.repositories["ferrous/newsletter"].branches["main"]));
    let [pull] = github.pulls.as_slice() else { panic!("{:?}", github.pulls) };
    assert_eq!((pull.title.clone(), pull.body.clone()), (plan().title, plan().body));
    assert!(run.stages().iter().all(|(_, progress)| *progress == Progress::Through));
}

#[test]
fn a_fork_that_is_behind_is_brought_up() {
    let mut github = github();
    github.fork("crab/newsletter");
    github.others_change("README.md", "New words.\n");
    drive(&mut Run::new(plan()), &mut github, TOKEN).done();
    let tip = |name: &str| github.repositories[name].branches["main"].clone();
    assert_eq!(tip("crab/newsletter"), tip("ferrous/newsletter"));
    assert!(!github.log.iter().any(|line| line.ends_with("/forks")), "{:?}", github.log);
}

#[test]
fn an_own_fork_gets_branch_and_commit_and_no_more() {
    let mut github = github();
    github.fork("crab/newsletter");
    let outcome = drive(&mut Run::new(own_fork()), &mut github, "fine-token").done();
    assert!(!outcome.pull && !outcome.already);
    let branch = own_fork().branch(0);
    let page = format!(
        "https://github.example/ferrous/newsletter/compare/main...crab:newsletter:{branch}?quick_pull=1&title=Add%20%E2%80%9CTwo"
    );
    assert!(outcome.page.starts_with(&page), "{}", outcome.page);
    assert_eq!(github.made_branches().len(), 1);
    assert!(github.pulls.is_empty());
    // Once more: it is there already, and nothing is written.
    let outcome = drive(&mut Run::new(own_fork()), &mut github, "fine-token").done();
    assert!(outcome.already && outcome.page.starts_with(&page));
    assert_eq!(github.made_branches().len(), 1);
}

#[test]
fn everything_that_is_sent_was_to_be_read_before() {
    for (plan, token) in [(plan(), TOKEN), (own_fork(), "fine-token")] {
        let mut github = github();
        github.fork("crab/newsletter");
        let shown: Vec<(String, usize)> =
            what_will_happen(&plan).into_iter().map(|p| (p.method.to_owned(), p.path.split('/').count())).collect();
        drive(&mut Run::new(plan), &mut github, token).done();
        let mut ahead = shown.iter();
        for line in &github.log {
            let (method, path) = line.split_once(' ').unwrap();
            let here = (method.to_owned(), path.split('/').count());
            assert!(ahead.any(|one| *one == here), "{line} was not announced, or not in this order");
        }
    }
}

#[test]
fn what_is_shown_before_holds_no_noise() {
    let planned = what_will_happen(&plan());
    let commit = planned.iter().find(|p| p.method == "PUT").unwrap();
    let body = commit.body.as_ref().unwrap();
    assert!(body.contains(&format!("the whole file, {} bytes, in Base64", plan().text.len())), "{body}");
    assert!(body.contains(&blob_id(DRAFT)) && commit.path.starts_with("/repos/YOU/newsletter/contents/"));
    assert!(planned.iter().all(|p| p.step.what().ends_with('.')));
}

#[test]
fn the_checks_are_looked_at_again() {
    let mut github = github();
    github.checks = vec![("lint", "in_progress", None), ("links", "completed", Some("success"))];
    let mut run = Run::new(plan());
    assert_eq!(drive(&mut run, &mut github, TOKEN).done().checks, Checks::Running { through: 1, all: 2 });
    github.checks[0] = ("lint", "completed", Some("failure"));
    run.look_again();
    assert_eq!(drive(&mut run, &mut github, TOKEN).done().checks, Checks::Failed(vec!["lint".into()]));
    github.checks.clear();
    run.look_again();
    assert_eq!(drive(&mut run, &mut github, TOKEN).done().checks, Checks::None);
    // The pull request is there, whatever becomes of the question.
    run.look_again();
    run.lost(twir_desk::publish::Lost::Offline);
    assert!(matches!(run.next(), Next::Done(outcome) if outcome.checks == Checks::Unknown && outcome.pull));
}
