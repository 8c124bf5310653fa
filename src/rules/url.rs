//! Addresses, taken apart and put together as the newsletter's checker does it.
//!
//! The checker is written in Python; its verdicts depend on `urllib.parse` (`urlsplit`, `parse_qs`, `urlencode` with
//! `doseq`, `urlunsplit`), whose rules are older and laxer than those of browsers. These functions follow them.

mod query;

pub use query::{Parameters, decode, encode};
use std::borrow::Cow;

/// Query parameters that only say where a reader came from; the checker's list.
pub const TRACKING: [&str; 4] = ["utm_source", "utm_campaign", "utm_medium", "utm_content"];

/// Schemes that the checker takes.
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// Schemes with which `urlunsplit` writes `//` even without a host.
const WITH_HOST: [&str; 25] = [
    "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews", "prospero",
    "rtsp", "rtsps", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss",
];

/// An address in its five parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// In lower case; empty where there is none.
    pub scheme: String,
    /// Host with user and port, case as written.
    pub host: String,
    pub path: String,
    /// Without `?`.
    pub query: String,
    /// Without `#`.
    pub fragment: String,
}

impl Parts {
    /// `urlsplit`: never fails (where Python raises an error, the host is taken as it stands).
    pub fn of(url: &str) -> Self {
        let bare = bare(url);
        let Split { scheme, host, path, query, fragment } = Split::of(&bare);
        Self {
            scheme: scheme.to_ascii_lowercase(),
            host: host.to_owned(),
            path: path.to_owned(),
            query: query.to_owned(),
            fragment: fragment.to_owned(),
        }
    }
}

/// The same parts where they stand in the address, case as written.
struct Split<'a> {
    scheme: &'a str,
    host: &'a str,
    path: &'a str,
    query: &'a str,
    fragment: &'a str,
}

/// The address without blanks before it, and without tabs and line ends in it.
fn bare(url: &str) -> Cow<'_, str> {
    let url = url.trim_start_matches(|c: char| c <= ' ');
    match url.bytes().any(|b| matches!(b, b'\t' | b'\r' | b'\n')) {
        true => url.replace(['\t', '\r', '\n'], "").into(),
        false => url.into(),
    }
}

impl<'a> Split<'a> {
    /// `url` is [`bare`].
    fn of(url: &'a str) -> Self {
        let known = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.');
        let begins = |scheme: &str| scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.bytes().all(known);
        let (scheme, rest) = url.split_once(':').filter(|(scheme, _)| begins(scheme)).unwrap_or(("", url));
        let (host, rest) = match rest.strip_prefix("//") {
            Some(after) => after.split_at(after.find(['/', '?', '#']).unwrap_or(after.len())),
            None => ("", rest),
        };
        let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        Self { scheme, host, path, query, fragment }
    }

    /// `urlunsplit` of it with tracking parameters left out, repeated slashes folded and the query written anew; with
    /// `secure` as https where it is http, and without slashes at the path's end.
    fn simplified(&self, secure: bool) -> String {
        let scheme = self.scheme.to_ascii_lowercase();
        let scheme = if secure && scheme == "http" { "https" } else { scheme.as_str() };
        let mut out =
            String::with_capacity(self.scheme.len() + self.host.len() + self.path.len() + self.query.len() + 8);
        if !scheme.is_empty() {
            out.extend([scheme, ":"]);
        }
        let mut segments = self.path.split('/').filter(|segment| !segment.is_empty()).peekable();
        let has_segments = segments.peek().is_some();
        let ends = !secure && (self.path.is_empty() || self.path.ends_with('/'));
        if !self.host.is_empty() || WITH_HOST.contains(&scheme) {
            out.extend(["//", self.host]);
            if has_segments {
                out.push('/');
            }
        }
        for (index, segment) in segments.enumerate() {
            out.extend([if index == 0 { "" } else { "/" }, segment]);
        }
        if ends {
            out.push('/');
        }
        if !self.query.is_empty() {
            let query = Parameters::of(self.query).without(&TRACKING).to_string();
            out.extend([if query.is_empty() { "" } else { "?" }, &query]);
        }
        if !self.fragment.is_empty() {
            out.extend(["#", self.fragment]);
        }
        out
    }
}

