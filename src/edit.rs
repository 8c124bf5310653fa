//! Operations on a document. Each gives an [`Edit`](crate::text::Edit); every byte outside it stays.

mod add;
mod carry;
mod heading;
mod place;
mod relocate;
mod set;
mod update;

pub use add::{add, add_all, replace};
pub use carry::{NewIssueError, WINDOW_DAYS, new_issue};
pub use heading::{make_region, make_section, remove_heading};
pub use place::event_key;
pub use relocate::{move_by, move_to, remove};
pub use set::{Field, set, set_and_read};
pub use update::update;

use crate::issue::Document;
use crate::text::Edit;
use std::fmt;

/// An edit that was tried out: nobody needs to read the text again to know what it makes of it.
#[derive(Clone, Debug)]
pub struct Change {
    pub edit: Edit,
    /// The document behind it.
    pub after: Document,
}

/// The end of a sentence: why a value is refused that holds Markdown's own marks.
const UNREADABLE: &str = "would be read as something else; put a backslash before brackets, write &#124; for a bar, %28 and %29 for parentheses in an address";

/// Why an operation cannot be done. The document is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The draft has no section of that name; the names it has.
    NoSection(String, Vec<String>),
    /// Neither a region was named nor could one be told from the location.
    NoRegion(String),
    /// The region's name is none of the newsletter's.
    UnknownRegion(String),
    /// The item is gone or is of another shape.
    NoSuchItem,
    /// The item has no such field.
    NoSuchField(&'static str),
    /// The value cannot stand in that field.
    BadValue(&'static str, String),
    /// The item would be read back with other fields.
    Unreadable,
    /// A heading that still has something below it; its text.
    NotEmpty(String),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSection(name, known) => {
                write!(f, "the draft has no section `{name}`; it has: {}", known.join(", "))
            }
            Self::NoRegion(place) => write!(
                f,
                "field `location` `{place}` does not say where in the world it is; write `City, CC`, or name a region in field `region`"
            ),
            Self::UnknownRegion(name) => write!(
                f,
                "field `region` `{name}` is none of Virtual, Africa, Asia, Europe, North America, Oceania, South America"
            ),
            Self::NoSuchItem => f.write_str("the item is not there any more"),
            Self::NoSuchField(name) => write!(f, "the item has no field `{name}`"),
            Self::BadValue(name, problem) => write!(f, "field `{name}` {problem}"),
            Self::Unreadable => write!(f, "the item {UNREADABLE}"),
            Self::NotEmpty(title) => write!(f, "the heading `{title}` still has something below it"),
        }
    }
}

impl std::error::Error for Refusal {}
