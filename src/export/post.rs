//! A post for those who have no account at GitHub: the newsletter reads what mentions it.

use super::{Change, Verb};

/// What one of the networks takes, in characters; the shorter of them.
pub const LONGEST: usize = 300;

/// A post that mentions the newsletter as `to`, with the items that `changes` add. What has no room is left out, the last first.
pub fn post(changes: &[Change], to: &str) -> String {
    let added: Vec<&Change> =
        changes.iter().filter(|change| change.verb == Verb::Add && !change.url.is_empty()).collect();
    let mut text = format!("{to} for This Week in Rust:");
    for change in added {
        let line = format!("\n\n{} ({})\n{}", change.title, change.section, change.url);
        if text.chars().count() + line.chars().count() > LONGEST {
            break;
        }
        text += &line;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issue::Document;

    #[test]
    fn a_post_names_the_newsletter_title_section_and_address() {
        let doc =
            Document::parse("### Research\n* [On `Pin` & *friends*](https://a.example/1)\n* [B](https://b.example)\n");
        let changes: Vec<Change> = (0..2).filter_map(|index| Change::of(Verb::Add, &doc, index)).collect();
        let text = post(&changes, "@news@example.org");
        assert_eq!(
            text,
            "@news@example.org for This Week in Rust:\n\nOn `Pin` & *friends* (Research)\nhttps://a.example/1\n\n\
             B (Research)\nhttps://b.example"
        );
        assert_eq!(post(&changes[..0], "@x"), "@x for This Week in Rust:");
        let mut long = changes[1].clone();
        long.title = "x".repeat(300);
        assert!(post(&[changes[0].clone(), long], "@x").ends_with("a.example/1"));
    }
}
