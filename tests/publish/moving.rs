//! The draft moves while the work is on its way.

use crate::driver::{DRAFT, PATH, TOKEN, drive, github, plan, plan_on};
use crate::github::{Fault, GitHub};
use twir_desk::publish::{Act, Newer, Run, Trouble, Way};
use twir_desk::text::blob::blob_id;

const NEWER: &str =
    "Title: T\nDate: 2026-09-02\n\n### Research\n* [One](https://one.example/)\n* [Ünder](https://u.example/)\n";

fn newer() -> Trouble {
    Trouble::Moved(Some(Newer { text: NEWER.into(), blob: blob_id(NEWER) }))
}

/// Merged anew, the work arrives on the newer draft.
fn arrives(github: &mut GitHub) {
    let plan = plan_on(NEWER, Way::OneClick);
    drive(&mut Run::new(plan.clone()), github, TOKEN).done();
    assert_eq!(github.pulls.len(), 1);
    let (fork, branch) = github.pulls[0].head.clone();
    let made = github.made_branches();
    let (_, _, commit) = made.iter().find(|(f, b, _)| *f == fork && *b == branch).unwrap();
    assert_eq!(commit.files[PATH], plan.text);
}

#[test]
fn before_anything_is_made_it_stops() {
    let mut github = github();
    github.others_change(PATH, NEWER);
    let trouble = drive(&mut Run::new(plan()), &mut github, TOKEN).stopped();
    assert_eq!((trouble.act(), &trouble), (Act::BringIn, &newer()));
    assert!(github.made_branches().is_empty() && github.pulls.is_empty());
    arrives(&mut github);
    assert_eq!(github.made_branches().len(), 1);
}

#[test]
fn at_any_later_moment_too() {
    // Every request but the last ones, which come behind the pull request.
    let mut stopped = 0;
    for at in 0..13 {
        let mut github = github();
        github.fork("crab/newsletter");
        github.faults.insert(at, Fault::before(|github| github.others_change(PATH, NEWER)));
        let ended = drive(&mut Run::new(plan()), &mut github, TOKEN);
        if matches!(ended.next, twir_desk::publish::Next::Stopped(_)) {
            assert_eq!(ended.stopped(), newer(), "moved at request {at}");
            assert!(github.pulls.is_empty(), "moved at request {at}");
            stopped += 1;
            arrives(&mut github);
        }
    }
    // Until the second look at the draft, just before the pull request is opened.
    assert_eq!(stopped, 11);
}

#[test]
fn the_draft_is_published_and_gone() {
    let mut github = github();
    let upstream = github.upstream.clone();
    let main = github.repositories[&upstream].branches["main"].clone();
    github.commits.get_mut(&main).unwrap().files.clear();
    let trouble = drive(&mut Run::new(plan()), &mut github, TOKEN).stopped();
    assert_eq!(trouble, Trouble::Moved(None));
    assert!(trouble.what().contains("no longer there"));
}

#[test]
fn a_draft_that_has_it_already_needs_nothing() {
    let mut github = github();
    let plan = plan_on(DRAFT, Way::OneClick);
    let same = twir_desk::publish::Plan { blob: blob_id(&plan.text), ..plan };
    assert_eq!(drive(&mut Run::new(same), &mut github, TOKEN).stopped(), Trouble::NothingToCommit);
    assert!(github.log.is_empty());
}
