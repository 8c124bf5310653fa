//! The page as the newsletter's site shows it, safe by construction.
//!
//! What comes out is written here, tag by tag: only the tags of Markdown and tables, only the attributes `href`, `start`
//! and `align` with checked values, and `class` and `data-at` of our own making. Raw HTML is shown as text but for the
//! tags of `safe::RAW_TAGS`, which lose their attributes (an `<a href="…">` too) and are balanced, so that a stray
//! end tag closes nothing of ours; comments vanish. Addresses that are not http, https or mailto are shown as text.
//!
//! This is CommonMark with tables. The site renders with Python-Markdown, which differs in lists and in entities.

mod safe;
mod write;

use crate::issue::{Document, Problem};
use crate::text::Span;
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::borrow::Cow;
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
    render(doc, body(doc), None)
}

/// The article's body with marks; list items and headings say by `data-at` at which byte of the text they begin.
pub fn marked_page(doc: &Document, marks: &[Mark]) -> String {
    render(doc, body(doc), Some(marks))
}

/// Heading and body of section `index`, as they stand in the whole page: link definitions from elsewhere hold.
/// Marks and `data-at` as in [`marked_page`]. Empty where there is no such section.
pub fn section(doc: &Document, index: usize, marks: &[Mark]) -> String {
    doc.sections.get(index).map_or_else(String::new, |s| part(doc, s.span(), marks))
}

/// The blocks that begin in `span`, as they stand in the whole page; with marks and `data-at`.
pub fn part(doc: &Document, span: Span, marks: &[Mark]) -> String {
    render(doc, span, Some(marks))
}

/// A title or another piece of one line: inline marks only, whatever it begins with.
pub fn inline(markdown: &str) -> String {
    // Behind a stop and a blank nothing begins a list, a heading or a code block.
    const GUARD: &str = ". ";
    let line = format!("{GUARD}{}", markdown.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut writer = Writer::new(None);
    for (event, range) in Parser::new_ext(&line, Options::empty()).into_offset_iter() {
        if !matches!(event, Event::Start(Tag::Paragraph) | Event::End(pulldown_cmark::TagEnd::Paragraph)) {
            writer.event(event, Span::new(range.start, range.end));
        }
    }
    let html = writer.finish();
    html.strip_prefix(GUARD).or(html.strip_prefix('.')).unwrap_or(&html).to_owned()
}

/// Everything behind the header lines.
fn body(doc: &Document) -> Span {
    Span::new(doc.header.span.end, doc.text().len())
}

fn render(doc: &Document, wanted: Span, marks: Option<&[Mark]>) -> String {
    let from = body(doc).start;
    let source = visible(doc);
    let mut writer = Writer::new(marks);
    let (mut depth, mut inside) = (0usize, false);
    for (event, range) in Parser::new_ext(&source[from..], Options::ENABLE_TABLES).into_offset_iter() {
        // Blank lines behind an item belong to it in the parser's eyes, and to nobody in ours.
        let own = source[from..][range.clone()].trim_end().len();
        let span = Span::new(range.start, range.start + own).offset(from);
        if depth == 0 {
            inside = wanted.contains(span.start);
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if inside {
            writer.event(event, span);
        }
    }
    writer.finish()
}

/// The text to render. A comment that never closes would swallow all that follows: it is shown instead.
fn visible(doc: &Document) -> Cow<'_, str> {
    let text = doc.text();
    let unclosed = doc.problems.iter().find_map(|p| match p {
        Problem::UnclosedComment(at) => Some(*at),
        _ => None,
    });
    match unclosed {
        Some(at) => Cow::Owned(format!("{}{}{}", &text[..at], safe::SHOWN_BRACKET, &text[at + 1..])),
        None => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
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
            ("3. a\n4. b\n", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
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
        let html = section(&doc, 0, &marks);
        assert!(html.starts_with("<h2 data-at=\"10\">One</h2>"), "{html}");
        assert!(html.contains("<li data-at=\"17\"><a href=\"https://r.example\""), "{html}");
        assert!(
            html.contains(&format!("<li class=\"is-new\" data-at=\"{at}\"><a href=\"https://b.example\"")),
            "{html}"
        );
        assert_eq!(html.matches("is-new").count(), 1);
        assert!(!html.contains("Two"));
        assert_eq!(section(&doc, 1, &[]), "<h2 data-at=\"59\">Two</h2>\n");
        assert_eq!(section(&doc, 9, &[]), "");
    }

    #[test]
    fn a_comment_that_never_closes_is_shown() {
        assert_eq!(body_of("a <!-- b\n\nc\n"), "<p>a &lt;!-- b</p>\n<p>c</p>\n");
        assert_eq!(body_of("a <!-- b --> c\n\n<!-- d\n* e\n-->\n"), "<p>a  c</p>\n\n");
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
