//! Invariants on drafts put together from pieces, whole and broken, and on any text.

use super::{findings, fixed};
use proptest::prelude::*;
use twir_desk::rules::{Role, example, new_since};

/// Pieces of which drafts are made, whole and broken.
pub const PIECES: [&str; 32] = [
    "\n",
    "* ",
    "    * ",
    "[Title](https://a.example/?a=b&utm_source=x)",
    "<T, U>",
    "`",
    "``",
    "<!-- ",
    " -->",
    "2026-09-31",
    "2026-09-08 - 2026-09-01",
    " | ",
    "Bern, CH",
    "### Europe\n",
    "## Upcoming Events\n",
    "[](",
    ")",
    "é",
    "\r\n",
    "\t",
    "### Project/Tooling Updates\n",
    "[x]",
    "**",
    "%ff%",
    "- ",
    "  * ",
    "[**Evening**](https://www.meetup.com/rust-bern/events/1/)",
    "Hybrid (Bern, CH)",
    "### Virtual\n",
    "[Rust Bern](https://www.meetup.com/rust-bern/events/)",
    "\u{200b}",
    "\\<",
];

proptest! {
    #[test]
    fn never_panics_on_any_text(text in "\\PC{0,200}") {
        findings(&text, Role::Editor);
        findings(&example::draft(&text), Role::Contributor);
    }

    #[test]
    fn findings_lie_in_the_text_and_fixes_converge(picks in prop::collection::vec(0..PIECES.len(), 0..40)) {
        let text = example::draft(&picks.iter().map(|i| PIECES[*i]).collect::<String>());
        let found = findings(&text, Role::Editor);
        for finding in &found {
            prop_assert!(text.get(finding.span.range()).is_some(), "{finding:?}");
            prop_assert!(finding.line <= finding.end_line && finding.end_line <= text.lines().count().max(1));
            if let Some(fix) = &finding.fix {
                prop_assert!(fix.still_applies(&text) && fix.apply(&text).is_some());
            }
        }
        prop_assert!(found.is_sorted_by_key(|f| f.span.start));
        let once = fixed(&text, Role::Editor, true);
        prop_assert_eq!(fixed(&once, Role::Editor, true), once);
    }

    #[test]
    fn safe_fixes_lose_no_words(picks in prop::collection::vec(0..PIECES.len(), 0..40)) {
        let text = example::draft(&picks.iter().map(|i| PIECES[*i]).collect::<String>());
        let once = fixed(&text, Role::Editor, false);
        for word in ["Title", "Evening", "Rust Bern", "2026-09-31", "Bern, CH", "https://", "### "] {
            prop_assert_eq!(once.matches(word).count(), text.matches(word).count(), "{}: {}", word, once);
        }
    }

    #[test]
    fn nothing_is_new_against_itself(picks in prop::collection::vec(0..PIECES.len(), 0..40)) {
        let text = example::draft(&picks.iter().map(|i| PIECES[*i]).collect::<String>());
        let found = findings(&text, Role::Contributor);
        prop_assert!(new_since(found.clone(), &found).is_empty());
        // A line at the end of the head moves all of it and makes nothing new.
        let moved = findings(&text.replacen("\n\n", "\n\nHello.\n\n", 1), Role::Contributor);
        prop_assert_eq!(moved.len(), found.len());
    }
}
