//! Definitions: reference links, footnotes, abbreviations and definition lists.

use super::{ABBREVIATION, Block, NOTE, Parser, REFERENCE, State, TERM, indent};

/// What a footnote's first line holds: its name, and where its text begins.
fn note(line: &str) -> Option<(&str, usize)> {
    let body = line[indent(line)..].strip_prefix("[^").filter(|_| indent(line) < 4)?;
    let (name, rest) = body.split_once(']')?;
    Some((name, line.len() - rest.strip_prefix(':')?.trim_start_matches(' ').len()))
}

/// An abbreviation's line, whose title may stand on the next.
fn abbreviation(line: &str) -> bool {
    let title = || {
        let (name, rest) = line.strip_prefix("*[")?.split_once(']')?;
        let rest = rest.strip_prefix(' ').unwrap_or(rest).strip_prefix(':')?;
        (!name.trim().is_empty() && !name.contains('\\') && !rest.trim().is_empty()).then_some(())
    };
    title().is_some()
}

/// Name and rest of a line that may define a reference.
fn reference(line: &str) -> Option<(&str, &str)> {
    let body = line[indent(line)..].strip_prefix('[').filter(|_| indent(line) < 4)?;
    let (name, rest) = body.split_once("]:")?;
    (!name.contains(['[', ']'])).then_some((name, rest))
}

/// Whether that is a link's title and nothing else.
fn is_title(text: &str) -> bool {
    let text = text.trim_matches(' ');
    let within = |open: char, close: char| text.len() > 1 && text.starts_with(open) && text.ends_with(close);
    within('"', '"') || within('\'', '\'') || within('(', ')')
}

