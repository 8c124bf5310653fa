//! A fix as GitHub's reviewers offer it.

use crate::issue::Document;
use crate::text::{Edit, Span};

/// The block that replaces line `line` (from 1) by what `edit` makes of it: what stands in it takes the line's place, and
/// with nothing in it the line goes. `None` where the edit reaches beyond that line, for a suggestion cannot.
///
/// Source: GitHub's documentation, "Incorporating feedback in your pull request".
pub fn suggestion(doc: &Document, line: usize, edit: &Edit) -> Option<String> {
    let full = doc.lines.get(line.checked_sub(1)?)?.full;
    let is_last = full.end == doc.text().len();
    let is_inside = |span: Span| full.start <= span.start && span.end <= full.end;
    // What is put in at its end stands before the next line.
    let is_own = |span: Span| is_inside(span) && (span.start < full.end || is_last);
    if edit.is_empty() || !edit.splices().iter().all(|splice| is_own(splice.span)) {
        return None;
    }
    let mut text = edit.clone().moved(-(full.start as isize)).apply(full.of(doc.text())).ok()?;
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    let fence = "`".repeat(if text.contains("```") { 4 } else { 3 });
    Some(format!("{fence}suggestion\n{text}{fence}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_replaced_taken_out_or_left_alone() {
        let doc = Document::parse("a\n* b c\n* d");
        let block = |line, edit: Edit| suggestion(&doc, line, &edit);
        let delete = |start, end| Edit::delete(Span::new(start, end));
        assert_eq!(block(2, delete(4, 6)).as_deref(), Some("```suggestion\n* c\n```"));
        assert_eq!(block(2, delete(2, 8)).as_deref(), Some("```suggestion\n```"));
        assert_eq!(block(2, Edit::insert(2, "\n")).as_deref(), Some("```suggestion\n\n* b c\n```"));
        assert_eq!(block(3, Edit::insert(11, "e")).as_deref(), Some("```suggestion\n* de\n```"));
        assert_eq!(block(3, Edit::insert(8, "```")).as_deref(), Some("````suggestion\n```* d\n````"));
        for (line, edit) in [
            (2, delete(0, 2)),
            (2, delete(5, 9)),
            (2, Edit::insert(8, "e\n")),
            (1, delete(5, 7)),
            (9, delete(5, 7)),
            (2, Edit::none()),
        ] {
            assert_eq!(block(line, edit.clone()), None, "{line} {edit:?}");
        }
    }
}
