//! HTML that an issue may hold itself.

/// Tags that a text may write: those that past issues have. The newsletter's page checker
/// (tools/inspect_markdown.py) fails on every other one.
pub const TAGS: [&str; 17] = [
    "p",
    "a",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "strong",
    "hr",
    "li",
    "ul",
    "ol",
    "em",
    "code",
    "blockquote",
    "small",
    "br",
];
