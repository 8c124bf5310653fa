//! Answers in GitHub's shapes, as its own description demands them; invented all through.

mod history;
mod pull;
mod repository;

pub use history::{changed_file, commit, comparison, file_commit, reference};
pub use pull::{check_run, pull, status};
pub use repository::{account, file, repository};

use serde_json::{Map, Value, json};

/// Where everything seems to be.
pub const API: &str = "https://api.github.example";
pub const WEB: &str = "https://github.example";
pub const DAY: &str = "2026-09-01T10:00:00Z";

/// Adds fields that end in `_url` or are addresses all the same.
fn addresses(mut object: Value, below: &str, names: &str) -> Value {
    for name in names.split_whitespace() {
        object[name] = json!(format!("{below}/{}", name.trim_end_matches("_url")));
    }
    object
}

/// Adds fields that nobody here looks at.
fn fields(mut object: Value, names: &str, value: &Value) -> Value {
    for name in names.split_whitespace() {
        object[name] = value.clone();
    }
    object
}

/// One object of the fields of both.
fn both(a: Value, b: Value) -> Value {
    let fields = |value| match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    };
    let mut all = fields(a);
    all.extend(fields(b));
    Value::Object(all)
}

/// A number that is always the same for a text.
fn number(text: &str) -> u32 {
    text.bytes().fold(7, |n: u32, byte| n.wrapping_mul(31).wrapping_add(byte.into())) % 1_000_000
}
