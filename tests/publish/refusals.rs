//! What GitHub refuses: each has words of its own, and a next step.

use crate::driver::{Ended, TOKEN, drive, github, own_fork, plan};
use crate::github::{Fault, GitHub, Reply, Repository, Rights};
use twir_desk::publish::{Act, Run, Trouble};

/// Runs with that answer to the request `at`: 0 the token, 1 and 2 the fork, 3 the pull request, 4 and 5 the draft, 6 to 8 the
/// branch, 9 the commit, 10 the draft again, 11 the pull request, 12 its checks.
fn answered(at: usize, reply: Reply) -> Trouble {
    let mut github = github();
    github.fork("crab/newsletter");
    github.faults.insert(at, Fault::Answer(reply));
    drive(&mut Run::new(plan()), &mut github, TOKEN).stopped()
}

fn run(mut prepare: impl FnMut(&mut GitHub), token: &str) -> Ended {
    let mut github = github();
    prepare(&mut github);
    let plan = if token == "fine-token" { own_fork() } else { plan() };
    drive(&mut Run::new(plan), &mut github, token)
}

#[test]
fn a_withdrawn_token() {
    assert_eq!(run(|_| {}, "no-such-token").stopped(), Trouble::BadToken);
    for at in 0..=12 {
        let mut github = github();
        github.fork("crab/newsletter");
        github.faults.insert(at, Fault::before(|github| github.tokens.clear()));
        let mut run = Run::new(plan());
        let ended = drive(&mut run, &mut github, TOKEN);
        if at == 12 {
            // The pull request is there; only its checks are not known.
            assert!(ended.done().pull);
            continue;
        }
        let trouble = ended.stopped();
        assert_eq!((&trouble, trouble.act()), (&Trouble::BadToken, Act::NewToken), "at request {at}");
        github.let_in("another-token", "crab", Rights::Classic("public_repo, read:user"));
        run.go_on();
        drive(&mut run, &mut github, "another-token").done();
        assert_eq!((github.made_branches().len(), github.pulls.len()), (1, 1));
    }
}

#[test]
fn a_token_without_the_right() {
    let few = |github: &mut GitHub| github.let_in("few", "crab", Rights::Classic("gist, notifications"));
    assert_eq!(run(few, "few").stopped(), Trouble::Scope("gist, notifications".into()));
    let none = |github: &mut GitHub| github.let_in("few", "crab", Rights::Classic(""));
    assert!(run(none, "few").stopped().what().contains("it has none at all"));
    let other = |github: &mut GitHub| {
        github.fork("crab/newsletter");
        github.let_in("fine-token", "crab", Rights::Contents("crab/something-else"));
    };
    let trouble = run(other, "fine-token").stopped();
    assert!(matches!(&trouble, Trouble::Rights { needs: Some(needs), .. } if needs == "contents=write"), "{trouble:?}");
    assert!(trouble.what().contains("GitHub asks for: contents=write."));
}

#[test]
fn too_many_requests() {
    let Fault::Answer(spent) = Fault::spent(600, 1_788_264_000) else { unreachable!() };
    let trouble = answered(4, spent);
    assert_eq!((&trouble, trouble.act()), (&Trouble::Spent(Some(600)), Act::GoOn(600)));
    assert!(trouble.what().contains("there are more in 10 minutes"));
    let Fault::Answer(fast) = Fault::too_fast(47) else { unreachable!() };
    let trouble = answered(8, fast);
    assert_eq!((&trouble, trouble.act()), (&Trouble::Slow(47), Act::GoOn(47)));
    assert!(trouble.what().contains("wait 47 seconds"));
    // Without a time, GitHub's documentation says a minute.
    assert_eq!(answered(8, Reply::words(403, "You have exceeded a secondary rate limit.")), Trouble::Slow(60));
    assert_eq!(answered(8, Reply::words(429, "Too many requests")), Trouble::Slow(60));
}

