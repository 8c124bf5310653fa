//! The draft around a rule's example.

const HEAD: &str = "Title: This Week in Rust 667\nNumber: 667\nDate: 2026-09-02\nCategory: This Week in Rust\n\n";

const JOBS: &str = "## Jobs\n\nPlease see the latest [hiring thread](https://jobs.example/thread)\n\n";

const QUOTE: &str = "# Quote of the Week\n\n> Well said.\n\n– [Ada](https://ada.example/said)\n\nThanks to [Bob](https://forum.example/2)!\n";

/// A whole draft of 2026-09-02 with `lines` in it: from a `## ` heading on they stand by themselves, from a `### `
/// heading on below the community's, else they are items of Observations/Thoughts. Lines that begin with the draft's
/// title are its head as well.
pub fn draft(lines: &str) -> String {
    let head = if lines.starts_with("Title:") { "" } else { HEAD };
    let community = "## Updates from Rust Community\n\n";
    let above = match lines {
        l if l.starts_with("## ") || l.starts_with("# ") || head.is_empty() => "",
        l if l.starts_with("### ") => community,
        _ => "## Updates from Rust Community\n\n### Observations/Thoughts\n",
    };
    let end = if lines.ends_with("\n\n") { "" } else { "\n" };
    let jobs = if lines.contains("## Jobs") { "" } else { JOBS };
    let quote = if lines.contains("# Quote") { "" } else { QUOTE };
    format!("{head}{above}{lines}{end}{jobs}{quote}")
}
