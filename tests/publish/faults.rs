//! Every answer is lost once, and every request: going on ends with one branch, one commit, one pull request.

use crate::driver::{DRAFT, PATH, TOKEN, drive, github, own_fork, plan};
use crate::github::{Fault, GitHub, Reply};
use twir_desk::publish::{Lost, Next, Plan, Run, Trouble};

/// Runs with the fault at request `at`, and goes on: on the same run, or as after a reload. Whether the fault was met.
fn once(plan: &Plan, token: &str, prepare: fn(&mut GitHub), at: usize, fault: fn() -> Fault, reload: bool) -> bool {
    let mut github = github();
    prepare(&mut github);
    github.faults.insert(at, fault());
    let mut run = Run::new(plan.clone());
    let mut ended = drive(&mut run, &mut github, token);
    if !github.faults.is_empty() {
        return false;
    }
    for _ in 0..3 {
        if let Next::Done(_) = ended.next {
            break;
        }
        match reload {
            true => run = Run::new(plan.clone()),
            false => run.go_on(),
        }
        ended = drive(&mut run, &mut github, token);
    }
    ended.done();
    one_of_each(plan, &github, &format!("fault at request {at}, reload {reload}"));
    true
}

fn one_of_each(plan: &Plan, github: &GitHub, when: &str) {
    let made = github.made_branches();
    let [(_, _, commit)] = made.as_slice() else { panic!("{when}: {made:?}") };
    assert_eq!(commit.files[PATH], plan.text, "{when}");
    let parent = commit.parent.as_ref().map(|id| &github.commits[id]);
    assert_eq!(parent.map(|parent| parent.files[PATH].as_str()), Some(DRAFT), "{when}: one commit, on the draft");
    let pulls = usize::from(plan.way == twir_desk::publish::Way::OneClick);
    assert_eq!(github.pulls.len(), pulls, "{when}");
}

#[test]
fn one_branch_one_commit_one_pull_request_whatever_is_lost() {
    let faults: [fn() -> Fault; 4] = [
        || Fault::AnswerLost,
        || Fault::Lost,
        || Fault::Answer(Reply::words(502, "Bad gateway")),
        || Fault::too_fast(7),
    ];
    let forks: [fn(&mut GitHub); 2] = [|github| github.slow_forks = 3, |github| github.fork("crab/newsletter")];
    let mut met = 0;
    for fault in faults {
        for reload in [false, true] {
            for prepare in forks {
                met += (0..40).take_while(|at| once(&plan(), TOKEN, prepare, *at, fault, reload)).count();
            }
            met += (0..40).take_while(|at| once(&own_fork(), "fine-token", forks[1], *at, fault, reload)).count();
        }
    }
    // Thirteen requests at least with a new fork, eleven with an old one, nine into a fork of one's own.
    assert!(met >= 8 * (13 + 11 + 9), "{met}");
}

#[test]
fn nothing_comes_back() {
    let mut run = Run::new(plan());
    run.lost(Lost::Offline);
    assert_eq!(run.next(), Next::Stopped(Trouble::Lost(Lost::Offline)));
    run.go_on();
    assert!(matches!(run.next(), Next::Send(request) if request.path == "/user"));
}

#[test]
fn a_pull_request_that_is_there_is_found() {
    let mut github = github();
    drive(&mut Run::new(plan()), &mut github, TOKEN).done();
    let written = github.log.iter().filter(|line| !line.starts_with("GET")).count();
    let outcome = drive(&mut Run::new(plan()), &mut github, TOKEN).done();
    assert!(outcome.already && outcome.pull);
    assert_eq!(github.log.iter().filter(|line| !line.starts_with("GET")).count(), written);
    // One that was merged, too.
    (github.pulls[0].open, github.pulls[0].merged) = (false, true);
    assert!(drive(&mut Run::new(plan()), &mut github, TOKEN).done().already);
    assert_eq!(github.pulls.len(), 1);
}
