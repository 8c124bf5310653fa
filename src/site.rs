//! The page as the newsletter's site shows it, safe by construction.
//!
//! What comes out is written here, tag by tag: only the tags of Markdown and tables, only the attributes `href`, `start`
//! and `align` with checked values, and `class` and `data-at` of our own making. Raw HTML is shown as text but for the
//! tags of `issue::html::TAGS`, which lose their attributes (an `<a href="…">` too) and are balanced, so that a stray
//! end tag closes nothing of ours; comments vanish. Addresses that are not http, https or mailto are shown as text. Only
//! [`page`], which is for readers elsewhere, has unlisted tags and blank addresses as the site has them (`inert`).
//!
//! The page is what Python-Markdown makes of the text, with the site's extensions: `raw` and `fence` take out what is no
//! Markdown, `block` divides the rest, `inline` finds the marks in it, `write` writes the tags.

mod again;
mod attrs;
mod block;
pub mod differs;
mod fence;
mod inert;
mod inline;
mod mapped;
pub mod parts;
mod raw;
mod safe;
mod write;

pub use again::Shown;
pub use parts::Block;

use crate::issue::Document;
use crate::text::Span;
use block::Tree;
use mapped::Mapped;
use raw::Stashed;
use std::collections::BTreeMap;
use write::Writer;

/// Items to point out: every list item that lies wholly in `span` bears `class`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the document's text, as [`Edit::written`](crate::text::Edit::written) or an item's span give them.
    pub span: Span,
    /// For example `is-new`.
    pub class: &'static str,
}

/// The article's body, header lines left out.
pub fn page(doc: &Document) -> String {
    let read = Read::of(doc);
    let notes = read.notes();
    let mut writer = Writer::new(&read, &notes, None);
    read.tree.nodes[0].kids.iter().for_each(|id| writer.node(*id));
    writer.notes();
    writer.finish()
}

/// The article's body, block by block, with marks; list items, headings, paragraphs and tables bear `data-at`.
pub fn marked_page(doc: &Document, marks: &[Mark]) -> Vec<Block> {
    Shown::default().page(doc, marks).to_vec()
}

/// Heading and body of the sections, as they stand in the whole page: link definitions from elsewhere hold.
/// Marks and `data-at` as in [`marked_page`]. A section that is not there gives nothing.
pub fn sections(doc: &Document, indexes: &[usize], marks: &[Mark]) -> Vec<Block> {
    Shown::default().sections(doc, indexes, marks).to_vec()
}

/// A title or another piece of one line: inline marks only, whatever it begins with.
pub fn inline(markdown: &str) -> String {
    let read = Read { text: Mapped::default(), stash: Vec::new(), tree: Tree::default() };
    let none = BTreeMap::new();
    let mut writer = Writer::new(&read, &none, Some(&[]));
    writer.line_of(&mapped::bare(markdown).split_whitespace().collect::<Vec<_>>().join(" "));
    writer.finish()
}

/// Everything behind the header lines.
fn body(doc: &Document) -> Span {
    Span::new(doc.header.span.end, doc.text().len())
}

/// A document as the site reads it.
struct Read {
    text: Mapped,
    stash: Vec<Stashed>,
    tree: Tree,
}

impl Read {
    fn of(doc: &Document) -> Self {
        let body = body(doc);
        let mut stash = Vec::new();
        let text = fence::take(Mapped::of(body.of(doc.text()), body.start), &mut stash);
        let text = raw::take(text, &mut stash);
        let tree = block::parse(&text.text);
        Self { text, stash, tree }
    }

    /// The footnotes by name.
    fn notes(&self) -> BTreeMap<String, usize> {
        self.tree.notes.iter().enumerate().map(|(index, (name, _))| (name.clone(), index)).collect()
    }

    /// Where an element begins and ends in the document.
    fn span(&self, id: usize) -> Span {
        let node = &self.tree.nodes[id];
        let end = self.text.text.get(node.at..node.end).map_or(node.end, |t| node.at + t.trim_end().len());
        Span::new(self.text.source(node.at), self.text.source(end))
    }

    /// Whether a paragraph is nothing but fenced code.
    fn is_code(&self, text: &str) -> bool {
        let found = mapped::read(text).filter(|(kind, _, length)| *kind == 'r' && *length == text.trim_end().len());
        found.is_some_and(|(_, n, _)| matches!(self.stash.get(n), Some(Stashed::Code(_))))
    }
}

#[cfg(test)]
mod tests {
    use super::parts::Content;
    use super::*;

    fn body_of(markdown: &str) -> String {
        page(&Document::parse(format!("Title: T\nNumber: 1\n\n{markdown}").as_str()))
    }

    #[test]
    fn leaves_the_header_out() {
        assert_eq!(body_of("Hello *there*.\n"), "<p>Hello <em>there</em>.</p>\n");
        assert_eq!(page(&Document::parse("no header\n")), "<p>no header</p>\n");
        assert_eq!(page(&Document::parse("")), "");
    }

