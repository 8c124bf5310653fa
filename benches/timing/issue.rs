//! The text that is measured.

#[path = "../../tests/common/corpus.rs"]
mod corpus;

/// The largest published issue; without the newsletter's history a draft of about the same size.
pub fn largest() -> (String, String) {
    let issues = corpus::folder().map(|folder| corpus::texts(&folder, "issues")).unwrap_or_default();
    issues.into_iter().max_by_key(|(_, text)| text.len()).unwrap_or_else(made_up)
}

fn made_up() -> (String, String) {
    let mut text = "Number: 670\nDate: 2026-09-23\n\n## Updates from Rust Community\n\n### Research\n".to_owned();
    for i in 0..180 {
        text +=
            &format!("* [A title of the usual length about topic {i}](https://blog.example/posts/2026/{i}/title)\n");
    }
    text += "\n## Upcoming Events\n\n### Europe\n";
    for i in 0..140 {
        text += &format!(
            "* 2026-09-{:02} | Bern, CH | [Meetup {i}](https://meet.example/{i})\n    * [**Evening {i}**](https://meet.example/{i}/e)\n",
            1 + i % 30
        );
    }
    ("a draft made up".into(), text + "\n## Jobs\n\n# Quote of the Week\n")
}
