//! The browser's storage: text under keys. Every failure is said, nothing is thrown away.

use web_sys::Storage;

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser forbids it (private window, blocked site data).
    Forbidden,
    /// It is full.
    Full,
}

impl std::fmt::Display for StorageError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Forbidden => "This browser keeps nothing for this page (a private window, or site data is blocked).",
            Self::Full => "This browser’s storage for this page is full.",
        })
    }
}

/// All keys of the desk begin so.
pub const PREFIX: &str = "twir-desk/";

fn local() -> Result<Storage, StorageError> {
    web_sys::window().and_then(|w| w.local_storage().ok().flatten()).ok_or(StorageError::Forbidden)
}

/// What is kept under `key`.
pub fn get(key: &str) -> Option<String> {
    local().ok()?.get_item(&format!("{PREFIX}{key}")).ok().flatten()
}

/// Keeps `value` under `key`.
///
/// # Errors
/// Where the browser forbids it or has no room; what was there before stays.
pub fn set(key: &str, value: &str) -> Result<(), StorageError> {
    local()?.set_item(&format!("{PREFIX}{key}"), value).map_err(|_| StorageError::Full)
}

/// Forgets what is kept under `key`.
pub fn remove(key: &str) {
    if let Ok(storage) = local() {
        let _ = storage.remove_item(&format!("{PREFIX}{key}"));
    }
}

/// All keys that begin with `prefix`, in no order.
pub fn keys(prefix: &str) -> Vec<String> {
    let Ok(storage) = local() else { return Vec::new() };
    let wanted = format!("{PREFIX}{prefix}");
    let count = storage.length().unwrap_or(0);
    let all = (0..count).filter_map(|i| storage.key(i).ok().flatten());
    all.filter(|k| k.starts_with(&wanted)).map(|k| k[PREFIX.len()..].to_owned()).collect()
}
