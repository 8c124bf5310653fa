//! What a person can go to or do by typing a few letters: commands, sections, items.

use super::{Desk, ItemId, rows, sections};
use crate::text::case;

/// So many are shown at most: whoever sees more types on.
pub const MOST: usize = 50;

/// What a hit leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// A command, by its place in the list that was given.
    Command(usize),
    /// A section, by index.
    Section(usize),
    Item(ItemId),
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub goal: Goal,
    /// Inline Markdown.
    pub name: String,
    /// Where it is, or what else is to be known of it.
    pub place: String,
}

/// What has every word of `query` in its name or beside it, in the order commands (each a name and its key), sections,
/// items. Without words all is found.
pub fn find(desk: &Desk, commands: &[(&str, &str)], query: &str) -> Vec<Hit> {
    let query = case::lower(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let fits = |hit: &Hit| {
        let text = case::lower(&format!("{} {}", hit.name, hit.place));
        words.iter().all(|word| text.contains(word))
    };
    let doc = desk.doc();
    let commands = commands.iter().enumerate().map(|(at, (name, key))| Hit {
        goal: Goal::Command(at),
        name: (*name).to_owned(),
        place: (*key).to_owned(),
    });
    let sections = (0..doc.sections.len()).map(|at| Hit {
        goal: Goal::Section(at),
        name: sections::name(doc, at),
        place: match doc.sections[at].items().len() {
            0 => "section".into(),
            1 => "section, 1 item".into(),
            n => format!("section, {n} items"),
        },
    });
    let items = (0..doc.items.len()).filter_map(|at| item(desk, at));
    commands.chain(sections).chain(items).filter(fits).take(MOST).collect()
}

fn item(desk: &Desk, at: usize) -> Option<Hit> {
    let row = rows::row(desk.doc(), at)?;
    let section = sections::name(desk.doc(), desk.doc().items.get(at)?.section);
    let place = if row.when.is_empty() { section } else { format!("{section} · {}", row.when) };
    Some(Hit { goal: Goal::Item(desk.id_of(at)?), name: row.title, place })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::Source;

    const TEXT: &str = "Title: T\nNumber: 1\nDate: 2026-09-02\n\n## Updates from Rust Community\n\n### Official\n\
        * [Hand over Hand](https://a.example)\n\n## Upcoming Events\n\n### Europe\n\
        * 2026-09-03 | Bern, CH | [B](https://b.example)\n    * [**Ärger**](https://c.example)\n";
    const COMMANDS: [(&str, &str); 2] = [("Undo", "Ctrl Z"), ("Hand it in", "")];

    fn goals(query: &str) -> Vec<Goal> {
        let desk = Desk::open(TEXT, Source::Paste, 0);
        find(&desk, &COMMANDS, query).into_iter().map(|hit| hit.goal).collect()
    }

    #[test]
    fn commands_come_first_and_every_word_must_be_there() {
        assert_eq!(goals("HAND"), [Goal::Command(1), Goal::Item(ItemId(0))]);
        assert_eq!(goals("hand over"), [Goal::Item(ItemId(0))]);
        assert_eq!(goals("hand under"), []);
        assert_eq!(goals("ctrl"), [Goal::Command(0)]);
    }

    #[test]
    fn events_are_found_by_name_and_by_place() {
        let event = Goal::Item(ItemId(1));
        assert_eq!(goals("ärger"), [event]);
        assert_eq!(goals("bern 2026-09"), [event]);
        let desk = Desk::open(TEXT, Source::Paste, 0);
        let hits = find(&desk, &[], "europe");
        assert_eq!((hits[0].name.as_str(), hits[0].place.as_str()), ("Europe", "section, 1 item"));
        assert_eq!(hits[1].place, "Europe · 2026-09-03 · Bern, CH · B");
    }

    #[test]
    fn without_words_all_is_found_up_to_a_limit() {
        assert_eq!(goals(" ").len(), COMMANDS.len() + 4 + 2);
        let many = "### Official\n".to_owned() + &"* [a](https://a.example)\n".repeat(90);
        let desk = Desk::open(&format!("{TEXT}\n{many}"), Source::Paste, 0);
        assert_eq!(find(&desk, &COMMANDS, "").len(), MOST);
    }
}
