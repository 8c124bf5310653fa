//! Where GitHub (CommonMark) and the newsletter's site show a text differently, and what would make them agree.
//!
//! Both are asked for the same facts: which lines begin an item and how deep, a heading, code, a table. Where the facts
//! part, a change is tried; it is offered only if, with it, the site shows what GitHub showed before.

mod facts;

use crate::issue::Document;
use crate::text::{Edit, Side, Span, Splice};
use facts::{Fact, Facts, Kind};

/// Why the two differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Items on GitHub, running text on the site: no blank line before them, or a mark that the site does not know.
    List,
    /// An item that is nested otherwise: the site counts four columns.
    Depth,
    /// A heading for one of them only.
    Heading,
    /// Code for one of them only.
    Code,
    /// A table for one of them only.
    Table,
    /// A backslash that the site shows.
    Escape,
}

impl Reason {
    /// One sentence for people.
    pub fn text(self) -> &'static str {
        match self {
            Self::List => "GitHub shows a list here; on the site it is running text",
            Self::Depth => "The site nests this item otherwise: it counts four columns",
            Self::Heading => "Only one of GitHub and the site shows a heading here",
            Self::Code => "Only one of GitHub and the site shows code here",
            Self::Table => "Only one of GitHub and the site shows a table here",
            Self::Escape => "The site shows this backslash",
        }
    }
}

/// One place where they differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Bytes of the document's text.
    pub span: Span,
    pub reason: Reason,
    /// With this the site shows what GitHub shows now.
    pub fix: Option<Edit>,
}

/// How many changes are tried on one document: each is a whole reading.
const TRIALS: usize = 96;

/// All differences, in the order of the text.
pub fn differs(doc: &Document) -> Vec<Difference> {
    let (github, site) = (facts::github(doc), facts::site(doc));
    let mut found: Vec<Difference> = facts::escapes(doc)
        .into_iter()
        .map(|(span, text)| Difference { span, reason: Reason::Escape, fix: Some(Edit::replace(span, text)) })
        .collect();
    let mut trials = TRIALS;
    let mut run_on = None;
    let mut keys: Vec<_> = github.keys().chain(site.keys()).copied().collect();
    keys.sort_unstable();
    keys.dedup();
    for key in keys {
        let (theirs, ours) = (github.get(&key), site.get(&key));
        let Some(fact) = theirs.or(ours).filter(|_| theirs.map(|f| f.depth) != ours.map(|f| f.depth)) else {
            continue;
        };
        let reason = match key.1 {
            Kind::Item if theirs.is_some() && ours.is_none() => Reason::List,
            Kind::Item => Reason::Depth,
            Kind::Heading => Reason::Heading,
            Kind::Code => Reason::Code,
            Kind::Table => Reason::Table,
        };
        // Of a list that runs on, its first item stands for all.
        if reason == Reason::List && run_on.replace(fact.list) == Some(fact.list) {
            continue;
        }
        let fix = candidates(doc, theirs, ours, reason).into_iter().find(|edit| {
            trials = trials.saturating_sub(1);
            trials > 0 && agrees(doc, edit, key.1, fact.at, &github, theirs.or(ours).filter(|_| keeps(reason, theirs)))
        });
        found.push(Difference { span: fact.span, reason, fix });
    }
    found.sort_by_key(|d| (d.span.start, d.span.end));
    found
}

/// Whether the change is to bring about what GitHub shows; else what only the site shows is to go.
fn keeps(reason: Reason, theirs: Option<&Fact>) -> bool {
    theirs.is_some() || reason != Reason::Heading
}

/// Whether with that edit the site has at that place what is wanted, and GitHub as many items as before.
fn agrees(doc: &Document, edit: &Edit, kind: Kind, at: usize, github: &Facts, wanted: Option<&Fact>) -> bool {
    let Ok(text) = edit.apply(doc.text()) else { return false };
    let after = Document::parse(text);
    let at = edit.map(at, Side::After);
    let key = (after.line_index(at), kind);
    let depth = |facts: &Facts| facts.get(&key).map(|f| f.depth);
    let (ours, theirs) = (facts::site(&after), facts::github(&after));
    depth(&ours) == depth(&theirs)
        && (wanted.is_none() || depth(&ours) == wanted.map(|w| w.depth))
        && (kind != Kind::Item || theirs.len() == github.len())
}

