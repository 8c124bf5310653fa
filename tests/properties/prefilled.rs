//! Any query at all: the form is filled with plain text within limits, or not.

use proptest::prelude::*;
use twir_desk::desk::Form;
use twir_desk::desk::form::prefill::{self, LONGEST};
use twir_desk::issue::Document;

const DRAFT: &str = "## Updates from Rust Community\n### Research\n## Upcoming Events\n### Virtual\n";

fn names() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "kind",
        "title",
        "name",
        "url",
        "project",
        "section",
        "tags",
        "starts",
        "ends",
        "closes",
        "location",
        "region",
        "organizer.name",
        "organizer.url",
        "events.title",
        "events.url",
        "lang",
        "text",
        "x",
        "",
    ])
}

fn values() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "\\PC{0,40}",
        3 => "(%[0-9a-fA-F]{0,2}|[+&=#]|\\PC){0,30}",
        1 => "(javascript|https?|data)(:|%3A)//?[a-z./?%+]{0,20}",
        1 => "(link|event|cfp-project|cfp-event|Research|2026-09-0[0-9]|en|de-AT)",
        1 => (0..3000usize).prop_map(|n| "é".repeat(n)),
        1 => any::<Vec<u8>>().prop_map(|bytes| bytes.iter().map(|b| format!("%{b:02x}")).collect()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_query_fills_plain_text_or_nothing(
        pairs in prop::collection::vec((names(), values()), 0..12),
        tail in "\\PC{0,30}",
        draft in prop::sample::select(vec!["", DRAFT]),
    ) {
        let pairs: Vec<String> = pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        let query = format!("{}&{tail}", pairs.join("&"));
        let read = prefill::read(&query, &Document::parse(draft));
        let Form { section, tags, title, url, project, starts, ends, closes, location, organizer_name, organizer_url, more, markdown, free, person, .. } = &read.form;
        prop_assert!(!markdown && !free && !person);
        prop_assert!(section.is_empty() || section == "Research");
        prop_assert!(tags.len() <= 6 && tags.iter().all(|t| t.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')));
        let further = more.iter().flat_map(|(title, url)| [title, url]);
        for text in [title, url, project, starts, ends, closes, location, organizer_name, organizer_url].into_iter().chain(further) {
            prop_assert!(!text.chars().any(char::is_control) && text.trim() == text, "{:?}", text);
            prop_assert!(text.chars().count() <= 2000);
        }
        for url in [url, organizer_url].into_iter().chain(more.iter().map(|(_, url)| url)).filter(|url| !url.is_empty()) {
            let scheme = url.to_ascii_lowercase();
            prop_assert!(scheme.starts_with("https://") || scheme.starts_with("http://"), "{url}");
        }
        for title in [title, project, location, organizer_name] {
            prop_assert!(title.chars().count() <= 300);
        }
        prop_assert!(query.len() <= LONGEST || !read.remarks.is_empty());
        prop_assert!(read.remarks.iter().all(|words| words.chars().count() < 400) && read.remarks.len() <= 12);
        if let Some(made) = read.form.submissions() {
            for line in made.iter().flat_map(|submission| submission.lines()) {
                prop_assert!(!line.contains('\n'));
            }
        }
    }
}
