//! Text with placeholders to HTML.

use super::Writer;
use crate::site::attrs;
use crate::site::inert;
use crate::site::inline::{Piece, Segment, plain, segments};
use crate::site::raw::{Stashed, is_block};
use crate::site::safe;

impl Writer<'_> {
    /// Writes a text and what its placeholders stand for.
    pub(super) fn emit(&mut self, text: &str, pieces: &[Piece]) {
        // Behind an element an attribute list may stand; what of it is text comes behind the text that follows.
        let mut element = false;
        for segment in segments(text) {
            let mut rest = "";
            if let Segment::Text(text) = segment {
                let list = attrs::inline(text).filter(|_| element);
                let (length, back) = list.unwrap_or((0, ""));
                rest = back;
                self.text(&text[length..]);
            }
            element = match segment {
                Segment::Text(_) => false,
                Segment::Char(c) => {
                    self.text(c.encode_utf8(&mut [0; 4]));
                    false
                }
                Segment::Raw(n) => {
                    self.stashed(n);
                    false
                }
                Segment::Piece(n) => pieces.get(n).is_some_and(|piece| self.piece(piece, pieces)),
            };
            self.text(rest);
        }
    }

    /// Text in which nothing but entities means anything.
    fn text(&mut self, text: &str) {
        safe::text(text, &mut self.out);
    }

    /// Says whether it is an element.
    fn piece(&mut self, piece: &Piece, pieces: &[Piece]) -> bool {
        let floor = self.open.len();
        match piece {
            Piece::Text(text) => self.text(text),
            Piece::Code(code) => {
                self.element("code", "", "");
                for segment in segments(code) {
                    match segment {
                        Segment::Text(text) => safe::escape(text, &mut self.out),
                        Segment::Raw(n) => self.stashed(n),
                        _ => {}
                    }
                }
            }
            Piece::Break => self.out.push_str("<br>\n"),
            Piece::Emphasis(tag, body) => {
                self.element(tag, "", "");
                self.emit(body, pieces);
            }
            Piece::Link(url, body) => {
                if !self.link(url) {
                    self.as_text("[", &format!("]({})", safe::decode(url)));
                }
                self.emit(body, pieces);
            }
            // The site shows the image; here its text and address stand.
            Piece::Image(url, body) => {
                self.as_text("![", &format!("]({})", safe::decode(url)));
                self.emit(body, pieces);
            }
            Piece::Auto(shown, mail) => {
                let shown = &*plain(shown, pieces);
                let address = if *mail { shown.strip_prefix("mailto:").unwrap_or(shown) } else { shown };
                let url = if *mail { format!("mailto:{address}") } else { address.to_owned() };
                if self.link(&url) {
                    self.text(address);
                } else {
                    self.text(&format!("<{shown}>"));
                }
            }
            Piece::Raw(html) => {
                self.tag(html, pieces);
                return false;
            }
            Piece::Note(index) => {
                self.noted[*index] += 1;
                let name = self.note_name(*index);
                let number = if self.noted[*index] > 1 { self.noted[*index].to_string() } else { String::new() };
                if self.links == 0 {
                    self.element("sup", &format!(" id=\"fnref{number}:{name}\""), "");
                    self.element("a", &format!(" href=\"#fn:{name}\""), "");
                }
                self.out.push_str(&(index + 1).to_string());
            }
        }
        self.pop_to(floor);
        !matches!(piece, Piece::Text(_))
    }

    /// Opens a link, if its address is good and no other is open.
    pub(super) fn link(&mut self, url: &str) -> bool {
        self.close_raw("a");
        let url = safe::decode(url);
        // Nowhere to go: a link for who reads the page elsewhere; who edits it sees what is missing.
        let elsewhere = || safe::is_blank(&url) || inert::mistyped(&url).is_some();
        let blank = || (self.marks.is_none() && elsewhere()).then(|| url.to_string());
        let Some(url) = safe::address(&url).or_else(blank).filter(|_| self.links == 0) else { return false };
        self.out.push_str("<a href=\"");
        safe::escape(&url, &mut self.out);
        self.out.push_str("\" target=\"_blank\" rel=\"noopener noreferrer\">");
        self.put("a", "", false);
        true
    }

    /// Something whose marks are shown instead of being followed.
    fn as_text(&mut self, before: &str, after: &str) {
        safe::escape(before, &mut self.out);
        let mut end = String::with_capacity(after.len());
        safe::escape(after, &mut end);
        self.put("", end, false);
    }

    /// What was taken out of the text before it was parsed.
    fn stashed(&mut self, n: usize) {
        let stash = self.stash;
        match stash.get(n) {
            Some(Stashed::Code(code)) => self.code(code),
            Some(Stashed::Html(html)) => self.html(html),
            None => {}
        }
    }

    /// Whether a text is nothing but a block of HTML, a comment or code.
    pub(super) fn alone(&mut self, text: &str) -> bool {
        if !text.starts_with(['<', '\u{2}']) {
            return false;
        }
        let text = self.inline.text(text);
        let mut parts = segments(&text);
        let (first, stash) = (parts.next(), self.stash);
        let html = match first {
            Some(Segment::Raw(n)) => match stash.get(n) {
                Some(Stashed::Html(html)) => html,
                _ => return parts.next().is_none(),
            },
            Some(Segment::Piece(n)) => match self.inline.pieces.get(n) {
                Some(Piece::Raw(html)) => html,
                _ => return false,
            },
            _ => return false,
        };
        let block = |tag: safe::Tag<'_>| is_block(&tag.name.to_ascii_lowercase());
        parts.next().is_none() && (html.starts_with("<!") || html.starts_with("<?") || safe::tag(html).is_ok_and(block))
    }
}