/// The address as the checker would write it.
pub fn simplified(url: &str) -> String {
    Split::of(&bare(url)).simplified(false)
}

/// The form in which the checker compares addresses: simplified, http the same as https, no slash at the path's end.
pub fn compared(url: &str) -> String {
    Split::of(&bare(url)).simplified(true)
}

/// Whether [`simplified`] leads to the same page for sure: no parameter vanishes but those of tracking, the path stays.
pub fn is_simplified_safely(url: &str) -> bool {
    let parts = Parts::of(url);
    let web = matches!(parts.scheme.as_str(), "http" | "https") && !parts.host.is_empty();
    let whole = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let tracks = TRACKING.contains(&decode(name).as_str());
        tracks || (!value.is_empty() && !decode(name).contains('\u{fffd}') && !decode(value).contains('\u{fffd}'))
    };
    web && !parts.path.contains("//") && parts.query.split('&').filter(|pair| !pair.is_empty()).all(whole)
}

/// The scheme in lower case; empty where there is none.
pub fn scheme(url: &str) -> String {
    Split::of(&bare(url)).scheme.to_ascii_lowercase()
}

/// Whether the checker takes the scheme.
pub fn has_known_scheme(url: &str) -> bool {
    SCHEMES.contains(&scheme(url).as_str())
}

/// The host in lower case, without user and port.
pub fn host(url: &str) -> String {
    let bare = bare(url);
    let host = Split::of(&bare).host;
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name.to_lowercase(),
        _ => host.to_lowercase(),
    }
}

/// The path, case as written.
pub fn path(url: &str) -> String {
    Split::of(&bare(url)).path.to_owned()
}

/// Whether the query has one of the tracking parameters, with a value.
pub fn is_tracking(url: &str) -> bool {
    let query = Parameters::of(Split::of(&bare(url)).query);
    TRACKING.iter().any(|name| query.has(name))
}

/// Whether it is a repository's own page or one segment below it.
pub fn is_github_repository(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://github.com/") else { return false };
    let segments: Vec<_> = rest.split('/').collect();
    match segments[..] {
        [owner, repository] | [owner, repository, _] => !owner.is_empty() && !repository.is_empty(),
        _ => false,
    }
}

