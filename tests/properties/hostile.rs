//! Texts that nobody writes by hand: long runs of what the parser looks for. They must not hang the page.

use std::time::{Duration, Instant};
use twir_desk::issue::{Document, outline};

/// Bytes of each text: as long as the largest issue ever.
const SIZE: usize = 41_000;

/// A quadratic parser takes minutes for what a linear one reads in milliseconds; slow machines have room between.
const LIMIT: Duration = Duration::from_secs(20);

/// Repeated on one line below a heading, and on lines of their own.
const RUNS: [&str; 20] = [
    "[",
    "]",
    "[]",
    "](",
    "[a](",
    "[a](b",
    "`",
    "``a",
    "\\",
    "*",
    "**",
    "|",
    "<!--",
    "-->",
    "<!-- -->",
    "`<!--",
    "# ",
    "* [",
    "2026-09-01 | ",
    "((((",
];

const LINES: [&str; 12] = [
    "<!--",
    "* <!--",
    "```",
    "~~~a",
    "````",
    "* a",
    "    * a",
    "* [a](b",
    "[a](b)",
    "# 2026-09-01 | a",
    "### Asia",
    "\t",
];

#[test]
fn long_runs_are_read_in_time() {
    for heading in
        ["## Updates from Rust Community\n### Research\n", "## Upcoming Events\n### Asia\n", "### CFP - Events\n"]
    {
        for run in RUNS {
            reads(format!("{heading}* {}\n", run.repeat(SIZE / run.len())), run);
        }
        for line in LINES {
            let line = format!("{line}\n");
            reads(format!("{heading}{}", line.repeat(SIZE / line.len())), &line);
        }
    }
    // Fences of every length, none of them closed.
    let fences: String = (3..400).rev().map(|length| format!("{}\n", "`".repeat(length))).collect();
    reads(fences, "fences");
}

#[track_caller]
fn reads(text: String, of: &str) {
    let start = Instant::now();
    let doc = Document::parse(text);
    let _ = outline::outline(&doc).to_string();
    let took = start.elapsed();
    if std::env::var_os("TWIR_SHOW_TIMES").is_some() {
        println!("{took:>10.1?} {of:?}");
    }
    assert!(took < LIMIT, "{SIZE} bytes of {of:?} took {took:?}");
}
