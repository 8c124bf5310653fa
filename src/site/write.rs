//! Events of the Markdown parser to HTML, with a stack of what is open.

use super::Mark;
use super::safe::{self, Piece};
use crate::text::Span;
use pulldown_cmark::{Alignment, Event, LinkType, Tag};

/// How many raw tags may stand open at once; further ones are shown as text.
const RAW_DEPTH: usize = 32;

/// Something open: what ends it, and where it came from.
struct Open {
    /// Its tag; empty for what is no element.
    tag: &'static str,
    /// What is written when it ends.
    end: String,
    /// Whether the text wrote the tag itself, as HTML.
    raw: bool,
}

/// Writes one page. Whatever the events are, every tag is closed, in order.
pub struct Writer<'m> {
    out: String,
    open: Vec<Open>,
    /// How many of them are raw, and how many are links.
    raw: usize,
    links: usize,
    /// `None`: no classes and no `data-at`.
    marks: Option<&'m [Mark]>,
    /// End of the marked item that is being written: items in it bear no mark of their own.
    marked_until: usize,
    /// A block of raw HTML, collected until it ends.
    block: Option<String>,
    align: Vec<Alignment>,
    column: usize,
    in_head: bool,
}

impl<'m> Writer<'m> {
    pub fn new(marks: Option<&'m [Mark]>) -> Self {
        Self {
            out: String::new(),
            open: Vec::new(),
            raw: 0,
            links: 0,
            marks,
            marked_until: 0,
            block: None,
            align: Vec::new(),
            column: 0,
            in_head: false,
        }
    }

    /// The page so far, with everything closed.
    pub fn finish(mut self) -> String {
        while self.pop().is_some() {}
        self.out
    }

