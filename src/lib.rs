//! The engine of the TWiR desk: a lossless document of one issue of *This Week in Rust*, and what is done to it.
//!
//! The module list below is the floor plan: a module uses those above it, never those below
//! (`tests/tidy.rs` proves it). `ARCHITECTURE.md` says why.

pub mod text;

pub mod issue;

pub mod edit;
pub mod export;
pub mod merge;
pub mod publish;
pub mod review;
pub mod rules;
pub mod site;

pub mod desk;

#[cfg(feature = "app")]
pub mod platform;

#[cfg(feature = "app")]
pub mod ui;
