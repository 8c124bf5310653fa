//! A new issue: the template filled in, last issue's events carried over.

use crate::issue::{Document, Header};
use crate::text::date::Date;
use std::fmt;

/// Days that the window of events is long (format of the newsletter).
pub const WINDOW_DAYS: i64 = 28;

/// Why no new issue can be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewIssueError {
    /// The date is before the newsletter's count begins.
    NoNumber(Date),
    /// The template lacks one of the marks that are filled in.
    NoMark(&'static str),
    /// The previous issue has no list of events between its two known sentences.
    NoEvents,
}

impl fmt::Display for NewIssueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoNumber(date) => write!(f, "{date} is before the newsletter's first issue"),
            Self::NoMark(mark) => write!(f, "the template has no `{mark}`; is it the newsletter's draft template?"),
            Self::NoEvents => f.write_str(
                "the previous issue has no events between `Rusty Events between` and `If you are running a Rust event`",
            ),
        }
    }
}

impl std::error::Error for NewIssueError {}

/// The new issue's text. `previous` is the text of the issue before; without it the list of events stays empty.
///
/// # Errors
/// Where the template is none, the date too early, or `previous` has no events to carry over.
pub fn new_issue(template: &str, date: Date, previous: Option<&str>) -> Result<String, NewIssueError> {
    let number = Header::number_for(date).ok_or(NewIssueError::NoNumber(date))?;
    let eol = Document::parse(template).eol();
    let events = match previous {
        Some(issue) => events_of(issue).ok_or(NewIssueError::NoEvents)?.replace("\r\n", "\n").replace('\n', eol),
        None => String::new(),
    };
    let filled = [
        ("$twir_issue_number", number.to_string()),
        ("$twir_issue_date", date.to_string()),
        ("$twir_events_end_date", date.plus(WINDOW_DAYS).to_string()),
        ("$twir_events_list", events),
    ];
    let mut text = template.to_owned();
    for (mark, value) in filled {
        if !text.contains(mark) {
            return Err(NewIssueError::NoMark(mark));
        }
        text = text.replace(mark, &value);
    }
    Ok(text)
}

/// The lines between the sentence that gives the window and the one that asks for more events, blank ends trimmed.
fn events_of(issue: &str) -> Option<String> {
    let doc = Document::parse(issue);
    let text = doc.text();
    let starts = |prefix: &str| doc.lines.iter().position(|l| l.content.of(text).trim_start().starts_with(prefix));
    let first = starts("Rusty Events between")? + 1;
    let last = starts("If you are running a Rust event").filter(|last| *last >= first)?;
    let span = crate::text::Span::new(doc.lines[first - 1].full.end, doc.lines[last].full.start);
    Some(span.of(text).trim_matches(['\n', '\r']).to_owned())
}
