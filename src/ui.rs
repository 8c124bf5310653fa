//! The views. Logic lives on the floors below; a component reads the session and calls it.

mod app;
mod around;
mod assemble;
mod check;
mod contribute;
mod dialog;
mod diff;
mod field;
mod focus;
mod form;
mod handin;
mod header;
mod icon;
mod keys;
mod later;
mod live;
mod notice;
mod open;
mod page;
mod palette;
mod prefill;
mod resume;
mod review;
mod route;
mod rule;
mod session;
mod start;

pub use app::mount;