impl Parser<'_> {
    /// `ReferenceProcessor`: address and title may stand on lines of their own.
    pub(super) fn reference(&mut self, todo: &mut Vec<Block>, block: &mut Block) -> bool {
        if block.without & REFERENCE != 0 {
            return false;
        }
        for i in block.from..block.to {
            let Some((name, rest)) = reference(self.line(i)) else { continue };
            let (mut rest, mut end) = (rest.trim_matches(' '), i + 1);
            if rest.is_empty() && end < block.to {
                (rest, end) = (self.line(end).trim_matches(' '), end + 1);
            }
            let url = rest.split(char::is_whitespace).next().unwrap_or("");
            let title = rest[url.len()..].trim_matches(' ');
            if url.is_empty() || !(title.is_empty() || is_title(title)) {
                continue;
            }
            if title.is_empty() && end < block.to && is_title(self.line(end)) {
                end += 1;
            }
            let url = url.trim_start_matches('<').trim_end_matches('>').to_owned();
            self.tree.refs.insert(name.trim().to_lowercase(), url);
            self.around(todo, *block, i, end, REFERENCE);
            return true;
        }
        block.without |= REFERENCE;
        false
    }

    /// Gives back what stands in `block` around the lines `from..to`.
    fn around(&mut self, todo: &mut Vec<Block>, block: Block, from: usize, to: usize, bit: u8) {
        let (before, after) = (Block { to: from, without: block.without | bit, ..block }, Block { from: to, ..block });
        todo.extend([after, before].into_iter().filter(|b| !self.blank(*b)));
    }

    /// `AbbrBlockprocessor`: the definition vanishes. Its title would be an attribute, so the text stays as it is.
    pub(super) fn abbreviation(&mut self, todo: &mut Vec<Block>, block: &mut Block) -> bool {
        let Some(found) = self.search(block, ABBREVIATION, abbreviation) else { return false };
        self.around(todo, *block, found, found + 1, ABBREVIATION);
        true
    }

    /// `FootnoteBlockProcessor`: the note's text, with what is indented below it.
    pub(super) fn note(&mut self, todo: &mut Vec<Block>, block: &mut Block) -> bool {
        let Some(found) = self.search(block, NOTE, |l| note(l).is_some()) else { return false };
        let Some((name, text)) = note(self.line(found)) else { return false };
        let next = (found + 1..block.to).find(|i| note(self.line(*i)).is_some());
        let dedent = |l: &str| (if l.starts_with("    ") { 4 } else { 0 }, l.len());
        let first = self.derive(found, found + 1, |l| (text, l.len())).from;
        self.derive(found + 1, next.unwrap_or(block.to), dedent);
        match next {
            Some(next) => todo.push(Block { from: next, ..*block }),
            None => {
                while let Some(more) = todo.pop_if(|b| self.line(b.from).starts_with("    ")) {
                    let here = (more.from..more.to).find(|i| note(self.line(*i)).is_some());
                    self.derive(more.from, more.from + 1, |_| (0, 0));
                    self.derive(more.from, here.unwrap_or(more.to), dedent);
                    if let Some(here) = here {
                        todo.push(Block { from: here, ..more });
                        break;
                    }
                }
            }
        }
        self.notes.push((name.to_owned(), first, self.lines.len()));
        let before = Block { to: found, without: block.without | NOTE, ..*block };
        if !self.blank(before) {
            todo.push(before);
        }
        true
    }

    /// Parses the footnotes behind the page; a name defined twice is its last definition, at the place of its first.
    pub(super) fn footnotes(&mut self) {
        let mut first = std::collections::BTreeMap::new();
        for (name, from, to) in std::mem::take(&mut self.notes) {
            let next = self.tree.notes.len();
            let index = *first.entry(name.clone()).or_insert(next);
            let id = self.tree.nodes.len();
            let (at, end) = (self.lines[from].0, self.lines[to - 1].1);
            self.tree.nodes.push(super::Node { tag: "li", at, end, ..Default::default() });
            self.chunk(id, from, to);
            if index == next {
                self.tree.notes.push((name, id));
            } else {
                self.tree.notes[index].1 = id;
            }
        }
    }

    /// `DefListProcessor`: terms, then a line with a colon.
    pub(super) fn definition(&mut self, parent: usize, todo: &mut Vec<Block>, block: &mut Block) -> bool {
        let text_at = |line: &str| {
            let rest = line[indent(line)..].strip_prefix(':').filter(|_| indent(line) < 4)?;
            let blanks = rest.len() - rest.trim_start_matches(' ').len();
            (blanks > 0).then(|| line.len() - rest.len() + blanks.min(3))
        };
        let Some(found) = self.search(block, TERM, |l| text_at(l).is_some()) else { return false };
        let text = text_at(self.line(found)).unwrap_or(0);
        let mut terms: Vec<(usize, String)> = Vec::new();
        for i in block.from..found {
            let term = self.line(i).trim();
            if !term.is_empty() {
                terms.push((self.lines[i].0, term.to_owned()));
            }
        }
        let mut state = State::List;
        if terms.is_empty() {
            let Some(sibling) = self.last(parent) else { return false };
            if self.tag(sibling) == "p" {
                state = State::LooseList;
                self.tree.nodes[parent].kids.pop();
                let node = &mut self.tree.nodes[sibling];
                let (text, at) = (std::mem::take(&mut node.text), node.at);
                terms.extend(text.split('\n').map(|t| (at, t.to_owned())));
            }
        }
        let at = self.lines[found].0;
        let list = match self.last(parent).filter(|id| self.tag(*id) == "dl") {
            Some(list) => {
                let last = self.last(list).filter(|id| self.tag(*id) == "dd" && self.last(*id).is_some());
                if terms.is_empty() && last.is_some() {
                    state = State::LooseList;
                }
                list
            }
            None => self.add(parent, "dl", at),
        };
        for (at, term) in terms {
            let dt = self.add(list, "dt", at);
            self.tree.nodes[dt].text = term;
        }
        // Lazy lines belong to it when the first line behind is not indented, else only those that are.
        let own = |line: &str| line.starts_with("    ") || line.trim().is_empty();
        let next = (found + 1 < block.to).then(|| self.line(found + 1));
        let lazy = next.is_some_and(|l| indent(l) < 4 && !l[indent(l)..].starts_with(':') && !l.trim().is_empty());
        let to =
            if lazy { block.to } else { found + 1 + (found + 1..block.to).take_while(|i| own(self.line(*i))).count() };
        let inner = self.derive(found, found + 1, |l| (text, l.len()));
        let dedent = |l: &str| if lazy { (0, l.len()) } else { (l.len().min(4), l.len()) };
        let rest = self.derive(found + 1, to, dedent);
        let dd = self.add(list, "dd", at);
        self.state.push(state);
        self.one(dd, Block { to: rest.to, ..inner });
        self.state.pop();
        todo.push(Block { from: to, ..*block });
        true
    }
}
