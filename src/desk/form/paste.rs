//! What was pasted: a Markdown line fills the form, an address fills what it tells.

use super::{Form, FormKind, organizers};
use crate::issue::{Document, Submission};

/// What a paste turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pasted {
    /// A Markdown item: the whole form; and how many more there were.
    Item(Form, usize),
    /// An address, perhaps with a title on a line of its own: the form with what it tells filled in.
    Address(Form),
    /// Nothing that the form knows; it goes into the field as text.
    Text,
}

/// Hosts whose pages are videos, and those whose pages are podcasts.
const VIDEO: [&str; 6] = ["youtube.com", "youtu.be", "vimeo.com", "media.ccc.de", "tube.rs", "twitch.tv"];
const AUDIO: [&str; 5] =
    ["podcasts.apple.com", "open.spotify.com", "rustacean-station.org", "netstack.fm", "overcast.fm"];
/// Hosts whose pages are events, and those whose pages are calls for speakers.
const EVENTS: [&str; 5] = ["meetup.com", "luma.com", "lu.ma", "eventbrite.com", "eventbrite.co.uk"];
const CALLS: [&str; 3] = ["sessionize.com", "papercall.io", "cfp.eu"];

impl Form {
    /// Reads `pasted` into this form. `doc` is the draft: its organizers are known by their addresses.
    pub fn paste(&self, pasted: &str, doc: &Document) -> Pasted {
        let text = pasted.trim();
        if is_address(text) {
            return Pasted::Address(self.with_address(text, doc));
        }
        if let Some((title, url)) = titled(text) {
            let mut form = self.with_address(url, doc);
            if form.title.trim().is_empty() {
                form.title = title.to_owned();
            }
            return Pasted::Address(form);
        }
        match self.item(text) {
            Some((mut form, more)) => {
                let known = doc.sections.iter().any(|s| s.title.of(doc.text()) == form.section);
                if form.kind == FormKind::Link && !known {
                    form.section = self.section.clone();
                }
                Pasted::Item(form, more)
            }
            None => Pasted::Text,
        }
    }

    /// Tries the shapes from the most particular one on: each is read in a section that holds it.
    fn item(&self, text: &str) -> Option<(Form, usize)> {
        if !text.contains("](") && !text.contains("] (") {
            return None;
        }
        let wrapped = |heading: &str| Document::parse(format!("{heading}\n\n{text}\n"));
        let read = |heading: &str, fits: fn(&Submission) -> bool| {
            let doc = wrapped(heading);
            Some((doc.submission(0).filter(fits)?, doc.items.len() - 1))
        };
        let event = read("## Upcoming Events\n\n### Virtual", |s| matches!(s, Submission::Event(_)));
        let call = || {
            let call = read("## Call for Participation\n\n### CFP - Events", |s| matches!(s, Submission::Call(_)));
            call.filter(|_| text.contains('|'))
        };
        let task = || {
            let task = read("## Call for Participation\n\n### CFP - Projects", |s| matches!(s, Submission::Project(_)));
            task.filter(|(task, _)| task.url().contains("/issues/") || self.kind == FormKind::Project)
        };
        let link = || read("## Updates from Rust Community\n\n### Miscellaneous", |s| matches!(s, Submission::Link(_)));
        let (submission, more) = event.or_else(call).or_else(task).or_else(link)?;
        let mut form = Form::of(&submission);
        if let Some(place) = form.location.strip_prefix("Hybrid (").and_then(|l| l.strip_suffix(')')) {
            form.location = place.to_owned();
            form.online = true;
        }
        form.section = self.section.clone();
        Some((form, more))
    }

    fn with_address(&self, url: &str, doc: &Document) -> Form {
        let mut form = Form { url: url.to_owned(), ..self.clone() };
        let (host, path) = host_and_path(url);
        let on = |hosts: &[&str]| hosts.iter().any(|h| host == *h || host.ends_with(&format!(".{h}")));
        let blank = self.is_empty();
        let medium = if on(&VIDEO) { Some("video") } else { on(&AUDIO).then_some("audio") };
        if let Some(tag) = medium.filter(|_| form.kind == FormKind::Link) {
            form.tags.retain(|t| t != "video" && t != "audio");
            form.tags.insert(0, tag.to_owned());
        }
        let parts: Vec<&str> = path.split('/').filter(|p| !p.is_empty()).collect();
        if let [_, repository, "issues", number] = parts[..]
            && number.bytes().all(|b| b.is_ascii_digit())
            && (blank || form.kind == FormKind::Project)
        {
            form.kind = FormKind::Project;
            if form.project.trim().is_empty() {
                form.project = repository.to_owned();
            }
        } else if on(&CALLS) && blank {
            form.kind = FormKind::Call;
        } else if on(&EVENTS) && (blank || form.kind == FormKind::Event) {
            form.kind = FormKind::Event;
            form.fill_organizer(url, doc);
        }
        form
    }

    /// The organizer below whose address `url` lies, if the draft knows one.
    fn fill_organizer(&mut self, url: &str, doc: &Document) {
        let bare = |url: &str| {
            let (host, path) = host_and_path(url);
            format!("{host}{}", path.trim_end_matches('/').trim_end_matches("/events"))
        };
        let page = bare(url);
        let known = organizers(doc).into_iter().find(|o| {
            let group = bare(&o.url);
            group.contains('/') && (page == group || page.starts_with(&format!("{group}/")))
        });
        if let Some(organizer) = known.filter(|_| self.organizer_name.trim().is_empty()) {
            self.choose(&organizer);
        }
    }

