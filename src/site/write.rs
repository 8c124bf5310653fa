//! The elements of a page to HTML, with a stack of what is open: whatever the text is, every tag is closed, in order.

mod inline;
mod raw;

use super::attrs;
use super::block::Tree;
use super::inline::Inline;
use super::mapped::number;
use super::raw::Stashed;
use super::safe;
use super::{Mark, Read};
use crate::text::Span;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Something open: what ends it.
struct Open {
    /// Its tag, which is closed when it ends; empty for what is no element.
    tag: &'static str,
    /// What is written behind that.
    after: Cow<'static, str>,
    /// Whether the text wrote the tag itself, as HTML.
    raw: bool,
}

/// Writes one page.
pub struct Writer<'p> {
    pub out: String,
    open: Vec<Open>,
    /// How many of them are raw, and how many are links.
    raw: usize,
    links: usize,
    /// `None`: no classes and no `data-at`, and links that lead nowhere yet are links.
    marks: Option<&'p [Mark]>,
    /// The byte from which `data-at` counts; without one there is none.
    pub origin: Option<usize>,
    /// End of the marked item that is being written: items in it bear no mark of their own.
    marked_until: usize,
    read: &'p Read,
    tree: &'p Tree,
    stash: &'p [Stashed],
    inline: Inline<'p>,
    /// How often each footnote was referred to.
    noted: Vec<usize>,
}

impl<'p> Writer<'p> {
    pub fn new(read: &'p Read, notes: &'p BTreeMap<String, usize>, marks: Option<&'p [Mark]>) -> Self {
        Self {
            out: String::with_capacity(read.text.text.len() * 2),
            open: Vec::new(),
            raw: 0,
            links: 0,
            marks,
            origin: None,
            marked_until: 0,
            read,
            tree: &read.tree,
            stash: &read.stash,
            inline: Inline::new(&read.tree.refs, notes),
            noted: vec![0; read.tree.notes.len()],
        }
    }

    /// The page so far, with everything closed.
    pub fn finish(mut self) -> String {
        self.pop_to(0);
        self.out
    }

    /// What was written since the last time; the room for it stays.
    pub fn take(&mut self) -> Arc<str> {
        let written = Arc::from(self.out.as_str());
        self.out.clear();
        written
    }

    /// Whether nothing stands open.
    pub fn is_closed(&self) -> bool {
        self.open.is_empty()
    }

    /// A line of text with marks and nothing around it.
    pub fn line_of(&mut self, text: &str) {
        self.marked(text, None);
    }

    /// An element and what stands behind it in its parent.
    pub fn node(&mut self, id: usize) {
        let tree = self.tree;
        let node = &tree.nodes[id];
        match node.tag {
            "hr" => self.out.push_str("<hr>\n"),
            "pre" => self.code(&node.text),
            "p" => self.paragraph(id),
            "ul" | "ol" | "dl" | "blockquote" | "table" | "thead" | "tbody" | "tr" => self.container(id, node.tag),
            "td" | "th" => {
                let align = if node.align.is_empty() { String::new() } else { format!(" align=\"{}\"", node.align) };
                self.filled(id, node.tag, &align);
            }
            "li" => {
                let class = self.marks.and_then(|_| self.class(self.read.span(id)));
                let own = self.own(class, id);
                self.filled(id, "li", &own);
            }
            tag => {
                let own = if tag.starts_with('h') { self.own(None, id) } else { String::new() };
                self.filled(id, tag, &own);
            }
        }
        if !node.tail.is_empty() {
            self.marked(&node.tail, None);
        }
    }

    /// An element of elements: each on a line of its own.
    fn container(&mut self, id: usize, tag: &'static str) {
        self.line();
        let own = if tag == "table" { self.own(None, id) } else { String::new() };
        let floor = self.element(tag, &own, "\n");
        self.out.push('\n');
        self.kids(id);
        self.pop_to(floor);
    }

    fn kids(&mut self, id: usize) {
        let tree = self.tree;
        for kid in &tree.nodes[id].kids {
            self.node(*kid);
        }
    }

    /// An element of text, and elements behind it.
    fn filled(&mut self, id: usize, tag: &'static str, attributes: &str) {
        let tree = self.tree;
        let floor = self.element(tag, attributes, "\n");
        let heading = matches!(tag, "td" | "th" | "dt") || tag.starts_with('h');
        self.marked(&tree.nodes[id].text, Some(heading));
        if !tree.nodes[id].kids.is_empty() {
            self.line();
            self.kids(id);
        }
        self.pop_to(floor);
    }

    /// A paragraph; one that is nothing but a block of raw HTML is that block (`RawHtmlPostprocessor`).
    fn paragraph(&mut self, id: usize) {
        let tree = self.tree;
        let text = &tree.nodes[id].text;
        if self.alone(text) {
            return self.marked(text, None);
        }
        let own = self.own(None, id);
        let floor = self.element("p", &own, "\n");
        self.marked(text, Some(false));
        self.pop_to(floor);
    }

