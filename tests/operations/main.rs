//! Operations on a draft, each as a text before and a text after. `common::check` also holds every edit against
//! what must be true of all of them: it inverts, it maps offsets in order, and no byte outside it changes.

#[path = "../common/mod.rs"]
mod common;

mod add_call;
mod add_event;
mod add_link;
mod add_odd_bytes;
mod add_region;
mod add_unreadable;
mod carry;
mod heading;
mod moving;
mod remove;
mod set;
mod set_tolerated;
