//! When two addresses lead to one page, as far as it can be told from them.

use crate::text::case::lower;

/// Parameters that only tell where a reader came from; those that begin with `utm_` besides.
const TRACKING: [&str; 5] = ["si", "feature", "fbclid", "gclid", "ref"];

/// Whether both lead to one page: scheme, `www.`, the host's case, the last slash, the fragment and what only tells
/// where a reader came from are left aside.
pub fn same_address(a: &str, b: &str) -> bool {
    a == b || (key(a).is_some() && key(a) == key(b))
}

/// What two addresses of one page share; `None` where there is no address.
pub fn key(url: &str) -> Option<String> {
    let url = url.trim();
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or_default();
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let rest = rest.trim_end_matches('/');
    let (host, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    let host = lower(host);
    let mut key = format!("{}{path}", host.strip_prefix("www.").unwrap_or(&host));
    let kept = |part: &&str| {
        let name = part.split('=').next().unwrap_or_default();
        !part.is_empty() && !name.starts_with("utm_") && !TRACKING.contains(&name)
    };
    for part in query.split('&').filter(kept) {
        key.push(if key.contains('?') { '&' } else { '?' });
        key.push_str(part);
    }
    (!key.is_empty()).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_one_page_by_several_addresses() {
        for (a, b) in [
            ("https://x.example/a/", "http://X.example/a"),
            ("https://www.x.example", "https://x.example/"),
            ("https://x.example/a?utm_source=rss&v=1&si=2", "https://x.example/a?v=1#top"),
        ] {
            assert!(same_address(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("https://x.example/a", "https://x.example/A"),
            ("https://x.example/w?v=1", "https://x.example/w?v=2"),
            ("", "https://"),
            ("https://x.example", "https://y.example"),
        ] {
            assert!(!same_address(a, b), "{a} {b}");
        }
    }
}
