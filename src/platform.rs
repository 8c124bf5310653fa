//! The outside world: network, storage, kept issues, clock, clipboard, files, other tabs, other versions. Nothing here knows the desk or the views.

pub mod api;
pub mod clipboard;
pub mod clock;
pub mod config;
pub mod files;
pub mod github;
pub mod http;
pub mod json;
pub mod kept;
pub mod pulls;
pub mod storage;
pub mod tabs;
pub mod token;
pub mod version;
