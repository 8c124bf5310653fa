//! The command `twir` as the contract has it: what it prints, where, and with which exit status.

#[path = "cli/merge.rs"]
mod merge;
#[path = "cli/run.rs"]
mod run;

use run::{File, twir};
use serde_json::Value;

const DRAFT: &str = "Title: This Week in Rust 670\nNumber: 670\nDate: 2026-09-23\nCategory: This Week in Rust\n\n## Updates from Rust Community\n\n### Research\n\n## Upcoming Events\n\n### Europe\n* 2026-09-25 | Bern, CH | [Org](https://o.example/)\n    * [**Evening**](https://o.example/1)\n\n## Jobs\n\n# Quote of the Week\n";
const LINK: &str = r#"{"kind": "link", "section": "Research", "title": "A proof", "url": "https://a.example/"}"#;

#[test]
fn outline_prints_sections_and_items_as_json() {
    let draft = File::new("outline.md", DRAFT);
    let run = twir(&["outline", draft.path()], "");
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    let outline: Value = serde_json::from_str(&run.output).expect("JSON");
    assert_eq!((outline["number"].as_u64(), outline["date"].as_str()), (Some(670), Some("2026-09-23")));
    let europe = &outline["sections"][3];
    assert_eq!((europe["heading"].as_str(), europe["kind"].as_str()), (Some("Europe"), Some("region")));
    assert_eq!((europe["level"].as_u64(), europe["line"].as_u64()), (Some(3), Some(12)));
    let wanted: Value = serde_json::from_str(
        r#"{"kind": "event", "region": "Europe", "starts": "2026-09-25", "ends": null, "location": "Bern, CH",
            "organizer": {"name": "Org", "url": "https://o.example/"},
            "events": [{"title": "Evening", "url": "https://o.example/1"}], "line": 13, "strict": true}"#,
    )
    .unwrap();
    assert_eq!(europe["items"][0], wanted);
    // A submission's region, however the heading is written.
    let colon = File::new("outline-colon.md", &DRAFT.replace("### Europe", "### Europe:"));
    let outline: Value = serde_json::from_str(&twir(&["outline", colon.path()], "").output).expect("JSON");
    assert_eq!(outline["sections"][3]["items"][0]["region"], "Europe");
}

#[test]
fn add_prints_the_draft_with_the_item_in_it() {
    let (draft, link) = (File::new("add.md", DRAFT), File::new("add.json", LINK));
    let wanted = DRAFT.replace("### Research\n", "### Research\n* [A proof](https://a.example/)\n");
    for (arguments, input) in
        [([draft.path(), link.path()], ""), ([draft.path(), "-"], LINK), (["-", link.path()], DRAFT)]
    {
        let run = twir(&[&["add"], &arguments[..]].concat(), input);
        assert_eq!((run.code, run.output.as_str(), run.errors.as_str()), (0, wanted.as_str(), ""));
    }
}

#[test]
fn add_keeps_odd_bytes() {
    let text = format!("\u{feff}{}", DRAFT.trim_end().replace('\n', "\r\n"));
    let (draft, link) = (File::new("odd.md", &text), File::new("odd.json", LINK));
    let run = twir(&["add", draft.path(), link.path()], "");
    assert_eq!(run.output, text.replace("### Research\r\n", "### Research\r\n* [A proof](https://a.example/)\r\n"));
}

#[test]
fn what_is_wrong_with_a_submission_is_named() {
    let draft = File::new("wrong.md", DRAFT);
    for (json, parts) in [
        (LINK.replace("title", "titel"), ["field `title`", "missing", "add it"]),
        (LINK.replace("A proof", " "), ["field `title`", "empty", "fill it in"]),
        (LINK.replace("\"kind\"", "\"x\": 1, \"kind\""), ["field `x`", "unknown", "known are kind, section"]),
        (LINK.replace("https://a.example/", "a b"), ["field `url`", "blank", "write %20"]),
        (LINK.replace("Research", "Poetry"), ["field `section`", "`Poetry`", "it has: Research"]),
        ("[]".to_owned(), ["not a JSON object", "write", "-"]),
        ("{".to_owned(), ["not JSON", "line 1", "-"]),
    ] {
        let run = twir(&["add", draft.path(), "-"], &json);
        assert_eq!((run.code, run.output.as_str()), (2, ""), "{json}");
        parts.iter().for_each(|part| assert!(run.errors.contains(part), "`{part}` in: {}", run.errors));
        assert!(run.errors.starts_with("twir: "));
    }
}

