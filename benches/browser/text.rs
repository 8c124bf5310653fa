//! The text that is typed into.

use super::harness::Outcome;

/// About as long as the longest issue that was published.
const LONG: usize = 41_000;

/// What a repeated item is longer by, about.
const MORE: usize = 8;

/// The file `TWIR_DESK_DRAFT`, else one made of the starter issue.
pub fn draft() -> Outcome<String> {
    match std::env::var_os("TWIR_DESK_DRAFT") {
        Some(file) => Ok(std::fs::read_to_string(file)?),
        None => Ok(grown(include_str!("../../public/starter.md"), LONG)),
    }
}

/// The issue with each of its items as often as makes it that long; no two of them lead to the same page.
pub fn grown(issue: &str, bytes: usize) -> String {
    let items: usize = blocks(issue).iter().filter(|block| block.1).map(|block| block.0.len() + MORE).sum();
    let times = bytes.saturating_sub(issue.len()).checked_div(items).unwrap_or_default();
    let mut text = String::with_capacity(bytes * 2);
    for (block, is_item) in blocks(issue) {
        text += &block;
        for n in 1..=times {
            if is_item && text.len() + block.len() < text.capacity() {
                text += &block.replace("](", &format!(" {n}](")).replace("example/", &format!("example/{n}/"));
            }
        }
    }
    text
}

/// The text in pieces: an item with the lines below it, or any other line. Items in comments are none.
fn blocks(issue: &str) -> Vec<(String, bool)> {
    let (mut blocks, mut comment): (Vec<(String, bool)>, _) = (Vec::new(), false);
    for line in issue.split_inclusive('\n') {
        comment |= line.starts_with("<!--");
        match blocks.last_mut() {
            Some((item, true)) if line.starts_with("    ") => item.push_str(line),
            _ => blocks.push((line.to_owned(), !comment && line.starts_with("* ") && line.contains("](http"))),
        }
        comment &= !line.contains("-->");
    }
    blocks
}
