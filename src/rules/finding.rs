//! A finding and its fix.

use super::{Context, Rule};
use crate::text::{Edit, Span};
use std::collections::HashMap;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The newsletter's CI would fail, or the page would be wrong.
    Error,
    /// Editors would likely change it or ask about it.
    Warning,
    /// Worth a look.
    Hint,
}

impl Severity {
    /// The word in JSON and in the text form.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// Whether a fix may be applied without a look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// The meaning stays.
    Safe,
    /// Likely what was meant; a person should see it.
    Suggested,
}

impl Safety {
    /// The word in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Suggested => "suggested",
        }
    }
}

/// How to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as a button says it.
    pub title: String,
    pub safety: Safety,
    pub edit: Edit,
    /// The lines of the finding and those that the edit touches, as they stood when it was made, and where they began.
    before: [(usize, String); 2],
}

/// One fault at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub rule: &'static Rule,
    pub severity: Severity,
    pub span: Span,
    /// First and last line, counted from 1.
    pub line: usize,
    pub end_line: usize,
    /// What happened and what to do.
    pub message: String,
    /// What it is about: the address, the tag; the contract says which for the checkers' rules.
    pub detail: Option<String>,
    pub fix: Option<Fix>,
    /// Its lines, for telling it from others whatever stands above.
    source: String,
}

impl Finding {
    /// A finding of `rule` at `span`.
    pub fn new(rule: &'static Rule, context: &Context<'_>, span: Span, message: impl Into<String>) -> Self {
        let (doc, text) = (context.doc(), context.doc().text());
        let (line, end_line) = (doc.line_number(span.start), doc.line_number(last(span)));
        let lines = lines_of(context, span);
        Self {
            rule,
            severity: rule.severity,
            span,
            line,
            end_line: end_line.max(line),
            message: message.into(),
            detail: None,
            fix: None,
            source: lines.of(text).trim().to_owned(),
        }
    }

    /// With what it is about.
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// With a fix; an edit that changes nothing or does not fit is none.
    pub fn fix(mut self, context: &Context<'_>, safety: Safety, title: impl Into<String>, edit: Edit) -> Self {
        let text = context.doc().text();
        if let (Some(first), Some(last)) = (edit.splices().first(), edit.splices().last())
            && edit.fits(text).is_ok()
        {
            // What is put between two lines stands at the end of the first and at the beginning of the second.
            let end = last.span.end + usize::from(last.span.is_empty());
            let touched = Span::new(first.span.start.saturating_sub(1), end);
            let before = [self.span, touched].map(|span| {
                let lines = lines_of(context, Span::new(text.floor_char_boundary(span.start), span.end));
                (lines.start, lines.of(text).to_owned())
            });
            self.fix = Some(Fix { title: title.into(), safety, edit, before });
        }
        self
    }

    /// Whether its fix still means the same in `text`: the lines that it touches stand where they stood, unchanged.
    pub fn still_applies(&self, text: &str) -> bool {
        self.fix.as_ref().is_some_and(|fix| fix.still_applies(text))
    }

    /// The same finding in a text in which it stands so many bytes and lines further down, its lines unchanged.
    pub(super) fn moved(mut self, bytes: isize, lines: isize) -> Self {
        self.span = self.span.moved(bytes);
        self.line = self.line.saturating_add_signed(lines);
        self.end_line = self.end_line.saturating_add_signed(lines);
        if let Some(fix) = &mut self.fix {
            fix.edit = std::mem::take(&mut fix.edit).moved(bytes);
            fix.before.iter_mut().for_each(|(start, _)| *start = start.saturating_add_signed(bytes));
        }
        self
    }

    /// What makes it the same finding in another state of the draft: rule, detail, text of its lines.
    fn key(&self) -> (&'static str, Option<&str>, &str) {
        (self.rule.name, self.detail.as_deref(), &self.source)
    }
}

impl Fix {
    /// Whether the lines that it touches stand where they stood, unchanged.
    pub fn still_applies(&self, text: &str) -> bool {
        let stands = |(start, lines): &(usize, String)| text.get(*start..start + lines.len()) == Some(lines);
        self.before.iter().all(stands) && self.edit.fits(text).is_ok()
    }

    /// The text afterwards; `None` where what it mends has changed meanwhile.
    pub fn apply(&self, text: &str) -> Option<String> {
        if self.still_applies(text) { self.edit.apply(text).ok() } else { None }
    }
}

/// How much of a line is kept on either side, in bytes. No line that people write is as long; without a bound, many
/// findings on one endless line would each keep all of it.
const REACH: usize = 2048;

/// The last byte of `span`; of an empty one the byte at which it stands.
fn last(span: Span) -> usize {
    span.end.saturating_sub(1).max(span.start)
}

/// The lines that hold `span`, as far as they reach.
fn lines_of(context: &Context<'_>, span: Span) -> Span {
    let (doc, text) = (context.doc(), context.text());
    let line = |at: usize| doc.lines.get(doc.line_index(at));
    let (Some(first), Some(last)) = (line(span.start), line(last(span))) else {
        return Span::at(0);
    };
    let start = first.full.start.max(text.floor_char_boundary(span.start.saturating_sub(REACH)));
    let end = last.full.end.min(text.ceil_char_boundary(span.end.saturating_add(REACH)));
    Span::new(start, end.max(start))
}

/// Those of `now` that `base` does not have: equal by rule, detail and the text of their lines, each one of `base`
/// standing for one of `now`, wherever it stands.
pub fn new_since(now: Vec<Finding>, base: &[Finding]) -> Vec<Finding> {
    let mut known: HashMap<_, usize> = HashMap::new();
    for finding in base {
        *known.entry(finding.key()).or_default() += 1;
    }
    let mut known_before = Vec::with_capacity(now.len());
    for finding in &now {
        let left = known.get_mut(&finding.key()).filter(|left| **left > 0);
        known_before.push(left.map(|left| *left -= 1).is_some());
    }
    drop(known);
    now.into_iter().zip(known_before).filter_map(|(finding, known)| (!known).then_some(finding)).collect()
}
