//! One line that several sides changed: what they changed of it in different fields goes together.

use crate::issue::{inline, item};
use crate::text::date::Date;

/// The line with all changes; `None` where one field was changed in two ways. Then `prefer`, an index of `edits`,
/// says whose field is taken.
pub fn combine(base: &str, edits: &[&str], shape: Shape, prefer: Option<usize>) -> Option<String> {
    let ends = |line: &'_ str| -> [usize; 2] {
        let start = if shape == Shape::Text { indent(line) } else { bullet(line) };
        [start, line.trim_end().len().max(start)]
    };
    let lines: Vec<[&str; 3]> = std::iter::once(&base)
        .chain(edits)
        .map(|line| {
            let [start, end] = ends(line);
            [&line[..start], &line[start..end], &line[end..]]
        })
        .collect();
    let part = |at: usize| lines.iter().map(|line| line[at]).collect::<Vec<_>>();
    let head = pick(&part(0), prefer)?;
    let body = match shape {
        Shape::Text => pick(&part(1), prefer)?.to_owned(),
        Shape::Link | Shape::Project => body(&part(1), shape, prefer)?,
    };
    Some(format!("{head}{body}{}", pick(&part(2), prefer)?))
}

/// How a line is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// As one field.
    Text,
    /// Columns, and in them links.
    Link,
    /// The same, the link's text being a project and a title.
    Project,
}

/// What the versions agree on, the first of them being the base's: the one change, or nothing where there are two.
/// White space that two sides changed differently stays as it was.
fn pick<'t>(versions: &[&'t str], prefer: Option<usize>) -> Option<&'t str> {
    let (base, edits) = versions.split_first()?;
    let mut changed: Vec<&str> = Vec::new();
    for edit in edits.iter().filter(|edit| *edit != base) {
        if !changed.contains(edit) {
            changed.push(edit);
        }
    }
    let first = match changed.as_slice() {
        [] => return Some(base),
        [only] => return Some(only),
        [first, ..] => *first,
    };
    let same = |a: &str, b: &str| a.split_whitespace().eq(b.split_whitespace());
    let words: Vec<&str> = changed.iter().copied().filter(|text| !same(text, base)).collect();
    match words.as_slice() {
        [] => Some(base),
        [some, others @ ..] if others.iter().all(|other| same(some, other)) => {
            words.iter().copied().min_by_key(|text| (text.len(), *text))
        }
        _ => prefer.map(|at| edits.get(at).copied().filter(|edit| edit != base).unwrap_or(first)),
    }
}

/// Column by column, and within a column link by link.
fn body(versions: &[&str], shape: Shape, prefer: Option<usize>) -> Option<String> {
    let columns: Vec<Vec<&str>> = versions.iter().map(|text| columns(text)).collect();
    let Some(count) = even(&columns) else { return pick(versions, prefer).map(str::to_owned) };
    let mut out = String::new();
    for at in 0..count {
        let column: Vec<&str> = columns.iter().map(|c| c[at]).collect();
        if let Some(text) = pick(&column, None) {
            out.push_str(text);
            continue;
        }
        let pieces: Vec<Vec<&str>> = column.iter().map(|text| pieces(text, shape)).collect();
        match even(&pieces) {
            None => out.push_str(pick(&column, prefer)?),
            Some(count) => {
                for at in 0..count {
                    let piece: Vec<&str> = pieces.iter().map(|p| p[at]).collect();
                    out.push_str(pick(&piece, prefer)?);
                }
            }
        }
    }
    Some(out)
}

/// How many parts each has, where all have as many.
fn even(versions: &[Vec<&str>]) -> Option<usize> {
    let count = versions.first()?.len();
    versions.iter().all(|parts| parts.len() == count).then_some(count)
}

/// The columns and what stands between them, in turn.
fn columns(text: &str) -> Vec<&str> {
    cut(text, item::split_pipes(text, 0).into_iter().map(|span| (span.start, span.end)))
}

