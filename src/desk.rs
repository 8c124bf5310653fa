//! The editor's state: one document, what it came from, the form, and the history of both.
//!
//! No clock, no browser: times come in as arguments. Every change goes through [`Desk::apply`] or
//! [`Desk::set_form`], so that undo reaches across all of it.

pub mod conflicts;
pub mod find;
pub mod form;
mod history;
mod ids;
pub mod moves;
pub mod parts;
pub mod rebase;
pub mod rows;
pub mod saved;
pub mod sections;
pub mod source;

pub use form::{Form, FormKind};
pub use ids::ItemId;

use crate::edit::Change;
use crate::issue::Document;
use crate::text::{Edit, EditError};
use conflicts::Open;
use history::{FormState, History, Step};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Where the draft came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// From the repository: its path there and the object id of the file, where the answer said it.
    GitHub { path: String, sha: Option<String> },
    /// A file of this device.
    File { name: String },
    /// Pasted text.
    Paste,
    /// The issue that comes with the desk.
    Starter,
    /// Made from a template.
    New,
}

/// What a change is about, so that typing in one place becomes one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Coalesce {
    /// Same place: `source`, `form.title`, `row.12.url`.
    pub place: String,
    /// Milliseconds since the epoch.
    pub now: u64,
}

/// What the work stands on.
#[derive(Clone, Debug)]
struct Ground {
    base: Arc<Document>,
    source: Source,
    loaded_at: u64,
}

/// What one step changes beside the text.
#[derive(Default)]
struct Beside {
    form: Option<FormState>,
    /// Conflicts that are open behind it; else those before it, carried along.
    open: Option<Vec<Open>>,
    ground: Option<Ground>,
    /// The document behind it, if it was read before.
    after: Option<Document>,
}

/// Pause after which typing begins a new step, in milliseconds.
pub const PAUSE_MS: u64 = 1500;

/// The editor's state.
#[derive(Clone, Debug)]
pub struct Desk {
    doc: Arc<Document>,
    ground: Ground,
    form: Form,
    /// The item that the form changes; `None` while it makes a new one.
    editing: Option<ItemId>,
    /// What both sides changed and nobody has chosen yet.
    open: Arc<[Open]>,
    ids: ids::Ids,
    history: History,
    revision: u64,
}

impl Desk {
    /// A desk with `text` as it came from `source` at `loaded_at` (milliseconds since the epoch), unchanged.
    pub fn open(text: &str, source: Source, loaded_at: u64) -> Self {
        let doc = Arc::new(Document::parse(text));
        let ids = ids::Ids::new(&doc);
        Self {
            ground: Ground { base: doc.clone(), source, loaded_at },
            doc,
            form: Form::default(),
            editing: None,
            open: Arc::default(),
            ids,
            history: History::default(),
            revision: 0,
        }
    }

    /// The document as it stands now.
    pub fn doc(&self) -> &Arc<Document> {
        &self.doc
    }

    /// The document as it was loaded.
    pub fn base(&self) -> &Arc<Document> {
        &self.ground.base
    }

    /// Items that the work brings in, by index: they came after the base, and the base has none like them.
    pub fn added(&self) -> Vec<usize> {
        self.ids.added(&self.doc, &self.ground.base)
    }

    /// Items of the draft that the work has changed, by index.
    pub fn changed(&self) -> Vec<usize> {
        self.ids.changed(&self.doc, self.base())
    }

    pub fn source(&self) -> &Source {
        &self.ground.source
    }

    /// When the base was loaded, in milliseconds since the epoch.
    pub fn loaded_at(&self) -> u64 {
        self.ground.loaded_at
    }

    /// Says that the base was looked up again and is still the same.
    pub fn confirm(&mut self, now: u64) {
        self.ground.loaded_at = now;
    }

    pub fn form(&self) -> &Form {
        &self.form
    }

    /// The item that the form changes.
    pub fn editing(&self) -> Option<ItemId> {
        self.editing
    }

    /// Grows with every change, undo and redo included.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether the text differs from the base.
    pub fn is_changed(&self) -> bool {
        self.doc.text() != self.ground.base.text()
    }