/// Changes that may help, the smallest first.
fn candidates(doc: &Document, theirs: Option<&Fact>, ours: Option<&Fact>, reason: Reason) -> Vec<Edit> {
    let Some(fact) = theirs.or(ours) else { return Vec::new() };
    let text = doc.text();
    let first = doc.line_index(fact.at);
    let Some(line) = doc.lines.get(first).map(|l| l.content) else { return Vec::new() };
    let body = line.of(text).trim_start();
    let indent = line.of(text).len() - body.len();
    match reason {
        Reason::List => {
            let blank = Edit::insert(line.start, doc.eol());
            let number = body.bytes().take_while(u8::is_ascii_digit).count();
            let at = line.start + indent + number;
            let mark =
                body[number..].starts_with(')').then(|| Splice { span: Span::new(at, at + 1), text: ".".into() });
            let marked: Vec<Splice> = mark.into_iter().collect();
            let both = marked.iter().chain(blank.splices()).cloned().collect();
            let deeper = shifted(doc, fact, indent);
            let all = deeper.iter().chain(blank.splices()).cloned().collect();
            [Ok(blank), Edit::of(deeper), Edit::of(all), Edit::of(marked), Edit::of(both)]
                .into_iter()
                .flatten()
                .collect()
        }
        Reason::Depth => Edit::of(shifted(doc, fact, indent)).into_iter().filter(|e| !e.is_empty()).collect(),
        Reason::Heading if theirs.is_some() => vec![Edit::delete(Span::new(line.start, line.start + indent))],
        Reason::Heading if body.starts_with("##") => {
            let marks = body.len() - body.trim_start_matches('#').len();
            vec![Edit::insert(line.start + indent + marks, " ")]
        }
        Reason::Heading => vec![Edit::insert(line.start + indent, "\\")],
        _ => Vec::new(),
    }
    .into_iter()
    .filter(|edit| !edit.is_empty())
    .collect()
}

/// Moves an item's lines so that its mark stands at four columns for each list around it.
fn shifted(doc: &Document, fact: &Fact, indent: usize) -> Vec<Splice> {
    let wanted = 4 * fact.depth.saturating_sub(1);
    let (first, last) = (doc.line_index(fact.at), doc.line_index(fact.span.end.max(fact.at + 1) - 1));
    let mut splices = Vec::new();
    for line in doc.lines.get(first..=last).into_iter().flatten() {
        let (at, content) = (line.content.start, line.content.of(doc.text()));
        let own = content.len() - content.trim_start_matches([' ', '\t']).len();
        if own < indent || content.trim().is_empty() {
            continue;
        }
        splices.push(match wanted.checked_sub(indent) {
            Some(more) => Splice { span: Span::at(at), text: " ".repeat(more) },
            None => Splice { span: Span::new(at, at + indent - wanted), text: String::new() },
        });
    }
    splices
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reasons and the text after all fixes.
    fn differences(text: &str) -> (Vec<Reason>, String) {
        let doc = Document::parse(text);
        let found = differs(&doc);
        let splices = found.iter().filter_map(|d| d.fix.as_ref()).flat_map(|e| e.splices()).cloned().collect();
        let text = Edit::of(splices).unwrap_or_default().apply(text).unwrap_or_default();
        (found.iter().map(|d| d.reason).collect(), text)
    }

    #[test]
    fn spans_fit_whatever_the_text() {
        for text in [
            "x\nz\n:   \t\t\t\t[y](j\u{e9}:0)",
            "\t\t\u{e9}",
            "* \u{e9}\n\t<p>\u{e9}",
            "```\n\u{e9}\n```",
            "* <p\u{e9}",
        ] {
            for difference in differs(&Document::parse(text)) {
                assert!(text.get(difference.span.range()).is_some(), "{text}: {difference:?}");
            }
        }
    }

    #[test]
    fn says_where_and_mends() {
        use Reason::*;
        for (text, reasons, mended) in [
            ("a\n* b\n* c\n\nd\n", &[List][..], "a\n\n* b\n* c\n\nd\n"),
            ("* a\n  * b\n* c\n  * d\n", &[Depth, Depth], "* a\n    * b\n* c\n    * d\n"),
            ("a \\<b> c\n", &[Escape], "a &lt;b> c\n"),
            ("a \\& b\\: `\\<`\n", &[Escape, Escape], "a &amp; b: `\\<`\n"),
            ("1) a\n2) b\n", &[List], "1. a\n2) b\n"),
            (" ## A\n", &[Heading], "## A\n"),
            ("##A\n", &[Heading], "## A\n"),
            ("#a b\n", &[Heading], "\\#a b\n"),
            ("* a\n\n      code\n", &[Code], "* a\n\n      code\n"),
            ("# A\n\n* b\n    * c\n\n1. d\n\n```\ne\n```\n", &[], "# A\n\n* b\n    * c\n\n1. d\n\n```\ne\n```\n"),
        ] {
            assert_eq!(differences(text), (reasons.to_vec(), mended.to_owned()), "{text}");
        }
    }
}