/// The fields of a column and what stands between them, in turn: dates, or of each link text and address.
fn pieces(text: &str, shape: Shape) -> Vec<&str> {
    let mut fields = Vec::new();
    if let Some((0, date)) = Date::find(text) {
        let end = date.to_string().len();
        if !text[end.min(text.len())..].starts_with(char::is_alphanumeric) {
            fields.push((0, end));
        }
    }
    for link in inline::links(text, 0) {
        let name = link.text.of(text);
        let inner = name.trim_matches(['*', ' ']);
        let start = link.text.start + crate::text::span_in(name, inner).start;
        match inner.find(" - ").filter(|_| shape == Shape::Project) {
            Some(at) => fields.extend([(start, start + at), (start + at + 3, start + inner.len())]),
            None => fields.push((start, start + inner.len())),
        }
        fields.push((link.url.start, link.url.end));
    }
    cut(text, fields.into_iter())
}

/// `text` cut at the ends of `fields`, which stand in order.
fn cut(text: &str, fields: impl Iterator<Item = (usize, usize)>) -> Vec<&str> {
    let mut out = Vec::new();
    let mut at = 0;
    for (start, end) in fields {
        if let (Some(gap), Some(field)) = (text.get(at..start), text.get(start..end)) {
            out.extend([gap, field]);
            at = end;
        }
    }
    out.push(&text[at..]);
    out
}

/// Where the line begins behind blanks.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Where the line begins behind blanks and a bullet.
fn bullet(line: &str) -> usize {
    let start = indent(line);
    let rest = line[start..].strip_prefix(['*', '-', '+']).filter(|rest| rest.starts_with([' ', '\t']));
    rest.map_or(start, |rest| line.len() - rest.trim_start().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(shape: Shape, base: &str, edits: &[&str], wanted: &str) {
        assert_eq!(combine(base, edits, shape, None).as_deref(), Some(wanted));
        let turned: Vec<&str> = edits.iter().rev().copied().collect();
        assert_eq!(combine(base, &turned, shape, None).as_deref(), Some(wanted));
    }

    #[test]
    fn changes_of_different_fields_go_together() {
        use Shape::*;
        check(Link, "* [A](https://a)\n", &["* [B](https://a)\n", "* [A](https://b)\n"], "* [B](https://b)\n");
        check(Link, "* [A](a)\n", &["* [video] [A](a)\n", "* [B](a)\n", "- [A](a)  \n"], "- [video] [B](a)  \n");
        check(
            Link,
            "* 2026-09-08 | Bern, CH | [O](o)\n",
            &["* 2026-09-09 | Bern, CH | [O](o)\n", "* 2026-09-08 | Zug, CH | [O](o) and [P](p)\n"],
            "* 2026-09-09 | Zug, CH | [O](o) and [P](p)\n",
        );
        check(
            Link,
            "* 2026-09-08 | x\n",
            &["* 2026-09-07 | x\n", "* 2026-09-08 - 2026-09-11 | x\n"],
            "* 2026-09-07 - 2026-09-11 | x\n",
        );
        check(Link, "[**A](a)", &["[**A**](a)", "[**B](a)"], "[**B**](a)");
        check(Project, "* [p - t](a)\n", &["* [q - t](a)\n", "* [p - u](a)\n"], "* [q - u](a)\n");
        check(Text, "A line. \n", &["A line.\n", "Another line. \n"], "Another line.\n");
    }

    #[test]
    fn a_field_changed_in_two_ways_is_told_and_one_side_can_be_preferred() {
        let (base, edits) = ("* [A](a)\n", ["* [B](b)\n", "* [C](a)\n"]);
        assert_eq!(combine(base, &edits, Shape::Link, None), None);
        assert_eq!(combine(base, &edits, Shape::Link, Some(0)).as_deref(), Some("* [B](b)\n"));
        assert_eq!(combine(base, &edits, Shape::Link, Some(1)).as_deref(), Some("* [C](b)\n"));
        assert_eq!(combine("[p - t](a)", &["[q - t](a)", "[p - u](a)"], Shape::Link, None), None);
        assert_eq!(combine("A line.", &["The line.", "A lane."], Shape::Text, None), None);
    }

    #[test]
    fn white_space_changed_in_two_ways_stays_as_it_was() {
        check(Shape::Link, "* [A](a) \n", &["* [A](a)\t\n", "* [A](a)\n"], "* [A](a) \n");
        check(Shape::Text, "a b\n", &["a  b\n", "a   b\n"], "a b\n");
    }
}
