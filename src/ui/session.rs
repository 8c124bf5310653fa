//! The session: the only holder of the desk's write signal, and what the views share.

mod loading;
mod pace;
mod saving;

pub use pace::Pace;
pub use saving::forget_bases;

use crate::desk::{Coalesce, Desk, Form, FormKind, ItemId, Source};
use crate::edit::Change;
use crate::issue::Document;
use crate::platform::github::{Found, LoadError};
use crate::platform::{clock, config::Config, storage, storage::StorageError};
use crate::rules::Role;
use crate::text::{Edit, Span};
use crate::ui::check::{Checker, Known};
use crate::ui::live::plain;
use crate::ui::{later, route};
use gloo::events::EventListener;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Whether a draft is being fetched, and how the last try went.
#[derive(Clone, Debug, PartialEq)]
pub enum Loading {
    Idle,
    Busy,
    /// Why it failed; what is on the desk instead is said by its source.
    Failed(LoadError),
}

/// Whether the work is safe.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Saving {
    /// Nothing to keep.
    Nothing,
    /// Changed since the last save.
    Pending,
    /// Kept at that time.
    Kept(u64),
    Failed(StorageError),
}

/// A dialog over the view.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Sources to open a draft from.
    Open,
    /// The way out.
    HandIn,
    /// The keys.
    Keys,
    /// A new issue from a template.
    NewIssue,
    /// A rule's manual page.
    Rule(&'static str),
    /// Everything that can be done or gone to.
    Palette,
}

/// Where Assemble shall go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goto {
    /// To what stands there in the text.
    Text(Span),
    /// To a section, by index.
    Section(usize),
    NextFinding,
    Rows,
    Source,
}

/// What changed around the work when a newer draft was brought in.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// The drafts, before and after.
    pub drafts: (Arc<str>, Arc<str>),
    /// How it went.
    pub words: String,
    /// What is to be looked at: in words, and the title of the own item that may be left out.
    pub cards: Vec<(String, Option<String>)>,
    /// Whether the person has looked at it.
    pub seen: bool,
}

/// What a view shows; every signal is cheap to copy.
#[derive(Clone, Copy)]
pub struct Session {
    desk: RwSignal<Desk>,
    /// The document; changes only when the text does.
    pub doc: Memo<Shared>,
    /// When page, findings and outline follow the document.
    pub pace: Pace,
    /// Whether anything waits for a choice that both sides changed.
    pub torn: Memo<bool>,
    pub form: Memo<Form>,
    pub editing: Memo<Option<ItemId>>,
    pub config: RwSignal<Config>,
    /// Whether a draft, any, has been opened yet.
    pub opened: RwSignal<bool>,
    pub loading: RwSignal<Loading>,
    /// Why a file that was dropped was not taken; the desk stays as it was.
    pub refused: RwSignal<Option<LoadError>>,
    pub saving: RwSignal<Saving>,
    /// Keys of the work of earlier days: offered, never applied by itself.
    pub works: RwSignal<Vec<String>>,
    work_id: RwSignal<Option<String>>,
    /// What of it is kept, and where else.
    safe: StoredValue<saving::Safe>,
    /// Counts the desks that stood here: an answer that comes late is about another one.
    turn: StoredValue<u32>,
    /// A draft that is newer than the one on the desk, fetched and waiting.
    pub newer: RwSignal<Option<Found>>,
    /// The object id of a newer draft that was put off.
    pub put_off: RwSignal<Option<String>>,
    /// When GitHub was asked last.
    asked: RwSignal<u64>,
    /// What changed around the work when a newer draft was brought in.
    pub moved: RwSignal<Option<Moved>>,
    /// Where Assemble shall go.
    pub goto: RwSignal<Option<Goto>>,
    /// What the address brought for the form, as it stood there.
    pub prefill: RwSignal<Option<String>>,
    pub role: RwSignal<Role>,
    /// Whether the colours are the dark ones.
    pub dark: RwSignal<bool>,
    /// The time, told again every half minute.
    pub now: RwSignal<u64>,
    /// The checks, once they have come.
    pub checker: RwSignal<Option<Checker>>,
    /// Findings that were set aside for this draft, by name.
    pub aside: RwSignal<Vec<String>>,
    /// The issues before, as far as they have been read.
    pub known: RwSignal<Known>,
    /// What the live region says.
    pub said: RwSignal<String>,
    pub other_tab: RwSignal<bool>,
    /// Whether a newer version of the desk waits to be used.
    pub newer_desk: RwSignal<bool>,
    pub dialog: RwSignal<Option<Dialog>>,
}

