//! Drafts put together from hand-made pieces, faults included, and steps to do on them.

use crate::common::steps::{FIELDS, Step};
use crate::common::{call, event, link, named, task};
use proptest::prelude::*;
use proptest::sample::select;
use twir_desk::issue::place::Region;
use twir_desk::issue::section::TABLE;
use twir_desk::issue::{Kind, Submission};

const HEADINGS: [&str; 24] = [
    "## Updates from Rust Community",
    "### Official",
    "### Research",
    "### Observations/Thoughts:",
    "### Crab Conf 2026",
    "#Miscellaneous",
    "## Crate of the Week",
    "## Calls for Testing",
    "## Call for Participation; projects and speakers",
    "### CFP - Projects",
    "### CFP - Events",
    "### CFP - Speakers",
    "## Updates from the Rust Project",
    "### [Final Comment Period](https://f.example/)",
    "#### Tracking Issues & PRs",
    "## Upcoming Events",
    "### Virtual",
    "### Asia",
    "### Europe ###",
    "### Oceania",
    "# North America",
    "### Jobs",
    "# Quote of the Week",
    "### stray *heading*",
];

/// Lines that stand in drafts, right and wrong.
const PIECES: [&str; 58] = [
    "",
    "",
    "",
    " \t ",
    "A paragraph.",
    "If you are running a Rust event, tell us.",
    "Rusty Events between 2026-09-02 - 2026-09-30 🦀",
    "* [One](https://a.example/1)",
    "* [Two `<T>` \\[x\\]](https://a.example/2_(x))",
    "* [video] [ES] [Three](https://a.example/3)",
    "* [Four](https://a.example/4) by Somebody  ",
    "*   [Five] (https://a.example/5)",
    "- [Six](https://a.example/6)\t",
    "  + [Seven](https://a.example/7)",
    "*[Eight](https://a.example/8)",
    "[Nine](https://a.example/9)",
    "* only words | 2026-09-08",
    "* [a](b) and [c](d)",
    "*",
    "* ",
    "* * *",
    "* []()",
    "* [open](https://a.example/",
    "1. [Numbered](https://a.example/n)",
    "    * [Child](https://a.example/c)",
    "  * [Two blanks](https://a.example/c2)",
    "\t* [Tab](https://a.example/c3)",
    "    more words",
    "* 2026-09-08 | Bern, CH | [Org](https://o.example/)\n    * [**Evening**](https://o.example/1)",
    "* 2026-09-08 - 2026-09-11 | Virtual (Bern, CH) | [Org](https://o.example/)\n    * [**A**](https://o.example/a)\n    * [**B**](https://o.example/b)",
    "* 2026-09-07| Zug, CH; Biel, CH |[Org](https://o.example/) and [Two](https://t.example/)\n\t- [**Half*](https://o.example/2)",
    "- 2026-09-09 | Aarau, CH | Org\n  * **Bold**",
    "2026-09-10 | No, BL | [Org](https://o.example/)\n    * [**E**](https://o.example/3)",
    "# 2026-09-12 | Head, CH | [Org](https://o.example/) | [Two](https://t.example/)",
    "* 2026-09-30 - 2026-09-01 | Back, CH | [Org](https://o.example/)\n\n    * [**Gap**](https://o.example/4)",
    "* 2026-02-30 | Never, CH | [Org](https://o.example/)",
    "* [crab - Mend it](https://c.example/1)",
    "* [crab: Break it](https://c.example/2)",
    "    * [crab - below](https://c.example/3)",
    "* [**Conf**](https://c.example/4) | CFP closes 2026-10-01 | Bern, CH | 2026-11-04 - 2026-11-06",
    "* [Conf](https://c.example/5)| Closes 2026-10-02 | Bern, CH",
    "* [**Conf*](https://c.example/6) \\| CFP open until soon \\| Virtual \\| 2026-11-04 to 2026-11-05",
    "<!-- a comment -->",
    "<!--\n* [Sample](https://s.example/)\n### Research\n-->",
    "<!-- how\n--> and words behind",
    "* [Ten](https://a.example/10) <!-- note\nin two lines -->",
    "text <!-- opens",
    "-->",
    "```\n* [Fenced](https://f.example/)\n### Research\n```",
    "~~~",
    "> a quote",
    "| a | table |\n|---|---|",
    "`<!--` * [x](y)",
    "\u{feff}* [Mark](https://a.example/m)",
    "* [Ünïcödé 🦀](https://a.example/ü)",
    "* \u{a0}[Blank](https://a.example/b)",
    "<b>* [html](https://a.example/h)</b>",
    "* [bold **x**](https://a.example/b) [second](https://a.example/s) `code | bar`",
];

