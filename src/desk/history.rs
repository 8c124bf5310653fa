//! Undo and redo: steps with their inverse, typing in one place joined.

use super::conflicts::Open;
use super::{Coalesce, Form, Ground, ItemId, PAUSE_MS};
use crate::text::Edit;
use std::sync::Arc;

/// The form and the item it changes.
pub type FormState = (Form, Option<ItemId>);

/// Something before and after a step.
type Change<T> = Option<(T, T)>;

/// One step: a change of the text, of the form, or of both.
#[derive(Clone, Debug)]
pub struct Step {
    pub label: String,
    pub edit: Edit,
    pub inverse: Edit,
    pub form: Change<FormState>,
    /// Conflicts that were open before or are open after it.
    pub open: Change<Arc<[Open]>>,
    /// What the work stands on, where the step put another draft under it.
    pub ground: Change<Ground>,
}

/// Steps that are kept; the oldest go first.
const KEPT: usize = 1000;

#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// What the last step was about, while typing may still join it.
    open: Option<Coalesce>,
}

impl History {
    /// Records a step; `after` is the text behind it.
    pub fn push(&mut self, step: Step, coalesce: Option<Coalesce>, after: &str) {
        self.undone.clear();
        let joins = match (&self.open, &coalesce) {
            (Some(open), Some(now)) => open.place == now.place && now.now.saturating_sub(open.now) < PAUSE_MS,
            _ => false,
        };
        self.open = coalesce;
        if joins && let Some(last) = self.done.last_mut() {
            join(last, step, after);
            return;
        }
        self.done.push(step);
        if self.done.len() > KEPT {
            self.done.remove(0);
        }
    }

    pub fn undo(&mut self) -> Option<Step> {
        self.open = None;
        let step = self.done.pop()?;
        self.undone.push(step.clone());
        Some(step)
    }

    pub fn redo(&mut self) -> Option<Step> {
        self.open = None;
        let step = self.undone.pop()?;
        self.done.push(step.clone());
        Some(step)
    }

    pub fn labels(&self) -> (Option<&str>, Option<&str>) {
        (self.done.last().map(|s| s.label.as_str()), self.undone.last().map(|s| s.label.as_str()))
    }
}

/// Joins `next` to `last`: one edit from the text before `last` to `after`.
fn join(last: &mut Step, next: Step, after: &str) {
    let middle = next.inverse.apply(after).unwrap_or_else(|_| after.to_owned());
    let before = last.inverse.apply(&middle).unwrap_or(middle);
    last.edit = Edit::between(&before, after);
    last.inverse = Edit::between(after, &before);
    last.form = through(last.form.take(), next.form);
    last.open = through(last.open.take(), next.open);
}

/// Two changes, one after the other, as one.
fn through<T>(first: Change<T>, second: Change<T>) -> Change<T> {
    match (first, second) {
        (Some((before, _)), Some((_, after))) => Some((before, after)),
        (one, other) => one.or(other),
    }
}