#[test]
fn a_draft_that_cannot_be_read_is_named() {
    let run = twir(&["outline", "no-such-draft.md"], "");
    assert_eq!((run.code, run.output.as_str()), (2, ""));
    assert!(run.errors.contains("no-such-draft.md"), "{}", run.errors);
    let damaged = File::bytes("damaged.md", b"Title: K\xf6ln\n");
    let run = twir(&["outline", damaged.path()], "");
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("byte 8 is not UTF-8; save the file as UTF-8"), "{}", run.errors);
}

#[test]
fn new_fills_in_the_template() {
    let template = "Number: $twir_issue_number\nDate: $twir_issue_date\n\n## Upcoming Events\n\nRusty Events between $twir_issue_date - $twir_events_end_date\n\n$twir_events_list\n\nIf you are running a Rust event, tell us.\n";
    let previous = "Number: 669\n\n## Upcoming Events\n\nRusty Events between x\n\n### Europe\n* 2026-09-25 | Bern, CH | [Org](https://o.example/)\n\nIf you are running a Rust event, tell us.\n";
    let (template, previous) = (File::new("template", template), File::new("previous.md", previous));
    let run = twir(&["new", "--template", template.path(), "--date", "2026-09-23", "--previous", previous.path()], "");
    let wanted = "Number: 670\nDate: 2026-09-23\n\n## Upcoming Events\n\nRusty Events between 2026-09-23 - 2026-10-21\n\n### Europe\n* 2026-09-25 | Bern, CH | [Org](https://o.example/)\n\nIf you are running a Rust event, tell us.\n";
    assert_eq!((run.code, run.output.as_str(), run.errors.as_str()), (0, wanted, ""));
    let run = twir(&["new", "--template", template.path(), "--date", "23.9.2026"], "");
    assert_eq!((run.code, run.output.as_str()), (2, ""));
    assert!(run.errors.contains("--date `23.9.2026`") && run.errors.contains("YYYY-MM-DD"), "{}", run.errors);
}

#[test]
fn standard_input_is_read_for_one_file_only() {
    for command in [
        ["diff", "-", "-", ""],
        ["check", "-", "--since", "-"],
        ["add", "-", "-", ""],
        ["new", "--template=-", "--previous=-", "--date=2026-09-30"],
    ] {
        let arguments: Vec<&str> = command.into_iter().filter(|argument| !argument.is_empty()).collect();
        let run = twir(&arguments, DRAFT);
        assert_eq!((run.code, run.output.as_str()), (2, ""), "{command:?}");
        assert!(run.errors.contains("standard input can be read once"), "{command:?}: {}", run.errors);
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let draft = File::new("long.md", &DRAFT.repeat(2000));
    let mut child = run::started(&["preview", draft.path()]);
    drop(child.stdout.take());
    let done = child.wait_with_output().expect("twir ends");
    assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn help_and_version_are_where_they_are_looked_for() {
    for (arguments, part) in
        [(&["--help"][..], "outline"), (&["add", "--help"][..], "<DRAFT>"), (&["--version"][..], "twir")]
    {
        let run = twir(arguments, "");
        assert!(run.code == 0 && run.output.contains(part), "{arguments:?}: {}", run.output);
    }
    for arguments in [&[][..], &["nonsense"][..], &["outline"][..], &["add", "a.md"][..]] {
        let run = twir(arguments, "");
        assert!(
            run.code == 2 && run.output.is_empty() && run.errors.contains("Usage"),
            "{arguments:?}: {}",
            run.errors
        );
    }
}
