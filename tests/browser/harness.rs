//! The stage of a browser test: the built app behind a server that tests control, and a Chromium in front.
//!
//! The whole harness is one vocabulary; not every word is in use at any time.
#![allow(dead_code, unused_imports)]

pub mod answer;
pub mod browser;
pub mod chromedriver;
pub mod desk;
pub mod files;
#[path = "../github/mod.rs"]
pub mod github;
pub mod http;
pub mod keyboard;
pub mod page;
#[path = "../prism/mod.rs"]
pub mod prism;
pub mod server;
pub mod stage;
pub mod view;

pub use answer::Answer;
pub use browser::Browser;
pub use desk::{DRAFT, FILE, LISTING, PATH, TODAY, raw};
pub use server::Server;
pub use stage::{Stage, stage};

/// What a test returns: any error ends it, with its message.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;
