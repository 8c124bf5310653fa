//! What the panes of Assemble share: the selected section and item, the findings, and where the source shall go.

use super::along::Along;
use crate::desk::ItemId;
use crate::desk::sections::Key;
use crate::rules::{Finding, Severity};
use crate::text::Span;
use crate::ui::check;
use crate::ui::page::frame::{Frame, Picks};
use crate::ui::session::{Session, session};
use leptos::prelude::*;

/// What stands in the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Items,
    Source,
}

/// Which pane a phone shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    Outline,
    Items,
    Page,
    Findings,
}

impl Pane {
    pub const ALL: [Self; 4] = [Self::Outline, Self::Items, Self::Page, Self::Findings];

    /// What its tab says.
    pub fn name(self) -> &'static str {
        match self {
            Self::Outline => "Outline",
            Self::Items => "Items",
            Self::Page => "Page",
            Self::Findings => "Findings",
        }
    }
}

/// A place in the text to which the source pane goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    pub span: Span,
    /// Whether the caret goes there too.
    pub focus: bool,
}

/// The shared signals; cheap to copy.
#[derive(Clone, Copy)]
pub struct Board {
    pub session: Session,
    /// The page, and what scrolls along with it.
    pub along: Along,
    /// Of the whole draft, in its order.
    pub all: Memo<Vec<Finding>>,
    /// Those that are shown: without hints, unless they are asked for.
    pub findings: Memo<Vec<Finding>>,
    /// Whether hints are shown.
    pub hints: RwSignal<bool>,
    key: RwSignal<Option<Key>>,
    /// Index of the selected section.
    pub section: Memo<Option<usize>>,
    pub item: RwSignal<Option<ItemId>>,
    /// The item whose fields shall open.
    pub open: RwSignal<Option<ItemId>>,
    pub mode: RwSignal<Mode>,
    /// A finding outside the items opened the source; the next one in an item brings the rows back.
    pub strayed: RwSignal<bool>,
    pub pane: RwSignal<Pane>,
    pub target: RwSignal<Option<Target>>,
    /// Which finding was visited last, by its place in the list.
    pub current: RwSignal<Option<usize>>,
    /// The item that is dragged.
    pub dragged: RwSignal<Option<ItemId>>,
    /// Before which item of the section it would go; the count of items for the end.
    pub gap: RwSignal<Option<usize>>,
}

/// The board of this view.
pub fn board() -> Board {
    expect_context::<Board>()
}

impl Board {
    pub fn new() -> Self {
        let session = session();
        session.want_checks();
        let last = StoredValue::new(None);
        let all = Memo::new(move |_| {
            session.pace.track();
            check::whole(session, last)
        });
        let hints = RwSignal::new(false);
        let findings = Memo::new(move |_| {
            let mut shown = all.get();
            if !hints.get() {
                shown.retain(|f| f.severity != Severity::Hint);
            }
            shown
        });
        let key = RwSignal::new(None::<Key>);
        let section = Memo::new(move |_| {
            session.doc.with(|doc| match key.get() {
                Some(key) => key.find(doc),
                None => {
                    doc.sections.iter().position(|s| !s.items().is_empty()).or((!doc.sections.is_empty()).then_some(0))
                }
            })
        });
        Self {
            session,
            along: Along::new(Frame::new(Picks::All)),
            all,
            findings,
            hints,
            key,
            section,
            item: RwSignal::new(None),
            open: RwSignal::new(None),
            mode: RwSignal::new(Mode::Items),
            strayed: RwSignal::new(false),
            pane: RwSignal::new(Pane::Items),
            target: RwSignal::new(None),
            current: RwSignal::new(None),
            dragged: RwSignal::new(None),
            gap: RwSignal::new(None),
        }
    }

    /// Whether findings and page hold for the text as it stands; says so where not.
    pub fn is_settled(&self) -> bool {
        let now = self.session.pace.is_settled();
        if !now {
            self.session.say("The text has just changed; nothing was done. Try again.");
        }
        now
    }

    /// Selects a section; the source goes to its heading.
    pub fn select_section(&self, index: usize) {
        let heading = self.session.doc.with_untracked(|doc| doc.sections.get(index).map(|s| s.heading));
        self.settle(Some(index), None);
        self.target.set(heading.map(|span| Target { span, focus: false }));
        if self.pane.get_untracked() == Pane::Outline {
            self.pane.set(Pane::Items);
        }
    }

    /// Selects an item and its section; the source goes to its first line.
    pub fn select_item(&self, id: ItemId) {
        let found = self.session.peek(|d| d.index_of(id).map(|i| d.doc().items[i].clone()));
        if let Some(item) = found {
            self.settle(Some(item.section), Some(id));
            self.target.set(Some(Target { span: item.head, focus: false }));
        }
    }

    /// Follows the caret of the source: selects what stands there, and moves nothing there.
    pub fn follow(&self, at: usize) {
        let (section, item) = self.session.peek(|d| {
            let doc = d.doc();
            (doc.section_at(at), doc.item_at(at).and_then(|i| d.id_of(i)))
        });
        if section.is_some() {
            self.settle(section, item);
        }
    }

    /// Shows items or source; the source opens where the selection is.
    pub fn show(&self, mode: Mode) {
        self.strayed.set(false);
        if mode == Mode::Source {
            let item = self.item.get_untracked();
            let span = self.session.peek(|d| {
                let item = item.and_then(|id| d.index_of(id)).map(|i| d.doc().items[i].head);
                item.or_else(|| Some(d.doc().sections.get(self.section.get_untracked()?)?.heading))
            });
            self.target.set(span.map(|span| Target { span, focus: false }));
        }
        self.mode.set(mode);
    }

    /// The items of the selected section, by id.
    pub fn ids(&self) -> Vec<ItemId> {
        let section = self.section.get();
        self.session.doc.track();
        self.session.peek(|d| {
            let range = section.and_then(|s| d.doc().sections.get(s)).map(|s| s.items()).unwrap_or_default();
            range.filter_map(|i| d.id_of(i)).collect()
        })
    }

    /// Sets the selection, telling only what differs.
    fn settle(&self, section: Option<usize>, item: Option<ItemId>) {
        let key = section.and_then(|s| self.session.doc.with_untracked(|doc| Key::of(doc, s)));
        if self.key.with_untracked(|k| *k != key) {
            self.key.set(key);
        }
        if self.item.get_untracked() != item {
            self.item.set(item);
        }
    }
}
