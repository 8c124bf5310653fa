//! The release app in a real Chromium. `cargo xtask test` builds the app and runs these; a plain
//! `cargo test` skips them. All tests are below `scenarios`: that name selects them.

mod harness;
mod scenarios;