/// A document that compares by identity.
#[derive(Clone, Debug)]
pub struct Shared(pub Arc<Document>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Shared {
    type Target = Document;

    fn deref(&self) -> &Document {
        &self.0
    }
}

/// What the system asks for.
fn prefers_dark() -> Option<web_sys::MediaQueryList> {
    window().match_media("(prefers-color-scheme: dark)").ok().flatten()
}

/// What is typed at `place` in one go is one step.
fn typing_at(place: String) -> Coalesce {
    Coalesce { place, now: clock::now() }
}

/// The session of this page.
pub fn session() -> Session {
    expect_context::<Session>()
}

impl Session {
    /// An empty desk; [`Session::start`] fills it.
    pub fn new() -> Self {
        let desk = RwSignal::new(Desk::open("", Source::Starter, clock::now()));
        let doc = Memo::new(move |_| desk.with(|d| Shared(d.doc().clone())));
        let role = match storage::get("role").as_deref() {
            Some("editor") => Role::Editor,
            _ => Role::Contributor,
        };
        Self {
            desk,
            doc,
            pace: Pace::of(doc),
            torn: Memo::new(move |_| desk.with(|d| !d.open_conflicts().is_empty())),
            form: Memo::new(move |_| desk.with(|d| d.form().clone())),
            editing: Memo::new(move |_| desk.with(|d| d.editing())),
            config: RwSignal::new(Config::default()),
            opened: RwSignal::new(false),
            loading: RwSignal::new(Loading::Busy),
            refused: RwSignal::new(None),
            saving: RwSignal::new(Saving::Nothing),
            works: RwSignal::new(Vec::new()),
            work_id: RwSignal::new(None),
            safe: StoredValue::default(),
            turn: StoredValue::new(0),
            newer: RwSignal::new(None),
            put_off: RwSignal::new(None),
            asked: RwSignal::new(0),
            moved: RwSignal::new(None),
            goto: RwSignal::new(None),
            prefill: RwSignal::new(route::take_query()),
            role: RwSignal::new(role),
            dark: RwSignal::new(prefers_dark().is_some_and(|query| query.matches())),
            now: RwSignal::new(clock::now()),
            checker: RwSignal::new(None),
            aside: RwSignal::new(Vec::new()),
            known: RwSignal::new(Known::default()),
            said: RwSignal::new(String::new()),
            other_tab: RwSignal::new(false),
            newer_desk: RwSignal::new(false),
            dialog: RwSignal::new(None),
        }
    }

    /// Reads the desk and follows its changes.
    pub fn with<T>(&self, read: impl FnOnce(&Desk) -> T) -> T {
        self.desk.with(read)
    }

    /// Reads the desk once.
    pub fn peek<T>(&self, read: impl FnOnce(&Desk) -> T) -> T {
        self.desk.with_untracked(read)
    }

    /// Says something to those who cannot see it, and in the status line: words alone, without the marks of code.
    pub fn say(&self, text: impl Into<String>) {
        let mut words = plain(&text.into());
        // The same once more is heard only where something is different.
        if self.said.with_untracked(|said| *said == words) {
            words.push('\u{a0}');
        }
        self.said.set(words);
    }

    /// Says nothing any more: what was said last was about something else.
    pub fn hush(&self) {
        self.said.set(String::new());
    }

    /// Applies an edit of the text as it stands; whether it fitted.
    pub fn apply(&self, edit: Edit, label: &str) -> bool {
        self.apply_typed(edit, label, None)
    }

    /// The same for typing at `place`: what is typed there in one go is one step.
    pub fn apply_typed(&self, edit: Edit, label: &str, place: Option<String>) -> bool {
        let coalesce = place.map(typing_at);
        let done = self.desk.try_update(|d| d.apply(edit, label, coalesce)).is_some_and(|r| r.is_ok());
        self.fitted(done)
    }

    /// The same for a change that was read already.
    pub fn apply_change(&self, change: Change, label: &str, place: String) -> bool {
        let coalesce = Some(typing_at(place));
        let done = self.desk.try_update(|d| d.apply_change(change, label, coalesce)).is_some_and(|r| r.is_ok());
        self.fitted(done)
    }

    fn fitted(&self, done: bool) -> bool {
        if !done {
            self.say("That change no longer fits the text; nothing was changed.");
        }
        done
    }

    /// Changes one field of the form; typing in one field is one step.
    pub fn type_form(&self, field: &'static str, change: impl FnOnce(&mut Form)) {
        let mut form = self.peek(|d| d.form().clone());
        change(&mut form);
        let coalesce = typing_at(format!("form.{field}"));
        self.desk.update(|d| {
            let editing = d.editing();
            d.set_form(form, editing, "type in the form", Some(coalesce));
        });
        self.want_checks();
    }

    /// Replaces the form, as one step.
    pub fn set_form(&self, form: Form, editing: Option<ItemId>, label: &str) {
        self.desk.update(|d| d.set_form(form, editing, label, None));
        self.want_checks();
    }

    /// Sends for the checks, if they are not there yet: whoever types wants to know.
    pub fn want_checks(&self) {
        if self.checker.with_untracked(Option::is_none) {
            spawn_local(self.checks_come());
        }
    }

    /// Waits for the checks.
    async fn checks_come(self) {
        if let Some(checker) = later::checker().await
            && self.checker.with_untracked(Option::is_none)
        {
            self.checker.set(Some(checker));
        }
    }

    /// Waits for the checks; where they do not come, says so.
    pub async fn checked(self) -> bool {
        self.checks_come().await;
        let there = self.checker.with_untracked(Option::is_some);
        if !there {
            self.say("The checks did not arrive, so nothing was added. Look at the connection and try again.");
        }
        there
    }

    /// Changes kind of the form; what is typed stays where the other kind has the field too.
    pub fn set_kind(&self, kind: FormKind) {
        let form = self.peek(|d| Form { kind, ..d.form().clone() });
        self.set_form(form, self.peek(Desk::editing), "change the kind");
        self.hush();
    }

    /// Hands the form to the text: `edit` and the emptied form are one step.
    pub fn commit_form(&self, change: Change, form: Form, label: &str) -> bool {
        self.desk.try_update(|d| d.apply_with_form(change, form, None, label)).is_some_and(|r| r.is_ok())
    }

    /// Takes the last step back; the edit that did it.
    pub fn undo(&self) -> Option<Edit> {
        let undone = self.desk.try_update(Desk::undo).flatten();
        self.tell("Undone", undone)
    }

    /// Does it again.
    pub fn redo(&self) -> Option<Edit> {
        let done = self.desk.try_update(Desk::redo).flatten();
        self.tell("Done again", done)
    }

    fn tell(&self, word: &str, step: Option<(String, Edit)>) -> Option<Edit> {
        match step {
            Some((label, edit)) => {
                self.say(format!("{word}: {label}."));
                Some(edit)
            }
            None => {
                self.say("There is nothing to undo or do again.");
                None
            }
        }
    }

    /// Follows the system's colours, unless others were chosen here.
    fn follow_colours(self) {
        if let Some(query) = prefers_dark() {
            let asked = query.clone();
            let follow = move |_: &web_sys::Event| {
                if storage::get("theme").is_none() {
                    self.dark.set(asked.matches());
                }
            };
            EventListener::new(&query, "change", follow).forget();
        }
    }

    /// Sets the role and keeps it.
    pub fn set_role(&self, role: Role) {
        self.role.set(role);
        let _ = storage::set("role", if role == Role::Editor { "editor" } else { "contributor" });
    }
}
