//! The whole issue, before it is published; and contributors, who hear nothing of it.

use super::{findings, mends, names, silent};
use twir_desk::rules::{Role, example};

#[test]
fn what_is_left_to_be_filled_in() {
    assert!(names("## Jobs\n\n[Thread](INSERT_LINK_HERE)\n").contains(&"unfilled-link"));
    assert!(names("## Upcoming Events\n\n$twir_events_list\n").contains(&"unfilled-link"));
    silent("unfilled-link", &["* [What is HERE](https://a.example/WHERE_HERE)\n"]);
    let quote = "# Quote of the Week\n\n<!-- QOTW goes here -->\n\n";
    assert!(names(quote).contains(&"placeholder-left"));
    silent("placeholder-left", &[&format!("{quote}> So it is.\n\n– Ada\n\nThanks to Bob!\n")]);
}

#[test]
fn sections_and_their_sentences() {
    let rfcs = |body: &str| format!("## Updates from the Rust Project\n\n### Approved RFCs\n{body}");
    let none = "* *No RFCs were approved this week.*\n";
    assert_eq!(names(&rfcs(none)), [""; 0]);
    let both = rfcs("* [A](https://rfcs.example/1)\n* *No RFCs were approved this week.*\n");
    mends("none-with-items", &[(&both, &rfcs("* [A](https://rfcs.example/1)\n"))]);
    mends(
        "empty-section",
        &[(
            "### Research\n\n### Miscellaneous\n* [A](https://a.example/)\n",
            "### Miscellaneous\n* [A](https://a.example/)\n",
        )],
    );
}

#[test]
fn head_and_window() {
    let head = |number: u32, date: &str| {
        format!(
            "Title: This Week in Rust {number}\nNumber: {number}\nDate: {date}\nCategory: This Week in Rust\n\n## Updates from Rust Community\n"
        )
    };
    mends("number-mismatch", &[(&head(600, "2026-09-09"), &head(668, "2026-09-09"))]);
    silent("number-mismatch", &[&head(668, "2026-09-09"), &head(600, "someday")]);
    let window = |days: &str| format!("## Upcoming Events\n\nRusty Events between {days} 🦀\n");
    mends("window-mismatch", &[(&window("2026-09-02 - 2026-10-07"), &window("2026-09-02 - 2026-09-30"))]);
    silent("window-mismatch", &[&window("now and then")]);
}

#[test]
fn an_old_thread_is_asked_about() {
    let jobs = |id: &str| format!("## Jobs\n\nSee the [thread](https://www.reddit.com/r/rust/comments/{id}/x/)\n");
    assert!(names(&jobs("1nknaii")).contains(&"old-hiring-link"));
    silent("old-hiring-link", &[&jobs("1zzzzzz"), &jobs("voglel"), &jobs("é"), &jobs("")]);
}

#[test]
fn contributors_do_not_hear_of_the_editors_work() {
    let draft =
        example::draft("## Crate of the Week\n\n<!-- COTW goes here -->\n\n## Jobs\n\n[Thread](INSERT_LINK_HERE)\n");
    assert!(findings(&draft, Role::Contributor).is_empty());
    assert_eq!(findings(&draft, Role::Editor).len(), 2);
}
