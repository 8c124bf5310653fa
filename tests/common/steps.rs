//! One operation with its arguments, and what must hold of a draft before and after it. The properties draw steps at
//! random, the fuzzer from bytes.

use super::invariants;
use std::collections::BTreeMap;
use twir_desk::edit::{self, Field, Refusal};
use twir_desk::issue::place::Region;
use twir_desk::issue::{Document, Kind, Submission};
use twir_desk::text::Edit;

/// An operation; indices are taken round the number of what there is.
#[derive(Clone, Debug)]
pub enum Step {
    Add(Submission),
    Set(usize, Field, String),
    Update(usize, Submission),
    Remove(usize),
    MoveBy(usize, isize),
    MoveTo(usize, usize, usize),
    MakeRegion(Region),
    MakeSection(Kind),
    RemoveHeading(usize),
}

/// All fields, the first two events' included.
pub const FIELDS: [Field; 14] = [
    Field::Title,
    Field::Url,
    Field::Tags,
    Field::Project,
    Field::Starts,
    Field::Ends,
    Field::Location,
    Field::OrganizerName,
    Field::OrganizerUrl,
    Field::EventTitle(0),
    Field::EventUrl(0),
    Field::EventTitle(1),
    Field::EventUrl(1),
    Field::Closes,
];

impl Step {
    /// The edit, or why there is none.
    pub fn edit(&self, doc: &Document) -> Result<Edit, Refusal> {
        let item = |index: &usize| index % doc.items.len().max(1);
        let section = |index: &usize| index % doc.sections.len().max(1);
        match self {
            Self::Add(submission) => edit::add(doc, submission),
            Self::Set(index, field, value) => edit::set(doc, item(index), *field, value),
            Self::Update(index, submission) => edit::update(doc, item(index), submission),
            Self::Remove(index) => edit::remove(doc, item(index)),
            Self::MoveBy(index, by) => edit::move_by(doc, item(index), *by),
            Self::MoveTo(index, to, position) => edit::move_to(doc, item(index), section(to), *position),
            Self::MakeRegion(region) => edit::make_region(doc, *region),
            Self::MakeSection(kind) => edit::make_section(doc, *kind),
            Self::RemoveHeading(index) => edit::remove_heading(doc, section(index)),
        }
    }

    /// Does it on `before`, checks what must hold, and gives the text afterwards; `before` again where it is refused.
    #[track_caller]
    pub fn holds(&self, before: &str) -> String {
        let doc = Document::parse(before);
        let edit = match self.edit(&doc) {
            Ok(edit) => edit,
            Err(refusal) => {
                assert!(!refusal.to_string().is_empty());
                return before.to_owned();
            }
        };
        let after = Document::parse(invariants::edit(before, &edit));
        match self {
            Self::Add(submission) => added(&doc, &after, submission),
            Self::Set(index, field, value) => {
                let index = index % doc.items.len();
                let found = after.item_at(doc.items[index].span.start).and_then(|i| after.submission(i));
                let (now, was) = (found.and_then(|s| get(&s, *field)), doc.submission(index));
                let wanted = expected(&was.expect("an item with fields"), *field, value);
                assert_eq!(now, wanted, "what was set is read");
            }
            Self::Update(index, submission) => {
                let found = after.item_at(doc.items[index % doc.items.len()].span.start);
                let found = found.and_then(|i| after.submission(i)).map(|s| s.lines());
                assert_eq!(found, Some(submission.lines()), "what was set is read");
            }
            Self::Remove(index) => {
                let item = &doc.items[index % doc.items.len()];
                assert_eq!(after.text(), without_lines(before, item.line, item.end_line), "exactly its lines go");
            }
            Self::MoveBy(..) | Self::MoveTo(..) => {
                assert_eq!(bag(&doc), bag(&after), "moving keeps every line");
            }
            Self::MakeRegion(_) | Self::MakeSection(_) => {
                assert!(after.sections.len() <= doc.sections.len() + 1);
                kept(&doc, &after);
            }
            Self::RemoveHeading(index) => {
                let gone = doc.sections[index % doc.sections.len()].heading.of(before).trim_end();
                let mut wanted = bag(&doc);
                wanted.entry(gone.to_owned()).and_modify(|count| *count -= 1);
                wanted.retain(|_, count| *count > 0);
                assert_eq!(wanted, bag(&after), "no line goes with a heading");
            }
        }
        after.text().to_owned()
    }
}

