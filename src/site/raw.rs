//! Blocks of raw HTML and comments, taken out of the text before it is read (`htmlparser.HTMLExtractor`,
//! `md_in_html.HTMLExtractorExtra`).

use super::mapped::{Mapped, placeholder};
use super::safe;

/// What was taken out of the text.
pub enum Stashed {
    /// Code, as it is.
    Code(String),
    /// HTML as the text has it: hostile.
    Html(String),
}

/// Elements that make a block of their own; the site's list.
const BLOCKS: &str = " address article aside blockquote details div dl fieldset figcaption figure footer form \
h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul canvas colgroup dd body dt group html iframe \
li legend math map noscript output object option progress script style summary tbody td textarea tfoot th thead tr video \
center ";

/// Whether an element of that name, in small letters, makes a block.
pub fn is_block(name: &str) -> bool {
    let at = BLOCKS
        .match_indices(name)
        .find(|(i, _)| BLOCKS[..*i].ends_with(' ') && BLOCKS[i + name.len()..].starts_with(' '));
    !name.is_empty() && at.is_some()
}

/// `text` with a placeholder for each block of HTML, which goes to `stash`.
pub fn take(text: Mapped, stash: &mut Vec<Stashed>) -> Mapped {
    if !text.text.contains('<') {
        return text;
    }
    let mut taker = Taker {
        text: &text,
        out: Mapped::default(),
        stash,
        open: Vec::new(),
        parsed: Vec::new(),
        cache: String::new(),
        since: 0,
        in_raw: false,
        in_tail: false,
        comments: true,
        fuel: text.text.len() * 16 + 4096,
    };
    taker.run();
    taker.out
}

struct Taker<'t> {
    text: &'t Mapped,
    out: Mapped,
    stash: &'t mut Vec<Stashed>,
    /// The raw block that is being collected, and the elements open in it.
    cache: String,
    /// Where it began.
    since: usize,
    in_raw: bool,
    open: Vec<String>,
    /// Elements whose content is Markdown (`markdown="1"`).
    parsed: Vec<String>,
    /// Behind the end of a block, on the same line.
    in_tail: bool,
    /// Whether a comment may still end: once one does not, none behind it does.
    comments: bool,
    /// How many bytes may still be looked at in vain: keeps a hostile text linear.
    fuel: usize,
}

