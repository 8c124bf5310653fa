//! From an address to a file below the served folder, and its type.

use std::path::{Path, PathBuf};

/// The file that an address names, relative to the folder; nothing if it could lead out of it.
pub fn file(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?;
    let path = decode(path.strip_prefix('/')?)?;
    let mut file = PathBuf::new();
    for part in path.split('/') {
        let outside = part.starts_with('.') || part.contains(['\\', ':', '\0']);
        match part {
            "" => {}
            _ if outside => return None,
            part => file.push(part),
        }
    }
    if path.is_empty() || path.ends_with('/') {
        file.push("index.html");
    }
    Some(file)
}

/// Undoes `%41`; nothing if what comes out is not text.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte == b'%' {
            let (digits, after) = rest.split_at_checked(2)?;
            let value = |digit: u8| char::from(digit).to_digit(16);
            bytes.push(u8::try_from(value(digits[0])? * 16 + value(digits[1])?).ok()?);
            rest = after;
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The type of a file, by its ending.
pub fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "md" | "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_its_index() {
        assert_eq!(file("/"), Some("index.html".into()));
        assert_eq!(file("/docs/?a=b"), Some("docs/index.html".into()));
    }

    #[test]
    fn names_are_decoded_once() {
        assert_eq!(file("/a%20b.md"), Some("a b.md".into()));
        assert_eq!(file("/a%2520b"), Some("a%20b".into()));
        assert_eq!(file("//x//y"), Some("x/y".into()));
    }

    #[test]
    fn nothing_leads_out_of_the_folder() {
        for url in
            ["/..", "/../x", "/a/../../x", "/%2e%2e/x", "/..%2fx", "/a%5c..%5cx", "/c:/x", "/.git/config", "x", "/%00"]
        {
            assert_eq!(file(url), None, "{url}");
        }
    }

    #[test]
    fn broken_escapes_name_nothing() {
        for url in ["/%", "/%4", "/%zz", "/%ff", "/%+1"] {
            assert_eq!(file(url), None, "{url}");
        }
    }

    #[test]
    fn types_follow_the_ending() {
        assert_eq!(mime(Path::new("a.wasm")), "application/wasm");
        assert_eq!(mime(Path::new("m.webmanifest")), "application/manifest+json; charset=utf-8");
        assert_eq!(mime(Path::new("LICENSE")), "application/octet-stream");
    }
}
