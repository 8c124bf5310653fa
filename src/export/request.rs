//! The words of a pull request: what changed and where, and nothing else.

use crate::issue::{Document, Kind, Shape, escape};

/// The longest title, in characters; beyond it hosts fold the line.
const LONGEST: usize = 72;

/// What was done to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    Add,
    Change,
    Move,
    Remove,
}

impl Verb {
    /// `Add`, `Change` …
    fn word(self) -> &'static str {
        match self {
            Self::Add => "Add",
            Self::Change => "Change",
            Self::Move => "Move",
            Self::Remove => "Remove",
        }
    }

    /// What stands between the item and its section.
    fn preposition(self) -> &'static str {
        match self {
            Self::Add | Self::Move => "to",
            Self::Change => "in",
            Self::Remove => "from",
        }
    }
}

/// One item and what was done to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub verb: Verb,
    /// What it is called, as plain text.
    pub title: String,
    /// Its page; empty where it has none.
    pub url: String,
    /// The section in which it stands; of a removed item, stood.
    pub section: String,
    /// What it is, for counting: `link`, `event`, `project task`, `call for speakers`.
    noun: &'static str,
}

impl Change {
    /// Item `index` of `doc`: the edited document, or for [`Verb::Remove`] the one before. `None` without such an item.
    pub fn of(verb: Verb, doc: &Document, index: usize) -> Option<Self> {
        let item = doc.items.get(index)?;
        let section = &doc.sections[item.section];
        let title = section.title.of(doc.text());
        let own = plain(item.title().of(doc.text()));
        Some(Self {
            verb,
            title: match &item.shape {
                Shape::Project(task) => format!("{} - {own}", plain(task.project.of(doc.text()))),
                _ => own,
            },
            url: item.url().map_or_else(String::new, |url| url.of(doc.text()).to_owned()),
            section: match section.kind {
                Kind::Region(_) => format!("Upcoming Events, {}", plain(title)),
                _ => plain(title),
            },
            noun: match item.shape {
                Shape::Link(_) => "link",
                Shape::Event(_) => "event",
                Shape::Project(_) => "project task",
                Shape::Call(_) => "call for speakers",
                Shape::Other => "item",
            },
        })
    }
}

/// Texts to paste where a host asks for them. All of them are shown before they leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PullRequest {
    /// Lower case letters, digits and hyphens.
    pub branch: String,
    /// First line is the title; of several items a list follows behind a blank line.
    pub commit: String,
    /// At most 72 characters.
    pub title: String,
    /// Markdown.
    pub body: String,
}

/// The words for `changes` of `doc`, in their order.
pub fn pull_request(doc: &Document, changes: &[Change]) -> PullRequest {
    let changes = joined(changes);
    let title = title(doc, &changes);
    let lines: String = changes.iter().map(|c| format!("* {}\n", sentence(c, &markdown_link(c)))).collect();
    let draft = doc.date().map_or_else(|| "the draft".to_owned(), |date| format!("the draft of {date}"));
    let body = format!("In {draft}:\n\n{lines}");
    let commit = match changes.len() {
        0 | 1 => format!("{title}\n"),
        _ => {
            let lines: String = changes.iter().map(|c| format!("* {}\n", sentence(c, &quoted(&c.title)))).collect();
            format!("{title}\n\n{lines}")
        }
    };
    PullRequest { branch: branch(doc, &title), commit, title, body }
}

/// The same item in two sections (a hybrid event) is one change that names both.
fn joined(changes: &[Change]) -> Vec<Change> {
    let mut out: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        let same = |c: &&mut Change| (c.verb, &c.title, &c.url) == (change.verb, &change.title, &change.url);
        match out.iter_mut().find(same) {
            Some(known) if known.section != change.section => {
                let region = change.section.strip_prefix("Upcoming Events, ").unwrap_or(&change.section);
                known.section = format!("{} and {region}", known.section);
            }
            _ => out.push(change.clone()),
        }
    }
    out
}

fn title(doc: &Document, changes: &[Change]) -> String {
    match changes {
        [] => match doc.date() {
            Some(date) => format!("Edit the draft of {date}"),
            None => "Edit the draft".to_owned(),
        },
        [one] => {
            let around = sentence(one, &quoted("")).chars().count();
            let room = LONGEST.saturating_sub(around).max(12);
            cut(&sentence(one, &quoted(&cut(&one.title, room))), LONGEST)
        }
        several => {
            let title = counted(several);
            let first = &several[0];
            let together = several.iter().all(|c| (c.verb, &c.section) == (first.verb, &first.section));
            let whole = format!("{title} {} {}", first.verb.preposition(), first.section);
            if together && whole.chars().count() <= LONGEST { whole } else { cut(&title, LONGEST) }
        }
    }
}

