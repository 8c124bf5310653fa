//! A link goes last into its section.

use crate::common::{check, link, refusal, submission};
use twir_desk::edit::add;

#[test]
fn into_an_empty_section_the_blank_line_below_kept() {
    check(
        "## Updates from Rust Community\n\n### Research\n\n### Miscellaneous\n",
        |doc| add(doc, &link("Research", "A proof", "https://a.example/")),
        "## Updates from Rust Community\n\n### Research\n* [A proof](https://a.example/)\n\n### Miscellaneous\n",
    );
}

#[test]
fn into_an_empty_section_without_a_blank_line() {
    check(
        "## Updates from Rust Community\n### Research\n### Miscellaneous\n",
        |doc| add(doc, &link("Research", "A proof", "https://a.example/")),
        "## Updates from Rust Community\n### Research\n* [A proof](https://a.example/)\n### Miscellaneous\n",
    );
}

#[test]
fn into_an_empty_section_above_its_comment() {
    check(
        "## Updates from Rust Community\n\n### Research\n<!--\n* [Sample](https://s.example/)\n-->\n\n### Miscellaneous\n",
        |doc| add(doc, &link("Research", "A proof", "https://a.example/")),
        "## Updates from Rust Community\n\n### Research\n* [A proof](https://a.example/)\n<!--\n* [Sample](https://s.example/)\n-->\n\n### Miscellaneous\n",
    );
}

#[test]
fn behind_the_last_item_and_before_the_blank_line() {
    check(
        "## Updates from Rust Community\n\n### Official\n* [One](https://a.example/1)\n* [Two](https://a.example/2)\n\n### Foundation\n",
        |doc| add(doc, &link("Official", "Three", "https://a.example/3")),
        "## Updates from Rust Community\n\n### Official\n* [One](https://a.example/1)\n* [Two](https://a.example/2)\n* [Three](https://a.example/3)\n\n### Foundation\n",
    );
}

#[test]
fn behind_the_children_of_the_last_item() {
    check(
        "## Updates from Rust Community\n\n### Research\n* [One](https://a.example/1)\n    * [Slides](https://a.example/s)\n    * [Code](https://a.example/c)\n\n### Miscellaneous\n",
        |doc| add(doc, &link("Research", "Two", "https://a.example/2")),
        "## Updates from Rust Community\n\n### Research\n* [One](https://a.example/1)\n    * [Slides](https://a.example/s)\n    * [Code](https://a.example/c)\n* [Two](https://a.example/2)\n\n### Miscellaneous\n",
    );
}

#[test]
fn above_a_trailing_comment() {
    check(
        "## Updates from Rust Community\n\n### Research\n* [One](https://a.example/1)\n<!-- more? -->\n\n### Miscellaneous\n",
        |doc| add(doc, &link("Research", "Two", "https://a.example/2")),
        "## Updates from Rust Community\n\n### Research\n* [One](https://a.example/1)\n* [Two](https://a.example/2)\n<!-- more? -->\n\n### Miscellaneous\n",
    );
}

#[test]
fn without_a_blank_line_before_the_next_heading() {
    check(
        "## Updates from Rust Community\n\n### Research\n* [One](https://a.example/1)\n### Miscellaneous\n",
        |doc| add(doc, &link("Research", "Two", "https://a.example/2")),
        "## Updates from Rust Community\n\n### Research\n* [One](https://a.example/1)\n* [Two](https://a.example/2)\n### Miscellaneous\n",
    );
}

#[test]
fn with_prefixes() {
    check(
        "## Updates from Rust Community\n\n### Miscellaneous\n",
        |doc| {
            let json = r#"{"kind": "link", "section": "Miscellaneous", "tags": ["video", "ES"], "title": "Hola", "url": "https://a.example/"}"#;
            add(doc, &submission(json))
        },
        "## Updates from Rust Community\n\n### Miscellaneous\n* [video] [ES] [Hola](https://a.example/)\n",
    );
}

#[test]
fn behind_an_item_of_another_form() {
    check(
        "## Updates from Rust Community\n\n### Research\n - [One](https://a.example/1)\n + [Two](https://a.example/2) \n\n### Miscellaneous\n",
        |doc| add(doc, &link("Research", "Three", "https://a.example/3")),
        "## Updates from Rust Community\n\n### Research\n - [One](https://a.example/1)\n + [Two](https://a.example/2) \n* [Three](https://a.example/3)\n\n### Miscellaneous\n",
    );
}

#[test]
fn under_a_heading_with_a_colon_or_in_another_case() {
    check(
        "## Updates from Rust Community\n\n### Rust walkthroughs:\n\n### Research\n",
        |doc| add(doc, &link("Rust Walkthroughs", "Two", "https://a.example/2")),
        "## Updates from Rust Community\n\n### Rust walkthroughs:\n* [Two](https://a.example/2)\n\n### Research\n",
    );
}

#[test]
fn under_a_heading_of_this_issue_only() {
    check(
        "## Updates from Rust Community\n\n### Crab Conf 2026\n* [One](https://a.example/1)\n\n## Crate of the Week\n",
        |doc| add(doc, &link("Crab Conf 2026", "Two", "https://a.example/2")),
        "## Updates from Rust Community\n\n### Crab Conf 2026\n* [One](https://a.example/1)\n* [Two](https://a.example/2)\n\n## Crate of the Week\n",
    );
}

#[test]
fn directly_above_a_paragraph_a_blank_line_parts_them() {
    check(
        "## Updates from Rust Community\n\n### Research\nNothing this week.\n\n### Miscellaneous\n",
        |doc| add(doc, &link("Research", "Two", "https://a.example/2")),
        "## Updates from Rust Community\n\n### Research\n* [Two](https://a.example/2)\n\nNothing this week.\n\n### Miscellaneous\n",
    );
}

#[test]
fn no_comment_is_taken_for_a_section() {
    check(
        "<!--\n### Research\n-->\n## Updates from Rust Community\n\n### Research\n",
        |doc| add(doc, &link("Research", "Two", "https://a.example/2")),
        "<!--\n### Research\n-->\n## Updates from Rust Community\n\n### Research\n* [Two](https://a.example/2)\n",
    );
}

#[test]
fn a_missing_section_is_refused_with_those_there_are() {
    let draft = "## Updates from Rust Community\n\n### Official\n\n### Research\n\n## Jobs\n";
    let sentence = refusal(draft, |doc| add(doc, &link("Poetry", "Two", "https://a.example/2")));
    assert_eq!(sentence, "field `section` `Poetry` is no section of links in this draft; it has: Official, Research");
    let sentence = refusal(draft, |doc| add(doc, &link("Jobs", "Two", "https://a.example/2")));
    assert!(sentence.starts_with("field `section` `Jobs` is no section of links"), "{sentence}");
}
