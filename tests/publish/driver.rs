//! Carries a run's requests to the stand-in, as the app does over the network.

use crate::github::{Ask, GitHub, Reply, Rights};
use serde_json::Value;
use twir_desk::publish::{Answer, Lost, Next, Outcome, Plan, Request, Run, Trouble, Way, id};
use twir_desk::text::blob::blob_id;

pub const UPSTREAM: &str = "ferrous/newsletter";
pub const PATH: &str = "draft/2026-09-02-this-week-in-rust.md";
pub const DRAFT: &str = "Title: T\nDate: 2026-09-02\n\n### Research\n* [One](https://one.example/)\n";
pub const TOKEN: &str = "classic-token";

/// The stand-in with the draft; `crab` may do everything with [`TOKEN`].
pub fn github() -> GitHub {
    let mut github = GitHub::new(UPSTREAM, PATH, DRAFT);
    github.let_in(TOKEN, "crab", Rights::Classic("public_repo"));
    github.let_in("fine-token", "crab", Rights::Contents("crab/newsletter"));
    github
}

/// One link more than `draft` has.
pub fn plan_on(draft: &str, way: Way) -> Plan {
    let line = "* [Two](https://two.example/)\n";
    Plan {
        upstream: UPSTREAM.into(),
        base: "main".into(),
        web: "https://github.example".into(),
        path: PATH.into(),
        text: format!("{draft}{line}"),
        blob: blob_id(draft),
        id: id(&format!("+{line}")),
        title: "Add “Two” to Research".into(),
        body: "In the draft of 2026-09-02:\n\n* Add [Two](https://two.example/) to Research\n".into(),
        message: "Add “Two” to Research\n".into(),
        way,
    }
}

pub fn plan() -> Plan {
    plan_on(DRAFT, Way::OneClick)
}

pub fn own_fork() -> Plan {
    plan_on(DRAFT, Way::OwnFork { fork: "crab/newsletter".into() })
}

/// How a run ended, and how long it waited in all.
pub struct Ended {
    pub next: Next,
    pub waited: u64,
}

impl Ended {
    #[track_caller]
    pub fn done(self) -> Outcome {
        match self.next {
            Next::Done(outcome) => outcome,
            other => panic!("not done: {other:?}"),
        }
    }

    #[track_caller]
    pub fn stopped(self) -> Trouble {
        match self.next {
            Next::Stopped(trouble) => trouble,
            other => panic!("not stopped: {other:?}"),
        }
    }
}

/// Until it is done or stopped.
pub fn drive(run: &mut Run, github: &mut GitHub, token: &str) -> Ended {
    drive_by(run, |request| {
        let body = request.body.as_deref().unwrap_or_default().as_bytes();
        github.take(&Ask { method: request.method, path: &request.path, token: Some(token), body })
    })
}

/// The same, over any carrier.
pub fn drive_by(run: &mut Run, mut send: impl FnMut(&Request) -> Option<Reply>) -> Ended {
    let mut waited = 0;
    for _ in 0..200 {
        match run.next() {
            Next::Send(request) => match send(&request) {
                Some(reply) => take(run, &reply),
                None => run.lost(Lost::TimedOut),
            },
            Next::Wait(seconds) => {
                waited += seconds;
                run.waited();
            }
            next => return Ended { next, waited },
        }
    }
    panic!("it goes on for ever: {run:?}")
}

fn take(run: &mut Run, reply: &Reply) {
    let header = |name: &str| {
        let found = reply.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.clone())
    };
    let at = |pointer: &str| match reply.body.pointer(pointer)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(value) => Some(value.to_string()),
        _ => None,
    };
    run.take(&Answer { status: reply.status, header: &header, at: &at, now: 1_788_264_000 });
}