impl Taker<'_> {
    fn run(&mut self) {
        let text = self.text.text.as_str();
        let mut at = 0;
        while at < text.len() {
            let next = text[at..].find(['<', '&']).map_or(text.len(), |i| at + i);
            if next > at {
                self.data(at, next);
            }
            at = next;
            if at < text.len() {
                at = if text[at..].starts_with('&') { self.entity(at) } else { self.bracket(at) };
            }
        }
        if !self.cache.is_empty() {
            self.store();
        }
    }

    /// Text, up to `end`.
    fn data(&mut self, at: usize, end: usize) {
        let data = &self.text.text[at..end];
        self.in_tail &= !data.contains('\n');
        match self.in_raw {
            true => self.collect(at, data),
            false => self.out.copy(self.text, at, end),
        }
    }

    /// Something complete that opens nothing.
    fn empty(&mut self, at: usize, end: usize, block: bool) {
        let data = &self.text.text[at..end];
        if self.in_raw || self.in_tail {
            self.collect(at, data);
        } else if block && self.at_line_start(at) {
            self.in_tail = !self.blank_line(end);
            self.blank_before(at);
            self.collect(at, data);
            self.store();
        } else {
            self.out.copy(self.text, at, end);
        }
    }

    fn collect(&mut self, at: usize, html: &str) {
        self.since = if self.cache.is_empty() { at } else { self.since };
        self.cache.push_str(html);
    }

    /// Puts what was collected aside, with a placeholder on a line of its own.
    fn store(&mut self) {
        let at = self.since;
        self.stash.push(Stashed::Html(std::mem::take(&mut self.cache)));
        let mark = placeholder('r', self.stash.len() - 1);
        self.out.put(&mark, self.text.source(at));
        self.out.put("\n\n", self.text.source(at));
    }

    fn blank_before(&mut self, at: usize) {
        if self.out.text.ends_with('\n') && !self.out.text.ends_with("\n\n") {
            self.out.put("\n", self.text.source(at));
        }
    }

    /// Whether nothing but up to three blanks stands before `at` on its line.
    fn at_line_start(&self, at: usize) -> bool {
        let before = self.text.text[..at].trim_end_matches(' ');
        at - before.len() <= 3 && (before.is_empty() || before.ends_with('\n'))
    }

    /// Whether the line ends at `at` and a blank one follows.
    fn blank_line(&self, at: usize) -> bool {
        let rest = self.text.text[at..].trim_start_matches(' ').strip_prefix('\n');
        rest.is_some_and(|rest| rest.trim_start_matches(' ').starts_with('\n'))
    }

    fn entity(&mut self, at: usize) -> usize {
        let rest = &self.text.text[at + 1..];
        let end = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
        if end > 0 && rest[end..].starts_with(';') {
            self.empty(at, at + end + 2, false);
            return at + end + 2;
        }
        self.data(at, at + 1);
        at + 1
    }

    /// What begins with `<`; gives where to go on.
    fn bracket(&mut self, at: usize) -> usize {
        let text = self.text.text.as_str();
        let rest = &text[at..];
        let mut behind = |mark: &str| {
            let found = rest.get(2..).filter(|_| self.fuel > 0).and_then(|r| r.find(mark));
            self.fuel = self.fuel.saturating_sub(if found.is_none() { rest.len() } else { 0 });
            found.map(|i| at + 2 + i + mark.len())
        };
        if rest.starts_with("<!--") {
            if let Some(end) = self.comments.then(|| safe::comment(rest)).flatten() {
                self.empty(at, at + end, true);
                return at + end;
            }
            self.comments = false;
        } else if rest.starts_with("<?") || rest.starts_with("<!") {
            let (end, block) = match &rest[1..2] {
                "?" => (behind("?>"), true),
                _ if rest.starts_with("<![") => (behind("]>"), true),
                _ => (behind(">"), rest.get(2..9).is_some_and(|d| d.eq_ignore_ascii_case("doctype"))),
            };
            if let Some(end) = end.filter(|_| self.at_line_start(at) || self.in_tail) {
                self.empty(at, end, block);
                return end;
            }
        } else if let Some(tag) = self.tag(rest) {
            return self.element(at, &tag);
        }
        self.data(at, at + 1);
        at + 1
    }

    fn tag<'r>(&mut self, rest: &'r str) -> Option<safe::Tag<'r>> {
        if self.fuel == 0 {
            return None;
        }
        safe::tag(rest).map_err(|seen| self.fuel = self.fuel.saturating_sub(seen)).ok()
    }

    fn element(&mut self, at: usize, tag: &safe::Tag<'_>) -> usize {
        let (end, name) = (at + tag.whole.len(), tag.name.to_ascii_lowercase());
        let block = is_block(&name);
        let starts = block && (self.at_line_start(at) || self.in_tail);
        if tag.close {
            self.end_tag(at, tag, &name);
        } else if tag.empty || (name == "hr" && starts) {
            self.empty(at, end, block);
        } else if !self.in_raw && !starts {
            self.out.copy(self.text, at, at + tag.whole.len());
        } else if !self.in_raw && tag.attribute("markdown").is_some_and(|v| matches!(&*v, "1" | "block" | "span" | ""))
        {
            self.parsed.push(name);
            self.in_tail = false;
            self.blank_before(at);
            self.collect(at, tag.whole);
            self.store();
        } else {
            if !self.in_raw {
                self.in_raw = true;
                self.out.put("\n", self.text.source(at));
            }
            self.collect(at, tag.whole);
            if matches!(&*name, "script" | "style") {
                // What stands in these is no markup up to their end.
                let rest = &self.text.text[end..];
                let close = rest
                    .match_indices("</")
                    .find(|(i, _)| rest.get(i + 2..i + 2 + name.len()).is_some_and(|n| n.eq_ignore_ascii_case(&name)));
                let stop = close.map_or(rest.len(), |(i, _)| i);
                self.collect(end, &rest[..stop]);
                self.open.push(name);
                return end + stop;
            }
            self.open.push(name);
        }
        end
    }

    fn end_tag(&mut self, at: usize, tag: &safe::Tag<'_>, name: &str) {
        let end = at + tag.whole.len();
        if self.in_raw {
            self.collect(at, tag.whole);
            if let Some(depth) = self.open.iter().rposition(|open| open == name) {
                self.open.truncate(depth);
            }
            if self.open.is_empty() {
                self.in_tail = !self.blank_line(end);
                self.in_raw = false;
                self.store();
            }
        } else if let Some(depth) = self.parsed.iter().rposition(|open| open == name) {
            self.parsed.truncate(depth);
            self.out.put("\n\n", self.text.source(at));
            self.collect(at, tag.whole);
            self.store();
            self.in_tail = !self.blank_line(end);
        } else {
            self.out.copy(self.text, at, at + tag.whole.len());
        }
    }
}
