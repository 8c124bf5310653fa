//! Attribute lists, `{: .class #id key=value}`. The site takes them out of the text and sets the attributes; here they
//! are taken out and nothing is set (`attr_list.AttrListTreeprocessor`).

/// What stays of a list's inside after its first closing brace: more than nothing where the list is none.
pub fn remainder(list: &str) -> &str {
    let mut rest = list;
    let word = |text: &str| text.find([' ', '=', '}']).unwrap_or(text.len());
    loop {
        rest = rest.trim_start_matches(' ');
        let end = word(rest);
        if end == 0 {
            break;
        }
        rest = &rest[end..];
        let Some(value) = rest.strip_prefix('=') else { continue };
        let quoted = |mark: char| value.strip_prefix(mark)?.split_once(mark);
        if let Some((_, after)) = quoted('"').or_else(|| quoted('\'')) {
            rest = after;
        } else if word(value) > 0 {
            rest = &value[word(value)..];
        }
    }
    rest.find('}').map_or("", |at| &rest[at..])
}

/// The inside of a list that `text`, of one line, is from its first to its last byte.
fn list(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('{')?.strip_suffix('}')?;
    let inner = inner.strip_prefix(':').unwrap_or(inner).trim_start_matches(' ');
    (!inner.is_empty() && !inner.starts_with('}') && !inner.contains('\n')).then_some(inner)
}

/// The list right behind an inline element: its length, and what of it is put back as text.
pub fn inline(tail: &str) -> Option<(usize, &str)> {
    if !tail.starts_with('{') {
        return None;
    }
    let line = tail.split('\n').next().unwrap_or(tail);
    let end = line.rfind('}')? + 1;
    list(&line[..end]).map(|inner| (end, remainder(inner)))
}

/// Where the text of a block ends that has a list on its last line (`heading`: behind a blank on any line).
pub fn block(text: &str, heading: bool) -> Option<usize> {
    let whole = text.trim_end_matches(' ');
    if !whole.ends_with('}') {
        return None;
    }
    let line = whole.rfind('\n').map_or(0, |at| at + 1);
    let (at, open) = if heading {
        let open =
            line + whole[line..].match_indices(" {").find(|(i, _)| list(&whole[line + i + 1..]).is_some())?.0 + 1;
        (whole[..open].trim_end_matches(' ').len(), open)
    } else {
        (line.checked_sub(1)?, whole.len() - whole[line..].trim_start_matches(' ').len())
    };
    list(&whole[open..]).filter(|inner| remainder(inner).is_empty()).map(|_| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_attribute_lists() {
        assert_eq!(inline("{: .a #b c='d e' f=g} h"), Some((21, "")));
        assert_eq!(inline("{.a} b {c}"), Some((10, "} b {c")));
        assert_eq!(inline("{ }"), None);
        assert_eq!(inline("{}"), None);
        assert_eq!(block("a\n{: .b}", false), Some(1));
        assert_eq!(block("a {: .b }", false), None);
        assert_eq!(block("a  {#b}  ", true), Some(1));
        assert_eq!(block("a {b} c", true), None);
    }
}