    /// The id of item `index`.
    pub fn id_of(&self, index: usize) -> Option<ItemId> {
        self.ids.of(index)
    }

    /// Where the item with that id stands now.
    pub fn index_of(&self, id: ItemId) -> Option<usize> {
        self.ids.index(id)
    }

    /// Applies an edit of the current text.
    ///
    /// # Errors
    /// Where it does not fit: it was made for another revision. Nothing is changed then.
    pub fn apply(&mut self, edit: Edit, label: &str, coalesce: Option<Coalesce>) -> Result<(), EditError> {
        if edit.is_empty() {
            return Ok(());
        }
        self.step(edit, label, coalesce, Beside::default())
    }

    /// The same for a change that was read already.
    ///
    /// # Errors
    /// As above.
    pub fn apply_change(&mut self, change: Change, label: &str, coalesce: Option<Coalesce>) -> Result<(), EditError> {
        if change.edit.is_empty() {
            return Ok(());
        }
        self.step(change.edit, label, coalesce, Beside { after: Some(change.after), ..Beside::default() })
    }

    /// Applies a change and changes the form in one step: an item is handed from the form to the text or back.
    pub fn apply_with_form(
        &mut self,
        change: Change,
        form: Form,
        editing: Option<ItemId>,
        label: &str,
    ) -> Result<(), EditError> {
        let beside = Beside { form: Some((form, editing)), after: Some(change.after), ..Beside::default() };
        self.step(change.edit, label, None, beside)
    }

    /// Changes the form.
    pub fn set_form(&mut self, form: Form, editing: Option<ItemId>, label: &str, coalesce: Option<Coalesce>) {
        if form == self.form && editing == self.editing {
            return;
        }
        // An edit that changes nothing fits any text.
        let _ = self.step(Edit::none(), label, coalesce, Beside { form: Some((form, editing)), ..Beside::default() });
    }

    /// What both sides changed and nobody has chosen yet, in the order of the text.
    pub fn open_conflicts(&self) -> &[Open] {
        &self.open
    }

    /// Settles conflict `index`: leaves only that version of it, or with `None` the text as it stands. Where there is
    /// no such conflict or version, nothing happens.
    pub fn choose(&mut self, index: usize, version: Option<usize>) -> Result<(), EditError> {
        let Some(conflict) = self.open.get(index) else { return Ok(()) };
        let edit = match version {
            Some(version) => conflict.choose(version),
            None => Some(Edit::none()),
        };
        let Some(edit) = edit else { return Ok(()) };
        let after = edit.apply(self.doc.text())?;
        let rest: Vec<Open> =
            self.open.iter().enumerate().filter(|(at, _)| *at != index).map(|(_, o)| o.clone()).collect();
        let open = Some(conflicts::carry(&rest, self.doc.text(), &edit, &after));
        self.step(edit, "settle a conflict", None, Beside { open, ..Beside::default() })
    }

    /// Takes the last step back; what it was called and the edit that did it.
    pub fn undo(&mut self) -> Option<(String, Edit)> {
        let step = self.history.undo()?;
        self.replace_text(&step.inverse, None).ok()?;
        self.put(step.form.map(|s| s.0), step.open.map(|s| s.0), step.ground.map(|s| s.0));
        Some((step.label, step.inverse))
    }

    /// Does the last undone step again.
    pub fn redo(&mut self) -> Option<(String, Edit)> {
        let step = self.history.redo()?;
        self.replace_text(&step.edit, None).ok()?;
        self.put(step.form.map(|s| s.1), step.open.map(|s| s.1), step.ground.map(|s| s.1));
        Some((step.label, step.edit))
    }

    /// Puts what a step says beside the text in place; a step that says nothing of conflicts had none on either side.
    fn put(&mut self, form: Option<FormState>, open: Option<Arc<[Open]>>, ground: Option<Ground>) {
        if let Some(form) = form {
            (self.form, self.editing) = form;
        }
        self.open = open.unwrap_or_default();
        if let Some(ground) = ground {
            self.ground = ground;
        }
    }

