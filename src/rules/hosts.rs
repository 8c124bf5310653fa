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
    if !is_group_host(&host) {
        return false;
    }
    let path = url::Parts::of(page).path;
    let mut segments = path.split('/').filter(|s| !s.is_empty()).skip_while(|s| *s != "events");
    let no_event = is_at(&host, "meetup.com") && segments.nth(1).is_none();
    no_event || url::compared(organizer) == url::compared(page)
}
