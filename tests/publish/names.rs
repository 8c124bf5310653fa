//! The branch's name is taken.

use crate::driver::{PATH, TOKEN, drive, github, own_fork, plan};
use crate::github::Fault;
use twir_desk::publish::{Run, Trouble};

#[test]
fn a_branch_with_something_else_on_it_is_left_alone() {
    let mut github = github();
    github.fork("crab/newsletter");
    let branch = plan().branch(0);
    assert!(branch.starts_with("twir-desk/2026-09-02-") && branch.len() == 29, "{branch}");
    github.push("crab/newsletter", &branch, PATH, "Somebody's own.\n");
    let before = github.repositories["crab/newsletter"].branches[&branch].clone();
    drive(&mut Run::new(plan()), &mut github, TOKEN).done();
    assert_eq!(github.repositories["crab/newsletter"].branches[&branch], before);
    assert_eq!(github.pulls[0].head.1, format!("{branch}-2"));
    assert_eq!(github.made_branches().len(), 2);
}

#[test]
fn a_branch_that_is_there_and_empty_is_used() {
    let mut github = github();
    github.fork("crab/newsletter");
    let branch = plan().branch(0);
    let tip = github.repositories["crab/newsletter"].branches["main"].clone();
    github.repositories.get_mut("crab/newsletter").unwrap().branches.insert(branch.clone(), tip);
    // Meanwhile others changed another file.
    github.others_change("README.md", "New words.\n");
    drive(&mut Run::new(plan()), &mut github, TOKEN).done();
    assert_eq!(github.pulls[0].head.1, branch);
    assert_eq!(github.made_branches().len(), 1);
}

#[test]
fn a_branch_of_an_older_draft_is_not_written_over() {
    let mut github = github();
    let branch = plan().branch(0);
    github.push("ferrous/newsletter", "older", PATH, "An older draft.\n");
    let older = github.repositories["ferrous/newsletter"].branches["older"].clone();
    github.repositories.get_mut("ferrous/newsletter").unwrap().branches.insert("main".into(), older.clone());
    github.others_change(PATH, crate::driver::DRAFT);
    github.fork("crab/newsletter");
    github.repositories.get_mut("crab/newsletter").unwrap().branches.insert(branch.clone(), older);
    github.repositories.get_mut("crab/newsletter").unwrap().branches.remove("older");
    let outcome = drive(&mut Run::new(plan()), &mut github, TOKEN).done();
    assert!(!outcome.already);
    assert_eq!(github.pulls[0].head.1, format!("{branch}-2"));
}

#[test]
fn a_pull_request_that_was_closed_stays_closed() {
    let mut github = github();
    drive(&mut Run::new(plan()), &mut github, TOKEN).done();
    github.pulls[0].open = false;
    let outcome = drive(&mut Run::new(plan()), &mut github, TOKEN).done();
    assert!(!outcome.already);
    assert_eq!(github.pulls.len(), 2);
    assert!(!github.pulls[0].open && github.pulls[1].open);
}

#[test]
fn made_in_another_tab_in_the_same_moment() {
    let mut github = github();
    github.fork("crab/newsletter");
    let branch = own_fork().branch(0);
    // Just before the branch is made: the run asked for fork, readiness, pull request, head, draft, branch and the sync.
    github.faults.insert(
        7,
        Fault::before(move |github| {
            let fork = github.repositories.get_mut("crab/newsletter").unwrap();
            let tip = fork.branches["main"].clone();
            fork.branches.insert(branch, tip);
        }),
    );
    drive(&mut Run::new(own_fork()), &mut github, "fine-token").done();
    assert!(github.faults.is_empty());
    assert_eq!(github.made_branches().len(), 1);
}

#[test]
fn committed_in_another_tab_in_the_same_moment() {
    let mut github = github();
    github.fork("crab/newsletter");
    let branch = plan().branch(0);
    github.faults.insert(9, Fault::before(move |github| github.push("crab/newsletter", &branch, PATH, &plan().text)));
    drive(&mut Run::new(plan()), &mut github, TOKEN).done();
    assert!(github.faults.is_empty());
    assert_eq!((github.made_branches().len(), github.pulls.len()), (1, 1));
    assert_eq!(github.log.iter().filter(|line| line.starts_with("PUT")).count(), 1);
}

#[test]
fn nine_names_are_enough() {
    let mut github = github();
    github.fork("crab/newsletter");
    for taken in 0..9 {
        github.push("crab/newsletter", &plan().branch(taken), PATH, &format!("Something else {taken}.\n"));
    }
    let trouble = drive(&mut Run::new(plan()), &mut github, TOKEN).stopped();
    assert_eq!(trouble, Trouble::NamesTaken(plan().branch(0)));
    assert!(github.pulls.is_empty());
}
