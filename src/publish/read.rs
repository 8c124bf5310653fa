//! What each step's answer leads to.

use super::checks::Checks;
use super::plan::{Plan, Way};
use super::pull;
use super::run::Facts;
use super::step::Step;
use super::trouble::{Newer, Trouble};
use super::wire::Answer;
use crate::text::blob::blob_id;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// What comes behind a step.
pub enum Then {
    Send(Step),
    /// After so many seconds.
    Wait(u64, Step),
    Stop(Trouble),
    Done(Checks),
}

/// How often a fork that is not ready is asked for: about five minutes, the time that GitHub's documentation names.
const MOST_WAITS: u8 = 32;

/// How many names the branch may have.
const MOST_NAMES: u8 = 9;

/// Reads the answer to `step`.
pub fn read(step: Step, plan: &Plan, facts: &mut Facts, answer: &Answer) -> Then {
    let found = match step {
        Step::Who => who(facts, plan, answer),
        Step::Fork => fork(facts, plan, answer),
        Step::MakeFork => made_fork(facts, answer),
        Step::Ready => ready(facts, answer),
        Step::Pull => pull::found(facts, plan, answer),
        Step::Head => head(facts, answer),
        Step::Draft => draft(plan, answer, Step::Branch),
        Step::Branch => branch(facts, answer),
        Step::Compare => compare(facts, plan, answer),
        Step::Sync => synced(facts, answer),
        Step::MakeBranch => made_branch(facts, answer),
        Step::Commit => committed(facts, plan, answer),
        Step::Still => draft(plan, answer, Step::Open).map(|then| match (then, &plan.way) {
            (Then::Send(_), Way::OwnFork { .. }) => Then::Done(Checks::Unknown),
            (then, _) => then,
        }),
        Step::Open => pull::opened(facts, answer),
        Step::Checks if answer.status == 200 => Some(match Checks::of_runs(answer) {
            Checks::None => Then::Send(Step::Status),
            checks => Then::Done(checks),
        }),
        Step::Status if answer.status == 200 => Some(Then::Done(Checks::of_status(answer))),
        Step::Checks | Step::Status => None,
    };
    found.unwrap_or_else(|| {
        Then::Stop(match answer.status {
            200..300 => Trouble::Unexpected { step, what: "something is missing in it".into() },
            _ => Trouble::of(step, answer),
        })
    })
}

/// Each of these: what comes next, or `None` where the answer is a trouble that any step may have.
fn who(facts: &mut Facts, plan: &Plan, answer: &Answer) -> Option<Then> {
    let login = (answer.status == 200).then(|| answer.at("/login"))??;
    // Fine-grained tokens have no scopes; what they may do is found out step by step.
    if let Some(scopes) = answer.header("x-oauth-scopes")
        && !scopes.split(',').any(|scope| matches!(scope.trim(), "public_repo" | "repo"))
    {
        return Some(Then::Stop(Trouble::Scope(scopes.trim().to_owned())));
    }
    let name = plan.upstream.split('/').nth(1)?;
    facts.fork = format!("{login}/{name}");
    Some(Then::Send(Step::Fork))
}

fn fork(facts: &mut Facts, plan: &Plan, answer: &Answer) -> Option<Then> {
    match (answer.status, &plan.way) {
        (200, _) => {
            let name = answer.at("/full_name")?;
            let of = ["/source/full_name", "/parent/full_name"].map(|at| answer.at(at));
            let ours = of.iter().flatten().any(|of| of.eq_ignore_ascii_case(&plan.upstream));
            if !ours {
                return Some(Then::Stop(Trouble::NotAFork(name)));
            }
            facts.fork = name;
            Some(Then::Send(Step::Ready))
        }
        (404, Way::OneClick) => Some(Then::Send(Step::MakeFork)),
        (404, Way::OwnFork { fork }) => Some(Then::Stop(Trouble::NotFound(format!("the fork {fork}")))),
        _ => None,
    }
}

fn made_fork(facts: &mut Facts, answer: &Answer) -> Option<Then> {
    // Its name is another one where the usual was taken.
    facts.fork = (answer.status == 202).then(|| answer.at("/full_name"))??;
    Some(Then::Wait(2, Step::Ready))
}

fn ready(facts: &mut Facts, answer: &Answer) -> Option<Then> {
    match answer.status {
        200 => {
            facts.waits = 0;
            Some(Then::Send(Step::Pull))
        }
        // An empty repository answers 409.
        404 | 409 => {
            facts.waits += 1;
            Some(match facts.waits {
                0..MOST_WAITS => Then::Wait(u64::from(facts.waits + 1).min(10), Step::Ready),
                _ => Then::Stop(Trouble::NotReady(facts.fork.clone())),
            })
        }
        _ => None,
    }
}

