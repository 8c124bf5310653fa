//! Which pull request somebody means.

use crate::text::case::lower;

/// Why it is none that can be reviewed here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPull {
    /// Nothing that names one.
    Unclear,
    /// One of another repository, `owner/name`.
    Elsewhere(String),
}

/// The number in `41`, `#41`, `owner/name#41` or the address of one of its pages (`…/owner/name/pull/41/files`). `web` is
/// the address of GitHub's pages, `repository` the `owner/name` whose pull requests are meant.
///
/// # Errors
/// Where there is none, or one of another repository.
pub fn pull_number(text: &str, web: &str, repository: &str) -> Result<u32, NoPull> {
    let text = text.trim();
    let bare = |address: &str| lower(address.split_once("://").map_or(address, |(_, rest)| rest));
    let host = format!("{}/", bare(web));
    let (of, number) = match bare(text).strip_prefix("www.").unwrap_or(&bare(text)).strip_prefix(&*host) {
        Some(path) => {
            let parts: Vec<&str> = path.split(['/', '?', '#']).collect();
            let [owner, name, "pull" | "pulls" | "issues", number, ..] = parts[..] else { return Err(NoPull::Unclear) };
            (format!("{owner}/{name}"), number.to_owned())
        }
        None => match text.split_once('#') {
            Some((of, number)) => (of.to_owned(), number.to_owned()),
            None => (String::new(), text.to_owned()),
        },
    };
    let digits = number.bytes().all(|b| b.is_ascii_digit());
    let number = number.parse().ok().filter(|number| digits && *number > 0).ok_or(NoPull::Unclear)?;
    match of.is_empty() || lower(&of) == lower(repository) {
        true => Ok(number),
        false if of.split('/').filter(|part| !part.is_empty()).count() == 2 => Err(NoPull::Elsewhere(of)),
        false => Err(NoPull::Unclear),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<u32, NoPull> {
        pull_number(text, "https://git.example", "ferrous/News-letter")
    }

    #[test]
    fn reads_numbers_and_addresses() {
        for text in [
            "41",
            " #41 ",
            "ferrous/news-letter#41",
            "https://git.example/ferrous/News-letter/pull/41",
            "https://www.git.example/Ferrous/news-letter/pull/41/",
            "http://git.example/ferrous/news-letter/pull/41/files?w=1#diff-0",
            "git.example/ferrous/news-letter/issues/41#issuecomment-2",
        ] {
            assert_eq!(read(text), Ok(41), "{text}");
        }
    }

    #[test]
    fn says_why_not() {
        for text in ["", "#", "0", "+41", "-1", "4x", "99999999999", "https://git.example/ferrous/news-letter", "a#41"]
        {
            assert_eq!(read(text), Err(NoPull::Unclear), "{text}");
        }
        for text in ["https://else.example/ferrous/news-letter/pull/41", "git.example/ferrous/news-letter/tree/41"] {
            assert_eq!(read(text), Err(NoPull::Unclear), "{text}");
        }
        for text in ["other/one#41", "https://git.example/other/one/pull/41"] {
            assert_eq!(read(text), Err(NoPull::Elsewhere("other/one".into())), "{text}");
        }
    }
}
