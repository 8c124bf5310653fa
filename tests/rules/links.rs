//! Links: what is flagged, what is left alone, what the fixes write.

use super::{mends, names, silent};

#[test]
fn bullets() {
    mends(
        "other-bullet",
        &[
            ("+ [A](https://a.example/)\n", "* [A](https://a.example/)\n"),
            ("-[A](https://a.example/)\n", "*[A](https://a.example/)\n"),
        ],
    );
    mends("doubled-bullet", &[("* - [A](https://a.example/)\n", "* [A](https://a.example/)\n")]);
    mends("crowded-bullet", &[("*[A](https://a.example/)\n", "* [A](https://a.example/)\n")]);
    silent("doubled-bullet", &["* * *\n", "* **Bold** [A](https://a.example/)\n"]);
    silent("other-bullet", &["* [A - B](https://a.example/)\n", "<!--\n- [A](https://a.example/)\n-->\n"]);
}

#[test]
fn many_neighbours_with_one_fault_are_one_finding() {
    let three: String = (0..3).map(|i| format!("- [A{i}](https://a.example/{i})\n")).collect();
    assert_eq!(names(&three), ["other-bullet"; 3]);
    let five: String = (0..5).map(|i| format!("- [A{i}](https://a.example/{i})\n")).collect();
    assert_eq!(names(&five), ["other-bullet"]);
    mends("other-bullet", &[(five.as_str(), five.replace("- ", "* ").as_str())]);
}

#[test]
fn addresses_that_do_not_end_where_they_should() {
    mends(
        "unclosed-address",
        &[
            ("* [A](https://a.example/b_(c)\n", "* [A](https://a.example/b_(c))\n"),
            ("* [A]((https://a.example/b)\n", "* [A](https://a.example/b)\n"),
            ("* [A](https://a.example/((b)\n", "* [A](https://a.example/%28%28b)\n"),
            ("* [A](https://a.example/b\\)\n", "* [A](https://a.example/b%5C)\n"),
        ],
    );
    silent("unclosed-address", &["* [A](https://a.example/b_(c))\n", "* [A](https://a.example/b\\_c)\n"]);
    mends("blank-in-address", &[("* [A](https://a.example/b c)\n", "* [A](https://a.example/b%20c)\n")]);
    silent("blank-in-address", &["* [A](https://a.example/b \"c\")\n", "* [A](<https://a.example/b c>)\n"]);
    // An address may stand elsewhere.
    silent("missing-url", &["* [A][a]\n\n[a]: https://a.example/\n", "* [B][]\n\n[b]: https://b.example/\n"]);
    assert_eq!(names("* [A][a]\n"), ["missing-url", "undefined-reference"]);
}

#[test]
fn text_beside_a_link() {
    mends(
        "text-after-link",
        &[
            (
                "* [widgets](https://a.example/) Painting for all.\n",
                "* [widgets - Painting for all](https://a.example/)\n",
            ),
            ("* [widgets](https://a.example/) — painting: a list\n", "* [widgets — painting](https://a.example/)\n"),
            ("* [widgets](https://a.example/) (my first one)\n", "* [widgets](https://a.example/)\n"),
            ("* [widgets](https://a.example/).\n", "* [widgets](https://a.example/)\n"),
        ],
    );
    // Which of two links is the item, a person says.
    let two = "* [One](https://a.example/) and [two](https://b.example/)\n";
    mends("text-after-link", &[(two, two)]);
    silent("text-after-link", &["* [A](https://a.example/) <!-- so -->\n", "* [A](https://a.example/) [video]\n"]);
    mends("text-before-link", &[("* Read [A](https://a.example/)\n", "* [A](https://a.example/)\n")]);
    silent("text-before-link", &["* [ES] [A](https://a.example/)\n", "* **[A](https://a.example/)**\n"]);
}

#[test]
fn links_whose_brackets_are_wrong() {
    mends("gap-in-link", &[("* [A]  (https://a.example/)\n", "* [A](https://a.example/)\n")]);
    mends("swapped-link", &[("* [https://a.example/](A title)\n", "* [A title](https://a.example/)\n")]);
    silent("swapped-link", &["* [https://a.example](https://a.example/)\n", "* [http in Rust](https://a.example/)\n"]);
}

