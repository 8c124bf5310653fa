//! Tokens for GitHub: in memory; in the browser's storage only where the person asked for it. Nothing above this floor can
//! read one back, so none can get into an address, an error, a message or a draft.

use super::storage::{self, PREFIX, StorageError};
use std::cell::RefCell;
use web_sys::Storage;

/// What a token is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Fine-grained, for one fork.
    Fork,
    /// Classic, for all public repositories of an account.
    Classic,
}

/// How long it is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    /// Until the page is left or loaded anew.
    #[default]
    Not,
    /// Until the tab is closed.
    Tab,
    /// On this device, until it is forgotten.
    Device,
}

const KINDS: [Kind; 2] = [Kind::Fork, Kind::Classic];

/// The longest that GitHub gives out is far shorter.
const LONGEST: usize = 255;

thread_local! {
    static MEMORY: RefCell<[Option<String>; 2]> = const { RefCell::new([None, None]) };
}

/// Whether a text can be a token at all: what is sent in a header has no blanks and no other letters.
pub fn is_plausible(text: &str) -> bool {
    (1..=LONGEST).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Takes a token, in place of the one before, wherever that was.
///
/// # Errors
/// Where the browser does not keep it; it is in memory then all the same.
pub fn put(kind: Kind, token: &str, keep: Keep) -> Result<(), StorageError> {
    forget_one(kind);
    MEMORY.with_borrow_mut(|memory| memory[kind as usize] = Some(token.to_owned()));
    match keep {
        Keep::Not => Ok(()),
        Keep::Tab => {
            let storage = tab().ok_or(StorageError::Forbidden)?;
            storage.set_item(&format!("{PREFIX}{}", key(kind)), token).map_err(|_| StorageError::Full)
        }
        Keep::Device => storage::set(key(kind), token),
    }
}

/// How long the token of that kind is kept; `None` where there is none.
pub fn kept(kind: Kind) -> Option<Keep> {
    if storage::get(key(kind)).is_some() {
        return Some(Keep::Device);
    }
    if of_tab(kind).is_some() {
        return Some(Keep::Tab);
    }
    MEMORY.with_borrow(|memory| memory[kind as usize].is_some()).then_some(Keep::Not)
}

/// Forgets every token, everywhere.
pub fn forget() {
    KINDS.into_iter().for_each(forget_one);
}

/// For the header of a request, and for nothing else.
pub(super) fn of(kind: Kind) -> Option<String> {
    MEMORY
        .with_borrow(|memory| memory[kind as usize].clone())
        .or_else(|| of_tab(kind))
        .or_else(|| storage::get(key(kind)))
}

fn forget_one(kind: Kind) {
    MEMORY.with_borrow_mut(|memory| memory[kind as usize] = None);
    storage::remove(key(kind));
    if let Some(storage) = tab() {
        let _ = storage.remove_item(&format!("{PREFIX}{}", key(kind)));
    }
}

fn of_tab(kind: Kind) -> Option<String> {
    tab()?.get_item(&format!("{PREFIX}{}", key(kind))).ok().flatten()
}

fn tab() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

fn key(kind: Kind) -> &'static str {
    match kind {
        Kind::Fork => "token/fork",
        Kind::Classic => "token/classic",
    }
}
