//! Lists, and what is indented below their items.

use super::{Block, Parser, State, indent};

/// One item as it stands in its block.
struct Item {
    block: Block,
    /// Where its bullet stands.
    at: usize,
    /// Whether it is indented, and so a child of the item before it.
    indented: bool,
}

/// The mark of an item: whether it is a number, and where the item's text begins.
fn marker(line: &str) -> Option<(bool, usize)> {
    let body = &line[indent(line)..];
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    let rest = match digits {
        0 => body.strip_prefix(['*', '+', '-'])?,
        _ => body[digits..].strip_prefix('.')?,
    };
    let text = rest.trim_start_matches(' ');
    (text.len() < rest.len()).then(|| (digits > 0, line.len() - text.len()))
}

impl Parser<'_> {
    /// `OListProcessor` and `UListProcessor`: they differ only in the list that they begin.
    pub(super) fn list(&mut self, parent: usize, block: Block) -> bool {
        let first = self.line(block.from);
        let Some((ordered, _)) = marker(first).filter(|_| indent(first) < 4) else { return false };
        let mut items = self.items(block).into_iter();
        let sibling = self.last(parent).filter(|id| matches!(self.tag(*id), "ul" | "ol"));
        let list = match sibling {
            Some(list) => {
                self.loosen(list);
                if let Some(item) = items.next() {
                    let li = self.add(list, "li", item.at);
                    self.nested(State::LooseList, li, item.block);
                }
                list
            }
            // An indented list whose first item stood on its parent's own line.
            None if matches!(self.tag(parent), "ul" | "ol") => parent,
            None => self.add(parent, if ordered { "ol" } else { "ul" }, self.lines[block.from].0 + indent(first)),
        };
        for item in items {
            let li = match self.last(list).filter(|_| item.indented) {
                Some(last) => last,
                None => self.add(list, "li", item.at),
            };
            self.nested(State::List, li, item.block);
        }
        true
    }

    fn nested(&mut self, state: State, parent: usize, block: Block) {
        self.state.push(state);
        self.one(parent, block);
        self.state.pop();
    }

    /// Puts the last item's text into a paragraph: a blank line follows it.
    fn loosen(&mut self, list: usize) {
        let Some(item) = self.last(list) else { return };
        self.wrap(item);
        let Some(last) = self.last(item) else { return };
        let tail = std::mem::take(&mut self.tree.nodes[last].tail);
        if !tail.is_empty() {
            let p = self.add(item, "p", self.tree.nodes[last].end);
            self.tree.nodes[p].text.push_str(tail.trim_start());
        }
    }

    fn wrap(&mut self, item: usize) {
        let text = std::mem::take(&mut self.tree.nodes[item].text);
        if !text.is_empty() {
            let p = self.add(item, "p", self.tree.nodes[item].at);
            self.tree.nodes[p].text = text;
            self.tree.nodes[item].kids.rotate_right(1);
        }
    }

    /// Breaks a block into items; what is indented goes to one item of its own (`get_items`).
    fn items(&mut self, block: Block) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        for i in block.from..block.to {
            let (line, (at, end)) = (self.line(i), self.lines[i]);
            let (blanks, mark) = (indent(line), marker(line));
            let text = match mark {
                Some((_, text)) if blanks < 4 => Some((text, false)),
                Some(_) if blanks < 8 && items.last().is_some_and(|item| !item.indented) => Some((0, true)),
                _ => None,
            };
            let from = self.lines.len();
            self.lines.push((at + text.map_or(0, |t| t.0), end));
            if let Some((_, indented)) = text {
                let block = Block { from, to: from, without: 0 };
                items.push(Item { block, at: at + blanks, indented });
            }
            if let Some(item) = items.last_mut() {
                item.block.to = from + 1;
            }
        }
        items
    }

    /// `ListIndentProcessor`, and (`definitions`) `DefListIndentProcessor`: what is indented below an item is its own.
    pub(super) fn indented(&mut self, parent: usize, block: Block, definitions: bool) -> bool {
        let is_item = |tag: &str| tag == "li" || (definitions && tag == "dd");
        let is_list = |tag: &str| matches!(tag, "ul" | "ol") || (definitions && tag == "dl");
        let line = self.line(block.from);
        let below = is_item(self.tag(parent)) || is_list(self.last_tag(parent));
        if !line.starts_with("    ") || self.within(State::Detabbed) || !below {
            return false;
        }
        // How deep: down the last items, at most as many lists as the line has indents.
        let mut level = usize::from(self.within(State::List));
        let mut sibling = parent;
        while indent(line) / 4 > level {
            match self.last(sibling).filter(|id| is_list(self.tag(*id)) || is_item(self.tag(*id))) {
                Some(child) => {
                    level += usize::from(is_list(self.tag(child)));
                    sibling = child;
                }
                None => break,
            }
        }
        let blanks = 4 * level;
        let inner = self.derive(block.from, block.to, |l| (if indent(l) >= blanks { blanks } else { 0 }, l.len()));
        let target = if is_item(self.tag(parent)) {
            self.last(parent).filter(|id| is_list(self.tag(*id))).unwrap_or(parent)
        } else if is_item(self.tag(sibling)) {
            sibling
        } else if let Some(item) = self.last(sibling).filter(|id| is_item(self.tag(*id))) {
            self.wrap(item);
            item
        } else {
            self.add(sibling, if definitions { "dd" } else { "li" }, self.lines[inner.from].0)
        };
        self.nested(State::Detabbed, target, inner);
        true
    }
}
