//! What differs between two issues: nothing is left out, and what belongs together is told as one.

mod common;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use twir_desk::issue::Document;
use twir_desk::review::{Change, ChangeKind, LineKind, changes, line_diff};
use twir_desk::text::Span;

const DRAFT: &str = "Title: T\n\n## Updates from Rust Community\n### Rust Walkthroughs\n\
    * [One](https://video.example/watch?v=1)\n* [Two](https://video.example/watch?v=2)\n* [Three](https://three.example)\n\
    ### Research\n\n## Upcoming Events\n### Virtual\n\
    * 2026-09-08 | Hybrid (Bern, CH) | [O](https://o.example)\n    * [**Night**](https://o.example/night)\n\
    ### Europe\n* 2026-09-08 | Hybrid (Bern, CH) | [O](https://o.example)\n    * [**Night**](https://o.example/night)\n\
    ## Jobs\nA line.\n";

/// The changes in one word each, with what they are about.
fn told(before: &str, after: &str) -> Vec<String> {
    let (base, edited) = (Document::parse(before), Document::parse(after));
    checked(&base, &edited).iter().map(|c| word(&base, &edited, c)).collect()
}

fn word(base: &Document, edited: &Document, change: &Change) -> String {
    let section = |doc: &Document, item: Option<usize>| {
        item.map(|i| doc.sections[doc.items[i].section].title.of(doc.text()).to_owned())
    };
    let title = |doc: &Document, item: Option<usize>| item.map(|i| doc.items[i].title().of(doc.text()).to_owned());
    let (from, to) = (section(base, change.before), section(edited, change.after));
    let name = title(edited, change.after).or(title(base, change.before));
    let fields: Vec<_> = change.fields.iter().map(|f| f.name).collect();
    match change.kind {
        ChangeKind::Other => {
            format!("Other {:?} {:?}", change.spans.0.of(base.text()), change.spans.1.of(edited.text()))
        }
        kind => format!("{kind:?} {} {from:?} {to:?} {fields:?}", name.unwrap_or_default()).replace("None ", ""),
    }
}

/// The changes, and what must hold of any.
fn checked(base: &Document, edited: &Document) -> Vec<Change> {
    let found = changes(base, edited);
    assert_eq!(found.is_empty(), base.text() == edited.text());
    let left = |doc: &Document, spans: Vec<Span>| -> String {
        let free = |line: &Span| !spans.iter().any(|s| s.covers(*line));
        doc.lines.iter().map(|l| l.full).filter(free).map(|l| l.of(doc.text()).to_owned()).collect()
    };
    let before = left(base, found.iter().map(|c| c.spans.0).collect());
    let after = left(edited, found.iter().map(|c| c.spans.1).collect());
    assert_eq!(before, after, "without the changes both texts read the same");
    assert!(found.is_sorted_by_key(|c| c.spans.1.start));
    lines_tell_both_texts(base.text(), edited.text());
    found
}