    fn code(&mut self, code: &str) {
        self.line();
        self.out.push_str("<pre><code>");
        safe::escape(code.trim_end(), &mut self.out);
        self.out.push_str("\n</code></pre>\n");
    }

    /// The footnotes, each with the way back (`FootnoteTreeprocessor`).
    pub fn notes(&mut self) {
        let tree = self.tree;
        if tree.notes.is_empty() {
            return;
        }
        self.pop_to(0);
        let div = self.element("div", "", "\n");
        self.out.push_str("\n<hr>\n");
        let list = self.element("ol", "", "\n");
        self.out.push('\n');
        for (index, (_, id)) in tree.notes.iter().enumerate() {
            let item = self.element("li", &format!(" id=\"fn:{}\"", self.note_name(index)), "\n");
            self.out.push('\n');
            let kids = &tree.nodes[*id].kids;
            let last = kids.last().copied().filter(|last| tree.nodes[*last].tag == "p");
            kids.iter().filter(|kid| Some(**kid) != last).for_each(|kid| self.node(*kid));
            let p = self.element("p", "", "\n");
            if let Some(last) = last {
                self.marked(&tree.nodes[last].text, None);
                self.pop_to(p + 1);
                self.out.push('\u{a0}');
            }
            for time in 1..=self.noted[index].max(1) {
                let number = if time > 1 { time.to_string() } else { String::new() };
                let name = self.note_name(index);
                self.out.push_str(&format!("<a href=\"#fnref{number}:{name}\">\u{21a9}</a>"));
            }
            self.pop_to(p);
            self.pop_to(item);
        }
        self.pop_to(list);
        self.pop_to(div);
    }

    /// A footnote's name in ids and addresses: its own where that is a plain word.
    fn note_name(&self, index: usize) -> String {
        let name = &self.tree.notes[index].0;
        if safe::is_blank(name) && !name.is_empty() { name.clone() } else { format!("-{}", index + 1) }
    }

    /// Begins a line.
    fn line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    /// Text with its marks; `attributes`: whether a list of them may end it, and as in a heading or not.
    fn marked(&mut self, text: &str, attributes: Option<bool>) {
        let text = self.inline.text(text);
        let pieces = std::mem::take(&mut self.inline.pieces);
        if attributes.is_none() || !text.contains('}') {
            self.emit(&text, &pieces);
            self.inline.pieces = pieces;
            return;
        }
        // In the text behind the last element; where there is none, before the first.
        let mark = |at: usize| text[at..].find('\u{3}').map_or(text.len(), |i| at + i + 1);
        let tail = text.rfind("\u{2}n").map_or(0, mark);
        let before = text.find("\u{2}n").filter(|_| tail == text.len());
        let place = before.map_or((tail, text.len()), |end| (0, end));
        let within = &text[place.0..place.1];
        let within = within.strip_suffix('\n').filter(|_| before.is_some()).unwrap_or(within);
        match attributes.and_then(|heading| attrs::block(within, heading)) {
            Some(end) => {
                self.emit(&text[..place.0 + end], &pieces);
                self.emit(&text[place.1..], &pieces);
            }
            None => self.emit(&text, &pieces),
        }
        self.inline.pieces = pieces;
    }

    /// `<tag attributes>`, closed with `after` behind it; gives the depth to close it with.
    fn element(&mut self, tag: &'static str, attributes: &str, after: &'static str) -> usize {
        let floor = self.open.len();
        self.out.push('<');
        self.out.push_str(tag);
        self.out.push_str(attributes);
        self.out.push('>');
        self.put(tag, after, false);
        floor
    }

    fn put(&mut self, tag: &'static str, after: impl Into<Cow<'static, str>>, raw: bool) {
        self.raw += usize::from(raw);
        self.links += usize::from(tag == "a");
        self.open.push(Open { tag, after: after.into(), raw });
    }

    /// Closes what stands open above the first `length`.
    fn pop_to(&mut self, length: usize) {
        while self.open.len() > length {
            let Some(open) = self.open.pop() else { return };
            if !open.tag.is_empty() {
                self.out.push_str("</");
                self.out.push_str(open.tag);
                self.out.push('>');
            }
            self.out.push_str(&open.after);
            self.raw -= usize::from(open.raw);
            self.links -= usize::from(open.tag == "a");
        }
    }

    /// Our own attributes.
    fn own(&self, class: Option<&'static str>, id: usize) -> String {
        let mut own = String::new();
        if let Some(class) = class {
            own.push_str(" class=\"");
            safe::escape(class, &mut own);
            own.push('"');
        }
        if let Some(origin) = self.origin {
            own.push_str(" data-at=\"");
            number(self.read.span(id).start.saturating_sub(origin), &mut own);
            own.push('"');
        }
        own
    }

    /// The class of the list item at `span`; its children bear none.
    fn class(&mut self, span: Span) -> Option<&'static str> {
        if span.start < self.marked_until {
            return None;
        }
        let mark = self.marks?.iter().find(|m| m.span.covers(span))?;
        self.marked_until = span.end;
        Some(mark.class)
    }
}