/// Whether the host is crates.io.
pub fn is_crates_io(url: &str) -> bool {
    Split::of(&bare(url)).host.eq_ignore_ascii_case("crates.io")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Address, simplified, compared: values given by Python 3.11.
    const TABLE: &[(&str, &str, &str)] = &[
        ("https://a.example", "https://a.example/", "https://a.example"),
        ("http://a.example/", "http://a.example/", "https://a.example"),
        ("HTTPS://A.Example/X", "https://A.Example/X", "https://A.Example/X"),
        ("https://a.example//x///y//", "https://a.example/x/y/", "https://a.example/x/y"),
        ("https://a.example/x?", "https://a.example/x", "https://a.example/x"),
        ("https://a.example/x#", "https://a.example/x", "https://a.example/x"),
        ("https://a.example/x/#top", "https://a.example/x/#top", "https://a.example/x#top"),
        ("https://a.example/x?utm_source=rss", "https://a.example/x", "https://a.example/x"),
        (
            "https://a.example/x?a=1&utm_medium=m&b=2#f",
            "https://a.example/x?a=1&b=2#f",
            "https://a.example/x?a=1&b=2#f",
        ),
        ("https://a.example/?a", "https://a.example/", "https://a.example"),
        ("https://a.example/?a=&b=1", "https://a.example/?b=1", "https://a.example?b=1"),
        ("https://a.example/x?q=a%20b+c", "https://a.example/x?q=a+b+c", "https://a.example/x?q=a+b+c"),
        ("https://a.example/x?b=2&a=1&b=3", "https://a.example/x?b=2&b=3&a=1", "https://a.example/x?b=2&b=3&a=1"),
        ("https://a.example/x?q=a;b=c", "https://a.example/x?q=a%3Bb%3Dc", "https://a.example/x?q=a%3Bb%3Dc"),
        ("https://a.example/x?q=(a)~*", "https://a.example/x?q=%28a%29~%2A", "https://a.example/x?q=%28a%29~%2A"),
        ("https://a.example/x?q=%zz%4", "https://a.example/x?q=%25zz%254", "https://a.example/x?q=%25zz%254"),
        (
            "https://a.example/x?q=%ff%C3",
            "https://a.example/x?q=%EF%BF%BD%EF%BF%BD",
            "https://a.example/x?q=%EF%BF%BD%EF%BF%BD",
        ),
        ("https://a.example/x?q=ö%C3%B6", "https://a.example/x?q=%C3%B6%C3%B6", "https://a.example/x?q=%C3%B6%C3%B6"),
        ("https://a.example/x?=b&&c=d", "https://a.example/x?=b&c=d", "https://a.example/x?=b&c=d"),
        ("https://a.example/x?a=b=c", "https://a.example/x?a=b%3Dc", "https://a.example/x?a=b%3Dc"),
        ("https://a.example/x?a=b?c", "https://a.example/x?a=b%3Fc", "https://a.example/x?a=b%3Fc"),
        ("https://u:p@a.example:8080/x%2F/é", "https://u:p@a.example:8080/x%2F/é", "https://u:p@a.example:8080/x%2F/é"),
        ("https://a.example?x=1", "https://a.example/?x=1", "https://a.example?x=1"),
        ("https:///x", "https:///x", "https:///x"),
        ("https:x", "https:///x", "https:///x"),
        ("mailto:a@b.example", "mailto:a@b.example", "mailto:a@b.example"),
        (
            "mailto:a@b.example?subject=Hi%20there",
            "mailto:a@b.example?subject=Hi+there",
            "mailto:a@b.example?subject=Hi+there",
        ),
        ("//cdn.example/x", "//cdn.example/x", "//cdn.example/x"),
        ("a.example/post", "a.example/post", "a.example/post"),
        ("/post/", "post/", "post"),
        ("#x", "/#x", "#x"),
        ("", "/", ""),
        (" https://a.example/x", "https://a.example/x", "https://a.example/x"),
        ("javascript:alert(1)//", "javascript:alert(1)/", "javascript:alert(1)"),
        ("1x://a/b", "1x:/a/b", "1x:/a/b"),
    ];

    #[test]
    fn simplifies_and_compares_as_python_does() {
        for (url, simple, compare) in TABLE {
            assert_eq!(simplified(url), *simple, "{url}");
            assert_eq!(compared(url), *compare, "{url}");
        }
    }

    #[test]
    fn knows_schemes_hosts_and_tracking() {
        assert!(has_known_scheme("HTTP://a") && has_known_scheme("mailto:a") && !has_known_scheme("//a"));
        assert!(!has_known_scheme("httpss://a") && !has_known_scheme("a.example:80/x"));
        assert_eq!(host("https://u@A.example:80/x"), "a.example");
        assert!(is_tracking("https://a/?x=1&utm%5Fsource=y") && !is_tracking("https://a/?utm_source="));
        assert!(!is_tracking("https://a/#utm_source=x") && !is_tracking("https://a/?utm_term=x"));
    }

    #[test]
    fn knows_repositories() {
        for url in ["https://github.com/a/b", "https://github.com/a/b/", "https://github.com/a/b/releases?x"] {
            assert!(is_github_repository(url), "{url}");
        }
        for url in ["http://github.com/a/b", "https://github.com/a", "https://github.com/a/b/pull/1"] {
            assert!(!is_github_repository(url), "{url}");
        }
    }

    #[test]
    fn says_where_meaning_may_change() {
        assert!(is_simplified_safely("https://a.example?utm_source=x&b=1#f"));
        assert!(!is_simplified_safely("https://a.example/?c480/rust"));
        assert!(!is_simplified_safely("https://a.example//x"));
    }
}
