//! The quick look at a text never overlooks what the slow one finds.

use crate::cases;
use proptest::prelude::*;
use twir_desk::issue::damage::{find, suspect};

/// Pieces of honest and of damaged text, and any character at all.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec!["a", "K√∂ln", "GrÃ¼n", "Sessi贸", "猫", "é", "–", " ", "\u{85}", "\u{fffd}", "Â", "â€™", "ł", "\n"])
            .prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ]
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn what_is_found_was_suspected(pieces in prop::collection::vec(piece(), 0..12)) {
        let text = pieces.concat();
        prop_assert!(suspect(&text) || find(&text).is_empty(), "{text:?} {:?}", find(&text));
    }
}

#[test]
fn plain_drafts_are_not_suspected() {
    assert!(!suspect("* [Zürich – a café](https://a.example/é)\n"));
    assert!(suspect("* [Z√ºrich](https://a.example/)\n"));
}
