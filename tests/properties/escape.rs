//! What a person types stays text: here, in CommonMark, and inside a link.

use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag};
use twir_desk::issue::escape::{fold, is_plain, to_inline, to_plain, to_url};
use twir_desk::issue::{Document, Shape};

/// The links of `markdown` with their texts, and the text outside of links.
fn rendered(markdown: &str) -> (Vec<(String, String)>, String) {
    let (mut links, mut outside, mut inside) = (Vec::new(), String::new(), None::<(String, String)>);
    for event in Parser::new(markdown) {
        let text = match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                inside = Some((dest_url.into_string(), String::new()));
                continue;
            }
            Event::End(pulldown_cmark::TagEnd::Link) => {
                links.extend(inside.take());
                continue;
            }
            Event::Start(Tag::Paragraph) | Event::End(pulldown_cmark::TagEnd::Paragraph) => continue,
            Event::Text(text) => text.into_string(),
            other => format!("{other:?}"),
        };
        inside.as_mut().map_or(&mut outside, |(_, link)| link).push_str(&text);
    }
    (links, outside)
}

/// What people type: any characters but NUL, which CommonMark replaces, with those that mean something more often.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        "[-*_\\[\\]()<>|&;#!\\\\{}~+.:/^a-c0-9\u{e9}\u{3b1}\u{a0} \t]{0,24}",
        "([*_]{1,3}|&(lt|copy|#35|#x41|nosuch)?;?|</?[a-c]+>|!?\\[|\\]\\(?|\\\\|[ a.é])*",
        "[^\u{0}]{0,24}",
    ]
}

proptest! {
    #![proptest_config(crate::cases(3000))]

    #[test]
    fn comes_back(typed in prop_oneof![typed(), "[`a\\\\ &;<*_]{0,16}"]) {
        prop_assert_eq!(to_plain(&to_inline(&typed)), fold(&typed));
        prop_assert!(is_plain(&to_inline(&typed)));
    }

    #[test]
    fn stays_text(typed in typed().prop_filter("code spans are meant", |t| !t.contains('`'))) {
        // Behind a word nothing begins a block.
        let (links, text) = rendered(&format!("word {}", to_inline(&typed)));
        prop_assert_eq!(links, []);
        let wanted = format!("word {}", fold(&typed));
        prop_assert_eq!(text, wanted.trim_end());
    }

    #[test]
    fn stays_the_text_of_one_link(typed in typed().prop_filter("code spans are meant", |t| !t.contains('`'))) {
        let inline = to_inline(&typed);
        let (links, text) = rendered(&format!("[{inline}](https://x.example/)"));
        prop_assert_eq!(links, [("https://x.example/".to_owned(), fold(&typed))]);
        prop_assert_eq!(text, "");
        if !inline.is_empty() {
            let doc = Document::parse(format!("## Updates from Rust Community\n### Research\n* [{inline}](https://x.example/)\n"));
            prop_assert!(matches!(&doc.items[0].shape, Shape::Link(link) if link.title.of(doc.text()) == inline));
        }
    }

    #[test]
    fn an_address_is_one_word_and_ends_where_it_should(typed in "[-a-c0-9:/?=%#.()<>\"'\\\\`|\\[\\] *_~é]{1,24}") {
        let url = to_url(&typed);
        prop_assert_eq!(to_url(&url), url.clone(), "twice is once");
        prop_assume!(!url.is_empty());
        let (links, text) = rendered(&format!("[x]({url})"));
        prop_assert_eq!(links, [(url.clone(), "x".to_owned())]);
        prop_assert_eq!(text, "");
        let doc = Document::parse(format!("## Updates from Rust Community\n### Research\n* [x]({url})\n"));
        prop_assert!(matches!(&doc.items[0].shape, Shape::Link(link) if link.url.of(doc.text()) == url));
    }
}
