//! The blocks of a page, as the site's parser divides a text into them (`blockparser`, `blockprocessors`).
//!
//! A text is split at blank lines; each piece is offered to the processors in their order, which may give a part of it
//! back. Nothing is copied: a block is a run of line spans, and what a processor strips off a line only narrows its span.

mod define;
mod list;
mod table;

use std::collections::BTreeMap;

/// How deep lists and quotes may nest; what is deeper is a paragraph.
const DEPTH: usize = 40;

/// An element. Its text stands before its children, its tail behind its own end.
#[derive(Default)]
pub struct Node {
    pub tag: &'static str,
    pub parent: usize,
    pub kids: Vec<usize>,
    pub text: String,
    pub tail: String,
    /// Where it begins and ends in the text that was parsed.
    pub at: usize,
    pub end: usize,
    /// Of a cell: `left`, `right`, `center` or nothing.
    pub align: &'static str,
}

/// The elements of a page; the first is its root.
#[derive(Default)]
pub struct Tree {
    pub nodes: Vec<Node>,
    /// Addresses of reference definitions, by name in small letters.
    pub refs: BTreeMap<String, String>,
    /// Name and content of footnotes, in order.
    pub notes: Vec<(String, usize)>,
}

/// Part of a line: its first byte and the one behind its last.
type Line = (usize, usize);

/// A run of lines, and what is known not to be found in them.
#[derive(Clone, Copy)]
struct Block {
    from: usize,
    to: usize,
    /// One bit for each processor that looked at every line in vain.
    without: u8,
}

/// What the parser is in the midst of (`blockparser.State`).
#[derive(Clone, Copy, PartialEq)]
enum State {
    List,
    LooseList,
    Detabbed,
    Quote,
}

/// Bits of [`Block::without`].
const HEADING: u8 = 1;
const RULE: u8 = 2;
const TERM: u8 = 4;
const QUOTE: u8 = 8;
const NOTE: u8 = 16;
const ABBREVIATION: u8 = 32;
const REFERENCE: u8 = 64;

/// Parses a text of which code and raw HTML were taken out.
pub fn parse(text: &str) -> Tree {
    let mut parser = Parser {
        text,
        lines: Vec::new(),
        state: Vec::new(),
        depth: 0,
        tree: Tree::default(),
        notes: Vec::new(),
        filling: 1000 + 2 * text.len(),
    };
    parser.tree.nodes.push(Node::default());
    let mut at = 0;
    for line in text.split('\n') {
        parser.lines.push((at, at + line.len()));
        at += line.len() + 1;
    }
    parser.chunk(0, 0, parser.lines.len());
    parser.footnotes();
    let nodes = &mut parser.tree.nodes;
    for id in (1..nodes.len()).rev() {
        let (parent, end) = (nodes[id].parent, nodes[id].end);
        nodes[parent].end = nodes[parent].end.max(end);
    }
    parser.tree
}

struct Parser<'t> {
    text: &'t str,
    lines: Vec<Line>,
    state: Vec<State>,
    depth: usize,
    tree: Tree,
    /// Footnotes whose content is still to be parsed.
    notes: Vec<(String, usize, usize)>,
    /// How many cells rows may still be filled up with, lest a wide table with many short rows grow with the square.
    filling: usize,
}

