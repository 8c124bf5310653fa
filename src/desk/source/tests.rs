use super::*;

const HEADER: &str = "Title: T\nNumber: 1\n\n";

#[test]
fn offsets_pass_between_text_and_field() {
    let text = "a\r\nb\r\n\u{1f980}c";
    assert_eq!(shown(text), "a\nb\n\u{1f980}c");
    for (at, seen) in [(0, 0), (1, 1), (3, 2), (4, 3), (6, 4), (10, 8)] {
        assert_eq!((to_shown(text, at), to_text(text, seen)), (seen, at), "{at}");
    }
    assert_eq!(to_shown(text, 2), 1);
    assert_eq!(to_text(text, 99), text.len());
}

#[test]
fn units_count_as_the_browser_does() {
    let text = "é\u{1f980}x";
    for (at, count) in [(0, 0), (2, 1), (6, 3), (7, 4)] {
        assert_eq!((units(text, at), byte_at(text, count)), (count, at));
    }
    assert_eq!(byte_at(text, 2), 6);
    assert_eq!(byte_at(text, 99), 7);
}

#[test]
fn typing_keeps_the_line_ends() {
    let text = "a\r\nb\r\nc\n";
    assert_eq!(typed(text, "a\nb!\nc\n", "\r\n").apply(text).unwrap(), "a\r\nb!\r\nc\n");
    assert_eq!(typed(text, "a\nb\nnew\nc\n", "\r\n").apply(text).unwrap(), "a\r\nb\r\nnew\r\nc\n");
    assert_eq!(typed(text, "a\nc\n", "\r\n").apply(text).unwrap(), "a\r\nc\n");
    assert_eq!(typed(text, "ab\nc\n", "\r\n").apply(text).unwrap(), "ab\r\nc\n");
    assert!(typed(text, "a\nb\nc\n", "\r\n").is_empty());
}

#[test]
fn a_part_is_typed_without_touching_the_rest() {
    let text = format!("{HEADER}# Quote of the Week\n\n> one\n\n## Jobs\n");
    let doc = Document::parse(text.as_str());
    let part = body(&doc, &doc.sections[0]);
    assert_eq!(part.of(&text), "> one");
    let after = typed_in(&doc, part, "> one\n> two\n\n").apply(&text).unwrap();
    assert_eq!(after, text.replace("> one", "> one\n> two"));
}

#[test]
fn text_where_there_was_none_gets_its_own_line() {
    for (text, wanted) in [
        ("# Quote of the Week\n\n## Jobs\n", "# Quote of the Week\nq\n\n## Jobs\n"),
        ("# Quote of the Week\n", "# Quote of the Week\nq"),
        ("# Quote of the Week", "# Quote of the Week\nq"),
    ] {
        let doc = Document::parse(text);
        let part = body(&doc, &doc.sections[0]);
        assert_eq!(typed_in(&doc, part, "q").apply(text).unwrap(), wanted);
    }
}

#[test]
fn a_caret_between_two_changes_stays() {
    let (before, after) = ("one\ntwo\nthree\nfour\n", "one!\ntwo\nthree\nfour!\n");
    let edit = changes(before, after);
    assert_eq!(edit.splices().len(), 2);
    assert_eq!(edit.apply(before).unwrap(), after);
    let at = before.find("three").unwrap() as u32 + 2;
    assert_eq!(caret(before, after, &edit, at), at + 1);
    assert!(changes(before, before).is_empty());
    let no_end = changes("a\nb", "x\na\nc");
    assert_eq!(no_end.apply("a\nb").unwrap(), "x\na\nc");
}

#[test]
fn lines_and_columns_count_from_one() {
    assert_eq!(position("ab\ncd", 0), (1, 1));
    assert_eq!(position("éb\ncd", 5), (2, 2));
}
