//! What is found again after a change is what is found anew, whatever changed.

use super::properties::PIECES;
use crate::corpus;
use proptest::prelude::*;
use std::sync::{Arc, LazyLock};
use twir_desk::issue::Document;
use twir_desk::rules::{Checked, Recent, Role, Setting, example};
use twir_desk::text::date::Date;

/// Published issues, where there are any.
static ISSUES: LazyLock<Vec<(String, String)>> =
    LazyLock::new(|| corpus::folder().map(|folder| corpus::texts(&folder, "issues")).unwrap_or_default());

/// Checks `texts` one after the other, each after the one before it and each anew.
fn all_the_same(texts: &[String], role: Role) -> Result<(), TestCaseError> {
    let recent = Recent::none();
    let setting = Setting { role, today: Date::new(2026, 9, 1), recent: &recent };
    let read = |text: &String| Arc::new(Document::parse(text.as_str()));
    let mut checked = Checked::new(read(&texts[0]), &setting);
    for text in &texts[1..] {
        checked = checked.again(read(text), &setting);
        let anew = Checked::new(read(text), &setting);
        let names = |checked: &Checked| checked.findings.iter().map(|f| (f.rule.name, f.line)).collect::<Vec<_>>();
        prop_assert_eq!(names(&checked), names(&anew), "in\n{}", text);
        for (again, anew) in checked.findings.iter().zip(&anew.findings) {
            prop_assert_eq!(again, anew, "in\n{}", text);
        }
    }
    Ok(())
}

/// The text with `piece` in the stead of `length` bytes at a place, both as shares of a thousand.
fn changed(text: &str, (at, length, piece): (usize, usize, &str)) -> String {
    let start = text.floor_char_boundary(text.len() * at / 1000);
    let end = text.ceil_char_boundary((start + length).min(text.len()));
    format!("{}{piece}{}", &text[..start], &text[end..])
}

fn states(first: String, changes: Vec<(usize, usize, usize)>) -> Vec<String> {
    let mut texts = vec![first];
    for (at, length, piece) in changes {
        texts.push(changed(&texts[texts.len() - 1], (at, length, PIECES[piece])));
    }
    texts
}

fn changes(longest: usize) -> impl Strategy<Value = Vec<(usize, usize, usize)>> {
    prop::collection::vec((0..1000usize, 0..longest, 0..PIECES.len()), 1..6)
}

proptest! {
    #[test]
    fn found_again_as_anew(picks in prop::collection::vec(0..PIECES.len(), 0..60), changes in changes(40)) {
        let text = example::draft(&picks.iter().map(|i| PIECES[*i]).collect::<String>());
        all_the_same(&states(text, changes), Role::Editor)?;
    }

    #[test]
    fn found_again_as_anew_in_real_drafts(issue in 0..10_000usize, changes in changes(300)) {
        if let Some((_, text)) = ISSUES.get(issue % ISSUES.len().max(1)) {
            all_the_same(&states(text.clone(), changes), Role::Contributor)?;
        }
    }
}

/// What once came out otherwise than anew: a rule about events was not asked though it had more to say.
#[test]
fn rules_about_events_are_asked_again_where_it_matters() {
    let event =
        "* 2026-09-08 | Bern, CH | [Rust Bern](https://bern.example/)\n    * [**Evening**](https://bern.example/1)\n";
    let link = "* [A](https://a.example/a)\n";
    let call = "* [Oxidise](https://cfp.example/) | Closes 2026-09-30 | Bern, CH | Event date: 2026-12-01\n";
    let issue = |links: &str, heading: &str| {
        example::draft(&format!(
            "### Observations/Thoughts\n{links}\n## Call for Participation; projects and speakers\n\n{heading}{call}\n\
             ## Upcoming Events\n\n### Europe\n{event}{event}\n"
        ))
    };
    let known = "### CFP - Events\n\n";
    for states in [
        // A message names the line of another event, and that moved.
        [issue(link, known), issue(&link.repeat(2), known), issue("", known)],
        // Names of calls are looked at as well: they come and go with their heading.
        [issue(link, known), issue(link, "### Other\n\n"), issue(link, known)],
        // Nothing about events changed.
        [issue(link, known), issue("* [B](https://a.example/b)\n", known), issue(link, known)],
    ] {
        let found = all_the_same(&states, Role::Editor);
        assert!(found.is_ok(), "{found:?}");
    }
}
