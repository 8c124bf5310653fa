//! Carries a run's requests to GitHub and brings the answers back.

use super::kept;
use crate::platform::api::{self, Call, Reply};
use crate::platform::github::Found;
use crate::platform::http::Failure;
use crate::platform::{clock, token};
use crate::publish::{Act, Answer, Lost, Newer, Next, Plan, Run, Trouble, Way};
use crate::ui::around::bring_in;
use crate::ui::session::Session;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The run of the open dialog. It ends with the dialog; opened again, it goes on from where GitHub says it is.
#[derive(Clone, Copy)]
pub struct Going {
    session: Session,
    pub run: RwSignal<Option<Run>>,
    /// Seconds until it goes on, or may be made to.
    pub waiting: RwSignal<Option<u64>>,
    /// Whether requests are on their way.
    pub busy: RwSignal<bool>,
    /// How the work was put on a newer draft.
    pub moved: RwSignal<Option<String>>,
    /// Counts the beginnings, so that an older one notices that it is over.
    turn: StoredValue<u32>,
}

impl Going {
    pub fn new(session: Session) -> Self {
        Self {
            session,
            run: RwSignal::new(None),
            waiting: RwSignal::new(None),
            busy: RwSignal::new(false),
            moved: RwSignal::new(None),
            turn: StoredValue::new(0),
        }
    }

    /// Begins, or goes on with what was begun earlier.
    pub fn begin(self, plan: Plan) {
        kept::keep(&plan, None);
        self.moved.set(None);
        self.run.set(Some(Run::new(plan)));
        self.start();
    }

    /// Goes on after trouble.
    pub fn go_on(self) {
        self.run.update(|run| run.iter_mut().for_each(Run::go_on));
        self.start();
    }

    /// Asks for the state of the checks again.
    pub fn look_again(self) {
        self.run.update(|run| run.iter_mut().for_each(Run::look_again));
        self.start();
    }

    /// Leaves the run: another contribution is looked at.
    pub fn leave(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.run.set(None);
        self.waiting.set(None);
        self.busy.set(false);
    }

    fn start(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.waiting.set(None);
        self.busy.set(true);
        let turn = self.turn.get_value();
        spawn_local(async move {
            let end = self.carry(turn).await;
            if let Some(seconds) = end {
                self.busy.try_set(false);
                self.count(turn, seconds).await;
            }
        });
    }

    /// Whether the dialog is still open and this is its latest beginning.
    fn is_on(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    /// Until it is done or stopped; seconds to wait then. `None` where nobody waits for it any more.
    async fn carry(self, turn: u32) -> Option<u64> {
        let config = self.session.config.get_untracked();
        loop {
            let run = self.is_on(turn).then(|| self.run.try_get_untracked().flatten()).flatten()?;
            match run.next() {
                Next::Send(request) => {
                    let call = Call {
                        method: request.method,
                        path: &request.path,
                        headers: request.headers(),
                        body: request.body.as_deref(),
                    };
                    let answer = api::call(&config, kind(&run.plan().way), &call).await;
                    if !self.is_on(turn) {
                        return None;
                    }
                    self.run.try_update(|run| run.iter_mut().for_each(|run| take(run, &answer)));
                }
                Next::Wait(seconds) => {
                    self.count(turn, seconds).await;
                    if !self.is_on(turn) {
                        return None;
                    }
                    self.run.try_update(|run| run.iter_mut().for_each(Run::waited));
                }
                Next::Done(outcome) => {
                    kept::keep(run.plan(), Some(&outcome));
                    self.session.say(match outcome.pull {
                        true => "The pull request is there.",
                        false => "Branch and commit are in your fork.",
                    });
                    return Some(0);
                }
                Next::Stopped(Trouble::Moved(newer)) => {
                    self.bring_in(&run, newer).await;
                    return Some(0);
                }
                Next::Stopped(trouble) => {
                    return Some(match trouble.act() {
                        Act::GoOn(seconds) => seconds,
                        _ => 0,
                    });
                }
            }
        }
    }

    /// Counts the seconds down.
    async fn count(self, turn: u32, seconds: u64) {
        for left in (1..=seconds).rev() {
            if !self.is_on(turn) {
                return;
            }
            self.waiting.try_set(Some(left));
            clock::pause(1000).await;
        }
        if self.is_on(turn) {
            self.waiting.try_set(None);
        }
    }

    /// Puts the work on the draft as it is now. Nothing is sent before the person has seen it and begins again.
    async fn bring_in(self, run: &Run, newer: Option<Newer>) {
        let turn = self.session.turn();
        match newer {
            Some(newer) => {
                let path = run.plan().path.clone();
                self.session.newer.set(Some(Found { text: newer.text, path, sha: Some(newer.blob) }));
            }
            // The draft was published: the next one is looked for.
            None => self.session.load_newest().await,
        }
        // Something else may have been opened meanwhile.
        if self.session.turn() != turn {
            return;
        }
        if let Some(words) = bring_in(self.session) {
            self.moved.try_set(Some(words));
            self.run.try_set(None);
        }
    }
}

/// Which token a way needs.
pub fn kind(way: &Way) -> token::Kind {
    match way {
        Way::OwnFork { .. } => token::Kind::Fork,
        Way::OneClick => token::Kind::Classic,
    }
}

fn take(run: &mut Run, answer: &Result<Reply, Failure>) {
    match answer {
        Ok(reply) => run.take(&Answer {
            status: reply.status(),
            header: &|name| reply.header(name),
            at: &|pointer| reply.at(pointer),
            now: clock::now() / 1000,
        }),
        Err(Failure::Unreachable) => run.lost(Lost::Offline),
        Err(Failure::Cut | Failure::TimedOut) => run.lost(Lost::TimedOut),
    }
}
