//! A part of a document, as a document of its own.

use super::Document;
use std::ops::Range;

impl Document {
    /// Where the text can be cut so that what stands on either side is read alike with and without the other: sections
    /// whose heading begins its line. What stands before the first of them belongs to none.
    pub fn cuts(&self) -> impl Iterator<Item = usize> {
        let begins = |index: &usize| self.text().as_bytes().get(self.sections[*index].heading.start) == Some(&b'#');
        (0..self.sections.len()).filter(begins)
    }

    /// Those sections with their lines and items, and how many lines stand before them. The text is the whole one, so
    /// that spans mean the same; lines are counted from the part's first, and items of other sections are none.
    pub fn part(&self, sections: Range<usize>) -> (Self, usize) {
        let start = self.sections.get(sections.start).map_or(self.text.len(), |s| s.heading.start);
        let end = sections.end.checked_sub(1).and_then(|last| self.sections.get(last)).map_or(start, |s| s.body.end);
        let [first, last] = [start, end].map(|at| self.lines.partition_point(|line| line.full.start < at));
        let [from, to] = [start, end].map(|at| self.items.partition_point(|item| item.span.start < at));
        let mut items = self.items[from..to].to_vec();
        for item in &mut items {
            item.line -= first;
            item.end_line -= first;
        }
        let mut all = self.sections.clone();
        for section in &mut all {
            section.first_item = section.first_item.clamp(from, to) - from;
            section.last_item = section.last_item.clamp(from, to) - from;
        }
        let part = Self {
            text: self.text.clone(),
            lines: self.lines[first..last].to_vec(),
            header: self.header.clone(),
            sections: all,
            items,
            comments: self.comments.iter().filter(|c| c.start < end && c.end > start).copied().collect(),
            problems: Vec::new(),
        };
        (part, first)
    }
}
