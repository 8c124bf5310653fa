//! Finding versions in what tools print and in `Cargo.lock`.

/// The version in a line such as `trunk 0.21.14` or `Chromium 142.0.1 built on Debian`.
pub fn in_text(text: &str) -> Option<&str> {
    let word =
        text.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('.'))?;
    word.split(|c: char| !c.is_ascii_digit() && c != '.').next()
}

/// The number before the first dot.
pub fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

/// The version of a package in a lock file.
pub fn in_lock<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_in_what_tools_print() {
        assert_eq!(in_text("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(in_text("Chromium 142.0.7444.59 built on Debian GNU/Linux 12"), Some("142.0.7444.59"));
        assert_eq!(in_text("ChromeDriver 142.0.1 (abc-refs/heads)"), Some("142.0.1"));
        assert_eq!(in_text("wasm-bindgen 0.2.129"), Some("0.2.129"));
        assert_eq!(in_text("nothing"), None);
        assert_eq!(major("142.0.7444.59"), Some(142));
    }

    #[test]
    fn a_package_is_found_by_its_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-cli\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(in_lock(lock, "wasm-bindgen"), Some("0.2.129"));
        assert_eq!(in_lock(lock, "trunk"), None);
    }
}
