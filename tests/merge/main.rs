//! Merging: what must hold of any copies, and what people made of real conflicts.

#[path = "../common/mod.rs"]
mod common;

mod accepted;
mod again;
mod copies;
mod generated;
mod history;
mod lines;
mod properties;
