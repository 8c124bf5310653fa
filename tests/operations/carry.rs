//! A new issue: the template filled in, last issue's events carried over.

use twir_desk::edit::new_issue;

const TEMPLATE: &str = "Title: This Week in Rust $twir_issue_number\nNumber: $twir_issue_number\nDate: $twir_issue_date\nCategory: This Week in Rust\n\n## Upcoming Events\n\nRusty Events between $twir_issue_date - $twir_events_end_date 🦀\n\n$twir_events_list\n\nIf you are running a Rust event, tell us.\n";
const PREVIOUS: &str = "Number: 669\n\n## Upcoming Events\n\nRusty Events between 2026-09-16 - 2026-10-14 🦀\n\n### Virtual\n* 2026-09-17 | Virtual | [Org](https://o.example/)\n    * [**Evening**](https://o.example/1)\n\n### Europe\n* 2026-09-18 | Bern, CH | [Org](https://o.example/)\n    * [**Morning**](https://o.example/2)\n\nIf you are running a Rust event, tell us.\n\n## Jobs\n";

fn new(template: &str, date: &str, previous: Option<&str>) -> Result<String, String> {
    new_issue(template, date.parse().unwrap(), previous).map_err(|e| e.to_string())
}

#[test]
fn number_dates_and_events_are_filled_in() {
    let events = PREVIOUS.split_once("🦀\n\n").unwrap().1.split_once("\n\nIf you").unwrap().0;
    let wanted = format!(
        "Title: This Week in Rust 670\nNumber: 670\nDate: 2026-09-23\nCategory: This Week in Rust\n\n## Upcoming Events\n\nRusty Events between 2026-09-23 - 2026-10-21 🦀\n\n{events}\n\nIf you are running a Rust event, tell us.\n"
    );
    assert_eq!(new(TEMPLATE, "2026-09-23", Some(PREVIOUS)), Ok(wanted));
}

#[test]
fn without_a_previous_issue_the_list_is_empty() {
    let issue = new(TEMPLATE, "2022-01-05", None).unwrap();
    assert!(issue.contains("Number: 424\n") && issue.contains("🦀\n\n\n\nIf you are"));
}

#[test]
fn line_ends_of_the_template_prevail() {
    let issue = new(&TEMPLATE.replace('\n', "\r\n"), "2026-09-23", Some(PREVIOUS)).unwrap();
    assert_eq!(issue.matches('\n').count(), issue.matches("\r\n").count());
    let issue = new(TEMPLATE, "2026-09-23", Some(&PREVIOUS.replace('\n', "\r\n"))).unwrap();
    assert_eq!(issue.matches('\r').count(), 0);
}

#[test]
fn a_mark_inside_last_issue_is_not_filled_in() {
    let odd = PREVIOUS.replace("Morning", "$twir_issue_date");
    assert!(new(TEMPLATE, "2026-09-23", Some(&odd)).unwrap().contains("[**$twir_issue_date**]"));
}

#[test]
fn what_is_missing_is_named() {
    let sentence = |template: &str, date, previous| new(template, date, previous).unwrap_err();
    assert_eq!(sentence(TEMPLATE, "2012-12-26", None), "2012-12-26 is before the newsletter's first issue");
    assert!(sentence("Number: 1\n", "2026-09-23", None).contains("no `$twir_issue_number`"));
    assert!(sentence(TEMPLATE, "2026-09-23", Some("nothing")).contains("has no events between"));
}
