//! Moving keeps an item's bytes and every other line.

use crate::common::{check, item, refusal, section};
use twir_desk::edit::{move_by, move_to};

/// A draft with these links in Research and in Miscellaneous, named by letters; a capital has a child.
fn draft(research: &str, miscellaneous: &str) -> String {
    let list = |letters: &str| {
        let line = |c: char| {
            let child = if c.is_uppercase() { "    * [Slides](https://s.example/)\n" } else { "" };
            format!("* [Title {c}](https://{c}.example/)\n{child}")
        };
        letters.chars().map(line).collect::<String>()
    };
    format!(
        "## Updates from Rust Community\n\n### Research\n{}\n### Miscellaneous\n{}",
        list(research),
        list(miscellaneous)
    )
}

fn title(letter: char) -> String {
    format!("Title {letter}")
}

#[track_caller]
fn by(before: &str, letter: char, by: isize, after: &str) {
    check(&draft(before, "z"), |doc| move_by(doc, item(doc, &title(letter)), by), &draft(after, "z"));
}

#[track_caller]
fn to(before: (&str, &str), letter: char, heading: &str, position: usize, after: (&str, &str)) {
    let operation = |doc: &_| move_to(doc, item(doc, &title(letter)), section(doc, heading), position);
    check(&draft(before.0, before.1), operation, &draft(after.0, after.1));
}

#[test]
fn by_places_within_a_section() {
    by("abc", 'a', 1, "bac");
    by("abc", 'a', 2, "bca");
    by("abc", 'c', -1, "acb");
    by("abc", 'c', -2, "cab");
    by("aBc", 'B', 1, "acB");
    by("aBc", 'B', -1, "Bac");
    by("aBc", 'a', 1, "Bac");
}

#[test]
fn at_the_ends_nothing_changes() {
    by("abc", 'a', -1, "abc");
    by("abc", 'c', 5, "abc");
    by("abc", 'b', 0, "abc");
    by("abc", 'a', 9, "bca");
    by("abc", 'c', isize::MIN, "cab");
    by("abc", 'a', isize::MAX, "bca");
}

#[test]
fn to_a_position_within_a_section() {
    to(("abc", ""), 'a', "Research", 0, ("abc", ""));
    to(("abc", ""), 'a', "Research", 1, ("bac", ""));
    to(("abc", ""), 'a', "Research", 2, ("bca", ""));
    to(("abc", ""), 'a', "Research", 99, ("bca", ""));
    to(("abc", ""), 'c', "Research", 99, ("abc", ""));
    to(("abc", ""), 'c', "Research", 0, ("cab", ""));
}

#[test]
fn into_another_section() {
    to(("abc", "xy"), 'b', "Miscellaneous", 0, ("ac", "bxy"));
    to(("abc", "xy"), 'b', "Miscellaneous", 1, ("ac", "xby"));
    to(("abc", "xy"), 'b', "Miscellaneous", 2, ("ac", "xyb"));
    to(("aB", "xy"), 'B', "Miscellaneous", 1, ("a", "xBy"));
    to(("ab", "xy"), 'y', "Research", 0, ("yab", "x"));
    to(("ab", "xy"), 'y', "Research", 9, ("aby", "x"));
}

#[test]
fn into_and_out_of_an_empty_section() {
    to(("ab", ""), 'a', "Miscellaneous", 0, ("b", "a"));
    to(("", "x"), 'x', "Research", 0, ("x", ""));
    to(("a", ""), 'a', "Miscellaneous", 9, ("", "a"));
}

#[test]
fn across_a_missing_final_line_end() {
    let cut = |text: String| text.strip_suffix('\n').map(str::to_owned).unwrap();
    let draft = |research, miscellaneous| cut(draft(research, miscellaneous));
    let to = |doc: &_, letter, heading, at| move_to(doc, item(doc, &title(letter)), section(doc, heading), at);
    check(&draft("a", "xy"), |doc| to(doc, 'y', "Research", 0), &draft("ya", "x"));
    check(&draft("a", "xy"), |doc| to(doc, 'a', "Miscellaneous", 9), &draft("", "xya"));
    check(&draft("a", "xy"), |doc| to(doc, 'x', "Miscellaneous", 1), &draft("a", "yx"));
    check(&draft("a", "xy"), |doc| to(doc, 'y', "Miscellaneous", 0), &draft("a", "yx"));
    check(&draft("a", "xY"), |doc| to(doc, 'Y', "Miscellaneous", 0), &draft("a", "Yx"));
}

#[test]
fn odd_bytes_move_along() {
    check(
        "## Updates from Rust Community\r\n### Research\r\n- [One](https://a.example/1) \t\r\n* [Two](https://a.example/2)\r\n",
        |doc| move_by(doc, 0, 1),
        "## Updates from Rust Community\r\n### Research\r\n* [Two](https://a.example/2)\r\n- [One](https://a.example/1) \t\r\n",
    );
}

#[test]
fn above_a_paragraph_a_blank_line_parts_them() {
    check(
        "## Updates from Rust Community\n### Research\n* [One](https://a.example/1)\n\n### Miscellaneous\nNothing yet.\n",
        |doc| move_to(doc, 0, section(doc, "Miscellaneous"), 0),
        "## Updates from Rust Community\n### Research\n\n### Miscellaneous\n* [One](https://a.example/1)\n\nNothing yet.\n",
    );
}

#[test]
fn what_is_gone_is_refused() {
    assert_eq!(refusal(&draft("a", ""), |doc| move_to(doc, 0, 77, 0)), "the item is not there any more");
    assert_eq!(refusal(&draft("a", ""), |doc| move_by(doc, 77, 1)), "the item is not there any more");
}
