//! The run: from step to step until it is done or something stands in the way.

use super::checks::Checks;
use super::plan::{Plan, Way};
use super::read::{Then, read};
use super::request::{at_first, request};
use super::step::Step;
use super::trouble::{Lost, Trouble};
use super::wire::{Answer, Request};
use crate::text::blob::blob_id;

/// What was found out on the way. Nothing of it has to survive: see the module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// `OWNER/NAME`.
    pub fork: String,
    /// The newsletter's newest commit.
    pub commit: String,
    /// How many names of the branch hold something else.
    pub taken: u8,
    /// How often something was not ready yet.
    pub waits: u8,
    /// Whether GitHub has refused the commit on this branch once.
    pub refused: bool,
    /// Whether GitHub would not bring the fork up.
    pub unsynced: bool,
    /// The pull request's page and newest commit.
    pub page: String,
    pub head: String,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The pull request's page; without one, GitHub's page on which it is opened.
    pub page: String,
    /// Whether there is a pull request.
    pub pull: bool,
    /// Whether everything was there already: this run changed nothing.
    pub already: bool,
    pub checks: Checks,
}

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Send this and hand in the answer by [`Run::take`], or [`Run::lost`].
    Send(Request),
    /// Wait so many seconds, then [`Run::waited`].
    Wait(u64),
    Stopped(Trouble),
    Done(Outcome),
}

/// How far a stage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    Ahead,
    Now,
    Through,
    Stopped,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    Send(Step),
    Wait(u64, Step),
    Stopped(Step, Trouble),
    Done(Checks),
}

/// A contribution on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    plan: Plan,
    facts: Facts,
    state: State,
    /// Whether anything was changed.
    wrote: bool,
}

impl Run {
    /// Begins, or goes on after a reload: that is the same.
    pub fn new(plan: Plan) -> Self {
        let facts = at_first(&plan);
        let state = match blob_id(&plan.text) == plan.blob {
            true => State::Stopped(Step::Draft, Trouble::NothingToCommit),
            false => State::Send(first(&plan.way)),
        };
        Self { plan, facts, state, wrote: false }
    }

    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What to do next.
    pub fn next(&self) -> Next {
        match &self.state {
            State::Send(step) => Next::Send(request(&self.plan, &self.facts, *step)),
            State::Wait(seconds, _) => Next::Wait(*seconds),
            State::Stopped(_, trouble) => Next::Stopped(trouble.clone()),
            State::Done(checks) => Next::Done(self.outcome(checks.clone())),
        }
    }

    /// What came back on the request of [`Run::next`].
    pub fn take(&mut self, answer: &Answer) {
        let State::Send(step) = self.state else { return };
        self.wrote |= step.writes() && (200..300).contains(&answer.status);
        self.state = match read(step, &self.plan, &mut self.facts, answer) {
            Then::Send(step) => State::Send(step),
            Then::Wait(seconds, step) => State::Wait(seconds, step),
            // The pull request is there: how its checks stand is a word more, and no word less.
            Then::Stop(_) if matches!(step, Step::Checks | Step::Status) => State::Done(Checks::Unknown),
            Then::Stop(trouble) => State::Stopped(step, trouble),
            Then::Done(checks) => State::Done(checks),
        };
    }

    /// Nothing came back.
    pub fn lost(&mut self, lost: Lost) {
        self.state = match self.state {
            State::Send(Step::Checks | Step::Status) => State::Done(Checks::Unknown),
            State::Send(step) => State::Stopped(step, Trouble::Lost(lost)),
            ref other => other.clone(),
        };
    }

    /// The wait is over.
    pub fn waited(&mut self) {
        if let State::Wait(_, step) = self.state {
            self.state = State::Send(step);
        }
    }

    /// Goes on after trouble: from the first step, for only GitHub knows how far it came.
    pub fn go_on(&mut self) {
        if matches!(self.state, State::Stopped(..)) {
            let wrote = self.wrote;
            *self = Self { wrote, ..Self::new(self.plan.clone()) };
        }
    }

    /// Asks for the state of the checks once more.
    pub fn look_again(&mut self) {
        if matches!(self.state, State::Done(_)) && !self.facts.head.is_empty() {
            self.state = State::Send(Step::Checks);
        }
    }

    /// The stages in order, and how far each is.
    pub fn stages(&self) -> Vec<(&'static str, Progress)> {
        let now = match &self.state {
            State::Send(step) | State::Wait(_, step) => Some((step.stage(), Progress::Now)),
            State::Stopped(step, _) => Some((step.stage(), Progress::Stopped)),
            State::Done(_) => None,
        };
        let mut stages: Vec<(&'static str, Progress)> = Vec::new();
        let mut progress = Progress::Through;
        for step in Step::ALL.into_iter().filter(|step| step.belongs(&self.plan.way)) {
            if stages.last().is_some_and(|(stage, _)| *stage == step.stage()) {
                continue;
            }
            match now {
                Some((stage, how)) if stage == step.stage() => {
                    stages.push((stage, how));
                    progress = Progress::Ahead;
                }
                _ => stages.push((step.stage(), progress)),
            }
        }
        stages
    }

    fn outcome(&self, checks: Checks) -> Outcome {
        let pull = !self.facts.page.is_empty();
        let page = match pull {
            true => self.facts.page.clone(),
            false => self.plan.compare_page(&self.facts.fork, &self.plan.branch(self.facts.taken)),
        };
        Outcome { page, pull, already: !self.wrote, checks }
    }
}

fn first(way: &Way) -> Step {
    match way {
        Way::OneClick => Step::Who,
        Way::OwnFork { .. } => Step::Fork,
    }
}
