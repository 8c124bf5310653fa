//! Where an item goes, and the blank lines it needs there.
//!
//! Rules (format of the newsletter): a link last in its section; an event before the first one of its region that
//! is greater by start date, then location text without regard to case; a task or call after the last one, in an
//! empty section after the comments. Nothing else moves.

use crate::issue::{Context, Document, Item, Kind, Section, Shape};
use crate::text::Edit;
use crate::text::case::lower;
use crate::text::date::Date;

/// Between which lines something is put: before the line of this index, `lines.len()` for the end.
pub type Gap = usize;

/// The gap behind the last item of section `index`; of an empty section the one behind its heading, or, where it
/// begins with text as the calls for participation do, behind its last comment.
pub fn at_end(doc: &Document, index: usize) -> Gap {
    let section = &doc.sections[index];
    match doc.items_of(index).last() {
        Some(last) => last.end_line,
        None => behind_orphans(doc, behind_comments(doc, section)),
    }
}

/// The gap behind indented lines whose item is gone: a new item above them would take them for its own.
fn behind_orphans(doc: &Document, gap: Gap) -> Gap {
    let orphan = |line: Gap| {
        let line = doc.lines.get(line).filter(|l| l.context == Context::Text);
        line.is_some_and(|l| is_orphan(l.content.of(doc.text())))
    };
    let blank = |line: Gap| doc.lines.get(line).is_some_and(|l| l.is_blank(doc.text()));
    let mut end = gap;
    while orphan(end) || (blank(end) && orphan(end + 1)) {
        end += 1;
    }
    end
}

fn is_orphan(line: &str) -> bool {
    (line.starts_with("  ") || line.starts_with('\t')) && !line.trim().is_empty()
}

fn behind_comments(doc: &Document, section: &Section) -> Gap {
    let first = doc.line_index(section.heading.start) + 1;
    let holds_calls = section.kind.part() == Kind::Participation;
    if !holds_calls {
        return first;
    }
    let inside = |l: &&(usize, &crate::issue::Line)| section.body.covers(l.1.full);
    let lines: Vec<_> = doc.lines.iter().enumerate().skip(first).take_while(|l| inside(&l)).collect();
    if let Some((last, _)) = lines.iter().rfind(|(_, l)| l.context == Context::Comment) {
        return last + 1;
    }
    // No comment: behind the paragraphs that introduce the section, before the one that ends it ("If you are …").
    let blank = |l: &crate::issue::Line| l.is_blank(doc.text());
    let closes = |l: &crate::issue::Line| l.context == Context::Text && l.content.of(doc.text()).starts_with("If you ");
    let closing = lines.iter().position(|(_, l)| closes(l));
    let end = closing.unwrap_or(lines.len());
    let last = lines[..end].iter().rfind(|(_, l)| !blank(l)).map(|(i, _)| i + 1);
    last.unwrap_or(first)
}

/// The gap before the first event of section `index` that is greater than one of `starts` at `location`.
pub fn by_date(doc: &Document, index: usize, starts: Date, location: &str) -> Gap {
    let key = (starts, lower(location.trim()));
    let greater = |item: &&Item| event_key(doc, item).is_some_and(|own| own > key);
    match doc.items_of(index).iter().find(greater) {
        Some(item) => item.line - 1,
        None => at_end(doc, index),
    }
}

/// By what events stand in order.
pub fn event_key(doc: &Document, item: &Item) -> Option<(Date, String)> {
    match &item.shape {
        Shape::Event(e) => Some((e.starts, lower(e.location.of(doc.text())))),
        _ => None,
    }
}

/// The edit that puts whole lines into a gap: with a blank line above where the site would else run them into a
/// paragraph, and one below where a paragraph would else run into them. The end of the file stays as it is.
pub fn insert_lines(doc: &Document, gap: Gap, lines: &[String]) -> Edit {
    let text = doc.text();
    let gap = outside_comment(doc, gap);
    let above = gap.checked_sub(1).and_then(|i| doc.lines.get(i));
    let below = doc.lines.get(gap);
    let eol = above.or(below).map(|l| l.eol(text)).filter(|e| !e.is_empty()).unwrap_or(doc.eol());
    let is_paragraph = |l: &&crate::issue::Line| {
        let content = l.content.of(text);
        // Of a line with a comment, what stands behind it.
        let content = match l.context {
            Context::Comment => content.rsplit_once("-->").map_or("", |(_, behind)| behind),
            _ => content,
        };
        let content = content.trim();
        let starts_block = content.starts_with(['#', '>', '*', '-', '+']) || content.starts_with("<!--");
        !content.is_empty() && !starts_block && doc.item_at(l.full.start).is_none()
    };
    let is_list = lines.first().is_some_and(|l| l.trim_start_matches(' ').starts_with(['*', '-', '+']));
    let mut out = String::new();
    let unfinished = above.is_some_and(|l| l.eol(text).is_empty());
    if unfinished {
        out.push_str(eol);
    }
    let needs_blank_above =
        if is_list { above.filter(is_paragraph).is_some() } else { above.is_some_and(|l| !l.is_blank(text)) };
    if needs_blank_above {
        out.push_str(eol);
    }
    out.push_str(&lines.join(eol));
    if !unfinished {
        out.push_str(eol);
    }
    let needs_blank_below =
        if is_list { below.filter(is_paragraph).is_some() } else { below.is_some_and(|l| !l.is_blank(text)) };
    if needs_blank_below {
        out.push_str(eol);
    }
    Edit::insert(below.map_or(text.len(), |l| l.full.start), out)
}

/// The gap itself, or, where a comment runs across it, the one behind the line on which the comment ends.
fn outside_comment(doc: &Document, gap: Gap) -> Gap {
    let Some(below) = doc.lines.get(gap).map(|l| l.full.start) else { return gap };
    let across = doc.comments.iter().find(|c| c.start < below && below < c.end);
    across.map_or(gap, |comment| doc.line_index(comment.end - 1) + 1)
}
