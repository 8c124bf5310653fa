//! What is no tag and no scheme of the list, and still does nothing in any browser: the page for readers elsewhere
//! (`twir preview`) has it as the site has it, where a bare `Vec<T>` loses its `<T>`. In the desk it is text.

/// The elements of HTML, current and obsolete, and those that begin SVG and MathML (HTML Living Standard, "Index of
/// elements" and "Obsolete features"). `option` and `output` are not among them: without attributes they only show their
/// content, and types of Rust are called so.
const ELEMENTS: &str = "\
a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body \
br button canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog \
dir div dl dt element em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head \
header hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark \
marquee math menu menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol optgroup p \
param picture plaintext portal pre progress q rb rbc rp rt rtc ruby s samp script search section select \
selectedcontent shadow slot small source spacer span strike strong style sub summary sup svg table tbody td \
template textarea tfoot th thead time title tr track tt u ul var video wbr xmp fencedframe geolocation \
permission";

/// The start tag, bare, if its name is no element's: browsers make an `HTMLUnknownElement` of it, which does nothing.
pub fn tag(html: &str) -> Option<String> {
    let name = html.strip_prefix('<')?.split([' ', '\t', '\n', '/', '>']).next()?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, ',' | ':' | '*' | '_' | '.');
    let good = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(plain);
    let known = ELEMENTS.split(' ').any(|element| element.eq_ignore_ascii_case(name));
    (good && !known && html.ends_with('>')).then(|| format!("<{name}>"))
}

/// The address, if its scheme is `http` or `https` with one letter too many: no browser knows such a scheme.
pub fn mistyped(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once(':')?;
    let letters = scheme.bytes().all(|b| b.is_ascii_alphabetic()) && rest.starts_with("//");
    let without = |at: usize| format!("{}{}", &scheme[..at], &scheme[at + 1..]).to_ascii_lowercase();
    let known = matches!(&*scheme.to_ascii_lowercase(), "http" | "https");
    let near =
        letters && !known && scheme.len() < 7 && (0..scheme.len()).any(|at| matches!(&*without(at), "http" | "https"));
    near.then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_of_rust_are_bare_tags() {
        assert_eq!(tag("<T>").as_deref(), Some("<T>"));
        assert_eq!(tag("<K, V>").as_deref(), Some("<K,>"));
        assert_eq!(tag("<Output = Rust>").as_deref(), Some("<Output>"));
        for html in
            ["<script>", "<SVG/onload=x>", "<style>", "<iframe src=x>", "</T>", "<T", "<1>", "<x-a>", "<b onclick=x>"]
        {
            assert_eq!(tag(html), None, "{html}");
        }
    }

    #[test]
    fn one_letter_too_many_is_mistyped() {
        assert_eq!(mistyped("hhttps://a.example/"), Some("hhttps://a.example/"));
        for url in ["https://a.example/", "javascript://a", "data://a", "httpsss://a", "hhttps:a", "ahttp"] {
            assert_eq!(mistyped(url), None, "{url}");
        }
    }
}