/// The hunks hold every differing line with its number.
fn lines_tell_both_texts(before: &str, after: &str) {
    let (mut old, mut new): (Vec<_>, Vec<_>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let bare = |line: &str| line.trim_end_matches(['\n', '\r']).to_owned();
    for row in line_diff(before, after).iter().flat_map(|h| &h.rows).collect::<Vec<_>>().into_iter().rev() {
        if let Some(number) = row.before {
            assert_eq!(bare(old[number - 1]), row.text);
            if row.kind == LineKind::Removed {
                old.remove(number - 1);
            }
        }
        if let Some(number) = row.after {
            assert_eq!(bare(new[number - 1]), row.text);
            if row.kind == LineKind::Added {
                new.remove(number - 1);
            }
        }
    }
    assert_eq!(old, new, "what remains is the same");
}

#[test]
fn items_are_known_again() {
    let one = "* [One](https://video.example/watch?v=1)\n";
    let night =
        "* 2026-09-08 | Hybrid (Bern, CH) | [O](https://o.example)\n    * [**Night**](https://o.example/night)\n";
    let europe = |new: &str| DRAFT.replace(&format!("### Europe\n{night}"), &format!("### Europe\n{new}"));
    for (after, wanted) in [
        (DRAFT.to_owned(), vec![]),
        (DRAFT.replace(one, ""), vec![r#"Removed One Some("Rust Walkthroughs") []"#]),
        (
            DRAFT.replace(one, &format!("{one}* [New](https://video.example/watch?v=9)\n")),
            vec![r#"Added New Some("Rust Walkthroughs") []"#],
        ),
        (
            DRAFT.replace("[One]", "[The first one]"),
            vec![r#"Changed The first one Some("Rust Walkthroughs") Some("Rust Walkthroughs") ["title"]"#],
        ),
        (
            DRAFT.replace("watch?v=1", "first"),
            vec![r#"Changed One Some("Rust Walkthroughs") Some("Rust Walkthroughs") ["url"]"#],
        ),
        (
            DRAFT.replace(one, "").replace("### Research\n", &format!("### Research\n{one}")),
            vec![r#"Moved One Some("Rust Walkthroughs") Some("Research") ["section"]"#],
        ),
        (
            DRAFT
                .replace(one, "")
                .replace("* [Three](https://three.example)\n", &format!("* [Three](https://three.example)\n{one}")),
            vec![r#"Moved One Some("Rust Walkthroughs") Some("Rust Walkthroughs") []"#],
        ),
        (europe(""), vec![r#"Removed Night Some("Europe") []"#]),
        (europe(&night.replace("09-08", "09-09")), vec![r#"Changed Night Some("Europe") Some("Europe") ["starts"]"#]),
        (DRAFT.replace("A line.", "Another."), vec![r#"Other "A line.\n" "Another.\n""#]),
        (DRAFT.replace("### Research\n\n", ""), vec!["Other \"### Research\\n\\n\" \"\""]),
        (DRAFT.trim_end().to_owned(), vec![r#"Other "A line.\n" "A line.""#]),
    ] {
        assert_eq!(told(DRAFT, &after), wanted);
    }
}

/// What issues are made of; lines that repeat, so that everything can be mistaken for something else.
const BLOCKS: &[&str] = &[
    "### Official\n",
    "### Research\n",
    "## Upcoming Events\n",
    "### Europe\n",
    "* [One](https://one.example/)\n",
    "* [One more](https://one.example/)\n",
    "- [One](https://one.example/)\n",
    "* [Two of them](https://two.example/)\n",
    "* 2026-09-08 | Bern, CH | [O](https://o.example)\n    * [**A**](https://a.example)\n",
    "* 2026-09-15 | Bern, CH | [O](https://o.example)\n    * [**A**](https://a.example)\n",
    "<!-- here it goes\n-->\n",
    "text\n",
    "\n",
    "\r\n",
    "no end",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_left_out(
        base in prop::collection::vec(select(BLOCKS), 0..25),
        edits in prop::collection::vec((any::<Index>(), 0usize..3, prop::option::of(select(BLOCKS)), any::<Index>()), 0..6),
    ) {
        let mut blocks = base.clone();
        blocks.insert(0, "## Updates from Rust Community\n");
        let before = blocks.concat();
        for (at, removed, new, to) in edits {
            let at = at.index(blocks.len() + 1);
            let end = (at + removed).min(blocks.len());
            // One that is taken out goes in again elsewhere: a move.
            let taken: Vec<&str> = blocks.splice(at..end, new).collect();
            if let [first, _] = taken[..] {
                blocks.insert(to.index(blocks.len() + 1), first);
            }
        }
        checked(&Document::parse(before.as_str()), &Document::parse(blocks.concat().as_str()));
    }

    #[test]
    fn any_texts_can_be_compared(a in "[ab\r\n*\\[\\]()|#<!->]{0,60}", b in "[ab\r\n*\\[\\]()|#<!->]{0,60}") {
        checked(&Document::parse(a.as_str()), &Document::parse(b.as_str()));
    }
}

#[test]
fn one_week_after_another_is_told_whole() {
    let Some(folder) = common::corpus::folder() else { return };
    let issues = common::corpus::texts(&folder, "issues");
    for pair in issues.windows(2).step_by(20) {
        checked(&Document::parse(pair[0].1.as_str()), &Document::parse(pair[1].1.as_str()));
    }
}