fn head(facts: &mut Facts, answer: &Answer) -> Option<Then> {
    facts.commit = (answer.status == 200).then(|| answer.at("/object/sha"))??;
    Some(Then::Send(Step::Draft))
}

/// The draft must be the very file that the text was made on.
fn draft(plan: &Plan, answer: &Answer, then: Step) -> Option<Then> {
    match answer.status {
        200 => {
            let blob = answer.at("/sha")?;
            if blob == plan.blob {
                return Some(Then::Send(then));
            }
            let text = answer.at("/content").and_then(|coded| decoded(&coded));
            let newer = text.filter(|text| blob_id(text) == blob).map(|text| Newer { text, blob });
            Some(Then::Stop(Trouble::Moved(newer)))
        }
        404 => Some(Then::Stop(Trouble::Moved(None))),
        _ => None,
    }
}

/// The text of a file's content: Base64, which GitHub breaks into lines. `None` where it is none, or no UTF-8.
fn decoded(coded: &str) -> Option<String> {
    let whole: String = coded.split_ascii_whitespace().collect();
    String::from_utf8(BASE64_STANDARD.decode(whole).ok()?).ok()
}

fn branch(facts: &mut Facts, answer: &Answer) -> Option<Then> {
    match answer.status {
        200 if answer.at("/object/sha")? == facts.commit => Some(Then::Send(Step::Commit)),
        200 => Some(Then::Send(Step::Compare)),
        404 => Some(Then::Send(Step::Sync)),
        _ => None,
    }
}

/// What the branch holds that the newsletter's has not: nothing, this very change, or something else.
fn compare(facts: &mut Facts, plan: &Plan, answer: &Answer) -> Option<Then> {
    if answer.status != 200 {
        return None;
    }
    let first = |field: &str| answer.at(&format!("/files/0/{field}"));
    let one = answer.at("/files/1/filename").is_none() && first("filename").as_deref() == Some(plan.path.as_str());
    match answer.at("/ahead_by")?.as_str() {
        "0" => Some(Then::Send(Step::Commit)),
        "1" if one && first("sha") == Some(blob_id(&plan.text)) => Some(Then::Send(Step::Still)),
        _ => Some(next_name(facts, plan)),
    }
}

/// The branch holds something else: another name, from the look for a pull request on.
pub fn next_name(facts: &mut Facts, plan: &Plan) -> Then {
    facts.taken += 1;
    facts.refused = false;
    match facts.taken {
        0..MOST_NAMES => Then::Send(Step::Pull),
        _ => Then::Stop(Trouble::NamesTaken(plan.branch(0))),
    }
}

/// A fork that cannot be brought up may have the commit all the same: making the branch tells.
fn synced(facts: &mut Facts, answer: &Answer) -> Option<Then> {
    facts.unsynced = match answer.status {
        200 => false,
        404 | 409 | 422 => true,
        403 if answer.message().contains("workflow") => true,
        _ => return None,
    };
    Some(Then::Send(Step::MakeBranch))
}

fn made_branch(facts: &mut Facts, answer: &Answer) -> Option<Then> {
    let message = answer.message();
    match answer.status {
        201 => Some(Then::Send(Step::Commit)),
        // Made meanwhile, by an answer that was lost or in another tab.
        422 if message.contains("already exists") && facts.waits < MOST_WAITS => {
            facts.waits += 1;
            Some(Then::Send(Step::Branch))
        }
        404 | 409 | 422 if facts.unsynced || message.contains("does not exist") || message.contains("workflow") => {
            Some(Then::Stop(Trouble::SyncByHand(facts.fork.clone())))
        }
        _ => None,
    }
}

fn committed(facts: &mut Facts, plan: &Plan, answer: &Answer) -> Option<Then> {
    match answer.status {
        200 | 201 if answer.at("/content/sha")? == blob_id(&plan.text) => Some(Then::Send(Step::Still)),
        200 | 201 => None,
        // On this branch the file is another one: perhaps this very change, by another tab; looking again tells.
        409 if !facts.refused => {
            facts.refused = true;
            Some(Then::Send(Step::Branch))
        }
        // Or an older draft. Whether the draft moved, looking at it again tells.
        409 => Some(next_name(facts, plan)),
        _ => None,
    }
}
