//! What may stand in a page: tags, addresses, escaped text, and the pieces of raw HTML.

use std::borrow::Cow;

/// How far the attributes of a tag are followed, in bytes.
const REACH: usize = 4096;

/// Bytes that may not stand as they are: marks, control characters, and 0xC2, behind which one of two bytes may follow.
const ODD: [bool; 256] = {
    let (mut odd, mut b) = ([false; 256], 0);
    while b < 256 {
        odd[b] = b < 0x20 || matches!(b as u8, b'&' | b'<' | b'>' | b'"' | 0x7f | 0xc2);
        b += 1;
    }
    odd
};

/// Writes `text` so that it is text in an element and in a quoted attribute.
pub fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|b| ODD[usize::from(b)]) {
        let Some(c) = rest[at..].chars().next() else { break };
        out.push_str(&rest[..at]);
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => {}
            c if c.is_control() && c != '\n' && c != '\t' => out.push('\u{fffd}'),
            c => out.push(c),
        }
        rest = &rest[at + c.len_utf8()..];
    }
    out.push_str(rest);
}

/// The address as a browser would take it, if its scheme is http, https or mailto: white space and control characters
/// at the ends are gone, and so are those inside that browsers pass over. Entities are resolved before.
pub fn address(url: &str) -> Option<String> {
    let clean = url.trim_matches(|c: char| c.is_whitespace() || c.is_control()).replace(|c: char| c.is_control(), "");
    let (scheme, rest) = clean.split_once(':')?;
    let known = ["http", "https", "mailto"].iter().any(|s| s.eq_ignore_ascii_case(scheme));
    (known && !rest.is_empty()).then_some(clean)
}

/// Whether an address is nothing but a word that somebody is still to replace, or empty: it can have no scheme and
/// leads nowhere.
pub fn is_blank(url: &str) -> bool {
    url.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}

/// Length of the entity at the start, if there is one that ends with a semicolon (`ENTITY_RE`).
pub fn entity(text: &str) -> Option<usize> {
    let body = text.strip_prefix('&')?;
    let end = body.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    let (name, rest) = body.split_at(end);
    let good = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix('x') {
            Some(hex) => !hex.is_empty() && hex.bytes().all(|b| b.is_ascii_hexdigit()),
            None => !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()),
        },
        None => !name.is_empty() && !name.contains('#'),
    };
    (good && rest.starts_with(';')).then_some(end + 2)
}

/// Entities by name that mean something in an address or an attribute; the two thousand others stay as they are,
/// which is harmless, for none of them can begin a scheme.
const NAMES: [(&str, char); 30] = [
    ("amp", '&'),
    ("AMP", '&'),
    ("lt", '<'),
    ("LT", '<'),
    ("gt", '>'),
    ("GT", '>'),
    ("quot", '"'),
    ("QUOT", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("Tab", '\t'),
    ("NewLine", '\n'),
    ("colon", ':'),
    ("semi", ';'),
    ("sol", '/'),
    ("bsol", '\\'),
    ("num", '#'),
    ("excl", '!'),
    ("quest", '?'),
    ("period", '.'),
    ("comma", ','),
    ("lpar", '('),
    ("rpar", ')'),
    ("lowbar", '_'),
    ("commat", '@'),
    ("percnt", '%'),
    ("equals", '='),
    ("plus", '+'),
    ("ast", '*'),
    ("dollar", '$'),
];

/// What the entity with that name or number between `&` and `;` means.
fn meaning(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMES.iter().find(|(known, _)| *known == name).map(|(_, meant)| *meant);
    };
    let code = match number.strip_prefix('x') {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    code.ok().and_then(char::from_u32)
}

/// Writes a text, its entities resolved; those whose meaning only a browser knows are left to it.
pub fn text(text: &str, out: &mut String) {
    let (mut rest, mut from) = (text, 0);
    while let Some(at) = rest[from..].find('&').map(|i| from + i) {
        from = at + 1;
        let Some(length) = entity(&rest[at..]) else { continue };
        let name = &rest[at + 1..at + length - 1];
        if !name.starts_with('#') && meaning(name).is_none() {
            escape(&decode(&rest[..at]), out);
            out.push_str(&rest[at..at + length]);
            (rest, from) = (&rest[at + length..], 0);
        }
    }
    escape(&decode(rest), out);
}

/// `text` with its entities resolved.
pub fn decode(text: &str) -> Cow<'_, str> {
    let (mut out, mut done, mut at) = (String::new(), 0, 0);
    while let Some(next) = text[at..].find('&').map(|i| at + i) {
        at = next + 1;
        let Some(length) = entity(&text[next..]) else { continue };
        if let Some(meant) = meaning(&text[next + 1..next + length - 1]) {
            out.push_str(&text[done..next]);
            out.push(meant);
            (done, at) = (next + length, next + length);
        }
    }
    if done == 0 {
        return text.into();
    }
    out.push_str(&text[done..]);
    out.into()
}

/// A start or end tag as the text has it.
pub struct Tag<'t> {
    pub whole: &'t str,
    pub name: &'t str,
    /// `</name>`
    pub close: bool,
    /// `<name/>`
    pub empty: bool,
    attributes: Vec<(&'t str, &'t str)>,
}

impl Tag<'_> {
    /// The value of an attribute, its entities resolved; empty where it has none.
    pub fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        self.attributes.iter().find(|a| a.0.eq_ignore_ascii_case(name)).map(|a| decode(a.1))
    }

    /// The name as it stands on the list of tags that a text may write itself, if it does.
    pub fn listed(&self) -> Option<&'static str> {
        crate::issue::html::TAGS.iter().find(|tag| tag.eq_ignore_ascii_case(self.name)).copied()
    }
}

