//! The pull request: found, or opened.

use super::checks::Checks;
use super::plan::{Plan, Way};
use super::read::{Then, next_name};
use super::run::Facts;
use super::step::Step;
use super::trouble::Trouble;
use super::wire::Answer;

/// How often it is looked for after GitHub said that there is one.
const MOST_LOOKS: u8 = 5;

/// The list of those for the branch. One that is open or merged is ours; one that was closed stays closed, and its branch with it.
pub fn found(facts: &mut Facts, plan: &Plan, answer: &Answer) -> Option<Then> {
    if answer.status != 200 {
        return None;
    }
    let mut closed = false;
    for index in 0.. {
        let at = |field: &str| answer.at(&format!("/{index}/{field}"));
        let Some(state) = at("state") else { break };
        if state == "open" || at("merged_at").is_some() {
            facts.page = at("html_url")?;
            facts.head = at("head/sha")?;
            return Some(match plan.way {
                Way::OneClick => Then::Send(Step::Checks),
                Way::OwnFork { .. } => Then::Done(Checks::Unknown),
            });
        }
        closed = true;
    }
    Some(if closed { next_name(facts, plan) } else { Then::Send(Step::Head) })
}

/// The answer to opening it.
pub fn opened(facts: &mut Facts, answer: &Answer) -> Option<Then> {
    let message = answer.message();
    match answer.status {
        201 => {
            facts.page = answer.at("/html_url")?;
            facts.head = answer.at("/head/sha")?;
            Some(Then::Send(Step::Checks))
        }
        422 if message.contains("already exists") && facts.waits < MOST_LOOKS => {
            facts.waits += 1;
            Some(Then::Wait(2, Step::Pull))
        }
        422 if message.contains("No commits between") => Some(Then::Stop(Trouble::NothingToCommit)),
        _ => None,
    }
}
