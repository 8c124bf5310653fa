//! HTML that the text has itself: listed tags stay, balanced and without attributes; the rest is shown as text.

use super::Writer;
use crate::site::inert;
use crate::site::inline::Piece as Mark;
use crate::site::safe::{self, Piece, Tag};

/// How many raw tags may stand open at once; further ones are shown as text.
const DEPTH: usize = 32;

impl Writer<'_> {
    /// A tag or comment inside a line.
    pub(super) fn tag(&mut self, html: &str, pieces: &[Mark]) {
        let comment = html.starts_with("<!--") && html.ends_with("-->");
        let done = comment || safe::tag(html).is_ok_and(|tag| tag.whole.len() == html.len() && self.follow(&tag));
        if !done && !self.inert(html) {
            self.emit(html, pieces);
        }
    }

    /// A block of raw HTML, whose bare text becomes a paragraph where it stands in nothing.
    pub(super) fn html(&mut self, html: &str) {
        let floor = self.open.len();
        let mut bare = false;
        for piece in safe::pieces(html) {
            let shown = match &piece {
                Piece::Text(text) => text,
                Piece::Tag(tag) => {
                    let inline = matches!(tag.listed(), Some("a" | "strong" | "em" | "code" | "small" | "br"));
                    if bare && tag.listed().is_some() && !tag.close && !inline {
                        self.pop_to(floor);
                        bare = false;
                    }
                    if self.follow(tag) {
                        bare &= self.open.len() > floor;
                        continue;
                    }
                    if self.inert(tag.whole) {
                        continue;
                    }
                    tag.whole
                }
            };
            if self.open.len() <= floor && self.open.iter().all(|o| o.raw) && !shown.trim().is_empty() {
                bare = self.open_raw("p");
            }
            safe::text(shown, &mut self.out);
        }
        if bare {
            self.pop_to(floor);
        }
    }

    /// Writes an unlisted tag bare where the page is for readers elsewhere and the tag does nothing.
    fn inert(&mut self, html: &str) -> bool {
        let bare = self.marks.is_none().then(|| inert::tag(html)).flatten();
        bare.map(|tag| self.out.push_str(&tag)).is_some()
    }

    /// Does what a listed tag says; `false` where it must be shown instead.
    fn follow(&mut self, tag: &Tag<'_>) -> bool {
        match tag.listed() {
            Some(name) if tag.close => self.close_raw(name),
            Some("a") => match tag.attribute("href") {
                Some(url) => self.raw_link(&url),
                None => self.open_raw("a"),
            },
            Some(name) => self.open_raw(name),
            None => false,
        }
    }

    fn raw_link(&mut self, url: &str) -> bool {
        if self.raw >= DEPTH || !self.link(url) {
            return false;
        }
        if let Some(open) = self.open.last_mut() {
            open.raw = true;
            self.raw += 1;
        }
        true
    }

    /// Opens a tag that the text wrote; not where too many stand open, nor a link in a link.
    fn open_raw(&mut self, tag: &'static str) -> bool {
        if tag == "a" {
            self.close_raw("a");
        }
        if self.raw == DEPTH || (tag == "a" && self.links > 0) {
            return false;
        }
        self.out.push('<');
        self.out.push_str(tag);
        self.out.push('>');
        if !matches!(tag, "br" | "hr") {
            self.put(tag, "", true);
        }
        true
    }

    /// Closes the raw `tag` and what stands open in it; nothing where Markdown opened something since, or no such tag.
    pub(super) fn close_raw(&mut self, tag: &str) -> bool {
        let depth = self.open.iter().rev().take_while(|o| o.raw).position(|o| o.tag == tag);
        depth.map(|depth| self.pop_to(self.open.len() - depth - 1)).is_some()
    }
}
