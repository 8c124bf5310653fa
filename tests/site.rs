//! The page: what comes out is safe whatever goes in.

mod common;
#[path = "site/strict.rs"]
mod strict;

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
    strict::check(&site::marked_page(&doc, &[]), true);
    strict::check(&site::inline(body), false);
    for (index, section) in doc.sections.iter().enumerate() {
        strict::check(&site::section(&doc, index, &[Mark { span: section.body, class: "is-new" }]), true);
    }
    page
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
        (
            "- [`Vec<T>`](https://x.example)",
            format!("<ul>\n<li>{}</li>\n</ul>\n", link("https://x.example", "<code>Vec&lt;T&gt;</code>")),
        ),
        ("<a@x.example>", format!("<p>{}</p>\n", link("mailto:a@x.example", "a@x.example"))),
        ("[a](INSERT_LINK_HERE)", "<p>[a](INSERT_LINK_HERE)</p>\n".into()),
        ("[a *b*](/relative)", "<p>[a <em>b</em>](/relative)</p>\n".into()),
        ("![a](https://x.example/i.png)", "<p>![a](https://x.example/i.png)</p>\n".into()),
        (
            "<small>[a](https://x.example)</small>",
            format!("<p><small>{}</small></p>\n", link("https://x.example", "a")),
        ),
        ("a<br />b<BR>c", "<p>a<br>b<br>c</p>\n".into()),
        ("<h2 id=\"x\" onclick='y'>A</h2>", "<h2>A</h2>".into()),
        ("<a href=\"https://x.example\">b</a>", "<p><a>b</a></p>\n".into()),
        ("Vec<T> and <unknown>", "<p>Vec&lt;T&gt; and &lt;unknown&gt;</p>\n".into()),
        (
            "<details>\nfoo <b>bar</b>\n</details>",
            "<p>&lt;details&gt;\nfoo &lt;b&gt;bar&lt;/b&gt;\n&lt;/details&gt;</p>".into(),
        ),
        (
            "<blockquote>\n\n*a*\n\n</blockquote>\n\nb",
            "<blockquote>\n<p><em>a</em></p>\n</blockquote>\n<p>b</p>\n".into(),
        ),
        ("~~a~~ [^1] 'b' -- \"c\"...", "<p>~~a~~ [^1] 'b' -- &quot;c&quot;...</p>\n".into()),
        ("- [ ] a", "<ul>\n<li>[ ] a</li>\n</ul>\n".into()),
        ("[a]\n\n[a]: https://x.example 'title'", format!("<p>{}</p>\n", link("https://x.example", "a"))),
        ("# A #\n\nB\n=\n", "<h1>A</h1>\n<h1>B</h1>\n".into()),
    ] {
        assert_eq!(page(body).trim_end(), html.trim_end(), "{body}");
    }
}

/// Things that people with bad intentions write; `strict::check` does the judging.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//x.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<p onclick=alert(1)>x</p>",
    "<p style=\"background:url(javascript:alert(1))\">x</p>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](&#x6A;avascript&colon;alert&lpar;1&rpar;)",
    "[x](java&Tab;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](\u{1}javascript:alert(1))",
    "[x](\u{a0}javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    "[x](file:///etc/passwd)",
    "[x](//x.example/y)",
    "[x](https&#58;//x.example/\"onmouseover=alert(1)//)",
    "[x](https://x.example/\" onmouseover=\"alert(1))",
    "[x](<https://x.example/\" onmouseover=\"alert(1)>)",
    "[x](https://x.example 'a\" onclick=\"b')",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "![x](javascript:alert(1))",
    "![x](https://x.example/\"onerror=\"alert(1))",
    "[![a](javascript:b)](javascript:c)",
    "</ul></li></div></body></html>",
    "* a </li></ul></ul> b\n* c",
    "<ul><ul><li><a><a><a>",
    "<a>[x](https://x.example)</a>",
    "[x <a>y</a>](https://x.example)",
    "*<em>* </em> **</strong>**",
    "<p><p></p></p></p>",
    "<p title=\"</p><script>\">x",
    "<p title='>'><script>alert(1)</script>",
    "<!-- --!><script>alert(1)</script> -->",
    "<!--><script>alert(1)</script>-->",
    "<!-- a\n\n<script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?><!DOCTYPE x>",
    "```\"><script>alert(1)</script>\n</code></pre><script>\n```",
    "`</code><script>alert(1)</script>`",
    "|<script>|`a|b`|\n|-|-|\n|</table>|<td>|",
    "<table><tr><td>x</td></tr></table>",
    "<h6>a</h6><pre>b</pre><del>c</del>",
    "<h1<script>x",
    "<br/onclick=x><hr a=b>",
    "\0<\u{1}script>\u{1}\u{7f}\u{85}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script>alert(1)",
    "<code><script>alert(1)</script></code>",
    "<iframe srcdoc='x'></iframe><base href=x><meta http-equiv=refresh><form><input><style>*{}</style><link>",
    "<math><mi xlink:href=\"javascript:x\"><noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
];

#[test]
fn hostile_texts_stay_text() {
    for payload in HOSTILE {
        for body in [
            payload.to_string(),
            format!("### A\n* [{payload}](https://x.example)\n* b\n### C\n"),
            format!("* a\n    * {payload}\n\n> {payload}\n"),
            format!("Title: {payload}\n\n## {payload}\n{payload}\n{payload}\n"),
            format!("<blockquote>\n{payload}\n\n{payload}"),
        ] {
            page(&body);
        }
    }
    assert_eq!(page("[x](javascript:alert(1))"), "<p>[x](javascript:alert(1))</p>\n");
    assert!(page("<script>alert(1)</script>").contains("&lt;script&gt;"));
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
    ];
    for part in parts {
        let doc = Document::parse(part.repeat(20_000));
        let start = Instant::now();
        let _ = site::page(&doc);
        let took = start.elapsed();
        // Some hundredths of a second in release; what grows with the square would take far longer.
        assert!(took < Duration::from_secs(10), "`{part}` 20,000 times took {took:?}");
    }
}

#[test]
fn every_item_of_history_can_be_marked() {
    let Some(folder) = common::corpus::folder() else { return };
    let (mut all, mut found) = (0, 0);
    for (_, text) in common::corpus::texts(&folder, "issues") {
        let doc = Document::parse(text.as_str());
        strict::check(&site::page(&doc), false);
        let marks: Vec<Mark> = doc.items.iter().map(|i| Mark { span: i.span, class: "is-new" }).collect();
        let html = site::marked_page(&doc, &marks);
        strict::check(&html, true);
        // Apart from what CommonMark takes for no item: a list run on from a paragraph, a link without a bullet.
        for item in doc.items.iter() {
            let at = format!("<li class=\"is-new\" data-at=\"{}\"", item.bullet.unwrap_or(0));
            all += 1;
            found += usize::from(html.contains(&at));
        }
    }
    println!("{found} of {all} items are marked on the page");
    assert!(found * 1000 >= all * 995);
}
