//! Any operation on any draft: inverts, maps offsets in order, leaves every other byte, and does what it says.

use crate::common::invariants;
use crate::common::steps::Step;
use crate::drafts::{draft, step, submission, text};
use proptest::prelude::*;
use twir_desk::edit;
use twir_desk::issue::Document;
use twir_desk::text::{Edit, Span, Splice};

proptest! {
    #![proptest_config(crate::cases(1500))]

    #[test]
    fn steps_hold_on_drafts(draft in draft(), steps in prop::collection::vec(step(), 1..4)) {
        let mut text = draft;
        for step in steps {
            text = step.holds(&text);
        }
    }

    #[test]
    fn steps_hold_on_any_text(text in text(), step in step()) {
        step.holds(&text);
    }

    #[test]
    fn what_is_added_can_be_added_again_and_removed(draft in draft(), submission in submission()) {
        let once = Step::Add(submission.clone()).holds(&draft);
        if once != draft {
            let twice = Step::Add(submission).holds(&once);
            prop_assert!(twice.len() > once.len());
        }
    }

    #[test]
    fn removing_all_items_leaves_none(draft in draft()) {
        let mut doc = Document::parse(draft);
        let mut items = doc.items.len();
        while items > 0 {
            doc = Document::parse(edit::remove(&doc, 0).unwrap().apply(doc.text()).unwrap());
            // What stood below an item may become one of its own, but there is less text every time.
            items = doc.items.len();
        }
    }

    #[test]
    fn any_splices_invert_and_map(
        text in "[aé🦀\n]{0,40}",
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), "[xü\r\n]{0,3}"), 0..5),
    ) {
        let ends: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
        let splice = |(a, b, with): (prop::sample::Index, prop::sample::Index, String)| {
            Splice { span: Span::new(*a.get(&ends), *b.get(&ends)), text: with }
        };
        if let Ok(edit) = Edit::of(cuts.into_iter().map(splice).collect()) {
            invariants::edit(&text, &edit);
        }
    }

    #[test]
    fn between_two_texts_lies_one_splice(a in "[aé🦀\n]{0,20}", b in "[aé🦀\n]{0,20}") {
        let edit = Edit::between(&a, &b);
        prop_assert!(edit.splices().len() <= 1);
        prop_assert_eq!(invariants::edit(&a, &edit), b);
    }
}
