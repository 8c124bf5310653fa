//! Calls: tasks of projects, and for speakers.

use super::{mends, names, silent};

fn task(url: &str) -> String {
    format!(
        "## Call for Participation; projects and speakers\n\n### CFP - Projects\n* [widgets - paint them (easy)]({url})\n"
    )
}

fn call(columns: &str) -> String {
    format!(
        "## Call for Participation; projects and speakers\n\n### CFP - Events\n* [**Rust Days**](https://days.example/cfp) | {columns}\n"
    )
}

#[test]
fn a_task_is_one_issue() {
    for url in [
        "https://github.com/w/w/issues",
        "https://github.com/w/w/labels/E-easy",
        "https://github.com/w/w/issues?q=is%3Aopen",
        "https://github.com/w/w/contribute",
    ] {
        assert!(names(&task(url)).contains(&"several-tasks"), "{url}");
    }
    for url in ["https://github.com/w/w/pull/3", "https://github.com/w/w", "https://github.com/w/w/discussions/7"] {
        assert!(names(&task(url)).contains(&"not-an-issue"), "{url}");
    }
    for url in [
        "https://github.com/w/w/issues/3",
        "https://codeberg.org/w/w/issues/3#issuecomment-1",
        "https://gitlab.com/w/w/-/issues/4",
        "https://bugs.example/3",
    ] {
        assert_eq!(names(&task(url)), [""; 0], "{url}");
    }
}

#[test]
fn columns_of_a_call() {
    assert_eq!(names(&call("CFP closes 2026-09-20 | Bern, CH | 2026-11-10")), [""; 0]);
    mends(
        "column-order",
        &[(
            &call("Bern, CH | CFP closes 2026-09-20 | 2026-11-10"),
            &call("CFP closes 2026-09-20 | Bern, CH | 2026-11-10"),
        )],
    );
    assert!(names(&call("CFP closes 2026-09-20 | 2026-11-10")).contains(&"missing-column"));
    assert!(names(&call("Bern, CH")).contains(&"missing-closing-date"));
    assert!(names(&call("Deadline: 30 November 2026 | Bern, CH | 2026-12-10")).contains(&"invalid-date"));
    silent("missing-closing-date", &[&call("Deadline: 30 November 2026 | Bern, CH | 2026-12-10")]);
    mends("past-event", &[]);
    let closed = call("CFP closes 2026-08-20 | Bern, CH | 2026-11-10");
    let dropped = "## Call for Participation; projects and speakers\n\n### CFP - Events\n";
    mends("closing-date-past", &[(&closed, dropped)]);
}