    #[test]
    fn writes_blocks() {
        for (markdown, html) in [
            ("## A\n* [b](https://x.example)\n", "<h2>A</h2>\n<ul>\n<li>LINK</li>\n</ul>\n"),
            ("3. a\n4. b\n", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
            ("1. a\n", "<ol>\n<li>a</li>\n</ol>\n"),
            ("> q\n", "<blockquote>\n<p>q</p>\n</blockquote>\n"),
            ("a  \nb\n\n---\n", "<p>a<br>\nb</p>\n<hr>\n"),
            ("```rust\nVec<T>\n```\n", "<pre><code>Vec&lt;T&gt;\n</code></pre>\n"),
            (
                "|a|b|\n|:-|-:|\n|1|2|\n",
                "<table>\n<thead>\n<tr>\n<th align=\"left\">a</th>\n<th align=\"right\">b</th>\n</tr>\n</thead>\n\
                 <tbody>\n<tr>\n<td align=\"left\">1</td>\n<td align=\"right\">2</td>\n</tr>\n</tbody>\n</table>\n",
            ),
        ] {
            let link = "<a href=\"https://x.example\" target=\"_blank\" rel=\"noopener noreferrer\">b</a>";
            assert_eq!(body_of(markdown), html.replace("LINK", link), "{markdown}");
        }
    }

    #[test]
    fn a_section_stands_as_in_the_page() {
        let text =
            "Title: T\n\n## One\n* [a][r]\n* [b](https://b.example)\n    * c\n## Two\n\n[r]: https://r.example\n";
        let doc = Document::parse(text);
        let at = text.find("* [b]").unwrap();
        let marks = [Mark { span: Span::new(at, text.find("## Two").unwrap()), class: "is-new" }];
        let [heading, list] = &sections(&doc, &[0], &marks)[..] else { panic!("two blocks") };
        assert_eq!((heading.start, &*heading.html()), (10, "<h2 data-at=\"0\">One</h2>\n"));
        let Content::List("ul", items) = &list.content else { panic!("a list: {list:?}") };
        let [one, other] = &items[..] else { panic!("two items: {items:?}") };
        assert_eq!((list.start, one.at, other.at), (17, 0, at - 17));
        assert!(one.html.starts_with("<li data-at=\"0\"><a href=\"https://r.example\""), "{}", one.html);
        let new = "<li class=\"is-new\" data-at=\"0\"><a href=\"https://b.example\"";
        assert!(other.html.starts_with(new) && other.html.contains("<li data-at=\"29\">c"), "{}", other.html);
        assert_eq!(list.html().matches("is-new").count(), 1);
        assert_eq!(list.html(), format!("<ul>\n{}{}</ul>\n", one.html, other.html));
        let two = Content::Html("<h2 data-at=\"0\">Two</h2>\n".into());
        assert_eq!(sections(&doc, &[1], &[]), [Block { start: 59, content: two }]);
        assert_eq!(sections(&doc, &[0, 1], &[]), marked_page(&doc, &[]));
        assert_eq!(sections(&doc, &[9], &[]), []);
    }

    #[test]
    fn items_say_where_they_begin_whatever_the_line_ends() {
        let text = "Title: T\r\n\r\n* a\r\n\t* b\r\n<!-- c\r\n\r\n-->\r\n```\r\nd\r\n```\r\n\t\r\n- e <br> &amp;\r\n- f\r\n## G\r\n";
        let blocks = marked_page(&Document::parse(text), &[]);
        for (tag, begins) in [("li", "* a"), ("li", "* b"), ("li", "- e"), ("li", "- f"), ("h2", "## G")] {
            let at = text.find(begins).unwrap();
            let block = blocks.iter().rfind(|b| b.start <= at).unwrap();
            let (item, start) = block.part(at);
            let html = item.map_or_else(|| block.html(), |index| (&*block.items()[index].html).into());
            let tag = format!("<{tag} data-at=\"{}\">", at - start);
            assert!(html.contains(&tag), "{begins}: {tag} in {html}");
        }
    }

    #[test]
    fn a_block_stays_the_same_while_others_change() {
        let blocks = |text: &str| -> Vec<String> {
            marked_page(&Document::parse(text), &[]).iter().map(|b| b.html().into_owned()).collect()
        };
        let before = blocks("a\n\n* b[^n]\n\n<b>c\n\nd</b>\n\n[^n]: e\n");
        let after = blocks("a longer one\n\n* b[^n]\n\n<b>c\n\nd</b>\n\n[^n]: e\n");
        assert_eq!(before.len(), 5, "{before:?}");
        assert_eq!(before[1..], after[1..]);
        assert_ne!(before[0], after[0]);
        assert!(before[4].contains("id=\"fn:n\""), "footnotes come last: {before:?}");
    }

    #[test]
    fn a_comment_that_never_closes_is_shown() {
        assert_eq!(body_of("a <!-- b\n\nc\n"), "<p>a &lt;!-- b</p>\n<p>c</p>\n");
        assert_eq!(body_of("a <!-- b --> c\n\n<!-- d\n* e\n-->\n"), "<p>a  c</p>\n");
    }

    #[test]
    fn a_title_is_one_line_of_inline_marks() {
        for (markdown, html) in [
            ("# 1. *a* `b`", "# 1. <em>a</em> <code>b</code>"),
            ("* x\n\n    y", "* x y"),
            ("**\"a\"** _b_", "<strong>&quot;a&quot;</strong> <em>b</em>"),
            ("Vec&lt;T> & <b>", "Vec&lt;T&gt; &amp; &lt;b&gt;"),
            ("", ""),
            ("[a]: https://x.example", "[a]: https://x.example"),
        ] {
            assert_eq!(inline(markdown), html);
        }
    }
}