impl<'t> Parser<'t> {
    fn part(&self, line: Line) -> &'t str {
        &self.text[line.0..line.1]
    }

    fn line(&self, index: usize) -> &'t str {
        self.part(self.lines[index])
    }

    /// The lines of a block as one text.
    fn text(&self, block: Block) -> String {
        let lines: Vec<&str> = self.lines[block.from..block.to].iter().map(|l| self.part(*l)).collect();
        lines.join("\n")
    }

    fn blank(&self, block: Block) -> bool {
        (block.from..block.to).all(|i| self.line(i).trim().is_empty())
    }

    /// The first line that `test` holds for; none is looked for twice.
    fn search(&self, block: &mut Block, bit: u8, test: impl Fn(&str) -> bool) -> Option<usize> {
        if block.without & bit != 0 {
            return None;
        }
        let found = (block.from..block.to).find(|i| test(self.line(*i)));
        block.without |= if found.is_none() { bit } else { 0 };
        found
    }

    fn add(&mut self, parent: usize, tag: &'static str, at: usize) -> usize {
        let id = self.tree.nodes.len();
        self.tree.nodes.push(Node { tag, parent, at, end: at, ..Node::default() });
        self.tree.nodes[parent].kids.push(id);
        id
    }

    fn tag(&self, id: usize) -> &'static str {
        self.tree.nodes[id].tag
    }

    fn last(&self, parent: usize) -> Option<usize> {
        self.tree.nodes[parent].kids.last().copied()
    }

    fn last_tag(&self, parent: usize) -> &'static str {
        self.last(parent).map_or("", |id| self.tag(id))
    }

    fn within(&self, state: State) -> bool {
        self.state.last() == Some(&state)
    }

    /// A new run of the lines `from..to`, each as `change` makes it.
    fn derive(&mut self, from: usize, to: usize, change: impl Fn(&str) -> (usize, usize)) -> Block {
        let start = self.lines.len();
        for i in from..to {
            let (at, _) = self.lines[i];
            let (a, b) = change(self.line(i));
            self.lines.push((at + a, at + b));
        }
        Block { from: start, to: self.lines.len(), without: 0 }
    }

    /// Splits lines at blank ones and parses the blocks (`parseChunk`).
    fn chunk(&mut self, parent: usize, from: usize, to: usize) {
        let (mut start, mut blocks) = (from, Vec::new());
        let mut j = from;
        while j + 2 < to {
            if self.lines[j + 1].0 == self.lines[j + 1].1 {
                blocks.push(Block { from: start, to: j + 1, without: 0 });
                (start, j) = (j + 2, j + 2);
            } else {
                j += 1;
            }
        }
        blocks.push(Block { from: start, to, without: 0 });
        blocks.reverse();
        self.blocks(parent, blocks);
    }

    fn one(&mut self, parent: usize, block: Block) {
        self.blocks(parent, vec![block]);
    }

    /// Offers each block to the processors (`parseBlocks`); the next one stands last.
    fn blocks(&mut self, parent: usize, mut todo: Vec<Block>) {
        self.depth += 1;
        while let Some(mut block) = todo.pop() {
            if block.from >= block.to {
                continue;
            }
            if self.depth > DEPTH {
                self.paragraph(parent, block);
                continue;
            }
            let done = self.empty(parent, &mut todo, block)
                || self.indented(parent, block, false)
                || self.indented(parent, block, true)
                || self.code(parent, &mut todo, block)
                || self.table(parent, block)
                || self.heading(parent, &mut todo, &mut block)
                || self.underlined(parent, &mut todo, block)
                || self.rule(parent, &mut todo, &mut block)
                || self.list(parent, block)
                || self.definition(parent, &mut todo, &mut block)
                || self.quote(parent, &mut block)
                || self.note(&mut todo, &mut block)
                || self.abbreviation(&mut todo, &mut block)
                || self.reference(&mut todo, &mut block);
            if !done {
                self.paragraph(parent, block);
            }
        }
        self.depth -= 1;
    }

    /// `EmptyBlockProcessor`: a blank line in code belongs to it.
    fn empty(&mut self, parent: usize, todo: &mut Vec<Block>, block: Block) -> bool {
        if !self.line(block.from).is_empty() {
            return false;
        }
        todo.push(Block { from: block.from + 1, ..block });
        if let Some(code) = self.last(parent).filter(|id| self.tag(*id) == "pre") {
            let filler = if block.to - block.from == 1 { "\n\n" } else { "\n" };
            self.tree.nodes[code].text.push_str(filler);
        }
        true
    }

    /// `CodeBlockProcessor`.
    fn code(&mut self, parent: usize, todo: &mut Vec<Block>, block: Block) -> bool {
        let code = (block.from..block.to).take_while(|i| self.line(*i).starts_with("    ")).count();
        if code == 0 {
            return false;
        }
        let inner = self.derive(block.from, block.from + code, |l| (4, l.len()));
        let text = self.text(inner);
        let at = self.lines[block.from].0;
        let pre = match self.last(parent).filter(|id| self.tag(*id) == "pre") {
            Some(id) => {
                self.tree.nodes[id].text.push('\n');
                id
            }
            None => self.add(parent, "pre", at),
        };
        let node = &mut self.tree.nodes[pre];
        node.text.push_str(text.trim_end());
        node.text.push('\n');
        node.end = self.lines[block.from + code - 1].1;
        todo.push(Block { from: block.from + code, ..block });
        true
    }

    /// `HashHeaderProcessor`.
    fn heading(&mut self, parent: usize, todo: &mut Vec<Block>, block: &mut Block) -> bool {
        let slashes = |line: &str| line.len() - line.trim_end_matches('\\').len();
        let test = |line: &str| line.starts_with('#') && slashes(line) % 2 == 0;
        let Some(found) = self.search(block, HEADING, test) else { return false };
        self.before(parent, *block, found, HEADING);
        let line = self.line(found);
        let level = line.bytes().take_while(|b| *b == b'#').count().min(6);
        let mut text = line[level..].trim_end_matches('#');
        if slashes(text) % 2 == 1 {
            text = &line[level..level + text.len() + 1];
        }
        self.titled(parent, level, found, text.trim());
        let mut rest = Block { from: found + 1, ..*block };
        if self.within(State::LooseList) {
            let without = block.without;
            rest = self.derive(rest.from, rest.to, |l| (if l.starts_with("    ") { 4 } else { 0 }, l.len()));
            rest.without = without & !(HEADING | RULE | QUOTE);
        }
        todo.push(rest);
        true
    }

    fn titled(&mut self, parent: usize, level: usize, line: usize, text: &str) {
        const LEVELS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let (at, end) = self.lines[line];
        let heading = self.add(parent, LEVELS[level - 1], at);
        self.tree.nodes[heading].text.push_str(text);
        self.tree.nodes[heading].end = end;
    }

    /// Parses what stands in `block` before line `found`, of which `bit` is not found there.
    fn before(&mut self, parent: usize, block: Block, found: usize, bit: u8) {
        self.one(parent, Block { to: found, without: block.without | bit, ..block });
    }

    /// `SetextHeaderProcessor`.
    fn underlined(&mut self, parent: usize, todo: &mut Vec<Block>, block: Block) -> bool {
        if block.to - block.from < 2 {
            return false;
        }
        let under = self.line(block.from + 1);
        let marks = under.trim_end_matches(' ');
        if marks.is_empty() || !marks.bytes().all(|b| matches!(b, b'=' | b'-')) {
            return false;
        }
        self.titled(parent, if under.starts_with('=') { 1 } else { 2 }, block.from, self.line(block.from).trim());
        todo.push(Block { from: block.from + 2, ..block });
        true
    }

    /// `HRProcessor`.
    fn rule(&mut self, parent: usize, todo: &mut Vec<Block>, block: &mut Block) -> bool {
        let Some(found) = self.search(block, RULE, is_rule) else { return false };
        self.before(parent, *block, found, RULE);
        self.add(parent, "hr", self.lines[found].0);
        let blank = |i: &usize| self.line(*i).is_empty();
        let from = found + 1 + (found + 1..block.to).take_while(blank).count();
        todo.push(Block { from, ..*block });
        true
    }

    /// `BlockQuoteProcessor`.
    fn quote(&mut self, parent: usize, block: &mut Block) -> bool {
        let Some(found) = self.search(block, QUOTE, |l| quoted(l).is_some()) else { return false };
        self.before(parent, *block, found, QUOTE);
        let inner = self.derive(found, block.to, |line| match quoted(line) {
            _ if line.trim() == ">" => (0, 0),
            Some(at) => (at, line.len()),
            None => (0, line.len()),
        });
        let quote = match self.last(parent).filter(|id| self.tag(*id) == "blockquote") {
            Some(id) => id,
            None => self.add(parent, "blockquote", self.lines[found].0),
        };
        self.state.push(State::Quote);
        self.chunk(quote, inner.from, inner.to);
        self.state.pop();
        true
    }

    /// `ParagraphProcessor`: in a tight list the text is the item's own.
    fn paragraph(&mut self, parent: usize, block: Block) {
        if self.blank(block) {
            return;
        }
        let text = self.text(block);
        let (at, end) = (self.lines[block.from].0, self.lines[block.to - 1].1);
        if !self.within(State::List) {
            let id = self.add(parent, "p", at);
            self.tree.nodes[id].text.push_str(text.trim_start());
            self.tree.nodes[id].end = end;
            return;
        }
        let sibling = self.last(parent);
        let own = &mut self.tree.nodes[sibling.unwrap_or(parent)];
        own.end = own.end.max(end);
        let to = if sibling.is_some() { &mut own.tail } else { &mut own.text };
        if to.is_empty() && sibling.is_none() {
            to.push_str(text.trim_start());
        } else {
            to.push('\n');
            to.push_str(&text);
        }
    }
}

/// Whether a line is a thematic break: three marks or more of one kind, at most two blanks between.
fn is_rule(line: &str) -> bool {
    let marks = line.trim_start_matches(' ');
    let Some(mark) = marks.chars().next().filter(|c| matches!(c, '-' | '_' | '*')) else { return false };
    let (mut count, mut blanks) = (0, 0);
    for (i, c) in marks.char_indices() {
        blanks = if c == ' ' { blanks + 1 } else { 0 };
        if blanks > 2 {
            return count >= 3 && marks[i..].trim_start_matches(' ').is_empty() && line.len() - marks.len() < 4;
        }
        if c != ' ' && c != mark {
            return false;
        }
        count += usize::from(c == mark);
    }
    count >= 3 && line.len() - marks.len() < 4
}

/// Where a quoted line's own text begins.
fn quoted(line: &str) -> Option<usize> {
    let mark = indent(line);
    let inner = line[mark..].strip_prefix('>').filter(|_| mark < 4)?;
    Some(line.len() - inner.strip_prefix(' ').unwrap_or(inner).len())
}

/// How many blanks a line begins with.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}
