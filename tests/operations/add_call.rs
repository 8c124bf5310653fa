//! A task or a call for speakers goes behind the last one, in an empty section behind the comments.

use crate::common::{call, check, refusal, task};
use twir_desk::edit::add;

const TASK: &str = "* [crab - Mend the thing](https://crab.example/7)\n";
const CALL: &str =
    "* [**New Conf**](https://conf.example/) | CFP closes 2026-10-01 | Bern, CH | 2026-11-04 - 2026-11-05\n";

#[track_caller]
fn adds_task(before: &str, after: &str) {
    check(before, |doc| add(doc, &task()), &after.replace("NEW\n", TASK));
}

#[track_caller]
fn adds_call(before: &str, after: &str) {
    check(before, |doc| add(doc, &call()), &after.replace("NEW\n", CALL));
}

#[test]
fn behind_the_last_item() {
    adds_task(
        "### CFP - Projects\n\nIntroduction.\n\n<!-- how -->\n\n* [a - b](https://a.example/1)\n\nIf you are a maintainer, tell us.\n\n### CFP - Events\n",
        "### CFP - Projects\n\nIntroduction.\n\n<!-- how -->\n\n* [a - b](https://a.example/1)\nNEW\n\nIf you are a maintainer, tell us.\n\n### CFP - Events\n",
    );
    adds_call(
        "### CFP - Events\n\n* [**A**](https://a.example/1) | CFP closes 2026-09-01 | Bern, CH | 2026-10-01\n\nIf you are an organizer, tell us.\n",
        "### CFP - Events\n\n* [**A**](https://a.example/1) | CFP closes 2026-09-01 | Bern, CH | 2026-10-01\nNEW\n\nIf you are an organizer, tell us.\n",
    );
}

#[test]
fn behind_the_comments() {
    adds_call(
        "### CFP - Events\n\nAre you a speaker?\n\n<!-- how\n* [**Sample**](https://s.example/) | CFP closes 2026-09-01 | Bern, CH | 2026-10-01\n-->\n\n<!-- or so -->\n\nIf you are an organizer, tell us.\n",
        "### CFP - Events\n\nAre you a speaker?\n\n<!-- how\n* [**Sample**](https://s.example/) | CFP closes 2026-09-01 | Bern, CH | 2026-10-01\n-->\n\n<!-- or so -->\nNEW\n\nIf you are an organizer, tell us.\n",
    );
}

#[test]
fn between_two_comments_with_an_item_there() {
    adds_task(
        "### CFP - Projects\n\n<!-- how -->\n* [a - b](https://a.example/1)\n<!-- or so -->\n\nIf you are a maintainer, tell us.\n",
        "### CFP - Projects\n\n<!-- how -->\n* [a - b](https://a.example/1)\nNEW\n<!-- or so -->\n\nIf you are a maintainer, tell us.\n",
    );
}

#[test]
fn directly_above_a_paragraph_a_blank_line_parts_them() {
    adds_task(
        "### CFP - Projects\n\n<!-- how -->\nIf you are a maintainer, tell us.\n",
        "### CFP - Projects\n\n<!-- how -->\nNEW\n\nIf you are a maintainer, tell us.\n",
    );
    adds_task(
        "### CFP - Projects\n* [a - b](https://a.example/1)\nIf you are a maintainer, tell us.\n",
        "### CFP - Projects\n* [a - b](https://a.example/1)\nNEW\n\nIf you are a maintainer, tell us.\n",
    );
}

#[test]
fn behind_the_introduction_where_there_is_no_comment() {
    adds_task(
        "### CFP - Projects\n\nAlways wanted to help?\nSome tasks:\n\nIf you are a maintainer, tell us.\n",
        "### CFP - Projects\n\nAlways wanted to help?\nSome tasks:\n\nNEW\n\nIf you are a maintainer, tell us.\n",
    );
}

#[test]
fn into_an_empty_section() {
    adds_call("### CFP - Events\n\n## Jobs\n", "### CFP - Events\nNEW\n\n## Jobs\n");
    adds_call("### CFP - Events\n## Jobs\n", "### CFP - Events\nNEW\n## Jobs\n");
}

#[test]
fn into_a_section_of_the_old_name() {
    adds_call("### CFP - Speakers\n<!-- how -->\n\n## Jobs\n", "### CFP - Speakers\n<!-- how -->\nNEW\n\n## Jobs\n");
}

#[test]
fn a_task_into_the_part_itself_where_it_has_no_sub_section() {
    adds_task(
        "## Call for Participation\n\nSome tasks:\n\n* [a - b](https://a.example/1)\n\nIf you are a maintainer, tell us.\n",
        "## Call for Participation\n\nSome tasks:\n\n* [a - b](https://a.example/1)\nNEW\n\nIf you are a maintainer, tell us.\n",
    );
    let sentence = refusal("## Call for Participation\n\n## Jobs\n", |doc| add(doc, &call()));
    assert_eq!(sentence, "the draft has no section `CFP - Events`; it has: Call for Participation, Jobs");
}

#[test]
fn a_comment_that_shares_its_last_line_with_text() {
    adds_task(
        "### CFP - Projects\n<!-- how\n--> Some tasks:\n\n## Jobs\n",
        "### CFP - Projects\n<!-- how\n--> Some tasks:\n\nNEW\n\n## Jobs\n",
    );
}
