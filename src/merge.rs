//! Edited copies of one draft brought together, by item.
//!
//! Any number of copies of one base. Items are matched by what they are (address, then likeness and nearness) inside
//! parts matched by their headings; free text by line. Two additions never conflict, the same addition twice is one;
//! an edit wins over what nobody touched, and so does a deletion; changes of different fields of one item go
//! together. What one side moved stands where it was moved, with what others made of it.
//!
//! Of the base's own two are turned round if a side turned them round (`order.rs`). What sides added stands before
//! what they have behind it; what several added at one place in the order of placing: events by start and location,
//! regions and sections as in the template, everything else in the order of the copies. What was put at several places
//! stands at the uppermost. White space that one side changed follows that side; changed in two ways it stays as the
//! base has it.
//!
//! So merging the result again, with all the copies or some, changes nothing, unless a question was found, or several
//! copies touched what stands twice in the base: which of the two the result has, no text can say. Then it may stand
//! elsewhere, and of what has an address one is always left (`twins.rs`). The same holds of empty lines where copies
//! carried items past them, each another way: it happens once in ten thousand generated merges.
//!
//! One field changed in two ways, or something changed and deleted, is a [`Conflict`]: all versions stand in the
//! result, and a choice among them is an [`Edit`] of it.

mod align;
mod alike;
mod fields;
mod gaps;
mod order;
mod pairs;
mod rivals;
mod settle;
#[cfg(test)]
mod tests;
mod twins;
mod union;
mod units;
mod weave;
mod woven;

use crate::text::{Edit, Span};
use weave::{Side, Weave};

/// An edited copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edited<'t> {
    /// By what people know it: a file's name, a person's.
    pub name: &'t str,
    pub text: &'t str,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The text with all edits; of every conflict all versions, one after the other.
    pub text: String,
    /// What no rule settles, in the order of the text.
    pub conflicts: Vec<Conflict>,
}

/// Something that was changed in two ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Where all versions stand in the result.
    pub span: Span,
    /// Line of the result at which it begins, counted from 1.
    pub line: usize,
    /// What the base has.
    pub base: String,
    /// What the copies made of it, each text once, in the order of the copies.
    pub versions: Vec<Version>,
}

/// One way out of a conflict. What the other sides changed in fields about which there is no question is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The copies that have it, by name.
    pub names: Vec<String>,
    /// Empty where they took it away.
    pub text: String,
}

impl Conflict {
    /// The edit of the merged text that leaves only version `index`; `None` where there is no such version.
    pub fn choose(&self, index: usize) -> Option<Edit> {
        self.versions.get(index).map(|version| Edit::replace(self.span, version.text.as_str()))
    }
}

impl Merged {
    /// The edit that leaves of each conflict the version that `choices` names, and of those without a choice all.
    pub fn choose(&self, choices: &[Option<usize>]) -> Edit {
        let chosen = self.conflicts.iter().zip(choices).filter_map(|(conflict, choice)| conflict.choose((*choice)?));
        // Conflicts share no bytes: their edits always make one.
        Edit::of(chosen.flat_map(|edit| edit.splices().to_vec()).collect()).unwrap_or_default()
    }

    /// The text with each conflict between the marks that git writes, for tools that look for them.
    pub fn with_markers(&self) -> String {
        let mut text = String::with_capacity(self.text.len());
        let mut at = 0;
        for conflict in &self.conflicts {
            text.push_str(&self.text[at..conflict.span.start]);
            at = conflict.span.end;
            let last = conflict.versions.len().saturating_sub(1);
            for (index, version) in conflict.versions.iter().enumerate() {
                let names = version.names.join(", ");
                if !text.is_empty() && !text.ends_with('\n') {
                    text.push('\n');
                }
                if index == 0 {
                    text.push_str(&format!("<<<<<<< {names}\n"));
                } else {
                    text.push_str("=======\n");
                }
                text.push_str(&version.text);
                if index == last {
                    if !text.ends_with('\n') {
                        text.push('\n');
                    }
                    text.push_str(&format!(">>>>>>> {names}\n"));
                }
            }
        }
        text.push_str(&self.text[at..]);
        text
    }
}

/// Brings all edits of `base` together, those of earlier copies first; the copies are called by their numbers.
pub fn merge(base: &str, edited: &[&str]) -> Merged {
    let names: Vec<String> = (1..=edited.len()).map(|number| format!("copy {number}")).collect();
    let named = edited.iter().zip(&names).map(|(text, name)| Edited { name, text });
    merge_named(base, &named.collect::<Vec<_>>())
}

/// The same with copies that have names.
pub fn merge_named(base: &str, edited: &[Edited<'_>]) -> Merged {
    let units = units::of_issue(base);
    let mut sides: Vec<Side<'_>> = edited.iter().map(|copy| Side::of(&units, units::of_issue(copy.text))).collect();
    let stay = twins::agree(&units, &mut sides);
    let eol = if base.contains("\r\n") { "\r\n" } else { "\n" };
    Weave { base: &units, sides: &sides, stay: &stay, prefer: None }.issue().join(eol, edited)
}
