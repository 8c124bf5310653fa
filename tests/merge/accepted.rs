//! The rule by which the newsletter's weekly tool takes a pull request: it changes one file by exactly one list item of
//! the community section, and everything else stays byte for byte.

use crate::common::{corpus, link};
use twir_desk::issue::{Document, Kind};
use twir_desk::merge::merge;
use twir_desk::{edit, export};

/// How many of the corpus's drafts are tried.
const DRAFTS: usize = 200;

#[test]
fn one_added_link_changes_one_file_by_one_item() {
    let Some(folder) = corpus::folder() else { return };
    let drafts = corpus::texts(&folder, "replays/bases");
    let mut tried = 0;
    for (number, (name, base)) in drafts.iter().take(DRAFTS).enumerate() {
        let doc = Document::parse(base.as_str());
        let sections: Vec<usize> =
            (0..doc.sections.len()).filter(|s| doc.sections[*s].kind.is_community_links()).collect();
        assert!(!sections.is_empty(), "{name}: no section to send links to");
        let section = &doc.sections[sections[number % sections.len()]];
        let wanted = link(section.title.of(base), "One new link", "https://new.example/one");
        let after = edit::add(&doc, &wanted).expect("it has a place").apply(base).expect("the edit fits its text");
        one_item_more(name, base, &after);
        // The same once it is merged with what others did meanwhile, and in the patch that is handed in.
        assert_eq!(merge(base, &[&after, base]).text, after, "{name}");
        let patch = export::patch(base, &after, "draft/issue.md");
        let starts = |prefix: &str| patch.lines().filter(|line| line.starts_with(prefix)).count();
        assert_eq!((starts("diff --git "), starts("+++ ")), (1, 1), "{name}: one file");
        assert_eq!((starts("+"), starts("-")), (2, 1), "{name}: one line more, none less\n{patch}");
        tried += 1;
    }
    assert!(tried >= DRAFTS, "the corpus has {tried} drafts");
}

/// Exactly one item more, in the community section, and without its line the text of before.
fn one_item_more(name: &str, base: &str, after: &str) {
    let (before, doc) = (Document::parse(base), Document::parse(after));
    assert_eq!(doc.items.len(), before.items.len() + 1, "{name}: one item more");
    let new = doc.items.iter().position(|item| item.span.of(after).contains("https://new.example/one"));
    let item = &doc.items[new.expect("the new item")];
    assert_eq!(doc.sections[item.section].kind.part(), Kind::Community, "{name}");
    assert_eq!(item.span.of(after), "* [One new link](https://new.example/one)\n", "{name}: one line");
    let rest = [&after[..item.span.start], &after[item.span.end..]].concat();
    assert!(rest == base, "{name}: everything else stays byte for byte");
}
