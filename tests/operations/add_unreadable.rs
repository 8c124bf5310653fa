//! What would be read back as something else is not added, nor is what would hide the rest of the draft.

use crate::common::{check, link, refusal, submission, task};
use twir_desk::edit::{Field, add, set};
use twir_desk::issue::Document;

const DRAFT: &str = "## Updates from Rust Community\n\n### Official\n\n### Research\n* [A](https://a.example/1)\n\n\
    ### Miscellaneous\n* [B](https://b.example/1)\n<!-- more to come -->\n\n## Call for Participation\n\n\
    ### CFP - Projects\n* [ferrous - C](https://c.example/1)\n";

fn is_refused(draft: &str, section: &str, title: &str, url: &str) {
    let sentence = refusal(draft, |doc| add(doc, &link(section, title, url)));
    assert!(sentence.starts_with("the item would be read as something else; put a backslash"), "{sentence}");
}

#[test]
fn marks_that_make_another_item() {
    is_refused(DRAFT, "Research", "T] and more", "https://a.example/2");
    is_refused(DRAFT, "Research", "T", "https://a.example/x)y");
    check(
        DRAFT,
        |doc| add(doc, &link("Research", "T\\] and more", "https://a.example/x%29y")),
        &DRAFT.replace("example/1)\n\n### Misc", "example/1)\n* [T\\] and more](https://a.example/x%29y)\n\n### Misc"),
    );
    let event = r#"{"kind": "event", "starts": "2026-09-11", "location": "Bern, CH",
        "organizer": {"name": "Org", "url": "https://o.example/"}, "events": [{"title": "x\\", "url": "https://o.example/1"}]}"#;
    refusal("## Upcoming Events\n\n### Europe\n", |doc| add(doc, &submission(event)));
}

#[test]
fn marks_that_hide_others() {
    // Open here, closed in the next section but one: the site shows all between.
    let opens = link("Official", "On <!-- in HTML", "https://a.example/2");
    let with = DRAFT.replace("### Official\n", "### Official\n* [On <!-- in HTML](https://a.example/2)\n");
    check(DRAFT, |doc| add(doc, &opens), &with);
    assert_eq!(Document::parse(with).items.len(), Document::parse(DRAFT).items.len() + 1);
    // Without a blank line before the comment's end it takes the items between along.
    is_refused(&DRAFT.replace("\n\n", "\n"), "Official", "On <!-- in HTML", "https://a.example/2");
    // One that nothing closes would be closed by the title.
    let open = DRAFT.replace("<!-- more to come -->\n", "").replace("### Official\n", "### Official\n<!-- todo\n");
    is_refused(&open, "Research", "a --> b", "https://a.example/2");
    let draft = DRAFT.replace("\n\n### Miscellaneous", "");
    refusal(&draft, |doc| set(doc, 0, Field::Title, "x<!--y"));
}

#[test]
fn a_project_may_divide_elsewhere() {
    let mut wanted = task();
    if let twir_desk::issue::Submission::Project(project) = &mut wanted {
        project.project = "x: y (z)".into();
    }
    let doc = Document::parse(DRAFT);
    assert!(add(&doc, &wanted).is_ok());
}
