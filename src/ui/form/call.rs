//! A call for speakers.

use super::{LOCATION, MARKDOWN, Part};
use crate::ui::field::Spec;

pub const PARTS: &[Part] = &[
    Part::Field(&Spec {
        note: "a conference or meetup with Rust in it",
        ..Spec::new("title", "Event", |f| &f.title, |f, v| f.title = v)
    }),
    MARKDOWN,
    Part::Field(&Spec::url("Page of the call", "where speakers send their talk")),
    Part::Field(&Spec::date("closes", "Call closes", "last day to send a talk", |f| &f.closes, |f, v| f.closes = v)),
    Part::Field(&LOCATION),
    Part::Pair(
        &Spec::date("starts", "Event begins", "", |f| &f.starts, |f, v| f.starts = v),
        &Spec::date("ends", "Until", "if several days", |f| &f.ends, |f, v| f.ends = v),
    ),
];
