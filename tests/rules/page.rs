//! The page: what the site shows in another way than it was meant.

use super::{mends, names, silent};

#[test]
fn lists_that_run_into_a_paragraph() {
    mends(
        "list-in-paragraph",
        &[
            (
                "### Research\nThese:\n* [A](https://a.example/)\n* [B](https://b.example/)\n",
                "### Research\nThese:\n\n* [A](https://a.example/)\n* [B](https://b.example/)\n",
            ),
            // A comment behind text is no block of its own.
            (
                "### Research\nThese. <!-- here -->\n* [A](https://a.example/)\n",
                "### Research\nThese. <!-- here -->\n\n* [A](https://a.example/)\n",
            ),
        ],
    );
    silent(
        "list-in-paragraph",
        &[
            "### Research\n* [A](https://a.example/)\n* [B](https://b.example/)\n",
            "### Research\n* [A](https://a.example/)\n  goes on\n* [B](https://b.example/)\n",
            "### Research\n<!-- here -->\n* [A](https://a.example/)\n",
            "### Research\nThese:\n\n* [A](https://a.example/)\n",
        ],
    );
}

#[test]
fn lines_that_make_a_heading_of_an_item() {
    let item = "* [A](https://a.example/)\n";
    for (before, line, rest) in
        [("", "---", item), ("", "- ", item), ("", "==", ""), (item, "-", ""), (item, "--", item)]
    {
        let lines = format!("### Research\n{before}{item}{line}\n{rest}");
        mends("underlined-text", &[(&lines, &lines.replace(&format!("{line}\n"), ""))]);
    }
    // A rule across the page, an empty bullet.
    for lines in [format!("{item}\n---\n\n{item}"), format!("{item}{item}---\n"), format!("{item}{item}- \n")] {
        silent("underlined-text", &[&lines]);
    }
    let others = ["---\n", "### Research\n---\n", "Words -\n- words\n", "```\na\n---\n```\n", "a\nb\n--\n"];
    silent("underlined-text", &others);
}

#[test]
fn headings_with_blanks_before_them() {
    mends(
        "indented-heading",
        &[
            (" ### Research\n* [A](https://a.example/)\n", "### Research\n* [A](https://a.example/)\n"),
            ("   ### Research\n\n* [A](https://a.example/)\n", "### Research\n\n* [A](https://a.example/)\n"),
            ("Words\n  ## [Rust](https://a.example/)\n\nMore\n", "Words\n## [Rust](https://a.example/)\n\nMore\n"),
        ],
    );
    silent("indented-heading", &["### Research\n", "    ### Research\n", "```\n ### Research\n```\n"]);
    // The list below belongs to its paragraph: the blanks are the fault, and a blank line would not mend it.
    let below = " ### Research\n* [A](https://a.example/)\n* [B](https://b.example/)\n";
    silent("list-in-paragraph", &[below, &below.replace('\n', "\r\n")]);
    silent("blank-under-heading", &[" ### Research\n\n* [A](https://a.example/)\n"]);
}

#[test]
fn blanks_at_ends_of_lines() {
    mends(
        "trailing-blanks",
        &[
            ("* [A](https://a.example/)  \n", "* [A](https://a.example/)\n"),
            ("### Research \n\t\nText\n", "### Research\n\nText\n"),
        ],
    );
    // Two blanks in a text are a line break.
    silent("trailing-blanks", &["### Research\nOne  \nTwo\n", "### Research\n```\na  \n```\n", "<!-- a  \n-->\n"]);
}

#[test]
fn marks_that_show() {
    mends("escaped-bracket", &[("* [Vec\\<u8](https://a.example/)\n", "* [Vec&lt;u8](https://a.example/)\n")]);
    silent("escaped-bracket", &["* [`Vec\\<T>`](https://a.example/)\n", "* [Vec\\\\](https://a.example/)\n"]);
    silent(
        "unbalanced-brackets",
        &[
            "* [A \\] b](https://a.example/)\n",
            "* [A `]` b](https://a.example/)\n",
            "* [A long\n  title](https://a.example/)\n",
        ],
    );
    assert!(names("* [A title](https://a.example/\n").contains(&"unbalanced-brackets"));
    silent(
        "unbalanced-stars",
        &[
            "* [A * b * c](https://a.example/)\n",
            "* [`a**b`](https://a.example/)\n",
            "* [A ***b***](https://a.example/)\n",
        ],
    );
    let swallowed = "* [See `a][b`](https://a.example/)\n* [a[0][1]](https://b.example/)\n* [series][video] [C](https://c.example/)\n";
    silent("undefined-reference", &[swallowed]);
    let quoted =
        "# Quote of the Week\n\n> ```\n> --> src/main.rs:1\n> ```\n\nThanks to [Bob](https://forum.example/2)!\n";
    silent("exposed-instruction", &[quoted]);
}

#[test]
fn links_over_several_lines() {
    mends(
        "wrapped-link",
        &[
            ("[\nA title\n](https://a.example/)\n", "[A title](https://a.example/)\n"),
            ("* [A long\n  title](https://a.example/)\n", "* [A long title](https://a.example/)\n"),
        ],
    );
    silent("wrapped-link", &["* [A](https://a.example/)\n* [B](https://b.example/)\n"]);
}

#[test]
fn what_nobody_sees() {
    mends("invisible-character", &[("* [A\u{200b}b\u{feff}c](https://a.example/)\n", "* [Abc](https://a.example/)\n")]);
    // A family and a flag need their joiners.
    silent("invisible-character", &["* [👩‍👩‍👧 🏳️‍🌈 می‌خواهم](https://a.example/)\n"]);
    mends("odd-space-in-title", &[("* [ A\u{a0}b  c ](https://a.example/)\n", "* [A b c](https://a.example/)\n")]);
    silent("odd-space-in-title", &["* [A `b  c` d](https://a.example/)\n"]);
    mends("trailing-blanks", &[("* [A](https://a.example/) \t\n", "* [A](https://a.example/)\n")]);
}

#[test]
fn leftovers_of_a_merge() {
    for line in [
        "<<<<<<< HEAD",
        "=======",
        ">>>>>>> 12ab34c",
        "@@ -1,2 +3,4 @@ x",
        "diff --git a/draft/x.md b/draft/x.md",
        "index 12ab34c..56de78f 100644",
    ] {
        let lines = format!("* [A](https://a.example/)\n\n{line}\n\n* [B](https://b.example/)\n");
        assert!(names(&lines).contains(&"conflict-marker"), "{line}");
    }
    silent("conflict-marker", &["* [A](https://a.example/)\n\nindex of things\n\n==========\n"]);
}
