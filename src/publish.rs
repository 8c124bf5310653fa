//! Work on its way to GitHub by requests: into a fork of one's own, or all the way to a pull request.
//!
//! No browser, no clock, no token: a [`Run`] says the next request and is told what came back. It keeps nothing that must
//! survive: begun anew, it finds out from GitHub how far it came (is the branch there? the commit? the pull request?) and
//! goes on from there, so nothing is done twice.

mod ahead;
mod checks;
mod plan;
mod pull;
mod read;
mod request;
mod run;
mod step;
mod trouble;
mod trouble_words;
mod wire;

pub use ahead::{Planned, what_will_happen};
pub use checks::Checks;
pub use plan::{Plan, Way, fork_name, id};
pub use run::{Next, Outcome, Progress, Run};
pub use step::Step;
pub use trouble::{Act, Lost, Newer, Trouble};
pub use wire::{Answer, Request};
