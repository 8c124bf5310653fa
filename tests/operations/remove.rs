//! Removing takes exactly the item's lines.

use crate::common::{check, item, refusal};
use twir_desk::edit::remove;

const DRAFT: &str = "## Updates from Rust Community\n\n### Research\n* [One](https://a.example/1)\n* [Two](https://a.example/2)\n    * [Slides](https://a.example/s)\n* [Three](https://a.example/3)\n\n### Miscellaneous\n* [Four](https://a.example/4)\n";

#[track_caller]
fn removes(part: &str, lines: &str) {
    assert!(DRAFT.contains(lines));
    check(DRAFT, |doc| remove(doc, item(doc, part)), &DRAFT.replace(lines, ""));
}

#[test]
fn first_middle_last_and_only() {
    removes("One", "* [One](https://a.example/1)\n");
    removes("Two", "* [Two](https://a.example/2)\n    * [Slides](https://a.example/s)\n");
    removes("Three", "* [Three](https://a.example/3)\n");
    removes("Four", "* [Four](https://a.example/4)\n");
}

#[test]
fn without_a_final_line_end() {
    check(
        "## Updates from Rust Community\n### Research\n* [One](https://a.example/1)\n* [Two](https://a.example/2)",
        |doc| remove(doc, item(doc, "Two")),
        "## Updates from Rust Community\n### Research\n* [One](https://a.example/1)",
    );
    check(
        "## Updates from Rust Community\r\n### Research\r\n* [One](https://a.example/1)\r\n    * [Slides](https://a.example/s)",
        |doc| remove(doc, item(doc, "One")),
        "## Updates from Rust Community\r\n### Research",
    );
}

#[test]
fn between_comments_and_blank_lines_nothing_else_goes() {
    check(
        "### CFP - Projects\n\n<!-- how -->\n* [a - b](https://a.example/1)\n<!-- or so -->\n\nIf you can.\n",
        |doc| remove(doc, 0),
        "### CFP - Projects\n\n<!-- how -->\n<!-- or so -->\n\nIf you can.\n",
    );
}

#[test]
fn what_is_gone_is_refused() {
    assert_eq!(refusal(DRAFT, |doc| remove(doc, 99)), "the item is not there any more");
}
