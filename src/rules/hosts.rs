//! Hosts of which something is known; what rules and forms both ask.

use super::url;

/// Hosts on which groups have a page and each event another.
const GROUP_HOSTS: [&str; 6] = ["meetup.com", "lu.ma", "luma.com", "guild.host", "eventbrite.com", "mobilizon.fr"];

/// Whether `host` is `name` or below it.
fn is_at(host: &str, name: &str) -> bool {
    host.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// Whether groups and events have pages of their own there.
pub fn is_group_host(host: &str) -> bool {
    GROUP_HOSTS.iter().any(|name| is_at(host, name))
}

/// Whether an event's page is rather that of its group.
pub fn is_group_page(page: &str, organizer: &str) -> bool {
    let host = url::host(page);
    let path = url::path(page);
    let mut segments = path.split('/').filter(|s| !s.is_empty());
    match () {
        () if is_at(&host, "meetup.com") => segments.skip_while(|s| *s != "events").nth(1).is_none(),
        () if is_at(&host, "eventbrite.com") => segments.next() == Some("o"),
        () if is_at(&host, "guild.host") || is_at(&host, "mobilizon.fr") => !segments.any(|s| s == "events"),
        // On Luma the address does not say what it is.
        () => is_group_host(&host) && url::compared(organizer) == url::compared(page),
    }
}

/// What an event's page is known by on sites where each event has one: on Meetup its number, whatever group or language
/// stands before it. `None` elsewhere, where one page may serve every week.
pub fn event_page(url: &str) -> Option<String> {
    let host = url::host(url);
    if !is_group_host(&host) {
        return None;
    }
    let path = url::path(url);
    let number = path.split('/').filter(|s| !s.is_empty()).skip_while(|s| *s != "events").nth(1);
    match number {
        Some(number) if is_at(&host, "meetup.com") => Some(format!("meetup.com {number}")),
        _ if is_at(&host, "lu.ma") => Some(url::compared(url).replacen("lu.ma", "luma.com", 1)),
        _ => Some(url::compared(url)),
    }
}

/// The plain address of a Meetup group, whatever form of it `url` is; `None` for anything else, an event's page included.
pub fn plain_group(url: &str) -> Option<String> {
    if !is_at(&url::host(url), "meetup.com") {
        return None;
    }
    let path = url::path(url);
    let mut segments = path.split('/').filter(|segment| !segment.is_empty()).peekable();
    // `de-DE`, the reader's language.
    segments.next_if(|first| first.len() == 5 && first.as_bytes()[2] == b'-');
    let name = segments.next()?;
    let rest = (segments.next(), segments.next());
    matches!(rest, (None | Some("events"), None)).then(|| format!("https://www.meetup.com/{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_groups_from_events() {
        let plain = Some("https://www.meetup.com/rust-bern".to_owned());
        for url in [
            "https://www.meetup.com/rust-bern",
            "http://meetup.com/rust-bern/",
            "https://www.meetup.com/rust-bern/events/",
            "https://www.meetup.com/de-DE/rust-bern/events?eventOrigin=x",
        ] {
            assert_eq!(plain_group(url), plain, "{url}");
            assert!(is_group_page(url, "") || !url.contains("meetup"), "{url}");
        }
        let event = "https://www.meetup.com/rust-bern/events/300000001/";
        assert_eq!((plain_group(event), plain_group("https://bern.example/")), (None, None));
        assert!(!is_group_page(event, "https://www.meetup.com/rust-bern"));
        assert!(!is_group_page(event, event));
        assert_eq!(event_page(event), event_page("http://meetup.com/de-DE/other-bern/events/300000001"));
        assert_eq!(event_page("https://lu.ma/x"), event_page("https://luma.com/x/"));
        assert_eq!(event_page("https://bern.example/1"), None);
        assert!(is_group_page("https://luma.com/rust-bern", "https://luma.com/rust-bern/"));
        assert!(is_group_page("https://www.eventbrite.com/o/rust-bern-1", "") && !is_group_page("https://lu.ma/x", ""));
    }
}
