//! The parts of a query, decoded and made harmless.

/// No longer address.
pub const URL: usize = 2_000;

/// One name with its value, both decoded.
pub fn pair(part: &str) -> (String, String) {
    let (name, value) = part.split_once('=').unwrap_or((part, ""));
    (clean(&decode(name)), clean(&decode(value)))
}

/// Percent signs and `+` resolved; bytes that are no UTF-8 become the sign for that.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    let digit = |at: usize| bytes.get(at).and_then(|b| char::from(*b).to_digit(16));
    while let Some(byte) = bytes.get(at) {
        let escaped = (*byte == b'%').then(|| Some(digit(at + 1)? * 16 + digit(at + 2)?)).flatten();
        match escaped {
            Some(code) => {
                out.push(code as u8);
                at += 3;
            }
            None => {
                out.push(if *byte == b'+' { b' ' } else { *byte });
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// White space as single blanks; control characters, and those that hide or turn what stands beside them, taken out.
pub fn clean(text: &str) -> String {
    let hidden = |c: &char| matches!(*c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let blank = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    let shown: String = blank.filter(|c| !c.is_control() && !hidden(c)).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first `most` characters, and whether there were more.
pub fn cut(text: &str, most: usize) -> (String, bool) {
    let end = text.char_indices().nth(most).map(|(at, _)| at);
    (text[..end.unwrap_or(text.len())].trim_end().to_owned(), end.is_some())
}

/// Whether it is an address of the web that is no longer than one may be.
pub fn is_web(text: &str) -> bool {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    rest.is_some() && text.len() > 10 && text.len() <= URL && !text.contains(' ')
}

/// The prefix of a page's language: `de-AT` is `DE`; English has none.
pub fn language(tag: &str) -> Option<String> {
    let code = tag.split(['-', '_']).next().unwrap_or_default();
    let known = code.len() == 2 && code.bytes().all(|b| b.is_ascii_alphabetic()) && !code.eq_ignore_ascii_case("en");
    known.then(|| code.to_ascii_uppercase())
}
