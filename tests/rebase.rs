//! Work on a draft that moved on: what is placed, what was there, what has no place, and which dates do not fit.

mod common;

use common::{call, event, link, task};
use twir_desk::desk::rebase::{Homeless, Misfit, Rebased, WORK, rebase};
use twir_desk::edit;
use twir_desk::issue::{Document, Submission};

const DRAFT: &str = "Title: This Week in Rust 670\nNumber: 670\nDate: 2026-09-23\nCategory: This Week in Rust\n\n\
    ## Updates from Rust Community\n### Crab Conf 2026\n* [One](https://one.example/)\n\n### Research\n\n\
    ## Call for Participation\n### CFP - Projects\n\n### CFP - Events\n\n\
    ## Upcoming Events\n### Virtual\n* 2026-09-25 | Virtual | [O](https://o.example/)\n    * [**A**](https://a.example/)\n";

fn with(draft: &str, added: &[Submission]) -> String {
    added.iter().fold(draft.to_owned(), |text, submission| {
        edit::add(&Document::parse(text.as_str()), submission).expect("a place").apply(&text).expect("it fits")
    })
}

fn proof() -> Submission {
    link("Research", "A proof", "https://proof.example/")
}

#[test]
fn additions_are_placed_anew() {
    let newer = with(DRAFT, &[link("Research", "Theirs", "https://theirs.example/")]);
    let rebased = rebase(DRAFT, &with(DRAFT, &[proof(), task()]), &newer);
    let wanted =
        Rebased { text: with(&newer, &[proof(), task()]), placed: vec![proof(), task()], ..Rebased::default() };
    assert_eq!(rebased, wanted);
}

#[test]
fn what_is_there_already_is_named_and_not_placed_twice() {
    let newer = with(DRAFT, &[proof()]);
    let rebased = rebase(DRAFT, &with(DRAFT, &[proof(), task()]), &newer);
    assert_eq!(rebased.text, with(&newer, &[task()]));
    assert_eq!((rebased.already, rebased.placed), (vec!["A proof".to_owned()], vec![task()]));
    let other = link("Crab Conf 2026", "The same proof", "http://www.proof.example");
    let rebased = rebase(DRAFT, &with(DRAFT, &[proof()]), &with(DRAFT, &[other]));
    assert_eq!(rebased.alike, [("A proof".to_owned(), "The same proof".to_owned())]);
    assert_eq!(rebased.placed, [proof()]);
    let twin = [event("Virtual", "2026-09-30", "Bern, CH"), event("Europe", "2026-09-30", "Bern, CH")];
    let rebased = rebase(DRAFT, &with(DRAFT, &twin), &with(DRAFT, &twin[..1]));
    assert_eq!((rebased.already.len(), rebased.alike.len(), rebased.placed.len()), (1, 0, 1));
    assert_eq!(rebased.text, with(DRAFT, &twin));
}

#[test]
fn what_has_no_place_any_more_is_named_and_kept_with_its_heading() {
    let newer = DRAFT.replace("### Crab Conf 2026\n* [One](https://one.example/)\n\n", "");
    let mine = link("Crab Conf 2026", "A talk", "https://talk.example/");
    let rebased = rebase(DRAFT, &with(DRAFT, &[mine.clone(), proof()]), &newer);
    let [Homeless { submission, why }] = rebased.homeless.as_slice() else { panic!("{rebased:?}") };
    assert_eq!(submission, &mine);
    assert!(why.to_string().contains("`Crab Conf 2026` is no section of links in this draft; it has: Research"));
    assert_eq!((rebased.placed, rebased.conflicts), (vec![proof()], 0));
    let kept = DRAFT.replace("* [One](https://one.example/)", "* [A talk](https://talk.example/)");
    assert_eq!(rebased.text, with(&kept, &[proof()]));
}

#[test]
fn a_new_issue_takes_the_items_over_and_their_dates_are_looked_at() {
    let newer = DRAFT.replace("670", "673").replace("Date: 2026-09-23", "Date: 2026-10-14");
    let newer = newer.replace("* [One](https://one.example/)\n", "");
    let mine = [
        proof(),
        event("Virtual", "2026-09-30", "Bern, CH"),
        event("Virtual", "2026-10-20", "Bern, CH"),
        event("Virtual", "2026-12-01", "Bern, CH"),
        call(),
    ];
    let rebased = rebase(DRAFT, &with(DRAFT, &mine), &newer);
    assert_eq!(rebased.new_issue, Document::parse(newer.as_str()).date());
    assert_eq!((rebased.text, rebased.placed.len()), (with(&newer, &mine), mine.len()));
    let dates: Vec<_> = rebased.misdated.iter().map(|m| (m.date.to_string(), m.why)).collect();
    let date = |text: &str, why| (text.to_owned(), why);
    let wanted =
        [date("2026-10-01", Misfit::Closed), date("2026-09-30", Misfit::Over), date("2026-12-01", Misfit::Later)];
    assert_eq!(dates, wanted);
}

#[test]
fn other_changes_are_merged_and_conflicts_can_be_chosen() {
    let work = with(&DRAFT.replace("[One]", "[Mine]"), &[proof()]);
    let rebased = rebase(DRAFT, &work, &with(DRAFT, &[task()]));
    assert_eq!(rebased.text, with(&work, &[task()]));
    assert_eq!((rebased.placed, rebased.conflicts), (vec![proof()], 0));
    let rebased = rebase(DRAFT, &work, &DRAFT.replace("[One]", "[Theirs]"));
    let [conflict] = rebased.open.as_slice() else { panic!("{rebased:?}") };
    assert_eq!((rebased.conflicts, conflict.versions[1].names.as_slice()), (1, &[WORK.to_owned()][..]));
    assert_eq!(conflict.choose(1).unwrap().apply(&rebased.text).unwrap(), work);
}
