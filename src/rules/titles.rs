//! Titles as people paste them; what rules and forms both ask.

/// Whether a title is written in capitals: several words, eight letters or more, none of them small.
pub fn is_capital(title: &str) -> bool {
    let letters = title.chars().filter(|c| c.is_alphabetic()).count();
    let cased = title.chars().any(char::is_uppercase) && !title.chars().any(char::is_lowercase);
    letters >= 8 && title.contains(char::is_whitespace) && cased
}

/// A title and what looks like the site's name behind it.
pub fn with_site_name(title: &str) -> Option<(&str, &str)> {
    let (at, divider) = [" | ", " – ", " — "].iter().filter_map(|d| title.rfind(d).map(|at| (at, d))).max()?;
    let (head, tail) = (title[..at].trim(), title[at + divider.len()..].trim());
    let short = tail.chars().count() <= 30 && tail.split_whitespace().count() <= 4;
    let named = tail.starts_with(char::is_uppercase) || tail.contains('.');
    (short && named && head.chars().count() > tail.chars().count() && head.chars().count() >= 10)
        .then_some((head, tail))
}
