//! Lines with their ends, and which of them stand inside a comment or a code fence.

use crate::text::Span;

/// What surrounds the first visible character of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// Ordinary text.
    Text,
    /// Inside `<!-- … -->`, the line that opens it included when the comment begins the line.
    Comment,
    /// Inside a fenced code block, the fences included.
    Fence,
}

/// One line of the text.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// The line without its end.
    pub content: Span,
    /// The line with its end (`\n`, `\r\n`, or nothing on the last line).
    pub full: Span,
    /// Where it stands.
    pub context: Context,
}

impl Line {
    /// Whether only white space stands on it.
    pub fn is_blank(&self, text: &str) -> bool {
        self.content.of(text).trim().is_empty()
    }

    /// The line end it bears: `"\n"`, `"\r\n"` or `""`.
    pub fn eol<'t>(&self, text: &'t str) -> &'t str {
        Span::new(self.content.end, self.full.end).of(text)
    }
}

/// The comments of a text and whether one never closes.
#[derive(Debug, Default)]
pub struct Comments {
    /// `<!-- … -->` with its marks, in order.
    pub spans: Vec<Span>,
    /// A `<!--` that nothing closes; it counts as text, so that it cannot swallow the rest of the issue.
    pub unclosed: Option<usize>,
    /// The end mark that was found last: the next one for whoever asks before it.
    close: Option<usize>,
    /// The blank line that was found last: nothing that opens behind other text before it and is still open there counts.
    torn: usize,
}

impl Comments {
    /// The next end mark from `from` on, which grows from call to call.
    fn closing(&mut self, text: &str, from: usize) -> Option<usize> {
        if self.close.is_none_or(|close| close < from) {
            self.close = text[from..].find("-->").map(|close| from + close);
        }
        self.close
    }

    /// Whether a blank line stands between `from` and the end mark `close`. A comment that opens behind other text ends in
    /// its paragraph, as on the site; else its marks are text.
    fn is_torn(&mut self, text: &str, from: usize, close: usize) -> bool {
        if from < self.torn {
            return true;
        }
        let mut at = from;
        while let Some(end) = text[at..close].find('\n') {
            at += end + 1;
            // The line of the end mark is not blank.
            if text[at..].lines().next().is_some_and(|line| line.trim().is_empty()) {
                self.torn = at;
                return true;
            }
        }
        false
    }
}

/// Splits `text` at `\n` (a `\r` before it belongs to the line end) and finds comments and fences.
pub fn split(text: &str) -> (Vec<Line>, Comments) {
    let mut lines = Vec::with_capacity(text.len() / 48 + 1);
    let mut comments = Comments::default();
    let mut fence: Option<Fence> = None;
    let mut fences = Fences::default();
    let mut comment_end = 0;
    let mut start = 0;
    for full in text.split_inclusive('\n') {
        let content = full.strip_suffix('\n').unwrap_or(full);
        let content = if full.len() > content.len() { content.strip_suffix('\r').unwrap_or(content) } else { content };
        let indent = content.len() - content.trim_start().len();
        let in_comment = start + indent < comment_end;
        let context = if in_comment {
            Context::Comment
        } else if let Some(open) = fence {
            if closes_fence(content, open) {
                fence = None;
            }
            Context::Fence
        } else if let Some(open) = opens_fence(content).filter(|open| fences.closes(text, start + full.len(), *open)) {
            fence = Some(open);
            Context::Fence
        } else {
            let from = comment_end.max(start) - start;
            comment_end = find_comments(text, start, content, from, &mut comments).max(comment_end);
            // One that nothing closes is text, and so is any behind it.
            match comments.spans.binary_search_by_key(&(start + indent), |comment| comment.start) {
                Ok(_) => Context::Comment,
                Err(_) => Context::Text,
            }
        };
        if in_comment && comment_end < start + content.len() {
            comment_end = find_comments(text, start, content, comment_end - start, &mut comments).max(comment_end);
        }
        lines.push(Line {
            content: Span::new(start, start + content.len()),
            full: Span::new(start, start + full.len()),
            context,
        });
        start += full.len();
    }
    (lines, comments)
}

/// Records the comments that open in `content` from `from` on; gives the end of the last one, or 0.
fn find_comments(text: &str, start: usize, content: &str, from: usize, comments: &mut Comments) -> usize {
    let mut end = 0;
    if !content.contains('<') {
        return end;
    }
    let mut at = from;
    while let Some(open) = content.get(at..).and_then(|rest| rest.find("<!--")) {
        let open = at + open;
        if in_code_span(content, open) || comments.unclosed.is_some() {
            at = open + 4;
            continue;
        }
        // `<!-->` is no whole comment: the end mark is looked for behind the opening one.
        let inner = start + open + 4;
        match comments.closing(text, inner) {
            Some(close) if !content[..open].trim().is_empty() && comments.is_torn(text, inner, close) => at = open + 4,
            Some(close) => {
                end = close + 3;
                comments.spans.push(Span::new(start + open, end));
                at = end - start;
            }
            None => {
                comments.unclosed = Some(start + open);
                return end;
            }
        }
    }
    end
}

