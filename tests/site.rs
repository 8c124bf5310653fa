//! The page: what comes out is safe whatever goes in.

#[path = "site/blocks.rs"]
mod blocks;
mod common;
#[path = "site/inline.rs"]
mod inline;
#[path = "site/lists.rs"]
mod lists;
#[path = "payloads/mod.rs"]
mod payloads;
#[path = "site/strict.rs"]
mod strict;

use payloads::PAYLOADS;
use proptest::prelude::*;
use std::time::{Duration, Instant};
use twir_desk::issue::Document;
use twir_desk::site::{self, Mark};

/// The page of a body, checked.
#[track_caller]
fn page(body: &str) -> String {
    let doc = Document::parse(body);
    let page = site::page(&doc);
    strict::check(&page, false);
    strict::blocks(&site::marked_page(&doc, &[]));
    strict::check(&site::inline(body), true);
    for (index, section) in doc.sections.iter().enumerate() {
        strict::blocks(&site::sections(&doc, &[index], &[Mark { span: section.body, class: "is-new" }]));
    }
    page
}

#[test]
fn shows_what_the_site_will_show() {
    for (body, html) in [lists::CASES, blocks::CASES, inline::CASES].concat() {
        let page = page(body).replace(" target=\"_blank\" rel=\"noopener noreferrer\"", "");
        assert_eq!(page.trim_end(), html, "{body}");
    }
}

#[test]
fn shows_what_an_issue_is_made_of() {
    let link =
        |url: &str, text: &str| format!("<a href=\"{url}\" target=\"_blank\" rel=\"noopener noreferrer\">{text}</a>");
    for (body, html) in [
        (
            "* [A & B](https://x.example/?a=1&b=2)",
            format!("<ul>\n<li>{}</li>\n</ul>\n", link("https://x.example/?a=1&amp;b=2", "A &amp; B")),
        ),
        ("<a@x.example>", format!("<p>{}</p>\n", link("mailto:a@x.example", "a@x.example"))),
        // A link that leads nowhere yet is one on the page; whoever edits it is shown what is missing.
        ("[a](INSERT_LINK_HERE)", format!("<p>{}</p>\n", link("INSERT_LINK_HERE", "a"))),
        ("[a *b*](/relative)", "<p>[a <em>b</em>](/relative)</p>\n".into()),
        ("![a](https://x.example/i.png)", "<p>![a](https://x.example/i.png)</p>\n".into()),
        ("a<br />b<BR>c", "<p>a<br>b<br>c</p>\n".into()),
        ("<h2 id=\"x\" onclick='y'>A</h2>", "<h2>A</h2>".into()),
        ("<a href=\"https://x.example\" onclick=x>b</a>", format!("<p>{}</p>\n", link("https://x.example", "b"))),
        ("<a href=\"x:y\">b</a>", "<p>&lt;a href=&quot;x:y&quot;&gt;b&lt;/a&gt;</p>\n".into()),
        // Tags of no element come out bare: the site's readers do not see them, and they do nothing.
        ("Vec<T> and <unknown a=b>", "<p>Vec<T> and <unknown></p>\n".into()),
        ("[a](hhttps://x.example/)", format!("<p>{}</p>\n", link("hhttps://x.example/", "a"))),
        (
            "<details>\nfoo <b>bar</b>\n</details>",
            "<p>&lt;details&gt;\nfoo &lt;b&gt;bar&lt;/b&gt;\n&lt;/details&gt;</p>".into(),
        ),
        ("a\n\n<div>\nb", "<p>a</p>\n<p>&lt;div&gt;\nb\n\n</p>".into()),
        (
            "<blockquote markdown=\"1\">\n*a*\n</blockquote>\n\nb",
            "<blockquote><p><em>a</em></p>\n</blockquote><p>b</p>\n".into(),
        ),
    ] {
        assert_eq!(page(body).trim_end(), html.trim_end(), "{body}");
    }
    let doc = Document::parse("[a](INSERT_LINK_HERE)\n");
    assert_eq!(site::marked_page(&doc, &[])[0].html(), "<p data-at=\"0\">[a](INSERT_LINK_HERE)</p>\n");
    // In the desk they are text, so that whoever edits sees what readers would miss.
    let doc = Document::parse("Vec<T> [a](hhttps://x.example/)\n");
    let desk = site::marked_page(&doc, &[]);
    assert_eq!(desk[0].html(), "<p data-at=\"0\">Vec&lt;T&gt; [a](hhttps://x.example/)</p>\n");
}