#[test]
fn prefixes() {
    mends("prefix-case", &[("* [es] [A](https://a.example/)\n", "* [ES] [A](https://a.example/)\n")]);
    mends(
        "misplaced-prefix",
        &[
            ("* [A](https://a.example/) [Video]\n", "* [video] [A](https://a.example/)\n"),
            ("* [ES] [A (podcast)](https://a.example/)\n", "* [ES] [audio] [A](https://a.example/)\n"),
            ("* [video] [A (video)](https://a.example/)\n", "* [video] [A](https://a.example/)\n"),
            ("* [Un mundo (Spanish)](https://a.example/)\n", "* [ES] [Un mundo](https://a.example/)\n"),
        ],
    );
    mends(
        "language-prefix",
        &[("* [German] [Ein Baum](https://a.example/)\n", "* [DE] [Ein Baum](https://a.example/)\n")],
    );
    mends("missing-media-prefix", &[("* [A](https://youtu.be/x)\n", "* [video] [A](https://youtu.be/x)\n")]);
    silent(
        "missing-media-prefix",
        &[
            "* [audio] [A](https://www.youtube.com/watch?v=x)\n",
            "* [A](https://notyoutube.com/x)\n",
            "* [A (video)](https://youtu.be/x)\n",
        ],
    );
}

#[test]
fn titles() {
    silent(
        "capital-title",
        &[
            "* [HTTP/2 API](https://a.example/)\n",
            "* [WASM WASI and us](https://a.example/)\n",
            "* [東京 の Rust コミュニティ](https://a.example/)\n",
        ],
    );
    mends(
        "site-name-in-title",
        &[
            (
                "* [How we build things | Rust Blog](https://blog.rust.example/)\n",
                "* [How we build things](https://blog.rust.example/)\n",
            ),
            (
                "* [How we build things – Rust](https://rust.example/)\n",
                "* [How we build things](https://rust.example/)\n",
            ),
        ],
    );
    silent("site-name-in-title", &["* [Faster analytics — No Cluster Needed](https://a.example/)\n"]);
    silent("repeated-title", &["* [A one](https://a.example/)\n* [A two](https://b.example/)\n"]);
}

#[test]
fn addresses() {
    mends(
        "needless-parameter",
        &[
            ("* [A](https://a.example/x?a=1&fbclid=2#f)\n", "* [A](https://a.example/x?a=1#f)\n"),
            ("* [video] [A](https://youtu.be/x?si=abc)\n", "* [video] [A](https://youtu.be/x)\n"),
            (
                "* [video] [A](https://www.youtube.com/watch?v=x&t=11s)\n",
                "* [video] [A](https://www.youtube.com/watch?v=x)\n",
            ),
        ],
    );
    // A bracket that was forgotten makes no parameter of the next link.
    silent("needless-parameter", &["* [A]([B](https://docs.rs/?fbclid=1)[C](https://docs.rs/)\n"]);
    // On other sites such names may mean something.
    silent(
        "needless-parameter",
        &["* [A](https://a.example/x?t=3&si=2&ref=main)\n", "* [A](https://a.example/?feature)\n"],
    );
    mends("insecure-link", &[("* [A](http://docs.rs/a)\n", "* [A](https://docs.rs/a)\n")]);
    silent("insecure-link", &["* [A](http://a.example/github.com)\n", "* [A](http://notgithub.com/)\n"]);
    mends(
        "mobile-address",
        &[("* [video] [A](https://m.youtube.com/x)\n", "* [video] [A](https://www.youtube.com/x)\n")],
    );
    silent("shortened-link", &["* [A](https://habit.ly/x)\n", "* [A](https://a.example/bit.ly)\n"]);
    assert!(names("* [A](https://example.com/x)\n").contains(&"placeholder-address"));
}

#[test]
fn blank_lines() {
    mends(
        "blank-between-items",
        &[(
            "* [A](https://a.example/)\n\n\n* [B](https://b.example/)\n",
            "* [A](https://a.example/)\n* [B](https://b.example/)\n",
        )],
    );
    silent("blank-between-items", &["* [A](https://a.example/)\n\nA word.\n\n* [B](https://b.example/)\n"]);
    mends(
        "blank-under-heading",
        &[("### Research\n\n\n* [A](https://a.example/)\n", "### Research\n* [A](https://a.example/)\n")],
    );
    silent("blank-under-heading", &["### Research\n\nA word.\n\n* [A](https://a.example/)\n"]);
}
