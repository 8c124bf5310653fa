//! Line ends, tabs, byte order marks and missing ends: what was there stays, what is added fits in.

use crate::common::{check, event, link, task};
use twir_desk::edit::add;

#[test]
fn carriage_returns() {
    check(
        "## Updates from Rust Community\r\n\r\n### Research\r\n* [One](https://a.example/1)\r\n\r\n### Miscellaneous\r\n",
        |doc| add(doc, &link("Research", "Two", "https://a.example/2")),
        "## Updates from Rust Community\r\n\r\n### Research\r\n* [One](https://a.example/1)\r\n* [Two](https://a.example/2)\r\n\r\n### Miscellaneous\r\n",
    );
    check(
        "## Upcoming Events\r\n\r\n### Asia\r\n* 2026-09-01 | x\r\n",
        |doc| add(doc, &event("Europe", "2026-09-11", "Bern, CH")),
        "## Upcoming Events\r\n\r\n### Asia\r\n* 2026-09-01 | x\r\n\r\n### Europe\r\n* 2026-09-11 | Bern, CH | [New Meetup](https://new.example/)\r\n    * [**New evening**](https://new.example/1)\r\n",
    );
}

#[test]
fn carriage_returns_on_some_lines_only() {
    check(
        "## Updates from Rust Community\n### Research\n* [One](https://a.example/1)\r\n\n### Miscellaneous\n",
        |doc| add(doc, &link("Research", "Two", "https://a.example/2")),
        "## Updates from Rust Community\n### Research\n* [One](https://a.example/1)\r\n* [Two](https://a.example/2)\r\n\n### Miscellaneous\n",
    );
}

#[test]
fn no_final_line_end() {
    check(
        "## Updates from Rust Community\n### Research\n* [One](https://a.example/1)",
        |doc| add(doc, &link("Research", "Two", "https://a.example/2")),
        "## Updates from Rust Community\n### Research\n* [One](https://a.example/1)\n* [Two](https://a.example/2)",
    );
    check(
        "## Updates from Rust Community\r\n### Research",
        |doc| add(doc, &link("Research", "Two", "https://a.example/2")),
        "## Updates from Rust Community\r\n### Research\r\n* [Two](https://a.example/2)",
    );
    check(
        "### CFP - Projects\nSome tasks:",
        |doc| add(doc, &task()),
        "### CFP - Projects\nSome tasks:\n\n* [crab - Mend the thing](https://crab.example/7)",
    );
}

#[test]
fn a_byte_order_mark_stays_first() {
    check(
        "\u{feff}Title: This Week in Rust 670\nNumber: 670\nDate: 2026-09-23\nCategory: This Week in Rust\n\n## Updates from Rust Community\n### Research\n",
        |doc| {
            assert_eq!(doc.header.number, Some(670));
            add(doc, &link("Research", "Two", "https://a.example/2"))
        },
        "\u{feff}Title: This Week in Rust 670\nNumber: 670\nDate: 2026-09-23\nCategory: This Week in Rust\n\n## Updates from Rust Community\n### Research\n* [Two](https://a.example/2)\n",
    );
    check(
        "\u{feff}## Updates from Rust Community\n### Research\n",
        |doc| {
            assert_eq!(doc.sections.len(), 2, "a heading behind the mark is one");
            add(doc, &link("Research", "Two", "https://a.example/2"))
        },
        "\u{feff}## Updates from Rust Community\n### Research\n* [Two](https://a.example/2)\n",
    );
}

#[test]
fn tabs_and_blank_ends_stay() {
    check(
        "## Updates from Rust Community\n### Research \t\n*\t[One](https://a.example/1)\t\n\t* [Slides](https://a.example/s) \n \t\n### Miscellaneous\n",
        |doc| add(doc, &link("Research", "Two", "https://a.example/2")),
        "## Updates from Rust Community\n### Research \t\n*\t[One](https://a.example/1)\t\n\t* [Slides](https://a.example/s) \n* [Two](https://a.example/2)\n \t\n### Miscellaneous\n",
    );
}

#[test]
fn a_fence_below_the_last_item_is_no_end_of_the_section() {
    check(
        "## Updates from Rust Community\n### Research\n* [One](https://a.example/1)\n\n```\n### Miscellaneous\n* [No](https://a.example/no)\n```\n\n### Miscellaneous\n",
        |doc| add(doc, &link("Miscellaneous", "Two", "https://a.example/2")),
        "## Updates from Rust Community\n### Research\n* [One](https://a.example/1)\n\n```\n### Miscellaneous\n* [No](https://a.example/no)\n```\n\n### Miscellaneous\n* [Two](https://a.example/2)\n",
    );
}
