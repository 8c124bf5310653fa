//! What is kept of a contribution on its way, so that it is known after a reload that there is one. How far it came, GitHub is
//! asked. No token is in it.

use crate::platform::json::{self, Json};
use crate::platform::storage;
use crate::publish::{Outcome, Plan, Way};

/// A contribution that was begun.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// `fork` or `classic`.
    pub way: String,
    pub fork: Option<String>,
    /// The page where it ended, once it did.
    pub page: Option<String>,
    /// Whether that is a pull request.
    pub pull: bool,
}

/// What is kept of the contribution with that name.
pub fn find(id: &str) -> Option<Kept> {
    let json = Json::read(&storage::get(&key(id))?).ok()?;
    Some(Kept {
        way: json.text("way")?,
        fork: json.text("fork"),
        page: json.text("page"),
        pull: json.text("pull").is_some(),
    })
}

/// Keeps that it was begun, or where it ended. Without room for it nothing is lost: GitHub knows.
pub fn keep(plan: &Plan, outcome: Option<&Outcome>) {
    let (way, fork) = match &plan.way {
        Way::OwnFork { fork } => ("fork", Some(fork.as_str())),
        Way::OneClick => ("classic", None),
    };
    let page = outcome.map(|outcome| outcome.page.as_str());
    let pull = outcome.filter(|outcome| outcome.pull).map(|_| "yes");
    let fields = [("way", Some(way)), ("fork", fork), ("page", page), ("pull", pull)];
    let _ = storage::set(&key(&plan.id), &json::write(&fields));
}

fn key(id: &str) -> String {
    format!("run/{id}")
}