    /// What undo and redo would do, in words.
    pub fn steps(&self) -> (Option<&str>, Option<&str>) {
        self.history.labels()
    }

    /// Puts another base under the work, as one step; `rebased` is the work on it. Undo gives the old base back too.
    /// What was open is to be settled before: only what is in conflict now is open behind it.
    pub fn rebase(&mut self, base: &str, rebased: &rebase::Rebased, source: Source, now: u64) -> Result<(), EditError> {
        let (before, after) = (self.doc.text(), &*rebased.text);
        // By line, so that each item is known again where it stands now.
        let edit = source::changes(before, after);
        let open = Some(rebased.open.iter().map(|conflict| Open::of(conflict, after)).collect());
        let ground = Some(Ground { base: Arc::new(Document::parse(base)), source, loaded_at: now });
        self.step(edit, "bring the newer draft in", None, Beside { open, ground, ..Beside::default() })
    }

    /// A desk with saved work in it; one undo step leads from the base to the work.
    pub fn resume(saved: &saved::Saved, base: &str) -> Self {
        let mut desk = Self::open(base, saved.source.clone(), saved.loaded_at);
        // By line, so that each item is known again where it stands now.
        let edit = source::changes(base, &saved.text);
        // The edit is made from these very texts: it fits.
        let open = Some(saved.open.clone());
        if !edit.is_empty() {
            let _ = desk.step(edit, "the work of last time", None, Beside { open, ..Beside::default() });
        }
        // One splice may span several items: which of them are the base's, only a comparison tells.
        for change in crate::review::changes(&desk.ground.base, &desk.doc) {
            match (change.before, change.after) {
                (Some(before), Some(after)) => desk.ids.set(after, ItemId(before as u64)),
                (None, Some(after)) => desk.ids.renew(after),
                _ => {}
            }
        }
        desk.form = saved.form.clone();
        desk.editing = saved.editing.and_then(|index| desk.id_of(index));
        desk
    }

    /// The document without the item that the form changes, for looking for duplicates of it.
    pub fn without_edited(&self) -> Arc<Document> {
        let index = self.editing.and_then(|id| self.index_of(id));
        let without = index.and_then(|i| crate::edit::remove(&self.doc, i).ok()?.apply(self.doc.text()).ok());
        without.map_or_else(|| self.doc.clone(), |text| Arc::new(Document::parse(text)))
    }

    /// Does one step and records it.
    fn step(&mut self, edit: Edit, label: &str, coalesce: Option<Coalesce>, beside: Beside) -> Result<(), EditError> {
        let inverse = edit.invert(self.doc.text())?;
        let open = self.open.clone();
        self.replace_text(&edit, beside.after)?;
        if let Some(open) = beside.open {
            self.open = open.into();
        }
        let open = (!open.is_empty() || !self.open.is_empty()).then(|| (open, self.open.clone()));
        let form = beside.form.map(|after| {
            let before = (std::mem::replace(&mut self.form, after.0.clone()), self.editing);
            self.editing = after.1;
            (before, after)
        });
        let ground = beside.ground.map(|after| (std::mem::replace(&mut self.ground, after.clone()), after));
        let step = Step { label: label.to_owned(), edit, inverse, form, open, ground };
        self.history.push(step, coalesce, self.doc.text());
        Ok(())
    }

    /// `read`: the document behind the edit, if it was read before; one of another text is read again.
    fn replace_text(&mut self, edit: &Edit, read: Option<Document>) -> Result<(), EditError> {
        if !edit.is_empty() {
            let text = edit.apply(self.doc.text())?;
            let read = read.filter(|read| read.text() == text);
            let after = Arc::new(read.unwrap_or_else(|| Document::parse(text)));
            self.ids.carry(&self.doc, edit, &after);
            if !self.open.is_empty() {
                self.open = conflicts::carry(&self.open, self.doc.text(), edit, after.text()).into();
            }
            self.doc = after;
        }
        self.revision += 1;
        Ok(())
    }
}
