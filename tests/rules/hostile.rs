//! Texts that nobody writes by hand: a check of one may not hang the page.

use super::findings;
use std::time::{Duration, Instant};
use twir_desk::rules::Role;

/// Bytes of each text: as long as the largest issue ever.
const SIZE: usize = 41_000;

/// A quadratic check takes minutes for what a linear one does in milliseconds; slow machines have room between.
const LIMIT: Duration = Duration::from_secs(10);

/// Repeated on one line, behind a bullet.
const RUNS: [&str; 14] = [
    "[",
    "](",
    "][a]",
    "[a](b) ",
    "[a](https://b.example/) ",
    "`",
    "\\<",
    "**",
    "[**a*](b) ",
    "| ",
    "-->",
    "<!-- goes here -->",
    "\u{200b}",
    "Ã¶",
];

/// Repeated on lines of their own.
const LINES: [&str; 16] = [
    "* [a](https://a.example/)",
    "- [A](http://docs.rs/?si=1) [video] ",
    "* 2026-09-08 | Hybrid (Bern, CH) | [a](https://a.example/)\n    * [**b**](https://b.example/)",
    "* 2026-09-08 | Bern, CH | [a](https://www.meetup.com/a/events/)\n  - [b](https://www.meetup.com/a/events/1/)",
    "* 2025-09-08| London, GB |[a](b)",
    "    * [**a*](b)",
    "   * [a](https://a.example/)\n",
    "[a]: https://a.example/",
    "[a][b]",
    "<!-- goes here -->",
    "### Europe",
    "### Research\n",
    "### CFP - Projects\n<!-- use either -->",
    "## Crate of the Week\n",
    "<<<<<<< a",
    "a\n* [b](c)",
];

#[test]
fn long_runs_are_checked_in_time() {
    for heading in
        ["## Updates from Rust Community\n### Research\n", "## Upcoming Events\n### Europe\n", "### CFP - Events\n"]
    {
        let head = format!("Number: 667\nDate: 2026-09-02\n\n{heading}");
        for run in RUNS {
            checked(format!("{head}* {}\n", run.repeat(SIZE / run.len())), run);
            checked(format!("{head}* 2026-09-08 | Bern, CH | [a](b)\n    * {}\n", run.repeat(SIZE / run.len())), run);
        }
        for line in LINES {
            let line = format!("{line}\n");
            checked(format!("{head}{}", line.repeat(SIZE / line.len())), &line);
        }
    }
}

#[track_caller]
fn checked(text: String, of: &str) {
    let start = Instant::now();
    let found = findings(&text, Role::Editor).len();
    let took = start.elapsed();
    if std::env::var_os("TWIR_SHOW_TIMES").is_some() {
        println!("{:>8} ms {found:>6} findings {of:?}", took.as_millis());
    }
    assert!(took < LIMIT, "{SIZE} bytes of {of:?} took {took:?}");
}
