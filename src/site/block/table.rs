//! Tables (`extensions.tables`).

use super::{Block, Parser};
use std::collections::BTreeMap;

impl Parser<'_> {
    pub(super) fn table(&mut self, parent: usize, block: Block) -> bool {
        if block.to - block.from < 2 {
            return false;
        }
        let row = |i: usize| self.line(i).trim_matches(' ');
        let (head, under) = (row(block.from), row(block.from + 1));
        if !head.contains('|') || !under.bytes().all(|b| matches!(b, b'|' | b':' | b'-' | b' ')) {
            return false;
        }
        let border = head.starts_with('|') || ends_in_bar(head);
        let columns = cells(head, border).len();
        let bars = |i: usize| row(i).starts_with('|') || ends_in_bar(row(i));
        if columns < 2 && !(border && (block.from + 1..block.to).all(bars)) {
            return false;
        }
        let under = cells(under, border);
        if under.len() != columns {
            return false;
        }
        let align: Vec<&str> = under
            .iter()
            .map(|cell| match (cell.trim_matches(' ').starts_with(':'), cell.trim_matches(' ').ends_with(':')) {
                (true, true) => "center",
                (true, false) => "left",
                (false, true) => "right",
                _ => "",
            })
            .collect();
        let at = self.lines[block.from].0;
        let table = self.add(parent, "table", at);
        let thead = self.add(table, "thead", at);
        self.row(thead, block.from, border, &align);
        let tbody = self.add(table, "tbody", at);
        if block.to - block.from == 2 {
            let tr = self.add(tbody, "tr", at);
            align.iter().for_each(|_| _ = self.add(tr, "td", at));
        }
        for i in block.from + 2..block.to {
            self.row(tbody, i, border, &align);
        }
        true
    }

    fn row(&mut self, parent: usize, line: usize, border: bool, align: &[&'static str]) {
        let (at, end) = self.lines[line];
        let tr = self.add(parent, "tr", at);
        self.tree.nodes[tr].end = end;
        let tag = if self.tag(parent) == "thead" { "th" } else { "td" };
        let cells = cells(self.line(line).trim_matches(' '), border);
        let missing = align.len().saturating_sub(cells.len());
        let filled = missing.min(self.filling);
        self.filling -= filled;
        for (i, align) in align.iter().enumerate().take(align.len() - missing + filled) {
            let cell = self.add(tr, tag, at);
            self.tree.nodes[cell].align = align;
            self.tree.nodes[cell].text = cells.get(i).map_or("", |c| c.trim_matches(' ')).to_owned();
        }
    }
}

/// Whether a row ends in a bar that no backslash escapes.
fn ends_in_bar(row: &str) -> bool {
    row.strip_suffix('|').is_some_and(|r| (r.len() - r.trim_end_matches('\\').len()) % 2 == 0)
}

/// A row's cells. Bars between backticks of one length divide nothing, nor do those behind a backslash.
fn cells(row: &str, border: bool) -> Vec<&str> {
    let row = if border { row.strip_prefix('|').unwrap_or(row) } else { row };
    let row = if border && ends_in_bar(row) { &row[..row.len() - 1] } else { row };
    let (mut bars, mut ticks) = (Vec::new(), Vec::new());
    let bytes = row.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let run = |from: usize| bytes[from..].iter().take_while(|b| **b == b'`').count();
        at += match (bytes[at], bytes.get(at + 1)) {
            (b'\\', Some(b'\\' | b'|')) => 2,
            (b'\\', Some(b'`')) => {
                // As the end of code the whole run counts; as its start one backtick is escaped.
                ticks.push((at, run(at + 1), 1));
                1 + run(at + 1)
            }
            (b'`', _) => {
                ticks.push((at, run(at), 0));
                run(at)
            }
            (b'|', _) => {
                bars.push(at);
                1
            }
            _ => 1,
        };
    }
    let last: BTreeMap<usize, usize> = ticks.iter().enumerate().map(|(i, t)| (t.1, i)).collect();
    let (mut code, mut i) = (Vec::new(), 0);
    while let Some((start, length, escaped)) = ticks.get(i).copied() {
        let size = length - escaped;
        let close = last
            .get(&size)
            .filter(|l| size > 0 && **l > i)
            .and_then(|_| (i + 1..ticks.len()).find(|k| ticks[*k].1 == size));
        if let Some(close) = close {
            code.push((start, ticks[close].0 + ticks[close].1 + ticks[close].2));
        }
        i = close.unwrap_or(i) + 1;
    }
    let (mut out, mut from, mut region) = (Vec::new(), 0, code.iter().peekable());
    for bar in bars {
        while region.next_if(|r| r.1 <= bar).is_some() {}
        if region.peek().is_none_or(|r| bar < r.0) {
            out.push(&row[from..bar]);
            from = bar + 1;
        }
    }
    out.push(&row[from..]);
    out
}
