//! A bookmark that runs on the page one is on and takes it to the form.

/// What it does there, in that page's own document: title, the address that the page calls its own (else the one it was
/// opened by) and its language go to the form, in a new tab that knows nothing of the page.
const SCRIPT: &str = "(()=>{const d=document,c=d.querySelector('link[rel~=canonical][href]');\
open('DESK#/contribute?'+new URLSearchParams({title:d.title,url:c?c.href:location.href,lang:d.documentElement.lang}),\
'_blank','noopener,noreferrer')})()";

/// The bookmark's address for the desk at `desk`, an address without query and fragment.
pub fn bookmarklet(desk: &str) -> String {
    // It stands in a text between quotes, and the browser resolves percent signs before it runs the whole.
    let mut safe = String::with_capacity(desk.len());
    for c in desk.chars() {
        match c {
            '\'' => safe.push_str("%27"),
            '\\' => safe.push_str("%5C"),
            c => safe.push(c),
        }
    }
    format!("javascript:{}", SCRIPT.replace("DESK", &safe).replace('%', "%25"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_desks_own_address_cannot_break_out() {
        let made = bookmarklet("https://desk.example/a%27b'c\\/");
        assert!(made.contains("open('https://desk.example/a%2527b%2527c%255C/#/contribute?'"), "{made}");
        assert_eq!(made.matches('\'').count(), bookmarklet("").matches('\'').count());
        assert!(made.starts_with("javascript:(()=>{") && !made.contains(['\n', '"', '<']), "{made}");
    }
}