/// A draft: header, headings with pieces below, one kind of line end or a mixture, with or without a last one.
pub fn draft() -> impl Strategy<Value = String> {
    let section = (select(&HEADINGS[..]), prop::collection::vec(select(&PIECES[..]), 0..6));
    let sections = prop::collection::vec(section, 0..8);
    (sections, 0..4u8, any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(sections, ends, header, mark, last)| {
        let mut text = String::new();
        if header {
            text.push_str(
                "Title: This Week in Rust 670\nNumber: 670\nDate: 2026-09-23\nCategory: This Week in Rust\n\n",
            );
        }
        for (heading, pieces) in sections {
            std::iter::once(heading).chain(pieces).for_each(|piece| {
                text.push_str(piece);
                text.push('\n');
            });
        }
        if !last {
            text.pop();
        }
        let text = match ends {
            0 => text.replace('\n', "\r\n"),
            1 => text.replace("\n*", "\r\n*"),
            _ => text,
        };
        if mark { format!("\u{feff}{text}") } else { text }
    })
}

/// Text of the characters that mean something, and any text.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[-*+#|<>!`~\\\\\\[\\]()a-c0-9:;&_ \t\r\n]{0,120}",
        "([*+-]|#{1,4}|\\[a\\]|\\(b\\)|<!--|-->|```|2026-09-0[1-9]| \\| |    |[\t\r\n a])*",
        any::<String>(),
        (draft(), any::<prop::sample::Index>(), any::<String>()).prop_map(|(mut draft, at, noise)| {
            let mut at = at.index(draft.len() + 1);
            while !draft.is_char_boundary(at) {
                at -= 1;
            }
            draft.insert_str(at, &noise);
            draft
        }),
    ]
}

/// Submissions of all kinds.
pub fn submission() -> impl Strategy<Value = Submission> {
    let sections = select(&["Official", "Research", "Observations/Thoughts", "Crab Conf 2026", "Miscellaneous"][..]);
    let regions = select(&["Virtual", "Asia", "Europe", "Africa", "South America", "North America"][..]);
    let places = select(&["Bern, CH", "aarau, CH", "Virtual", "Zug, CH"][..]);
    prop_oneof![
        (sections, title()).prop_map(|(section, title)| link(section, &title, "https://new.example/")),
        (regions, 1..29u8, places, prop::collection::vec(title(), 0..3)).prop_map(|(region, day, place, titles)| {
            let mut event = event(region, &format!("2026-09-{day:02}"), place);
            if let Submission::Event(event) = &mut event {
                event.events.extend(titles.iter().map(|t| named(t, "https://new.example/more")));
            }
            event
        }),
        Just(task()),
        Just(call()),
    ]
}

/// A title as it stands in the file.
fn title() -> impl Strategy<Value = String> {
    "[a-c*_`\\[\\]<>|&;\\\\!(){}é ]{1,12}".prop_map(|typed| {
        let inline = twir_desk::issue::escape::to_inline(&typed);
        if inline.is_empty() { "x".into() } else { inline }
    })
}

/// One step, with arguments right and wrong.
pub fn step() -> impl Strategy<Value = Step> {
    let value = prop_oneof![
        title(),
        select(&["https://b.example/", "2026-09-15", "2026-13-01", "", "video ES", "a | b", "a](b", "x\ny", " y "][..])
            .prop_map(str::to_owned),
        "[a-c*_`\\[\\]<>|&\\\\ ()]{0,8}",
    ];
    let kinds: Vec<Kind> = TABLE.iter().map(|row| row.kind).chain([Kind::Unknown, Kind::OtherLinks]).collect();
    let index = 0..40usize;
    prop_oneof![
        4 => submission().prop_map(Step::Add),
        4 => (index.clone(), select(&FIELDS[..]), value).prop_map(|(i, field, value)| Step::Set(i, field, value)),
        2 => (index.clone(), submission()).prop_map(|(i, submission)| Step::Update(i, submission)),
        2 => index.clone().prop_map(Step::Remove),
        2 => (index.clone(), -9..9isize).prop_map(|(i, by)| Step::MoveBy(i, by)),
        3 => (index.clone(), index.clone(), 0..6usize).prop_map(|(i, to, at)| Step::MoveTo(i, to, at)),
        1 => select(&Region::ALL[..]).prop_map(Step::MakeRegion),
        1 => select(kinds).prop_map(Step::MakeSection),
        1 => index.prop_map(Step::RemoveHeading),
    ]
}
