use crate::desk::rebase::{NEWER, WORK, rebase};
use crate::desk::saved::Saved;
use crate::desk::{Desk, Source};
use crate::text::{Edit, Span};

const DRAFT: &str = "Title: This Week in Rust 670\nNumber: 670\nDate: 2026-09-23\nCategory: This Week in Rust\n\n\
    ## Updates from Rust Community\n### Official\n* [One](https://one.example/)\n* [Two](https://two.example/)\n\n\
    ### Research\n* [Three](https://three.example/)\n\n## Jobs\n";

fn github() -> Source {
    Source::GitHub { path: "draft/x.md".into(), sha: None }
}

/// Work on `DRAFT` with `mine` done to it, brought to the draft with `theirs` done to it.
fn moved(mine: &[(&str, &str)], theirs: &[(&str, &str)]) -> Desk {
    let done = |changes: &[(&str, &str)]| changes.iter().fold(DRAFT.to_owned(), |t, (from, to)| t.replace(from, to));
    let (mine, theirs) = (done(mine), done(theirs));
    let mut desk = Desk::open(DRAFT, github(), 1);
    desk.apply(Edit::between(DRAFT, &mine), "work", None).unwrap();
    let rebased = rebase(DRAFT, &mine, &theirs);
    desk.rebase(&theirs, &rebased, github(), 2).unwrap();
    desk
}

fn both() -> Desk {
    moved(&[("[One]", "[Mine]"), ("[Three]", "[Drei]")], &[("[One]", "[Theirs]"), ("[Three]", "[Trois]")])
}

fn stands(desk: &Desk, index: usize) -> &str {
    desk.open_conflicts()[index].span().of(desk.doc().text())
}

#[test]
fn each_can_be_chosen_and_taken_back() {
    let mut desk = both();
    let names: Vec<_> = desk.open_conflicts()[0].versions.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, [NEWER, WORK]);
    assert_eq!(desk.open_conflicts()[0].base, "* [One](https://one.example/)\n");
    let before = desk.doc().text().to_owned();
    desk.choose(0, Some(1)).unwrap();
    assert_eq!(desk.open_conflicts().len(), 1);
    assert!(desk.doc().text().contains("[Mine]") && !desk.doc().text().contains("[Theirs]"));
    assert!(stands(&desk, 0).contains("[Drei]") && stands(&desk, 0).contains("[Trois]"));
    desk.choose(0, Some(0)).unwrap();
    assert!(desk.open_conflicts().is_empty() && !desk.doc().text().contains("[Drei]"));
    desk.undo();
    desk.undo();
    assert_eq!((desk.doc().text(), desk.open_conflicts().len()), (&*before, 2));
    desk.redo();
    assert!(stands(&desk, 0).contains("[Drei]"));
}

#[test]
fn keeping_both_closes_it_and_changes_nothing() {
    let mut desk = both();
    let before = desk.doc().text().to_owned();
    desk.choose(1, None).unwrap();
    assert_eq!((desk.doc().text(), desk.open_conflicts().len()), (&*before, 1));
    assert!(stands(&desk, 0).contains("[Theirs]"));
    assert_eq!(desk.steps().0, Some("settle a conflict"));
    desk.undo();
    assert_eq!(desk.open_conflicts().len(), 2);
    assert!(desk.choose(7, None).is_ok() && desk.choose(0, Some(9)).is_ok());
    assert_eq!((desk.doc().text(), desk.open_conflicts().len()), (&*before, 2));
}

#[test]
fn spans_follow_what_is_edited_elsewhere() {
    let mut desk = both();
    let there: Vec<String> = (0..2).map(|index| stands(&desk, index).to_owned()).collect();
    let at = |desk: &Desk, text: &str| desk.doc().text().find(text).unwrap();
    desk.apply(Edit::insert(at(&desk, "### Official"), "A line before.\n"), "type", None).unwrap();
    // Right before the first and right behind it: beside it, not of it.
    desk.apply(Edit::insert(desk.open_conflicts()[0].span().start, "* [New](https://new.example/)\n"), "add", None)
        .unwrap();
    desk.apply(Edit::insert(desk.open_conflicts()[0].span().end, "* [New](https://new.example/b)\n"), "add", None)
        .unwrap();
    let gone = at(&desk, "* [Two]");
    desk.apply(Edit::delete(Span::new(gone, gone + "* [Two](https://two.example/)\n".len())), "remove", None).unwrap();
    let now: Vec<String> = (0..2).map(|index| stands(&desk, index).to_owned()).collect();
    assert_eq!(now, there);
    while desk.undo().is_some_and(|(label, _)| label != "add") {}
    assert_eq!(stands(&desk, 1), there[1]);
}

#[test]
fn what_is_settled_by_hand_is_closed() {
    let mut desk = both();
    let theirs = desk.doc().text().find("* [Theirs]").unwrap();
    let line = "* [Theirs](https://one.example/)\n";
    desk.apply(Edit::delete(Span::new(theirs, theirs + line.len())), "remove", None).unwrap();
    assert_eq!(desk.open_conflicts().len(), 1);
    let rest = desk.open_conflicts()[0].span();
    assert!(desk.open_conflicts()[0].is_untouched(desk.doc().text()));
    desk.apply(Edit::insert(rest.start + 3, "x"), "type", None).unwrap();
    assert!(!desk.open_conflicts()[0].is_untouched(desk.doc().text()));
    desk.apply(Edit::delete(desk.open_conflicts()[0].span()), "remove", None).unwrap();
    assert!(desk.open_conflicts().is_empty());
}

#[test]
fn edited_here_and_removed_there_keeps_the_edit_until_it_is_chosen() {
    let mut desk = moved(&[("[One]", "[Mine]")], &[("* [One](https://one.example/)\n", "")]);
    assert_eq!(stands(&desk, 0), "* [Mine](https://one.example/)\n");
    assert!(!desk.open_conflicts()[0].can_keep_all());
    let theirs = desk.open_conflicts()[0].versions.iter().position(|(name, _)| name == NEWER).unwrap();
    desk.choose(0, Some(theirs)).unwrap();
    assert!(!desk.doc().text().contains("[Mine]"));
    desk.undo();
    desk.choose(0, Some(1 - theirs)).unwrap();
    assert!(desk.doc().text().contains("[Mine]") && desk.open_conflicts().is_empty());
}

#[test]
fn they_are_kept_with_the_work() {
    let desk = both();
    let saved = Saved::of(&desk, "x", 3).unwrap();
    let json = serde_json::to_string(&saved).unwrap();
    let mut back = Desk::resume(&Saved::read(&json).unwrap(), desk.base().text());
    assert_eq!(back.open_conflicts(), desk.open_conflicts());
    back.undo();
    assert!(back.open_conflicts().is_empty());
    back.redo();
    assert_eq!(back.open_conflicts(), desk.open_conflicts());
    // Work that an older build kept knows of none.
    let old = json.replace("\"open\":", "\"was\":");
    assert!(Saved::read(&old).unwrap().open.is_empty());
}

#[test]
fn taking_the_newer_draft_back_brings_the_old_one_back() {
    let mut desk = both();
    let (text, newer) = (desk.doc().text().to_owned(), desk.base().text().to_owned());
    assert_eq!(desk.undo().unwrap().0, "bring the newer draft in");
    assert_eq!((desk.base().text(), desk.loaded_at(), desk.open_conflicts().len()), (DRAFT, 1, 0));
    desk.redo();
    assert_eq!((desk.base().text(), desk.loaded_at(), desk.doc().text()), (&*newer, 2, &*text));
}
