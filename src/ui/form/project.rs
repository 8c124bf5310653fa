//! A task of a project that looks for help.

use super::{MARKDOWN, Part};
use crate::ui::field::Spec;

pub const PARTS: &[Part] = &[
    Part::Field(&Spec::url("Address of the issue", "one open issue in a public tracker")),
    Part::Field(&Spec::new("project", "Project", |f| &f.project, |f, v| f.project = v)),
    Part::Field(&Spec {
        note: "with how hard it is: easy, medium, hard, tedious",
        ..Spec::new("title", "Title of the issue", |f| &f.title, |f, v| f.title = v)
    }),
    MARKDOWN,
    Part::Hint("The project needs an open-source licence, and the issue a link to how to contribute."),
];