    /// One event; `span` is where it stands in the document.
    pub fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(_) => self.end(),
            Event::Text(text) => safe::escape(&text, &mut self.out),
            Event::Code(text) => {
                self.out.push_str("<code>");
                safe::escape(&text, &mut self.out);
                self.out.push_str("</code>");
            }
            Event::Html(html) => match &mut self.block {
                Some(block) => block.push_str(&html),
                None => self.html(&html, false),
            },
            Event::InlineHtml(html) => self.html(&html, false),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            // Not among the options of the parser.
            Event::FootnoteReference(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                safe::escape(&text, &mut self.out);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        match tag {
            Tag::Paragraph => self.element("p", "", "\n"),
            Tag::Heading { level, .. } => {
                const LEVELS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
                let own = self.own(None, span);
                self.element(LEVELS[level as usize - 1], &own, "\n");
            }
            Tag::BlockQuote(_) => self.container("blockquote", ""),
            Tag::CodeBlock(_) => {
                self.out.push_str("<pre><code>");
                self.push("pre", "</code></pre>\n".into());
            }
            Tag::HtmlBlock => {
                self.block = Some(String::new());
                self.push("", String::new());
            }
            Tag::List(None) => self.container("ul", ""),
            Tag::List(Some(1)) => self.container("ol", ""),
            Tag::List(Some(start)) => self.container("ol", &format!(" start=\"{start}\"")),
            Tag::Item => {
                let class = self.class(span);
                let own = self.own(class, span);
                self.element("li", &own, "\n");
            }
            Tag::Table(align) => {
                self.align = align;
                self.container("table", "");
            }
            Tag::TableHead => {
                self.out.push_str("<thead>\n<tr>\n");
                (self.column, self.in_head) = (0, true);
                self.push("thead", "</tr>\n</thead>\n".into());
            }
            Tag::TableRow => {
                // The first row opens the body; the table's end closes it.
                if let Some(table) = self.open.last_mut().filter(|o| o.tag == "table" && o.end.starts_with("</table>"))
                {
                    table.end.insert_str(0, "</tbody>\n");
                    self.out.push_str("<tbody>\n");
                }
                (self.column, self.in_head) = (0, false);
                self.container("tr", "");
            }
            Tag::TableCell => {
                let align = match self.align.get(self.column) {
                    Some(Alignment::Left) => " align=\"left\"",
                    Some(Alignment::Center) => " align=\"center\"",
                    Some(Alignment::Right) => " align=\"right\"",
                    _ => "",
                };
                self.column += 1;
                self.element(if self.in_head { "th" } else { "td" }, align, "\n");
            }
            Tag::Emphasis => self.element("em", "", ""),
            Tag::Strong => self.element("strong", "", ""),
            Tag::Strikethrough => self.element("del", "", ""),
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url),
            // The site shows the image; here its text and address stand.
            Tag::Image { dest_url, .. } => self.as_text("![", &format!("]({dest_url})")),
            _ => self.push("", String::new()),
        }
    }

    /// Closes the innermost thing that Markdown opened, and the raw tags left open in it.
    fn end(&mut self) {
        if let Some(html) = self.block.take() {
            self.open.pop();
            self.html(&html, true);
            return;
        }
        while self.pop() == Some(true) {}
    }

    fn link(&mut self, kind: LinkType, url: &str) {
        let url = if kind == LinkType::Email { format!("mailto:{url}") } else { url.to_owned() };
        self.close_raw("a");
        match safe::address(&url).filter(|_| self.links == 0) {
            Some(url) => {
                self.out.push_str("<a href=\"");
                safe::escape(&url, &mut self.out);
                self.out.push_str("\" target=\"_blank\" rel=\"noopener noreferrer\">");
                self.push("a", "</a>".into());
            }
            None if matches!(kind, LinkType::Autolink | LinkType::Email) => self.as_text("<", ">"),
            None => self.as_text("[", &format!("]({url})")),
        }
    }

    /// Something whose marks are shown instead of being followed.
    fn as_text(&mut self, before: &str, after: &str) {
        safe::escape(before, &mut self.out);
        let mut end = String::with_capacity(after.len());
        safe::escape(after, &mut end);
        self.push("", end);
    }

    /// Raw HTML: an inline tag, or (`block`) a whole block, whose bare text becomes a paragraph.
    fn html(&mut self, html: &str, block: bool) {
        let floor = self.open.len();
        let mut bare = false;
        for piece in safe::pieces(html) {
            let shown = match piece {
                Piece::Text(text) => text,
                Piece::Open(tag, whole) => {
                    if bare && !matches!(tag, "a" | "strong" | "em" | "code" | "small" | "br") {
                        self.pop_to(floor);
                        bare = false;
                    }
                    if self.open_raw(tag) {
                        continue;
                    }
                    whole
                }
                Piece::Close(tag, whole) => {
                    if self.close_raw(tag) {
                        bare &= self.open.len() > floor;
                        continue;
                    }
                    whole
                }
            };
            if block && self.open.len() <= floor && !shown.trim().is_empty() {
                bare = self.open_raw("p");
            }
            safe::escape(shown, &mut self.out);
        }
        if bare {
            self.pop_to(floor);
        }
    }

    /// Opens a tag that the text wrote; not where too many stand open, nor a link in a link.
    fn open_raw(&mut self, tag: &'static str) -> bool {
        if tag == "a" {
            self.close_raw("a");
        }
        if self.raw == RAW_DEPTH || (tag == "a" && self.links > 0) {
            return false;
        }
        self.out.push('<');
        self.out.push_str(tag);
        self.out.push('>');
        if !matches!(tag, "br" | "hr") {
            self.put(tag, format!("</{tag}>"), true);
        }
        true
    }

    /// Closes the raw `tag` and what stands open in it; nothing where Markdown opened something since, or no such tag.
    fn close_raw(&mut self, tag: &str) -> bool {
        let depth = self.open.iter().rev().take_while(|o| o.raw).position(|o| o.tag == tag);
        depth.map(|depth| self.pop_to(self.open.len() - depth - 1)).is_some()
    }

    /// Closes what stands open above the first `length`.
    fn pop_to(&mut self, length: usize) {
        while self.open.len() > length {
            self.pop();
        }
    }

    /// Closes the innermost; says whether the text wrote it itself.
    fn pop(&mut self) -> Option<bool> {
        let open = self.open.pop()?;
        self.out.push_str(&open.end);
        self.raw -= usize::from(open.raw);
        self.links -= usize::from(open.tag == "a");
        Some(open.raw)
    }

    /// `<tag attributes>`, closed with `after` behind it.
    fn element(&mut self, tag: &'static str, attributes: &str, after: &str) {
        self.out.push('<');
        self.out.push_str(tag);
        self.out.push_str(attributes);
        self.out.push('>');
        self.push(tag, format!("</{tag}>{after}"));
    }

    /// An element whose content begins on a line of its own.
    fn container(&mut self, tag: &'static str, attributes: &str) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.element(tag, attributes, "\n");
        self.out.push('\n');
    }

    fn push(&mut self, tag: &'static str, end: String) {
        self.put(tag, end, false);
    }

    fn put(&mut self, tag: &'static str, end: String, raw: bool) {
        self.raw += usize::from(raw);
        self.links += usize::from(tag == "a");
        self.open.push(Open { tag, end, raw });
    }

    /// Our own attributes.
    fn own(&self, class: Option<&'static str>, span: Span) -> String {
        let mut own = String::new();
        if let Some(class) = class {
            own.push_str(" class=\"");
            safe::escape(class, &mut own);
            own.push('"');
        }
        if self.marks.is_some() {
            own.push_str(&format!(" data-at=\"{}\"", span.start));
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
