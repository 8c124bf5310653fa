//! A strict reader of the only HTML that a page may be: listed tags, listed attributes, every tag closed in order.

const TAGS: &[&str] = &[
    "p",
    "a",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "strong",
    "em",
    "hr",
    "li",
    "ul",
    "ol",
    "code",
    "pre",
    "blockquote",
    "small",
    "br",
    "del",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "dl",
    "dt",
    "dd",
    "sup",
    "div",
];

/// A word that stands where an address is still missing.
fn is_word(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b))
}

/// Every element that loads, runs, asks, embeds, or changes how the rest is read.
const ELEMENTS: &str = "applet area audio base bgsound body button canvas command embed fencedframe form frame frameset head
    html iframe image img input isindex keygen link listing map marquee math menuitem meta nextid noembed noframes noscript
    object param picture plaintext portal script select selectedcontent slot source style svg table tbody td template
    textarea tfoot th thead title tr track video xmp a b i p div span";

/// A web address whose scheme has one letter too many.
fn is_near_http(text: &str) -> bool {
    let (scheme, rest) = text.split_once(':').unwrap_or_default();
    let letters = scheme.chars().all(|c| c.is_ascii_alphabetic()) && rest.starts_with("//");
    letters
        && (5..=6).contains(&scheme.len())
        && scheme.to_ascii_lowercase().matches(['h', 't', 'p', 's']).count() + 1 >= scheme.len()
}

/// An id of a footnote, or of the place that refers to it.
fn is_note(text: &str) -> bool {
    let text = text.strip_prefix("fn").unwrap_or_default();
    let text = text.strip_prefix("ref").unwrap_or(text).trim_start_matches(|c: char| c.is_ascii_digit());
    text.strip_prefix(':').is_some_and(|name| !name.is_empty() && is_word(name))
}

/// Panics unless each block, and each item of a list, is safe by itself: nothing reaches from one into the next.
pub fn blocks(blocks: &[twir_desk::site::Block]) {
    blocks.iter().for_each(|block| check(&block.html(), true));
    blocks.iter().flat_map(|block| block.items()).for_each(|item| check(&item.html, true));
    assert!(blocks.is_sorted_by_key(|b| b.start), "blocks stand in the order of the text");
}

/// Panics unless `html` is safe. `marks`: whether `class` and `data-at` may stand in it.
#[track_caller]
pub fn check(html: &str, marks: bool) {
    if let Err(problem) = read(html, marks) {
        panic!("{problem} in\n{html}");
    }
}

fn read(html: &str, marks: bool) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text(&rest[..at], true)?;
        let end = rest[at..].find('>').ok_or("a bracket that nothing closes")?;
        let tag = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if !TAGS.contains(&name) {
            // A name that no element has, without attributes: nothing in any browser.
            let lower = name.to_ascii_lowercase();
            let active = ELEMENTS.split_whitespace().any(|element| element == lower);
            let inert = name.chars().all(|c| c.is_ascii_alphanumeric() || ",:*_.".contains(c));
            if marks || active || !inert || tag != name {
                return Err(format!("the tag <{name}>"));
            }
            continue;
        }
        attribute_list(name, attributes, marks)?;
        if name == "a" && open.contains(&"a") {
            return Err("a link in a link".into());
        }
        if !matches!(name, "br" | "hr") {
            open.push(name);
        }
    }
    text(rest, true)?;
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} stay open")) }
}

fn attribute_list(tag: &str, mut rest: &str, marks: bool) -> Result<(), String> {
    let (mut names, note) = (Vec::new(), rest.starts_with("href=\"#"));
    while !rest.is_empty() {
        let (name, after) = rest.split_once("=\"").ok_or_else(|| format!("attributes `{rest}`"))?;
        let (value, after) = after.split_once('"').ok_or_else(|| format!("attributes `{rest}`"))?;
        rest = after.strip_prefix(' ').unwrap_or(after);
        text(value, false)?;
        let good = match (tag, name) {
            ("a", "href") => {
                ["http:", "https:", "mailto:"].iter().any(|s| value.to_ascii_lowercase().starts_with(s))
                    || value.strip_prefix('#').is_some_and(is_note)
                    || (!marks && (is_word(value) || is_near_http(value)))
            }
            ("li" | "sup", "id") => is_note(value),
            ("a", "target") => value == "_blank",
            ("a", "rel") => value == "noopener noreferrer",
            ("th" | "td", "align") => matches!(value, "left" | "center" | "right"),
            ("li", "class") => marks && value == "is-new",
            ("li" | "p" | "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6", "data-at") => {
                marks && value.parse::<usize>().is_ok()
            }
            _ => false,
        };
        if !good || names.contains(&name) || after.len() == rest.len() && !rest.is_empty() {
            return Err(format!("{name}=\"{value}\" in <{tag}>"));
        }
        names.push(name);
    }
    let note = names == ["href"] && note;
    if tag == "a" && !names.is_empty() && !note && names != ["href", "target", "rel"] {
        return Err(format!("a link with {names:?}"));
    }
    Ok(())
}

/// Text: no bare bracket or quote, no control character, no ampersand but of the four entities; between tags (`named`)
/// of any entity by name, whose meaning is the browser's.
fn text(text: &str, named: bool) -> Result<(), String> {
    let bad = |c: char| matches!(c, '<' | '>' | '"') || (c.is_control() && !matches!(c, '\n' | '\t'));
    if let Some(c) = text.chars().find(|c| bad(*c)) {
        return Err(format!("{c:?} in text"));
    }
    let letters =
        |part: &str| part.find(|c: char| !c.is_ascii_alphanumeric()).filter(|at| part[*at..].starts_with(';'));
    let known = |part: &str| {
        ["amp;", "lt;", "gt;", "quot;"].iter().any(|e| part.starts_with(e))
            || named && letters(part).is_some_and(|at| at > 0)
    };
    match text.split('&').skip(1).find(|part| !known(part)) {
        Some(part) => Err(format!("`&{part}` in text")),
        None => Ok(()),
    }
}
