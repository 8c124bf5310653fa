//! The editor's state: one document, what it came from, the form, and the history of both.
//!
//! No clock, no browser: times come in as arguments. Every change goes through [`Desk::apply`] or
//! [`Desk::set_form`], so that undo reaches across all of it.

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

use crate::issue::Document;
use crate::text::{Edit, EditError};
use history::{History, Step};
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

/// Pause after which typing begins a new step, in milliseconds.
pub const PAUSE_MS: u64 = 1500;

/// The editor's state.
#[derive(Clone, Debug)]
pub struct Desk {
    doc: Arc<Document>,
    base: Arc<Document>,
    source: Source,
    loaded_at: u64,
    form: Form,
    /// The item that the form changes; `None` while it makes a new one.
    editing: Option<ItemId>,
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
            base: doc.clone(),
            doc,
            source,
            loaded_at,
            form: Form::default(),
            editing: None,
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
        &self.base
    }

    /// Items that the work brings in, by index: they came after the base, and the base has none like them.
    pub fn added(&self) -> Vec<usize> {
        self.ids.added(&self.doc, &self.base)
    }

    /// Items of the draft that the work has changed, by index.
    pub fn changed(&self) -> Vec<usize> {
        self.ids.changed(&self.doc, &self.base)
    }

    pub fn source(&self) -> &Source {
        &self.source
    }

    /// When the base was loaded, in milliseconds since the epoch.
    pub fn loaded_at(&self) -> u64 {
        self.loaded_at
    }

    /// Says that the base was looked up again and is still the same.
    pub fn confirm(&mut self, now: u64) {
        self.loaded_at = now;
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
        self.doc.text() != self.base.text()
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
        let inverse = edit.invert(self.doc.text())?;
        self.replace_text(&edit)?;
        let step = Step { label: label.to_owned(), edit, inverse, form: None };
        self.history.push(step, coalesce, self.doc.text());
        Ok(())
    }

    /// Applies an edit and changes the form in one step: an item is handed from the form to the text or back.
    pub fn apply_with_form(
        &mut self,
        edit: Edit,
        form: Form,
        editing: Option<ItemId>,
        label: &str,
    ) -> Result<(), EditError> {
        let inverse = edit.invert(self.doc.text())?;
        self.replace_text(&edit)?;
        let before = (std::mem::replace(&mut self.form, form.clone()), self.editing);
        self.editing = editing;
        let step = Step { label: label.to_owned(), edit, inverse, form: Some((before, (form, editing))) };
        self.history.push(step, None, self.doc.text());
        Ok(())
    }

    /// Changes the form.
    pub fn set_form(&mut self, form: Form, editing: Option<ItemId>, label: &str, coalesce: Option<Coalesce>) {
        if form == self.form && editing == self.editing {
            return;
        }
        let before = (std::mem::replace(&mut self.form, form.clone()), self.editing);
        self.editing = editing;
        self.revision += 1;
        let step = Step {
            label: label.to_owned(),
            edit: Edit::none(),
            inverse: Edit::none(),
            form: Some((before, (form, editing))),
        };
        self.history.push(step, coalesce, self.doc.text());
    }

    /// Takes the last step back; what it was called and the edit that did it.
    pub fn undo(&mut self) -> Option<(String, Edit)> {
        let step = self.history.undo()?;
        self.replace_text(&step.inverse).ok()?;
        if let Some((before, _)) = step.form {
            (self.form, self.editing) = before;
        }
        Some((step.label, step.inverse))
    }

    /// Does the last undone step again.
    pub fn redo(&mut self) -> Option<(String, Edit)> {
        let step = self.history.redo()?;
        self.replace_text(&step.edit).ok()?;
        if let Some((_, after)) = step.form {
            (self.form, self.editing) = after;
        }
        Some((step.label, step.edit))
    }

    /// What undo and redo would do, in words.
    pub fn steps(&self) -> (Option<&str>, Option<&str>) {
        self.history.labels()
    }

    /// Puts another base under the work; `text` is the work on it. The history stays: undo gives the old text back,
    /// the base stays the new one.
    pub fn rebase(&mut self, base: &str, text: &str, source: Source, now: u64) -> Result<(), EditError> {
        let edit = Edit::between(self.doc.text(), text);
        self.base = Arc::new(Document::parse(base));
        self.source = source;
        self.loaded_at = now;
        self.revision += 1;
        self.apply(edit, "bring the newer draft in", None)
    }

    /// A desk with saved work in it; one undo step leads from the base to the work.
    pub fn resume(saved: &saved::Saved, base: &str) -> Self {
        let mut desk = Self::open(base, saved.source.clone(), saved.loaded_at);
        let edit = Edit::between(base, &saved.text);
        // The edit is made from these very texts: it fits.
        let _ = desk.apply(edit, "the work of last time", None);
        // One splice may span many items: which of them are the base's, only a comparison tells.
        for change in crate::review::changes(&desk.base, &desk.doc) {
            if let (Some(before), Some(after)) = (change.before, change.after) {
                desk.ids.set(after, ItemId(before as u64));
            }
        }
        desk.form = saved.form.clone();
        desk
    }

    /// The document without the item that the form changes, for looking for duplicates of it.
    pub fn without_edited(&self) -> Arc<Document> {
        let index = self.editing.and_then(|id| self.index_of(id));
        let without = index.and_then(|i| crate::edit::remove(&self.doc, i).ok()?.apply(self.doc.text()).ok());
        without.map_or_else(|| self.doc.clone(), |text| Arc::new(Document::parse(text)))
    }

    fn replace_text(&mut self, edit: &Edit) -> Result<(), EditError> {
        if !edit.is_empty() {
            let after = Arc::new(Document::parse(edit.apply(self.doc.text())?));
            self.ids.carry(&self.doc, edit, &after);
            self.doc = after;
        }
        self.revision += 1;
        Ok(())
    }
}