/// The submission stands in the draft once more than before, and every line that was there still is.
#[track_caller]
fn added(before: &Document, after: &Document, submission: &Submission) {
    let lines = submission.lines();
    let count = |doc: &Document| {
        let same = |i: &usize| doc.submission(*i).is_some_and(|s| s.lines() == lines);
        (0..doc.items.len()).filter(same).count()
    };
    assert_eq!(count(after), count(before) + 1, "what was added is read as an item");
    // A lone link below a paragraph is none; with a list above it may be one.
    assert!(after.items.len() > before.items.len(), "and the others are as many as before");
    kept(before, after);
    let mut wanted = bag(before);
    lines.iter().for_each(|line| *wanted.entry(line.clone()).or_default() += 1);
    if let (Submission::Event(event), true) = (submission, after.sections.len() > before.sections.len()) {
        // A region's heading may come with it.
        *wanted.entry(format!("### {}", event.region.as_deref().unwrap_or_default())).or_default() += 1;
    }
    let found = bag(after);
    assert_eq!(wanted, found, "adding changes no other line");
}

/// Every line that was there still is, in its order.
#[track_caller]
fn kept(before: &Document, after: &Document) {
    let mut found = content(after);
    for line in content(before) {
        assert!(found.any(|l| l == line), "line `{line}` is kept, in its order");
    }
}

/// The lines without blank ends. A carriage return at the end of the file becomes a line end when a line follows.
fn content(doc: &Document) -> impl Iterator<Item = &str> {
    doc.lines.iter().map(|l| l.content.of(doc.text()).trim_end())
}

/// The lines that are not blank, and how often each stands there.
fn bag(doc: &Document) -> BTreeMap<String, usize> {
    let mut bag = BTreeMap::new();
    for line in content(doc).filter(|line| !line.trim().is_empty()) {
        *bag.entry(line.to_owned()).or_default() += 1;
    }
    bag
}

/// The text without the lines `first` to `last`, counted from 1; without a final line end if it had none.
fn without_lines(text: &str, first: usize, last: usize) -> String {
    let kept = text.split_inclusive('\n').enumerate().filter(|(i, _)| !(first..=last).contains(&(i + 1)));
    let mut kept: String = kept.map(|(_, line)| line).collect();
    if !text.ends_with('\n') && kept.ends_with('\n') {
        kept.pop();
        kept.truncate(kept.strip_suffix('\r').unwrap_or(&kept).len());
    }
    kept
}

/// A field of a submission as text; `None` where it has no such field.
pub fn get(submission: &Submission, field: Field) -> Option<String> {
    let json = submission.to_json();
    let (key, rest) = match field {
        Field::EventTitle(n) | Field::EventUrl(n) => {
            let key = if matches!(field, Field::EventTitle(_)) { "title" } else { "url" };
            return json.get("events")?.get(n)?.get(key)?.as_str().map(str::to_owned);
        }
        Field::Title if submission.kind() == "cfp-event" => ("name", None),
        _ => field.name().split_once('.').map_or((field.name(), None), |(key, rest)| (key, Some(rest))),
    };
    let value = match rest {
        Some(rest) => json.get(key)?.get(rest)?,
        None => json.get(key)?,
    };
    match value {
        serde_json::Value::String(text) => Some(text.clone()),
        serde_json::Value::Array(list) => Some(list.iter().filter_map(|v| v.as_str()).collect::<Vec<_>>().join(" ")),
        _ => Some(String::new()),
    }
}

/// What is read once `field` of `was` is set to `value`: white space is trimmed, an end equal to the start is none.
fn expected(was: &Submission, field: Field, value: &str) -> Option<String> {
    let value = value.trim();
    let starts = get(was, Field::Starts);
    Some(match field {
        Field::Ends if starts.as_deref() == Some(value) => String::new(),
        Field::Tags => value.split_whitespace().collect::<Vec<_>>().join(" "),
        _ => value.to_owned(),
    })
}