#[test]
fn hostile_texts_stay_text() {
    assert!(PAYLOADS.len() >= 150);
    for payload in PAYLOADS {
        for body in [
            payload.to_string(),
            format!("### A\n* [{payload}](https://x.example)\n* b\n### C\n"),
            format!("* [a]({payload})\n* [b](https://x.example/{payload})\n"),
            format!(
                "* 2026-09-08 | {payload} | [{payload}](https://x.example)\n    * [**{payload}**](https://x.example)\n"
            ),
            format!("* a\n    * {payload}\n\n> {payload}\n"),
            format!("Title: {payload}\n\n## {payload}\n{payload}\n{payload}\n"),
            format!("<blockquote>\n{payload}\n\n{payload}"),
            format!("|{payload}|b|\n|-|-|\n|{payload}|`{payload}`|\n"),
            format!("a *{payload}* {payload}{payload} **_{payload}_**\n\n[x]: {payload}\n\n[^1]: {payload}\n[^1]\n"),
            format!("<p markdown=\"1\">{payload}</p>\n<!-- {payload}\n"),
        ] {
            page(&body);
        }
    }
    assert!(page("<script>alert(1)</script>").contains("&lt;script&gt;"));
    assert_eq!(page("[x](javascript:alert(1))"), "<p>[x](javascript:alert(1))</p>\n");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_safe_page(text in "\\PC{0,200}") {
        page(&text);
    }

    #[test]
    fn any_markdown_gives_a_safe_page(parts in prop::collection::vec(prop::sample::select(PARTS), 0..40)) {
        page(&parts.concat());
    }

    /// What is taken over from the page before is what would be written.
    #[test]
    fn a_page_after_a_change_is_as_if_made_anew(
        parts in prop::collection::vec(prop::sample::select(PARTS), 1..60),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..3usize, prop::sample::select(PARTS)), 1..6),
        mark in any::<prop::sample::Index>(),
    ) {
        let mut parts = parts;
        let mut shown = site::Shown::default();
        for (at, cut, part) in changes {
            let at = at.index(parts.len() + 1);
            let end = (at + cut).min(parts.len());
            parts.splice(at..end, [part]);
            let doc = Document::parse(parts.concat());
            let item = (!doc.items.is_empty()).then(|| doc.items[mark.index(doc.items.len())].span);
            let marks: Vec<Mark> = item.into_iter().map(|span| Mark { span, class: "is-new" }).collect();
            prop_assert_eq!(shown.page(&doc, &marks), site::marked_page(&doc, &marks));
        }
    }
}

#[test]
fn pages_of_history_change_as_if_made_anew() {
    let Some(folder) = common::corpus::folder() else { return };
    for (_, text) in common::corpus::texts(&folder, "issues").into_iter().rev().take(20) {
        let mut shown = site::Shown::default();
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        for n in 0..12 {
            // A line less, a line twice, a letter more, somewhere.
            let at = (n * 7919 + text.len()) % lines.len();
            let mut lines: Vec<String> = lines.iter().map(|l| (*l).to_owned()).collect();
            match n % 3 {
                0 => drop(lines.remove(at)),
                1 => lines.insert(at, lines[at].clone()),
                _ => lines[at].insert(0, 'x'),
            }
            let doc = Document::parse(lines.concat());
            assert_eq!(shown.page(&doc, &[]), site::marked_page(&doc, &[]));
        }
    }
}

/// What Markdown and HTML are made of.
const PARTS: &[&str] = &[
    "*",
    "**",
    "_",
    "`",
    "``",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "/",
    "!",
    "\\",
    "&",
    "#",
    "\n",
    "\n\n",
    "    ",
    " ",
    "\t",
    "|",
    "\n|-|-|\n",
    "```\n",
    "- ",
    "* ",
    "1. ",
    "\n> ",
    "a",
    "é",
    "\r\n",
    "\r",
    "https://x.example",
    "javascript:",
    "](",
    "]: ",
    "<a>",
    "</a>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<p>",
    "</p>",
    "<br>",
    "<small>",
    "</small>",
    "<code>",
    "<em>",
    "</em>",
    "<h1>",
    "</h1>",
    "<pre>",
    "<script>",
    "<!--",
    "-->",
    "<a href=\"",
    "\">",
    "\"",
    "'",
    "=",
    "&lt;",
    "&#10;",
    "\0",
    "\u{1}",
    "## A\n",
    "### Europe\n",
    "<blockquote>\n",
    "</blockquote>\n\n",
    "\n---\n",
];

