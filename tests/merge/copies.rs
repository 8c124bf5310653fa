//! Copies of real drafts as people edit them: additions, changes, moves and removals, each with a mark of its own.

use crate::common::{event, link};
use proptest::prelude::*;
use twir_desk::edit::{self, Field, Refusal};
use twir_desk::issue::{Document, Submission};
use twir_desk::text::{Edit, Splice};

/// One thing that somebody does; numbers are taken round what there is.
#[derive(Clone, Copy, Debug)]
pub enum Deed {
    Link(usize),
    Event(usize, u8),
    /// A link that others may send as well.
    Shared(u8),
    Title(usize),
    Url(usize),
    Location(usize),
    Remove(usize),
    MoveBy(usize, isize),
    MoveTo(usize, usize, usize),
    /// The items below a heading in any order, which the number says.
    Shuffle(usize, usize),
    /// A sentence behind a heading.
    Sentence(usize),
}

/// The mark of what copy `side` did in its deed `number`.
pub fn mark(side: usize, number: usize) -> String {
    format!("mark{side}x{number}x")
}

/// What the copies of one week are made of: two to five, of up to six deeds each.
pub fn deeds() -> impl Strategy<Value = Vec<Vec<Deed>>> {
    let at = 0..200usize;
    let deed = prop_oneof![
        4 => at.clone().prop_map(Deed::Link),
        3 => (at.clone(), 0..28u8).prop_map(|(at, day)| Deed::Event(at, day)),
        2 => (0..3u8).prop_map(Deed::Shared),
        3 => at.clone().prop_map(Deed::Title),
        2 => at.clone().prop_map(Deed::Url),
        1 => at.clone().prop_map(Deed::Location),
        2 => at.clone().prop_map(Deed::Remove),
        1 => (at.clone(), -3..4isize).prop_map(|(at, by)| Deed::MoveBy(at, by)),
        1 => (at.clone(), at.clone(), 0..9usize).prop_map(|(at, to, place)| Deed::MoveTo(at, to, place)),
        1 => (at.clone(), any::<usize>()).prop_map(|(at, order)| Deed::Shuffle(at, order)),
        1 => at.prop_map(Deed::Sentence),
    ];
    prop::collection::vec(prop::collection::vec(deed, 1..7), 2..6)
}

/// The copy in which somebody did all of it; what cannot be done is left out.
pub fn copy(base: &str, side: usize, deeds: &[Deed]) -> String {
    let mut text = base.to_owned();
    for (number, deed) in deeds.iter().enumerate() {
        let doc = Document::parse(text.as_str());
        if let Ok(edit) = deed.edit(&doc, &mark(side, number)) {
            text = edit.apply(&text).expect("the edit fits its text");
        }
    }
    text
}

impl Deed {
    fn edit(self, doc: &Document, mark: &str) -> Result<Edit, Refusal> {
        let item = |at: usize| at % doc.items.len().max(1);
        let sections: Vec<&str> = doc.sections.iter().map(|s| s.title.of(doc.text())).collect();
        let section = |at: usize| at % sections.len().max(1);
        let title = |item: usize| doc.submission(item).map_or(String::new(), |s| s.title().to_owned());
        match self {
            Self::Link(at) => {
                let known = doc.sections.iter().enumerate().filter(|(_, s)| s.kind.is_community_links());
                let known: Vec<usize> = known.map(|(index, _)| index).collect();
                let name = known.get(at % known.len().max(1)).map_or("", |index| sections[*index]);
                edit::add(doc, &link(name, &format!("Added {mark}"), &format!("https://{mark}.example/{mark}")))
            }
            Self::Event(at, day) => {
                let region = ["Virtual", "Asia", "Europe", "North America"][at % 4];
                let days = doc.date().map_or_else(String::new, |d| d.plus(day.into()).to_string());
                if days.is_empty() {
                    return Err(Refusal::NoSuchItem);
                }
                let mut new = event(region, &days, &format!("{mark}, CH"));
                if let Submission::Event(event) = &mut new {
                    event.organizer.title = format!("Meetup {mark}");
                    event.organizer.url = format!("https://{mark}.example/");
                    event.events[0].title = format!("Evening {mark}");
                    event.events[0].url = format!("https://{mark}.example/evening");
                }
                edit::add(doc, &new)
            }
            Self::Shared(which) => edit::add(
                doc,
                &link("Miscellaneous", &format!("Shared {which}"), &format!("https://shared.example/{which}")),
            ),
            Self::Title(at) => edit::set(doc, item(at), Field::Title, &format!("{} {mark}", title(item(at)))),
            Self::Url(at) => edit::set(doc, item(at), Field::Url, &format!("https://moved.example/{mark}")),
            Self::Location(at) => edit::set(doc, item(at), Field::Location, &format!("{mark}, DE")),
            Self::Remove(at) => edit::remove(doc, item(at)),
            Self::MoveBy(at, by) => edit::move_by(doc, item(at), by),
            Self::MoveTo(at, to, place) => {
                // Where items of its kind stand.
                let own = doc.items.get(item(at)).ok_or(Refusal::NoSuchItem)?.section;
                let alike = doc.sections.iter().enumerate();
                let alike = alike.filter(|(_, s)| s.kind.holds() == doc.sections[own].kind.holds());
                let alike: Vec<usize> = alike.map(|(index, _)| index).collect();
                edit::move_to(doc, item(at), alike[to % alike.len()], place)
            }
            Self::Shuffle(at, order) => Ok(shuffled(doc, section(at), order)),
            Self::Sentence(at) => {
                let section = doc.sections.get(section(at)).ok_or(Refusal::NoSuchItem)?;
                Ok(Edit::insert(section.heading.end, format!("A sentence with {mark} in it.\n")))
            }
        }
    }
}

/// The items of a section in the order of what `order` makes of their numbers.
fn shuffled(doc: &Document, section: usize, order: usize) -> Edit {
    let spans: Vec<_> = doc.items.iter().filter(|item| item.section == section).map(|item| item.span).collect();
    let mut new = spans.clone();
    new.sort_by_key(|span| (span.start + 1).wrapping_mul(order | 1).rotate_left(20));
    let splices = spans.iter().zip(new).map(|(span, new)| Splice { span: *span, text: new.of(doc.text()).to_owned() });
    Edit::of(splices.collect()).expect("items stand apart")
}