/// `Add 2 links, change 1 event`.
fn counted(changes: &[Change]) -> String {
    let mut kinds: Vec<(Verb, &str, usize)> = Vec::new();
    for change in changes {
        match kinds.iter_mut().find(|k| (k.0, k.1) == (change.verb, change.noun)) {
            Some(kind) => kind.2 += 1,
            None => kinds.push((change.verb, change.noun, 1)),
        }
    }
    let mut last = None;
    let mut out = String::new();
    for (verb, noun, count) in kinds {
        let noun = match (count, noun) {
            (1, noun) => noun.to_owned(),
            (_, "call for speakers") => "calls for speakers".to_owned(),
            (_, noun) => format!("{noun}s"),
        };
        if !out.is_empty() {
            out.push_str(if last == Some(verb) { " and " } else { ", " });
        }
        if last != Some(verb) {
            let word = verb.word();
            out.push_str(&if out.is_empty() { word.to_owned() } else { word.to_lowercase() });
            out.push(' ');
        }
        out.push_str(&format!("{count} {noun}"));
        last = Some(verb);
    }
    out
}

/// `Add … to Rust Walkthroughs`.
fn sentence(change: &Change, what: &str) -> String {
    format!("{} {what} {} {}", change.verb.word(), change.verb.preposition(), change.section)
}

fn quoted(title: &str) -> String {
    format!("“{title}”")
}

fn markdown_link(change: &Change) -> String {
    let title = escape::to_inline(&change.title);
    if change.url.is_empty() { title } else { format!("[{title}]({})", escape::to_url(&change.url)) }
}

fn plain(inline: &str) -> String {
    escape::fold(&escape::to_plain(inline))
}

/// At most `longest` characters, cut behind a word where one ends not far before.
fn cut(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let head: String = text.chars().take(longest.saturating_sub(1)).collect();
    let word = head.rfind(' ').filter(|at| *at * 3 >= head.len() * 2).unwrap_or(head.len());
    format!("{}…", head[..word].trim_end())
}

/// The issue's date and the words of the title.
fn branch(doc: &Document, title: &str) -> String {
    let date = doc.date().map_or_else(|| "draft".to_owned(), |date| date.to_string());
    let mut slug = date;
    for word in title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()) {
        if slug.len() + word.len() >= 60 {
            break;
        }
        slug.push('-');
        slug.push_str(&word.to_ascii_lowercase());
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAFT: &str = "Title: T\nDate: 2026-09-02\n\n## Updates from Rust Community\n### Rust Walkthroughs\n\
        * [Fast *and* `Vec<T>` \\[part 1\\]](https://a.example/(1))\n\
        * [A title that goes on and on, far beyond what anybody would ever like to read in a list](https://b.example)\n\
        ### CFP - Projects\n* [crab - mend it](https://c.example/1)\n\
        ## Upcoming Events\n### Virtual\n* 2026-09-08 | Hybrid (Berlin, DE) | [O](https://o.example)\n    * [**Night**](https://n.example)\n\
        ### Europe\n* 2026-09-08 | Hybrid (Berlin, DE) | [O](https://o.example)\n    * [**Night**](https://n.example)\n";

    fn request(changes: &[(Verb, usize)]) -> PullRequest {
        let doc = Document::parse(DRAFT);
        let changes: Vec<Change> = changes.iter().map(|(verb, item)| Change::of(*verb, &doc, *item).unwrap()).collect();
        pull_request(&doc, &changes)
    }

    #[test]
    fn one_link() {
        let r = request(&[(Verb::Add, 0)]);
        assert_eq!(r.title, "Add “Fast *and* `Vec<T>` [part 1]” to Rust Walkthroughs");
        assert_eq!(r.commit, format!("{}\n", r.title));
        assert_eq!(r.branch, "2026-09-02-add-fast-and-vec-t-part-1-to-rust-walkthroughs");
        let link = r"[Fast \*and\* `Vec<T>` \[part 1\]](https://a.example/(1))";
        assert_eq!(r.body, format!("In the draft of 2026-09-02:\n\n* Add {link} to Rust Walkthroughs\n"));
    }

    #[test]
    fn a_long_title_is_cut() {
        let title = request(&[(Verb::Remove, 1)]).title;
        assert_eq!(title, "Remove “A title that goes on and on, far…” from Rust Walkthroughs");
        assert!(title.chars().count() <= LONGEST);
    }

    #[test]
    fn a_hybrid_event_is_one() {
        let r = request(&[(Verb::Add, 3), (Verb::Add, 4)]);
        assert_eq!(r.title, "Add “Night” to Upcoming Events, Virtual and Europe");
    }

    #[test]
    fn several() {
        assert_eq!(request(&[(Verb::Add, 0), (Verb::Add, 1)]).title, "Add 2 links to Rust Walkthroughs");
        let r = request(&[(Verb::Add, 0), (Verb::Add, 2), (Verb::Change, 3)]);
        assert_eq!(r.title, "Add 1 link and 1 project task, change 1 event");
        assert!(
            r.commit.contains("\n\n* Add “Fast") && r.body.contains("* Change [Night](https://n.example) in Upcoming")
        );
        assert_eq!(request(&[]).title, "Edit the draft of 2026-09-02");
    }
}
