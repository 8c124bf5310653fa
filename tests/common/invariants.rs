//! What must hold of any document, and of any edit of it. Kept apart from the engine's own arithmetic: the bytes
//! outside an edit are looked for in the text afterwards, not computed from the splices alone.

use twir_desk::issue::{Document, outline};
use twir_desk::text::{Edit, Side, Span};

/// Everything that holds of the document of any text.
#[track_caller]
pub fn document(text: &str) -> Document {
    let doc = Document::parse(text);
    assert_eq!(doc.text(), text, "the text is given back as it came");
    lines(&doc);
    sections(&doc);
    items(&doc);
    within(text, "comment", &doc.comments);
    let _ = outline::outline(&doc).to_string();
    doc
}

/// The lines put together are the text.
#[track_caller]
fn lines(doc: &Document) {
    let text = doc.text();
    let mut at = 0;
    for line in &doc.lines {
        assert_eq!(line.full.start, at, "lines follow each other");
        assert!(line.full.covers(line.content) && line.content.start == line.full.start);
        assert!(matches!(line.eol(text), "\n" | "\r\n" | ""));
        at = line.full.end;
    }
    assert_eq!(at, text.len(), "the lines reach the end");
}

/// Sections are sorted, adjoin, and reach the end.
#[track_caller]
fn sections(doc: &Document) {
    let text = doc.text();
    let spans: Vec<Span> = doc.sections.iter().map(|s| s.span()).collect();
    within(text, "section", &spans);
    let mut items = 0;
    for (index, section) in doc.sections.iter().enumerate() {
        assert_eq!(section.heading.end, section.body.start);
        assert!(section.heading.covers(section.title) && !section.title.is_empty());
        let next = doc.sections.get(index + 1).map_or(text.len(), |s| s.heading.start);
        assert_eq!(section.body.end, next, "a section ends where the next begins");
        assert_eq!(section.first_item, items, "items stand in their sections' order");
        assert!(section.first_item <= section.last_item);
        items = section.last_item;
    }
    assert_eq!(items, doc.items.len(), "every item has its section");
}

/// Items are whole lines, sorted and disjoint, inside their section; their fields stand inside them.
#[track_caller]
fn items(doc: &Document) {
    let text = doc.text();
    let spans: Vec<Span> = doc.items.iter().map(|i| i.span).collect();
    within(text, "item", &spans);
    for (index, item) in doc.items.iter().enumerate() {
        assert!(!item.span.is_empty());
        assert!(doc.sections[item.section].body.covers(item.span), "an item stands inside its section");
        assert!(doc.sections[item.section].items().contains(&index));
        assert_eq!(item.span.start, doc.lines[item.line - 1].full.start, "an item begins a line");
        assert_eq!(item.span.end, doc.lines[item.end_line - 1].full.end, "an item ends a line");
        assert!(item.span.covers(item.head));
        assert_eq!(doc.item_at(item.span.start), Some(index));
        let mut fields = item.urls();
        fields.push(item.title());
        for field in fields {
            assert!(item.span.covers(field), "a field stands inside its item");
            assert!(text.get(field.range()).is_some(), "a field ends on characters");
        }
        if item.is_strict(text, &doc.sections[item.section]) {
            assert!(doc.submission(index).is_some());
        }
    }
}

/// Spans inside the text, on characters, sorted and disjoint.
#[track_caller]
pub fn within(text: &str, what: &str, spans: &[Span]) {
    let mut at = 0;
    for span in spans {
        assert!(span.start >= at && span.end >= span.start, "{what} {span:?} begins before {at}");
        assert!(text.get(span.range()).is_some(), "{what} {span:?} does not fit the text");
        at = span.end;
    }
}

/// Everything that holds of an edit of `before`. Gives the text afterwards.
#[track_caller]
pub fn edit(before: &str, edit: &Edit) -> String {
    let spans: Vec<Span> = edit.splices().iter().map(|s| s.span).collect();
    within(before, "splice", &spans);
    let after = edit.apply(before).expect("the edit fits its text");
    outside(before, edit, &after);
    let back = edit.invert(before).expect("the edit has an inverse");
    assert_eq!(back.apply(&after).as_deref(), Ok(before), "the inverse gives the text back");
    assert_eq!(&back.invert(&after).expect("the inverse has an inverse"), edit, "the inverse of the inverse");
    within(&after, "written", &edit.written());
    maps(before, edit, &after);
    document(&after);
    after
}

/// The text before the first splice and behind the last one is the same, byte for byte, and so are the pieces
/// between two of them.
#[track_caller]
fn outside(before: &str, edit: &Edit, after: &str) {
    let (Some(first), Some(last)) = (edit.splices().first(), edit.splices().last()) else {
        assert_eq!(before, after, "an empty edit changes nothing");
        return;
    };
    assert!(after.starts_with(&before[..first.span.start]), "the bytes before the edit are the same");
    assert!(after.ends_with(&before[last.span.end..]), "the bytes behind the edit are the same");
    let (mut from, mut to) = (0, 0);
    for splice in edit.splices() {
        let kept = &before[from..splice.span.start];
        assert_eq!(after.get(to..to + kept.len()), Some(kept), "the bytes between two splices are the same");
        assert!(after[to + kept.len()..].starts_with(&splice.text));
        from = splice.span.end;
        to += kept.len() + splice.text.len();
    }
    assert_eq!(&after[to..], &before[from..]);
    // Not from the splices: what both texts share at their ends holds everything the edit left alone.
    let head = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
    let tail = before.bytes().rev().zip(after.bytes().rev()).take_while(|(a, b)| a == b).count();
    assert!(head >= first.span.start && tail >= before.len() - last.span.end);
}

/// Offsets keep their order, and those outside the edit keep their bytes.
#[track_caller]
fn maps(before: &str, edit: &Edit, after: &str) {
    // Of a long text every offset near a splice, and one of many elsewhere.
    let stride = 1 + before.len() / 2000;
    let near = |o: usize| edit.splices().iter().any(|s| s.span.start <= o + 20 && o <= s.span.end + 20);
    let offsets = (0..=before.len()).filter(|o| before.is_char_boundary(*o) && (o % stride == 0 || near(*o)));
    let offsets: Vec<usize> = offsets.collect();
    for side in [Side::Before, Side::After] {
        let mut last = 0;
        for offset in offsets.iter().copied() {
            let mapped = edit.map(offset, side);
            assert!(mapped >= last, "offsets keep their order");
            assert!(after.is_char_boundary(mapped), "offsets stay on characters");
            last = mapped;
            let outside = edit.splices().iter().all(|s| offset < s.span.start || offset >= s.span.end);
            if outside && side == Side::After {
                let next = |text: &str, at: usize| text[at..].chars().next();
                assert_eq!(next(after, mapped), next(before, offset), "an offset outside keeps its character");
            }
        }
        assert!(last <= after.len());
    }
}
