//! Every byte comes back: of drafts with every oddity, made by hand, and of the newsletter's whole history.

mod common;

use common::{corpus, invariants};
use twir_desk::issue::{Document, Problem};

/// Kinds of bytes that an editor is tempted to tidy away.
const ODD: [&str; 12] = [
    "",
    "\n",
    "\r\n\r\n",
    "\r",
    "\u{feff}",
    "\u{feff}Title: x\r\nNumber: 1\r\n",
    "no end of line",
    "trailing \t \n\n\n",
    "a\rb\r\nc\n\r\nd",
    "\u{b}\u{c}\u{85}\u{2028}* [x](y)\u{0}\n",
    "## Jobs\n<!--\n* [x](y)\n```\n",
    "## Updates from Rust Community\n### Research\n\t* [x] (y) \n  + z\n[v](w)\n",
];

#[test]
fn odd_bytes() {
    ODD.iter().for_each(|text| {
        invariants::document(text);
    });
}

#[test]
fn what_is_no_issue_says_so() {
    assert!(!Document::parse("").is_issue());
    assert!(!Document::parse("# Shopping\n* bread\n").is_issue());
    let cut = Document::parse("Number: 1\n\n## Updates from Rust Community\n### Research\n* [x](y)\n");
    assert!(cut.is_issue() && cut.problems == [Problem::CutOff]);
}

#[test]
fn the_newsletters_history() {
    let Some(folder) = corpus::folder() else { return };
    for part in ["issues", "seeds", "replays/bases", "fixups/before", "urls"] {
        let texts = corpus::texts(&folder, part);
        for (name, text) in &texts {
            let doc = Document::parse(text.as_str());
            assert_eq!(doc.text().as_bytes(), text.as_bytes(), "{part}/{name}");
            let lines: String = doc.lines.iter().map(|l| l.full.of(text)).collect();
            assert_eq!(&lines, text, "{part}/{name}");
            invariants::document(text);
        }
        println!("{part}: {} texts, {} bytes", texts.len(), texts.iter().map(|(_, t)| t.len()).sum::<usize>());
        assert!(!texts.is_empty(), "{part} is empty");
    }
}
