//! The draft around a rule's example.

/// A whole draft of 2026-09-02 with `lines` in it: from a `## ` heading on they stand by themselves, from a `### `
/// heading on below the community's, else they are items of Observations/Thoughts.
pub fn draft(lines: &str) -> String {
    let head = "Title: This Week in Rust 667\nNumber: 667\nDate: 2026-09-02\nCategory: This Week in Rust\n\n";
    let community = "## Updates from Rust Community\n\n";
    let above = match lines {
        l if l.starts_with("## ") => "",
        l if l.starts_with("### ") => community,
        _ => "## Updates from Rust Community\n\n### Observations/Thoughts\n",
    };
    let end = if lines.ends_with("\n\n") { "" } else { "\n" };
    format!("{head}{above}{lines}{end}## Jobs\n\nPlease see the thread.\n\n# Quote of the Week\n\n> Well said.\n")
}