/// The tag at the start of `text`; else how many bytes were looked at. What is no tag for the site is none here: a
/// backtick in it, a quote that does not close.
pub fn tag(text: &str) -> Result<Tag<'_>, usize> {
    let close = text.starts_with("</");
    let body = &text[(1 + usize::from(close)).min(text.len())..];
    if !body.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Err(1);
    }
    let mut end = (text.len() - body.len() + REACH).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let body = &text[text.len() - body.len()..end];
    let name = &body[..body.find(['`', '\t', '\n', '\r', '\u{c}', ' ', '/', '>', '\0']).ok_or(body.len())?];
    let mut attributes = Vec::new();
    let mut rest = &body[name.len()..];
    loop {
        rest = rest.trim_start();
        let empty = rest.starts_with("/>");
        if empty || rest.starts_with('>') {
            let whole = &text[..end - rest.len() + 1 + usize::from(empty)];
            return Ok(Tag { whole, name, close, empty, attributes });
        }
        if let Some(after) = rest.strip_prefix('/') {
            rest = after;
            continue;
        }
        let length = rest.find(|c: char| c.is_whitespace() || matches!(c, '/' | '=' | '>')).ok_or(body.len())?;
        if length == 0 || rest.starts_with('`') {
            return Err(body.len() - rest.len() + 1);
        }
        let key = &rest[..length];
        rest = rest[length..].trim_start();
        let mut value = "";
        if rest.starts_with('=') {
            rest = rest.trim_start_matches('=').trim_start();
            match rest.chars().next().filter(|c| matches!(c, '"' | '\'')) {
                Some(quote) => (value, rest) = rest[1..].split_once(quote).ok_or(body.len())?,
                None => {
                    let length = rest.find(|c: char| c.is_whitespace() || matches!(c, '`' | '>')).ok_or(body.len())?;
                    (value, rest) = rest.split_at(length);
                }
            }
        }
        attributes.push((key, value));
    }
}

/// A piece of a block of raw HTML.
pub enum Piece<'t> {
    /// To be shown as it is.
    Text(&'t str),
    Tag(Tag<'t>),
}

/// Takes a block of raw HTML apart: comments are left out.
pub fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let (mut text, mut at) = (0, 0);
    // Once no comment ends any more, none is looked for; and what is followed in vain is limited.
    let (mut comments, mut fuel) = (true, html.len() * 8 + 1024);
    while let Some(open) = html[at..].find('<').map(|i| at + i) {
        let rest = &html[open..];
        let found = if comments && rest.starts_with("<!--") {
            let length = comment(rest);
            comments = length.is_some();
            length.map(|length| (None, length))
        } else if fuel == 0 {
            None
        } else {
            let tag = tag(rest);
            fuel = fuel.saturating_sub(tag.as_ref().err().copied().unwrap_or(0));
            tag.ok().map(|tag| (Some(tag), 0))
        };
        at = open + 1;
        let Some((tag, length)) = found else { continue };
        if text < open {
            out.push(Piece::Text(&html[text..open]));
        }
        at = open + tag.as_ref().map_or(length, |tag| tag.whole.len());
        out.extend(tag.map(Piece::Tag));
        text = at;
    }
    if text < html.len() {
        out.push(Piece::Text(&html[text..]));
    }
    out
}

/// Length of the comment at the start: two hyphens end it, with blanks before the bracket or none.
pub fn comment(html: &str) -> Option<usize> {
    let mut from = "<!--".len();
    loop {
        let at = from + html.get(from..)?.find("--")? + 2;
        let rest = html[at..].trim_start();
        if rest.starts_with('>') {
            return Some(html.len() - rest.len() + 1);
        }
        from = at - 1;
    }
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
        assert!(is_blank("LINK_HERE") && is_blank(""));
        assert!(!is_blank("a.b") && !is_blank("//a") && !is_blank("javascript:a") && !is_blank("#a"));
    }

    #[test]
    fn entities() {
        assert_eq!(decode("a &amp; &#98;&#x63; &nosuch; &amp &"), "a & bc &nosuch; &amp &");
        assert_eq!(decode("&lt;&copy;"), "<&copy;");
        let mut out = String::new();
        text("a & b &lt;i&gt; &copy; &nosuch; &#60;", &mut out);
        assert_eq!(out, "a &amp; b &lt;i&gt; &copy; &nosuch; &lt;");
    }

    #[test]
    fn takes_raw_html_apart() {
        let shown = |html: &'static str| -> Vec<String> {
            let piece = |piece| match piece {
                Piece::Text(text) => format!("{text:?}"),
                Piece::Tag(tag) => tag.whole.to_owned(),
            };
            pieces(html).into_iter().map(piece).collect()
        };
        assert_eq!(
            shown("a<BR/>b<!-- c --><small id='>'>d</small ><b>e"),
            ["\"a\"", "<BR/>", "\"b\"", "<small id='>'>", "\"d\"", "</small >", "<b>", "\"e\""]
        );
        assert_eq!(shown("<!-->x<!--->y<!--z"), ["\"y<!--z\""]);
        assert_eq!(shown("<p"), ["\"<p\""]);
        assert_eq!(shown("<p\u{e9}>"), ["<p\u{e9}>"]);
    }
}
