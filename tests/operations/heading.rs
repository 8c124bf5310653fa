//! Headings are made in the template's order, and removed where nothing stands below them.

use crate::common::{check, refusal, section};
use twir_desk::edit::{make_section, remove_heading};
use twir_desk::issue::Kind;

#[test]
fn made_before_the_next_of_the_template() {
    check(
        "## Updates from Rust Community\n\n### Official\n* [One](https://a.example/1)\n\n### Miscellaneous\n\n## Crate of the Week\n",
        |doc| make_section(doc, Kind::Research),
        "## Updates from Rust Community\n\n### Official\n* [One](https://a.example/1)\n\n### Research\n\n### Miscellaneous\n\n## Crate of the Week\n",
    );
}

#[test]
fn made_last_of_its_part() {
    check(
        "## Updates from Rust Community\n\n### Official\n* [One](https://a.example/1)\n\n## Crate of the Week\n\n## Jobs\n",
        |doc| make_section(doc, Kind::Miscellaneous),
        "## Updates from Rust Community\n\n### Official\n* [One](https://a.example/1)\n\n### Miscellaneous\n\n## Crate of the Week\n\n## Jobs\n",
    );
}

#[test]
fn made_behind_a_section_of_this_issue_only() {
    check(
        "## Updates from Rust Community\n\n### Crab Conf 2026\n* [One](https://a.example/1)\n\n## Crate of the Week\n",
        |doc| make_section(doc, Kind::Research),
        "## Updates from Rust Community\n\n### Crab Conf 2026\n* [One](https://a.example/1)\n\n### Research\n\n## Crate of the Week\n",
    );
}

#[test]
fn made_at_the_end_of_the_file() {
    check("## Jobs\n", |doc| make_section(doc, Kind::Quote), "## Jobs\n\n# Quote of the Week\n");
    check("## Jobs", |doc| make_section(doc, Kind::Quote), "## Jobs\n\n# Quote of the Week");
    check("## Jobs\r\n\r\n", |doc| make_section(doc, Kind::Quote), "## Jobs\r\n\r\n# Quote of the Week\r\n");
}

#[test]
fn made_where_there_is_one_changes_nothing() {
    let draft = "## Updates from Rust Community\n\n### Research\n";
    check(draft, |doc| make_section(doc, Kind::Research), draft);
}

#[test]
fn no_heading_of_no_name_is_made() {
    refusal("## Jobs\n", |doc| make_section(doc, Kind::Unknown));
}

#[test]
fn removed_with_the_blank_lines_below() {
    check(
        "## Updates from Rust Community\n\n### Official\n\n\n### Research\n* [One](https://a.example/1)\n",
        |doc| remove_heading(doc, section(doc, "Official")),
        "## Updates from Rust Community\n\n### Research\n* [One](https://a.example/1)\n",
    );
    check("## Jobs\n\n### Official", |doc| remove_heading(doc, 1), "## Jobs\n\n");
}

#[test]
fn not_removed_while_something_stands_below() {
    let draft = "## Updates from Rust Community\n\n### Research\n<!-- kept -->\n\n### Miscellaneous\n";
    let sentence = refusal(draft, |doc| remove_heading(doc, section(doc, "Research")));
    assert_eq!(sentence, "the heading `Research` still has something below it");
}

#[test]
fn not_removed_while_its_sub_sections_stand() {
    let draft = "## Updates from Rust Community\n\n### Research\n* [One](https://a.example/1)\n\n## Jobs\n";
    let sentence = refusal(draft, |doc| remove_heading(doc, section(doc, "Updates from Rust Community")));
    assert_eq!(sentence, "the heading `Updates from Rust Community` still has something below it");
}
