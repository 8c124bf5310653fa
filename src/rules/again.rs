//! The findings again after a change, one with most of them the same: rules that look at one section alone look at the
//! sections that changed, and what they found in others is taken over; rules about events look at nothing where no event's
//! section changed.

use super::{Context, Finding, RULES, Reach, Role, Setting, check, in_order};
use crate::issue::{Document, Item, Kind, Shape};
use crate::text::common;
use crate::text::date::Date;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// A draft and what was found in it.
#[derive(Clone, Debug)]
pub struct Checked {
    doc: Arc<Document>,
    role: Role,
    today: Option<Date>,
    /// As [`check`] gives them.
    pub findings: Vec<Finding>,
}

impl Checked {
    /// Checks all of `doc`.
    pub fn new(doc: Arc<Document>, setting: &Setting<'_>) -> Self {
        let findings = check(&doc, setting);
        Self { doc, role: setting.role, today: setting.today, findings }
    }

    /// Checks what `doc`, another state of the draft, may say anew; the result is that of [`Self::new`].
    pub fn again(self, doc: Arc<Document>, setting: &Setting<'_>) -> Self {
        let same = self.role == setting.role && self.today == setting.today;
        match Change::between(&self.doc, &doc).filter(|_| same) {
            Some(change) => Self { findings: updated(self.findings, &doc, setting, &change), doc, ..self },
            None => Self::new(doc, setting),
        }
    }
}

fn updated(before: Vec<Finding>, doc: &Document, setting: &Setting<'_>, change: &Change) -> Vec<Finding> {
    let mut kept: HashMap<&str, Vec<Finding>> = HashMap::new();
    for finding in before {
        let start = finding.span.start;
        if start < change.start || start >= change.end {
            let below = start >= change.end;
            let (bytes, lines) = if below { change.moved } else { (0, 0) };
            kept.entry(finding.rule.name).or_default().push(finding.moved(bytes, lines));
        }
    }
    let (part, first) = doc.part(change.sections.clone());
    let (part, whole) = (Context::new(&part, *setting), Context::new(doc, *setting));
    let (mut out, mut of_part) = (Vec::new(), Vec::new());
    for rule in RULES.iter().filter(|rule| rule.audience.includes(setting.role)) {
        match rule.reach {
            Reach::Section => {
                (rule.check)(&part, &mut of_part);
                out.extend(of_part.drain(..).map(|finding| finding.moved(0, first as isize)));
                out.extend(kept.remove(rule.name).into_iter().flatten());
            }
            Reach::Events if change.leaves_events => out.extend(kept.remove(rule.name).into_iter().flatten()),
            Reach::Events | Reach::Draft => (rule.check)(&whole, &mut out),
        }
    }
    in_order(out)
}

/// What differs between two states of a draft: the bytes from `start` on to `end`, cut where sections begin.
struct Change {
    start: usize,
    /// In the text before.
    end: usize,
    /// By how many bytes and lines it is further down now.
    moved: (isize, isize),
    /// The sections that stand there now.
    sections: Range<usize>,
    /// Whether all sections with events or calls stand on one side of it, and on the lines on which they stood.
    leaves_events: bool,
}

impl Change {
    /// `None` where the change begins before the first section or the sections around it do not tell what it reaches.
    fn between(before: &Document, now: &Document) -> Option<Self> {
        let (old, new) = (before.text(), now.text());
        let (head, tail) = common::ends(old, new);
        let cuts =
            |doc: &Document| doc.cuts().map(|index| (index, doc.sections[index].heading.start)).collect::<Vec<_>>();
        let (cut, now_cut) = (cuts(before), cuts(now));
        // Sections that begin in what is the same on either side; and what is of them in both texts.
        let first = |cuts: &[(usize, usize)]| cuts.partition_point(|(_, start)| *start < head);
        let behind = |cuts: &[(usize, usize)], length: usize| {
            cuts.len() - cuts.partition_point(|(_, start)| *start <= length - tail)
        };
        let (above, below) = (first(&cut), behind(&cut, old.len()));
        if above == 0 || above != first(&now_cut) || below != behind(&now_cut, new.len()) {
            return None;
        }
        let (from, start) = cut[above - 1];
        let ends = |doc: &Document, cuts: &[(usize, usize)]| match cuts.get(cuts.len() - below) {
            Some(cut) => *cut,
            None => (doc.sections.len(), doc.text().len()),
        };
        let ((to, end), (now_to, now_end)) = (ends(before, &cut), ends(now, &now_cut));
        let kinds =
            |doc: &Document, range: Range<usize>| doc.sections[range].iter().map(|s| s.kind).collect::<Vec<_>>();
        let same = now_cut[above - 1] == (from, start)
            && old.len() - end == new.len() - now_end
            && kinds(before, 0..from) == kinds(now, 0..from)
            && kinds(before, to..before.sections.len()) == kinds(now, now_to..now.sections.len());
        let beside_events = |doc: &Document, changed: Range<usize>| {
            // The calls for speakers are for events too, and events stand below calls.
            let of_events = |index: &usize| {
                let one = |item: &Item| matches!(item.shape, Shape::Event(_) | Shape::Call(_));
                doc.sections[*index].kind.part() == Kind::Events || doc.items_of(*index).iter().any(one)
            };
            let mut at = (0..doc.sections.len()).filter(of_events);
            at.clone().all(|i| i < changed.start) || at.all(|i| i >= changed.end)
        };
        let moved = (now_end as isize - end as isize, now.lines.len() as isize - before.lines.len() as isize);
        same.then(|| Self {
            // Some of them name the line of another event.
            leaves_events: moved.1 == 0 && beside_events(before, from..to) && beside_events(now, from..now_to),
            start,
            end,
            moved,
            sections: from..now_to,
        })
    }
}