#[test]
fn hostile_texts_take_linear_time() {
    let parts = [
        "[",
        "<",
        "<!--",
        "<p \"",
        "<p>",
        "</p>",
        "<a>",
        "`",
        "*a ",
        "> ",
        "![",
        "[a](",
        "<a \n\n",
        "| ",
        "&",
        "_a",
        "a<p>b",
        "* a\n\n",
        "* [a](https://x.example)\n",
        "[[]",
        "[a][",
        "[a]: x\n",
        "**a* ",
        "__a _b ",
        "***",
        "***a",
        "_",
        "`` ` ",
        "\\",
        "> * ",
        "* + ",
        "    ",
        "\t* a\n",
        "# a\n",
        "***\n",
        "a\n: b\n",
        "[^a]: b\n",
        "[^",
        "*[a]: b\n",
        "```\n",
        "```a\n~~~\n",
        "|`",
        "|a|b|\n|-|-|\n",
        "<p a='",
        "<p `",
        "<div>\n",
        "<div markdown=1>\n",
        "<script>",
        "<?",
        "<!",
        "&#",
        "&a",
        "{: a }",
        "*a*{",
        "\n\n",
        " \n",
        "\r",
        "<a@",
        "<https://",
        "![](",
        "(\"'",
        "[a](<",
    ];
    let alone = parts.map(|part| (part, ""));
    // A run at a line's beginning may be a rule, or the mark of a list; behind a word it is not.
    let behind = ["*", "**", "_", "***a", "`", "~"].map(|part| (part, "a "));
    for (part, before) in alone.into_iter().chain(behind) {
        let doc = Document::parse(before.to_owned() + &part.repeat(100_000 / part.len()));
        let start = Instant::now();
        let _ = site::page(&doc);
        let took = start.elapsed();
        if took > Duration::from_millis(300) {
            println!("`{part}` {took:?}");
        }
        // Some hundredths of a second in release; what grows with the square would take far longer.
        assert!(took < Duration::from_secs(10), "`{part}` again and again took {took:?}");
    }
}

#[test]
fn a_table_is_not_padded_past_all_measure() {
    let table = |columns: usize, rows: usize| {
        let (head, under) = ("|a".repeat(columns), "|-".repeat(columns));
        format!("## A\n\n{head}\n{under}\n{}", "|b\n".repeat(rows))
    };
    let hostile = table(1000, 1000);
    let page = site::page(&Document::parse(hostile.as_str()));
    assert!(page.len() < 50 * hostile.len(), "{} bytes of {}", page.len(), hostile.len());
    assert_eq!(page.matches("<td>b</td>").count(), 1000, "no cell is lost that is written");
    // What people write is filled up as on the site.
    let page = site::page(&Document::parse(table(9, 30)));
    assert_eq!(page.matches("<td").count(), 9 * 30);
}

#[test]
fn every_item_of_history_can_be_marked() {
    let Some(folder) = common::corpus::folder() else { return };
    let (mut all, mut found) = (0, 0);
    for (_, text) in common::corpus::texts(&folder, "issues") {
        let doc = Document::parse(text.as_str());
        strict::check(&site::page(&doc), false);
        let marks: Vec<Mark> = doc.items.iter().map(|i| Mark { span: i.span, class: "is-new" }).collect();
        let blocks = site::marked_page(&doc, &marks);
        strict::blocks(&blocks);
        // Apart from what the site takes for no item: a list run on from a paragraph, a link without a bullet.
        for item in doc.items.iter() {
            let at = item.bullet.unwrap_or(0);
            let block = blocks.iter().rfind(|b| b.start <= at);
            all += 1;
            found += usize::from(block.is_some_and(|block| {
                let (index, start) = block.part(at);
                let html = index.map_or_else(|| block.html(), |index| (&*block.items()[index].html).into());
                html.contains(&format!("<li class=\"is-new\" data-at=\"{}\"", at - start))
            }));
        }
    }
    println!("{found} of {all} items are marked on the page");
    assert!(found * 1000 >= all * 990);
}
