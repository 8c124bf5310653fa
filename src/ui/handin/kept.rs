//! What is kept of a contribution on its way, so that it is known after a reload that there is one. How far it came, GitHub is
//! asked. No token is in it.

use crate::platform::json::{self, Json};
use crate::platform::{clock, storage};
use crate::publish::{Outcome, Plan, Way};

/// How many are kept.
const MOST: usize = 30;

/// A contribution that was begun.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// As [`name`] calls it.
    pub way: String,
    /// The page where it ended, once it did.
    pub page: Option<String>,
    /// Whether that is a pull request.
    pub pull: bool,
}

/// What is kept of the contribution with that name.
pub fn find(id: &str) -> Option<Kept> {
    let json = Json::read(&storage::get(&key(id))?).ok()?;
    Some(Kept { way: json.text("way")?, page: json.text("page"), pull: json.text("pull").is_some() })
}

/// Keeps that it was begun, or where it ended. Without room for it nothing is lost: GitHub knows.
pub fn keep(plan: &Plan, outcome: Option<&Outcome>) {
    let way = name(&plan.way);
    let page = outcome.map(|outcome| outcome.page.as_str());
    let pull = outcome.filter(|outcome| outcome.pull).map(|_| "yes");
    let now = clock::now().to_string();
    let fields = [("way", Some(way)), ("page", page), ("pull", pull), ("at", Some(&*now))];
    let _ = storage::set(&key(&plan.id), &json::write(&fields));
    forget_oldest();
}

/// Forgets the oldest where there are too many, so that the storage never fills with them.
fn forget_oldest() {
    let at = |key: &&String| Json::read(&storage::get(key)?).ok()?.text("at")?.parse::<u64>().ok();
    let keys = storage::keys("run/");
    if keys.len() > MOST
        && let Some(oldest) = keys.iter().min_by_key(at)
    {
        storage::remove(oldest);
    }
}

/// What a way is called here.
pub fn name(way: &Way) -> &'static str {
    match way {
        Way::OwnFork { .. } => "fork",
        Way::OneClick => "classic",
    }
}

fn key(id: &str) -> String {
    format!("run/{id}")
}
