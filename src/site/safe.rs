//! What may stand in a page: tags, addresses, escaped text, and the pieces of raw HTML.

/// Tags that a text may write itself, in its own HTML; they keep no attribute.
pub const RAW_TAGS: [&str; 17] = [
    "p",
    "a",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "strong",
    "hr",
    "li",
    "ul",
    "ol",
    "em",
    "code",
    "blockquote",
    "small",
    "br",
];

/// A control character that stands for a `<` to be shown; one byte like the bracket itself, so that offsets hold.
pub const SHOWN_BRACKET: char = '\u{1}';

/// How far a tag is followed, in bytes: keeps a hostile text linear.
const REACH: usize = 512;

/// The name as it is written here, if `name` is on `list`, whatever its case.
pub fn known(list: &[&'static str], name: &str) -> Option<&'static str> {
    list.iter().find(|tag| tag.eq_ignore_ascii_case(name)).copied()
}

/// Writes `text` so that it is text in an element and in a quoted attribute.
pub fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' | SHOWN_BRACKET => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            '\r' => {}
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

/// The address as a browser would take it, if its scheme is http, https or mailto: white space and control characters
/// at the ends are gone, and so are those inside that browsers pass over. Entities are resolved by the parser before.
pub fn address(url: &str) -> Option<String> {
    let clean: String = url.trim_matches(|c: char| c.is_whitespace() || c.is_control()).chars().collect();
    let clean = clean.replace(|c: char| c.is_control(), "");
    let (scheme, rest) = clean.split_once(':')?;
    let known = ["http", "https", "mailto"].iter().any(|s| s.eq_ignore_ascii_case(scheme));
    (known && !rest.is_empty()).then_some(clean)
}

/// A piece of raw HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// To be shown as it is.
    Text(&'t str),
    /// `<name …>`, and the whole of it.
    Open(&'static str, &'t str),
    /// `</name>`, and the whole of it.
    Close(&'static str, &'t str),
}

/// Takes raw HTML apart: comments are left out, tags that are not on the list are text.
pub fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let (mut text, mut at) = (0, 0);
    let flush = |out: &mut Vec<_>, from: usize, to: usize| {
        if from < to {
            out.push(Piece::Text(&html[from..to]));
        }
    };
    // Once no comment ends any more, none is looked for: keeps a text of opening marks linear.
    let mut comments = true;
    while let Some(open) = html[at..].find('<').map(|i| at + i) {
        let rest = &html[open..];
        if comments && rest.starts_with("<!--") {
            if let Some(length) = comment(rest) {
                flush(&mut out, text, open);
                at = open + length;
                text = at;
                continue;
            }
            comments = false;
        }
        match tag(rest) {
            Some((piece, length)) => {
                flush(&mut out, text, open);
                out.push(piece);
                at = open + length;
                text = at;
            }
            None => at = open + 1,
        }
    }
    flush(&mut out, text, html.len());
    out
}

/// Length of the comment at the start.
fn comment(html: &str) -> Option<usize> {
    match &html[4..] {
        rest if rest.starts_with('>') => Some(5),
        rest if rest.starts_with("->") => Some(6),
        rest => rest.find("-->").map(|end| 4 + end + 3),
    }
}

/// The listed tag at the start, and its length.
fn tag(html: &str) -> Option<(Piece<'_>, usize)> {
    let (close, body) = match html[1..].strip_prefix('/') {
        Some(body) => (true, body),
        None => (false, &html[1..]),
    };
    let length = body.bytes().take_while(u8::is_ascii_alphanumeric).take(12).count();
    let name = known(&RAW_TAGS, &body[..length])?;
    let rest = &body[length..];
    if !rest.starts_with(['>', '/', ' ', '\t', '\n', '\r']) {
        return None;
    }
    let mut quote = None;
    let end = rest.bytes().take(REACH).position(|b| {
        match (quote, b) {
            (None, b'"' | b'\'') => quote = Some(b),
            (Some(open), b) if open == b => quote = None,
            _ => {}
        }
        quote.is_none() && b == b'>'
    })?;
    let length = html.len() - rest.len() + end + 1;
    let whole = &html[..length];
    Some((if close { Piece::Close(name, whole) } else { Piece::Open(name, whole) }, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for good in ["https://x.example", "HTTP://x.example", "mailto:a@b.example", " \u{1}https://x.example\n"] {
            assert!(address(good).is_some(), "{good}");
        }
        assert_eq!(address("ht\ntps://x.example/\u{7}a").as_deref(), Some("https://x.example/a"));
        for bad in ["javascript:alert(1)", "java\nscript:x", "data:text/html,x", "//x.example", "/a", "x", "", "https:"]
        {
            assert_eq!(address(bad), None, "{bad}");
        }
    }

    #[test]
    fn takes_raw_html_apart() {
        use Piece::*;
        assert_eq!(
            pieces("a<BR/>b<!-- c --><small id='>'>d</small ><b>e"),
            [
                Text("a"),
                Open("br", "<BR/>"),
                Text("b"),
                Open("small", "<small id='>'>"),
                Text("d"),
                Close("small", "</small >"),
                Text("<b>e"),
            ]
        );
        assert_eq!(pieces("<!-->x<!--->y<!--z"), [Text("x"), Text("y<!--z")]);
        assert_eq!(pieces("<p"), [Text("<p")]);
        assert_eq!(pieces("<p\u{e9}>"), [Text("<p\u{e9}>")]);
    }
}