#[test]
fn an_organisation_that_forbids_the_token() {
    let Fault::Answer(sso) = Fault::organisation() else { unreachable!() };
    let trouble = answered(9, sso);
    assert_eq!(trouble.page("https://github.example").as_deref(), Some("https://github.example/orgs/ferrous/sso"));
    assert!(trouble.what().contains("does not let this token in"));
    let words = "`ferrous` forbids access via a personal access token (classic).";
    let trouble = answered(9, Reply::words(403, words));
    assert!(matches!(&trouble, Trouble::OrgForbids { page: None, message } if message == words), "{trouble:?}");
}

#[test]
fn a_repository_of_that_name_that_is_no_fork() {
    let other = |github: &mut GitHub| {
        github.repositories.insert("crab/newsletter".into(), Repository::default());
    };
    assert_eq!(run(other, TOKEN).stopped(), Trouble::NotAFork("crab/newsletter".into()));
    assert_eq!(run(|_| {}, "fine-token").stopped(), Trouble::NotFound("the fork crab/newsletter".into()));
}

#[test]
fn a_fork_that_is_never_ready() {
    let ended = run(|github| github.slow_forks = 1000, TOKEN);
    assert!((240..400).contains(&ended.waited), "{}", ended.waited);
    assert_eq!(ended.stopped(), Trouble::NotReady("crab/newsletter".into()));
}

#[test]
fn a_fork_that_went_its_own_way() {
    let own_way = |github: &mut GitHub| {
        github.fork("crab/newsletter");
        github.push("crab/newsletter", "main", "notes.md", "Own.\n");
        github.others_change("README.md", "New words.\n");
    };
    let trouble = run(own_way, TOKEN).stopped();
    assert_eq!(trouble, Trouble::SyncByHand("crab/newsletter".into()));
    assert_eq!(trouble.page("https://github.example").as_deref(), Some("https://github.example/crab/newsletter"));
    // Where the fork has the commit all the same, that does not matter.
    let ahead = |github: &mut GitHub| {
        github.fork("crab/newsletter");
        github.push("crab/newsletter", "main", "notes.md", "Own.\n");
    };
    assert!(run(ahead, TOKEN).done().pull);
}

#[test]
fn other_refusals_keep_githubs_words() {
    for (status, words) in [(422, "Validation Failed"), (409, "Conflict of some kind"), (451, "Not for you")] {
        let trouble = answered(8, Reply::words(status, words));
        assert!(matches!(&trouble, Trouble::Refused { message, .. } if message == words), "{status}: {trouble:?}");
        assert!(trouble.what().contains(words));
    }
    assert_eq!(answered(5, Reply::words(503, "")), Trouble::Server(503));
    assert!(matches!(answered(5, Reply::words(204, "")), Trouble::Unexpected { .. }));
    assert!(matches!(answered(9, Reply::words(404, "Not Found")), Trouble::Rights { .. }));
    let none = answered(11, Reply::words(422, "No commits between main and crab:x"));
    assert_eq!(none, Trouble::NothingToCommit);
}

#[test]
fn each_has_words_of_its_own() {
    let step = twir_desk::publish::Step::Commit;
    let all = [
        Trouble::BadToken,
        Trouble::Rights { step, needs: None },
        Trouble::Scope("gist".into()),
        Trouble::Spent(None),
        Trouble::Slow(5),
        Trouble::OrgForbids { page: None, message: String::new() },
        Trouble::NotFound("x".into()),
        Trouble::NotAFork("x".into()),
        Trouble::NotReady("x".into()),
        Trouble::SyncByHand("x".into()),
        Trouble::Moved(None),
        Trouble::NamesTaken("x".into()),
        Trouble::NothingToCommit,
        Trouble::Refused { step, message: "x".into() },
        Trouble::Server(500),
        Trouble::Lost(twir_desk::publish::Lost::Offline),
        Trouble::Lost(twir_desk::publish::Lost::TimedOut),
        Trouble::Unexpected { step, what: "x".into() },
    ];
    for (index, one) in all.iter().enumerate() {
        assert!(one.what().ends_with(['.', 'x']) && one.advice().ends_with('.'), "{one:?}");
        assert!(all[..index].iter().all(|other| other.what() != one.what()), "{one:?}");
    }
}