/// Whether an odd number of backtick runs precedes `at` on its line, with another run behind it.
fn in_code_span(content: &str, at: usize) -> bool {
    if content.len() > 8192 {
        return false; // no line that people write; keeps a hostile one linear
    }
    let runs = |text: &str| text.split('`').count().saturating_sub(1);
    runs(&content[..at]) % 2 == 1 && content[at..].contains('`')
}

/// The mark of a fence and how often it stands there.
type Fence = (u8, usize);

/// Which fences never close: as on the site they are text, so that they cannot swallow the rest of the issue.
#[derive(Default)]
struct Fences {
    unclosed: Vec<Fence>,
}

impl Fences {
    /// Whether a fence that opens before `from` is closed.
    fn closes(&mut self, text: &str, from: usize, open: Fence) -> bool {
        let known = |other: &Fence| other.0 == open.0 && other.1 <= open.1;
        if self.unclosed.iter().any(known) {
            return false;
        }
        let closed = text[from..].lines().any(|line| closes_fence(line, open));
        if !closed {
            self.unclosed.push(open);
        }
        closed
    }
}

fn opens_fence(content: &str) -> Option<Fence> {
    let body = content.trim_start_matches(' ');
    let mark = *body.as_bytes().first()?;
    let length = body.bytes().take_while(|b| *b == mark).count();
    let fence = content.len() - body.len() < 4 && (mark == b'`' || mark == b'~') && length >= 3;
    // A backtick behind the opening run makes it a code span on one line.
    (fence && !(mark == b'`' && body[length..].contains('`'))).then_some((mark, length))
}

fn closes_fence(content: &str, (mark, length): Fence) -> bool {
    let body = content.trim();
    body.len() >= length && body.bytes().all(|b| b == mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contexts(text: &str) -> Vec<Context> {
        split(text).0.iter().map(|l| l.context).collect()
    }

    #[test]
    fn keeps_every_byte_and_line_end() {
        let text = "\u{feff}Title: x\r\nb\rc\n\n\tlast";
        let (lines, _) = split(text);
        assert_eq!(lines.iter().map(|l| l.full.of(text)).collect::<String>(), text);
        assert_eq!(lines[0].eol(text), "\r\n");
        assert_eq!(lines[1].content.of(text), "b\rc");
        assert_eq!(lines[3].eol(text), "");
    }

    #[test]
    fn knows_comments_over_several_lines() {
        use Context::*;
        let text = "a <!-- b\n* c\n--> d\n<!-- e -->\n* f\n";
        assert_eq!(contexts(text), [Text, Comment, Comment, Comment, Text]);
        assert_eq!(split(text).1.spans.len(), 2);
    }

    #[test]
    fn a_comment_behind_other_text_ends_in_its_paragraph() {
        let spans = |text: &str| split(text).1.spans.iter().map(|span| span.of(text).to_owned()).collect::<Vec<_>>();
        assert_eq!(spans("* a <!-- b\n\n## C\n<!-- d -->\n"), ["<!-- d -->"]);
        assert_eq!(spans("* a <!-- b\n* c --> d <!-- e -->\n"), ["<!-- b\n* c -->", "<!-- e -->"]);
        assert_eq!(spans("* a <!-- b <!-- c\r\n \r\n<!-- d\n\ne -->\n"), ["<!-- d\n\ne -->"]);
        assert!(split("* a <!-- b\n\n## C\n<!-- d -->\n").0.iter().take(3).all(|l| l.context == Context::Text));
    }

    #[test]
    fn an_unclosed_comment_swallows_nothing() {
        let (lines, comments) = split("a\n<!-- b\n* c\n<!-- d\n* e\n");
        assert!(lines.iter().all(|l| l.context == Context::Text));
        assert_eq!(comments.unclosed, Some(2));
    }

    #[test]
    fn an_unclosed_fence_swallows_nothing() {
        use Context::*;
        assert_eq!(contexts("~~~\n* a\n```\n* b\n```\n````\n* c\n"), [Text, Text, Fence, Fence, Fence, Text, Text]);
    }

    #[test]
    fn knows_fences_and_code_spans() {
        use Context::*;
        assert_eq!(contexts("```\n# a\n```\n# b\n"), [Fence, Fence, Fence, Text]);
        assert_eq!(contexts("* [`<!--` is text](u)\n* c\n"), [Text, Text]);
    }
}
