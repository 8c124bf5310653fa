//! Where an item can be sent, and removing several at once.

use super::source;
use crate::edit::{self, Refusal};
use crate::issue::place::Region;
use crate::issue::{Document, Item, Kind, Shape};
use crate::text::{Edit, Side};

/// A place for an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// A section of the draft.
    Section(usize),
    /// A region that the draft does not have yet.
    Region(Region),
}

/// The other sections that hold what item `index` is, with their names; regions that are missing come last.
pub fn goals(doc: &Document, index: usize) -> Vec<(Goal, String)> {
    let Some(item) = doc.items.get(index) else { return Vec::new() };
    let own = doc.sections[item.section].kind;
    let fits = |kind: Kind| match &item.shape {
        Shape::Event(_) => matches!(kind, Kind::Region(_)),
        Shape::Call(_) => kind == Kind::Calls,
        Shape::Project(_) if own.part() == Kind::Participation => kind == Kind::Projects,
        _ if own.is_community_links() => kind.is_community_links(),
        _ => kind.part() == own.part() && kind.holds() == own.holds(),
    };
    let there = doc.sections.iter().enumerate().filter(|(i, s)| *i != item.section && fits(s.kind));
    let mut out: Vec<_> = there.map(|(i, _)| (Goal::Section(i), super::sections::name(doc, i))).collect();
    if matches!(item.shape, Shape::Event(_)) {
        let missing = Region::ALL.into_iter().filter(|r| doc.section(Kind::Region(*r)).is_none());
        out.extend(missing.map(|r| (Goal::Region(r), r.name().to_owned())));
    }
    out
}

/// The edit that sends item `index` there: an event to its place by date, anything else to the end.
///
/// # Errors
/// Where item or place is gone.
pub fn send(doc: &Document, index: usize, goal: Goal) -> Result<Edit, Refusal> {
    let item = doc.items.get(index).ok_or(Refusal::NoSuchItem)?;
    let section = match goal {
        Goal::Section(section) => section,
        Goal::Region(region) => return send_to_new(doc, index, region),
    };
    let target = doc.sections.get(section).ok_or(Refusal::NoSuchItem)?;
    let others = target.items().filter(|i| *i != index);
    let position = match edit::event_key(doc, item) {
        Some(key) => {
            others.take_while(|i| edit::event_key(doc, &doc.items[*i]).is_none_or(|other| other <= key)).count()
        }
        None => others.count(),
    };
    edit::move_to(doc, index, section, position)
}

fn send_to_new(doc: &Document, index: usize, region: Region) -> Result<Edit, Refusal> {
    let made = edit::make_region(doc, region)?;
    let gone = |_| Refusal::NoSuchItem;
    let with = Document::parse(made.apply(doc.text()).map_err(gone)?);
    let moved = with.item_at(made.map(doc.items[index].head.start, Side::After)).ok_or(Refusal::NoSuchItem)?;
    let section = with.section(Kind::Region(region)).ok_or(Refusal::NoSuchItem)?;
    let after = edit::move_to(&with, moved, section, 0)?.apply(with.text()).map_err(gone)?;
    Ok(source::changes(doc.text(), &after))
}

/// The events that are over on the issue's date.
pub fn past_events(doc: &Document) -> Vec<usize> {
    let Some(first) = doc.date() else { return Vec::new() };
    let over = |item: &Item| matches!(&item.shape, Shape::Event(e) if e.last_day() < first);
    doc.items.iter().enumerate().filter(|(_, item)| over(item)).map(|(i, _)| i).collect()
}

/// The edit that removes all of `items`, given in order.
///
/// # Errors
/// Where one is gone.
pub fn remove_all(doc: &Document, items: &[usize]) -> Result<Edit, Refusal> {
    let mut splices = Vec::new();
    for index in items {
        splices.extend(edit::remove(doc, *index)?.splices().iter().cloned());
    }
    // Two at the end of a file without a last line end meet there: one after the other then.
    Edit::of(splices).or_else(|_| {
        let mut now = Document::parse(doc.shared_text());
        for index in items.iter().rev() {
            let text = edit::remove(&now, *index)?.apply(now.text()).map_err(|_| Refusal::NoSuchItem)?;
            now = Document::parse(text);
        }
        Ok(source::changes(doc.text(), now.text()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "Title: T\nNumber: 1\nDate: 2026-09-02\n\n";

    fn event(date: &str, place: &str) -> String {
        format!("* {date} | {place} | [O](https://o.example)\n    * [**E**](https://e.example)\n")
    }

    fn events() -> String {
        let (old, new) = (event("2026-08-30", "Rome, IT"), event("2026-09-05", "Bern, CH"));
        format!(
            "{HEAD}## Upcoming Events\n\n### Virtual\n{new}\n### Europe\n{old}{}\n",
            event("2026-09-09", "Oslo, NO")
        )
    }

    #[test]
    fn an_event_goes_to_its_place_by_date() {
        let doc = Document::parse(events());
        let goals = goals(&doc, 0);
        assert_eq!(goals[0], (Goal::Section(2), "Europe".into()));
        assert!(goals.iter().any(|(g, _)| *g == Goal::Region(Region::Africa)));
        let after = send(&doc, 0, Goal::Section(2)).unwrap().apply(doc.text()).unwrap();
        let places: Vec<_> = ["Rome", "Bern", "Oslo"].iter().map(|p| after.find(p)).collect();
        assert!(places.is_sorted(), "{after}");
    }

    #[test]
    fn a_region_is_made_where_it_is_missing() {
        let doc = Document::parse(events());
        let after = send(&doc, 0, Goal::Region(Region::Africa)).unwrap().apply(doc.text()).unwrap();
        assert!(after.contains(&format!("### Africa\n{}", event("2026-09-05", "Bern, CH"))), "{after}");
        assert_eq!(after.matches("Bern").count(), 1);
    }

    #[test]
    fn a_link_stays_among_community_sections() {
        let text = format!(
            "{HEAD}## Updates from Rust Community\n### Official\n* [a](https://a.example)\n### Research\n\n## Updates from the Rust Project\n#### Cargo\n* [b](https://b.example)\n#### Clippy\n"
        );
        let doc = Document::parse(text);
        assert_eq!(goals(&doc, 0), [(Goal::Section(2), "Research".to_owned())]);
        let names: Vec<_> = goals(&doc, 1).into_iter().map(|(_, name)| name).collect();
        assert!(names.contains(&"Clippy".to_owned()) && !names.contains(&"Research".to_owned()), "{names:?}");
    }

    #[test]
    fn past_events_are_dropped_together() {
        let text = events();
        for text in [text.clone(), text.trim_end().to_owned()] {
            let doc = Document::parse(text.as_str());
            assert_eq!(past_events(&doc), [1]);
            let after = remove_all(&doc, &[1, 2]).unwrap().apply(&text).unwrap();
            assert!(!after.contains("Rome") && !after.contains("Oslo") && after.contains("Bern"), "{after}");
        }
    }
}
