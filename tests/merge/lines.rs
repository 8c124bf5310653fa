//! Lines as a bag, and what must be in it.

use std::collections::BTreeMap;

/// Lines as a bag: blank ones left out, bullets and blanks at the ends aside.
pub fn bag(text: &str) -> BTreeMap<String, usize> {
    let mut bag = BTreeMap::new();
    for line in text.split('\n').map(str::trim).filter(|l| !l.is_empty()) {
        let bare =
            line.strip_prefix(['-', '*', '+']).filter(|rest| rest.starts_with(' ')).map_or(line, str::trim_start);
        *bag.entry(bare.to_owned()).or_default() += 1;
    }
    bag
}

/// Every line that a side has and the base has not stands in the result.
#[track_caller]
pub fn nothing_added_is_missing(base: &str, sides: &[&str], merged: &str) {
    let (known, got) = (bag(base), bag(merged));
    for line in sides.iter().flat_map(|side| bag(side).into_keys()) {
        assert!(known.contains_key(&line) || got.contains_key(&line), "`{line}` is missing in\n{merged}");
    }
}
