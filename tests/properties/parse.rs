//! Parsing takes any text, gives it back, and its spans are in order.

use crate::common::invariants;
use crate::drafts::{draft, text};
use proptest::prelude::*;

proptest! {
    #![proptest_config(crate::cases(600))]

    #[test]
    fn any_text_parses_and_is_given_back(text in text()) {
        invariants::document(&text);
    }

    #[test]
    fn any_draft_parses_and_is_given_back(draft in draft()) {
        let doc = invariants::document(&draft);
        prop_assert_eq!(doc.text(), &draft);
    }
}
