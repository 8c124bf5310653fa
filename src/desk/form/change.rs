//! From the form into the text: the change that the form stands for.

use super::super::Desk;
use super::super::source::changes;
use crate::edit::{self, Change, Refusal};
use crate::issue::place::{Region, is_hybrid};
use crate::issue::submission::Event;
use crate::issue::{Document, Submission};
use crate::rules::url::compared;

/// The change that the desk's form stands for: what it makes is added, or takes the place of the item that it changes.
/// `None` while the form is not complete.
pub fn form_change(desk: &Desk) -> Option<Result<Change, Refusal>> {
    let wanted = desk.form().submissions()?;
    Some(match desk.editing().and_then(|id| desk.index_of(id)) {
        Some(index) => replaced(desk, index, wanted),
        None => edit::add_all(desk.doc(), &wanted),
    })
}

/// Item `index` as the form has it; of an event that became hybrid the other half beside it, unless it is there.
fn replaced(desk: &Desk, index: usize, mut wanted: Vec<Submission>) -> Result<Change, Refusal> {
    let doc = desk.doc();
    let own = match doc.submission(index) {
        Some(Submission::Event(now)) => own_half(&now, &mut wanted),
        _ => 0,
    };
    let change = edit::replace(doc, index, &wanted.remove(own))?;
    wanted.retain(|other| !is_there(&change, other));
    if wanted.is_empty() {
        return Ok(change);
    }
    let after = edit::add_all(&change.after, &wanted)?.after;
    // By line, so that each item is known again where it stands now.
    Ok(Change { edit: changes(doc.text(), after.text()), after })
}

/// Which of the halves the item `now` is; it keeps its region where the form says nothing against it.
fn own_half(now: &Event, wanted: &mut [Submission]) -> usize {
    if let [Submission::Event(only)] = wanted {
        let half = is_hybrid(&only.location) && now.region.as_deref() == Some(Region::Virtual.name());
        if half || only.location.trim() == now.location.trim() {
            only.region.clone_from(&now.region);
        }
    }
    let is_own = |half: &Submission| matches!(half, Submission::Event(half) if half.region == now.region);
    wanted.iter().position(is_own).unwrap_or(wanted.len() - 1)
}

/// Whether the draft has that half already: on that day, in that region, with that page.
fn is_there(change: &Change, half: &Submission) -> bool {
    let Submission::Event(half) = half else { return false };
    same_evening(&change.after, half).any(|region| region == half.region)
}

/// The region in which the other half of the event stands that the form changes: it is not changed along.
pub fn other_half(desk: &Desk) -> Option<String> {
    let index = desk.editing().and_then(|id| desk.index_of(id))?;
    let Submission::Event(now) = desk.doc().submission(index)? else { return None };
    same_evening(desk.doc(), &now).find(|region| *region != now.region).flatten()
}

/// The regions of all events with that page on that day.
fn same_evening<'a>(doc: &'a Document, event: &Event) -> impl Iterator<Item = Option<String>> + use<'a> {
    let page = |event: &Event| event.events.first().map(|link| compared(link.url.trim()));
    let (starts, wanted) = (event.starts, page(event));
    (0..doc.items.len()).filter_map(move |index| match doc.submission(index)? {
        Submission::Event(other) => (other.starts == starts && page(&other) == wanted).then_some(other.region),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::{Form, Source};

    const DRAFT: &str = "Title: T\nNumber: 1\nDate: 2026-09-02\n\n## Upcoming Events\n\nRusty Events between 2026-09-02 - 2026-09-30 🦀\n\n";

    /// The headings and items of a draft with those events, after the form that changes item `index` was altered.
    fn changed(events: &str, index: usize, alter: impl FnOnce(&mut Form)) -> String {
        let mut desk = Desk::open(&format!("{DRAFT}{events}"), Source::Paste, 1);
        let mut form = Form::of(&desk.doc().submission(index).unwrap());
        alter(&mut form);
        desk.set_form(form, desk.id_of(index), "edit", None);
        assert_eq!(other_half(&desk).is_some(), events.matches("* 2026").count() > 1);
        let change = form_change(&desk).unwrap().unwrap();
        assert_eq!(change.edit.apply(desk.doc().text()).as_deref(), Ok(change.after.text()));
        desk.apply_with_form(change, Form::default(), None, "keep").unwrap();
        assert_eq!(desk.added().len() + desk.changed().len(), desk.doc().items.len() - events.matches("same").count());
        desk.doc().text().strip_prefix(DRAFT).unwrap().to_owned()
    }

    fn event(location: &str, title: &str) -> String {
        format!("* 2026-09-08 | {location} | [Group](https://g.example/)\n    * [**{title}**](https://g.example/1)\n")
    }

    #[test]
    fn each_half_of_a_hybrid_event_stays_where_it_is() {
        let half = |title: &str| event("Hybrid (Berlin, DE)", title);
        let halves = |one: &str, two: &str| format!("### Virtual\n{}\n### Europe\n{}", half(one), half(two));
        let mend = |form: &mut Form| form.title = "Mended".into();
        assert_eq!(changed(&halves("Talk", "same"), 0, mend), halves("Mended", "same"));
        assert_eq!(changed(&halves("same", "Talk"), 1, mend), halves("same", "Mended"));
    }

    #[test]
    fn an_event_that_becomes_hybrid_gets_its_other_half() {
        let (alone, half) = (event("Berlin, DE", "Talk"), event("Hybrid (Berlin, DE)", "Talk"));
        let both = format!("### Virtual\n{half}\n### Europe\n{half}");
        let tick = |form: &mut Form| form.online = true;
        assert_eq!(changed(&format!("### Virtual\n\n### Europe\n{alone}"), 0, tick).replace("\n\n\n", "\n\n"), both);
        let there = half.replace("Talk", "same");
        let wanted = format!("### Virtual\n{there}\n### Europe\n{half}");
        assert_eq!(changed(&format!("### Virtual\n{there}\n### Europe\n{alone}"), 1, tick), wanted, "once");
    }
}