    /// Takes an organizer from the list: its address, and its last place where none is typed yet.
    pub fn choose(&mut self, organizer: &super::Organizer) {
        self.organizer_name = organizer.name.clone();
        self.organizer_url = organizer.url.clone();
        if self.location.trim().is_empty() {
            match organizer.location.strip_prefix("Hybrid (").and_then(|l| l.strip_suffix(')')) {
                Some(place) => (self.location, self.online) = (place.to_owned(), true),
                None => self.location = organizer.location.clone(),
            }
        }
    }
}

/// Title and address, each on a line of its own, as one copies them from a page or a chat.
fn titled(text: &str) -> Option<(&str, &str)> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let (one, other) = (lines.next()?, lines.next()?);
    let (title, url) = if is_address(other) { (one, other) } else { (other, one) };
    let is_pair = is_address(url) && !title.contains("://") && !title.contains("](") && lines.next().is_none();
    is_pair.then_some((title, url))
}

fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|r| r.len() > 3) && !text.contains(char::is_whitespace)
}

/// Host in lower case without `www.`, and the path without query and fragment.
fn host_and_path(url: &str) -> (String, &str) {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (host, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    let host = host.to_ascii_lowercase();
    let path = path.split(['?', '#']).next().unwrap_or("");
    (host.strip_prefix("www.").unwrap_or(&host).to_owned(), path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(text: &str) -> Form {
        match Form::default().paste(text, &Document::parse("")) {
            Pasted::Item(form, 0) => form,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn a_markdown_line_of_any_kind_fills_the_form() {
        let form = item("- [video] [A `b` &lt;c>](https://a.example/x)");
        assert_eq!((form.kind, form.title.as_str(), form.tags.len()), (FormKind::Link, "A `b` <c>", 1));
        let form = item("* 2026-09-08 | Hybrid (Berlin, DE) | [O](https://o.example)\n  * [**E**](https://e.example)");
        assert_eq!((form.kind, form.location.as_str(), form.online), (FormKind::Event, "Berlin, DE", true));
        let form = item("[**C**](https://c.example)| Closes 2026-03-23 | Bern, CH | 2026-09-14");
        assert_eq!(
            (form.kind, form.closes.as_str(), form.starts.as_str()),
            (FormKind::Call, "2026-03-23", "2026-09-14")
        );
        let form = item("* [tool - Mend it](https://forge.example/a/tool/issues/3)");
        assert_eq!((form.kind, form.project.as_str(), form.title.as_str()), (FormKind::Project, "tool", "Mend it"));
        assert!(item("* [*very* good](https://a.example)").markdown);
    }

    #[test]
    fn of_several_items_the_first_is_taken() {
        let items = "* [One](https://a.example/1)\n* [Two](https://a.example/2)\n\n* [Three](https://a.example/3)";
        let Pasted::Item(form, 2) = Form::default().paste(items, &Document::parse("")) else {
            panic!("not three items")
        };
        assert_eq!((form.title.as_str(), form.url.as_str()), ("One", "https://a.example/1"));
    }

    #[test]
    fn a_title_and_an_address_fill_both_fields() {
        let doc = Document::parse("");
        for text in ["A post\nhttps://a.example/x", " https://a.example/x\r\n\r\nA post\r\n"] {
            let Pasted::Address(form) = Form::default().paste(text, &doc) else { panic!("{text}") };
            assert_eq!((form.title.as_str(), form.url.as_str()), ("A post", "https://a.example/x"));
        }
        let typed = Form { title: "Mine".into(), ..Form::default() };
        let Pasted::Address(form) = typed.paste("A post\nhttps://a.example/x", &doc) else { panic!() };
        assert_eq!(form.title, "Mine");
        for text in ["https://a.example/x\nhttps://a.example/y", "A post\nby me\nhttps://a.example/x", "a\nb"] {
            assert_eq!(Form::default().paste(text, &doc), Pasted::Text, "{text}");
        }
    }

    #[test]
    fn an_address_fills_what_it_tells() {
        let draft = "## Upcoming Events\n\n### Europe\n* 2026-09-08 | Berlin, DE | [Rust Lakeside](https://www.meetup.com/rust-lakeside)\n    * [**A**](https://www.meetup.com/rust-lakeside/events/1/)\n";
        let doc = Document::parse(draft);
        let Pasted::Address(form) = Form::default().paste("https://www.meetup.com/rust-lakeside/events/99/", &doc)
        else {
            panic!("no address")
        };
        assert_eq!((form.kind, form.organizer_name.as_str()), (FormKind::Event, "Rust Lakeside"));
        assert_eq!(form.location, "Berlin, DE");
        let Pasted::Address(form) = Form::default().paste("https://github.com/o/tool/issues/3", &doc) else { panic!() };
        assert_eq!((form.kind, form.project.as_str()), (FormKind::Project, "tool"));
        let Pasted::Address(form) = Form::default().paste("https://youtu.be/x", &doc) else { panic!() };
        assert_eq!(form.tags, ["video"]);
        assert_eq!(Form::default().paste("some words", &doc), Pasted::Text);
    }
}
