//! What people send in: walks over items and their addresses that several rules share.

use super::Context;
use super::url::Parts;
use crate::issue::item::call::Call;
use crate::issue::item::event::Event;
use crate::issue::item::link::Link;
use crate::issue::item::project::Project;
use crate::issue::place::{Form, Place, Region};
use crate::issue::{self, Item, Kind, Line, Shape, inline};
use crate::text::{Span, span_in};

/// An address of an item, taken apart.
#[derive(Clone, Debug)]
pub struct Address {
    /// Where it stands.
    pub span: Span,
    /// The item that has it.
    pub item: usize,
    pub parts: Parts,
    /// In lower case, without user and port.
    pub host: String,
}

impl Address {
    /// Whether the host is `name` or below it.
    pub fn is_at(&self, name: &str) -> bool {
        self.host.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    }

    /// Whether the host is one of `names` or below one of them.
    pub fn is_at_any(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.is_at(name))
    }

    /// The parts of its path.
    pub fn segments(&self) -> impl Iterator<Item = &str> {
        self.parts.path.split('/').filter(|segment| !segment.is_empty())
    }
}

/// Whether people send items for sections of that kind: the community's links, tasks, calls, events.
pub fn is_sent(kind: Kind) -> bool {
    kind.is_community_links() || matches!(kind.part(), Kind::Participation | Kind::Events)
}

/// The place of an event or of a call, taken apart.
#[derive(Clone, Debug)]
pub struct Located<'a> {
    pub item: &'a Item,
    /// Where it stands.
    pub span: Span,
    pub place: Place<'a>,
}

impl Located<'_> {
    /// The region under which it belongs; a hybrid event stands under Virtual as well.
    pub fn region(&self) -> Option<Region> {
        if self.place.form == Form::Virtual { Some(Region::Virtual) } else { self.place.continent() }
    }

    /// Whether one can take part there and from afar.
    pub fn is_hybrid(&self) -> bool {
        self.place.form == Form::Hybrid
    }
}

/// The places of all events and calls.
pub(super) fn places(doc: &issue::Document) -> Vec<Located<'_>> {
    let spans = doc.items.iter().filter_map(|item| match &item.shape {
        Shape::Event(event) => Some((item, event.location)),
        Shape::Call(call) => Some((item, call.location)),
        _ => None,
    });
    let one = |(item, span): (_, Span)| Located { item, span, place: Place::parse(span.of(doc.text())) };
    spans.filter(|(_, span)| !span.is_empty()).map(one).collect()
}

/// The addresses of all items that people send.
pub(super) fn addresses(doc: &issue::Document) -> Vec<Address> {
    let text = doc.text();
    let sent = doc.items.iter().enumerate().filter(|(_, item)| is_sent(doc.sections[item.section].kind));
    let one = |index: usize, span: Span| {
        let parts = Parts::of(span.of(text));
        let host = super::url::host(span.of(text));
        Address { span, item: index, parts, host }
    };
    // What swallows another link is no address, but a bracket that was forgotten.
    let is_whole = |span: &Span| !span.of(text).contains("](");
    sent.flat_map(|(index, item)| item.urls().into_iter().filter(is_whole).map(move |span| one(index, span))).collect()
}

impl<'a> Context<'a> {
    /// What section an item stands in.
    pub fn kind(&self, item: &Item) -> Kind {
        self.doc().sections[item.section].kind
    }

    /// The region under which an item stands.
    pub fn region(&self, item: &Item) -> Option<Region> {
        match self.kind(item) {
            Kind::Region(region) => Some(region),
            _ => None,
        }
    }

    /// Items of the sections that people send items for.
    pub fn sent(&self) -> impl Iterator<Item = &'a Item> + use<'a> {
        let doc = self.doc();
        doc.items.iter().filter(move |item| is_sent(doc.sections[item.section].kind))
    }

    /// The community's links.
    pub fn community(&self) -> impl Iterator<Item = (&'a Item, &'a Link)> + use<'a> {
        let doc = self.doc();
        let items = doc.items.iter().filter(move |item| doc.sections[item.section].kind.is_community_links());
        items.filter_map(|item| if let Shape::Link(link) = &item.shape { Some((item, link)) } else { None })
    }

    /// The events.
    pub fn events(&self) -> impl Iterator<Item = (&'a Item, &'a Event)> + use<'a> {
        let items = self.doc().items.iter();
        items.filter_map(|item| if let Shape::Event(event) = &item.shape { Some((item, event)) } else { None })
    }

    /// The calls for speakers.
    pub fn calls(&self) -> impl Iterator<Item = (&'a Item, &'a Call)> + use<'a> {
        let items = self.doc().items.iter();
        items.filter_map(|item| if let Shape::Call(call) = &item.shape { Some((item, call)) } else { None })
    }

    /// The tasks of projects.
    pub fn tasks(&self) -> impl Iterator<Item = (&'a Item, &'a Project)> + use<'a> {
        let items = self.doc().items.iter();
        items.filter_map(|item| if let Shape::Project(task) = &item.shape { Some((item, task)) } else { None })
    }

    /// The lines outside comments and fences, each with its index.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &'a Line)> + use<'a> {
        self.doc().lines.iter().enumerate().filter(|(_, line)| line.context == issue::Context::Text)
    }

    /// Those of them that stand in the sections that people send items for.
    pub fn sent_lines(&self) -> impl Iterator<Item = (usize, &'a Line)> + use<'a> {
        let doc = self.doc();
        let sections = doc.sections.iter().filter(|section| is_sent(section.kind));
        sections.flat_map(move |section| {
            let first = doc.lines.partition_point(|line| line.full.start < section.body.start);
            let inside = move |(_, line): &(usize, &Line)| line.full.start < section.body.end;
            let lines = doc.lines.iter().enumerate().skip(first).take_while(inside);
            lines.filter(|(_, line)| line.context == issue::Context::Text)
        })
    }

    /// The links in them as they are written, those with a gap too.
    pub fn sent_links(&self) -> impl Iterator<Item = inline::Link> + use<'a> {
        let text = self.text();
        self.sent_lines().flat_map(move |(_, line)| inline::links(line.content.of(text), line.content.start))
    }

    /// Paragraphs and list items of those sections, as the page divides them, bullets included, blanks at the ends left out.
    pub fn sent_units(&self) -> impl Iterator<Item = Span> {
        let (doc, text) = (self.doc(), self.text());
        let mut sections = doc.sections.iter().filter(|section| is_sent(section.kind)).peekable();
        self.rendered().iter().filter_map(move |rendered| {
            let span = rendered.unit.span;
            while sections.next_if(|section| section.body.end <= span.start).is_some() {}
            sections.peek().filter(|section| section.body.covers(span))?;
            Some(span_in(text, span.of(text).trim()))
        })
    }
}
