//! The stage of a browser test: the built app behind a server that tests control, and a browser in front.
//!
//! The whole harness is one vocabulary; not every word is in use at any time.
#![allow(dead_code, unused_imports)]

pub mod answer;
pub mod before;
pub mod browser;
pub mod desk;
pub mod driver;
pub mod files;
#[path = "../github/mod.rs"]
pub mod github;
pub mod http;
pub mod keyboard;
pub mod line;
pub mod page;
#[path = "../prism/mod.rs"]
pub mod prism;
pub mod server;
pub mod stage;
pub mod start;
pub mod view;

pub use answer::Answer;
pub use browser::Browser;
pub use desk::{DRAFT, FILE, LISTING, PATH, TODAY, raw};
pub use driver::Kind;
pub use server::Server;
pub use stage::{Stage, stage, stage_in_chromium};

/// What a test returns: any error ends it, with its message.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;
