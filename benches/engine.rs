//! How long reading and writing an issue takes, beside pulldown-cmark on the same text in the same run, and how it
//! grows with the text. `cargo bench --bench engine`; figures of one machine say little, the ratios stay.

#[path = "../tests/common/corpus.rs"]
mod corpus;

use std::hint::black_box;
use std::time::{Duration, Instant};
use twir_desk::edit;
use twir_desk::issue::{Document, outline};
use twir_desk::site::{self, differs};

/// Rounds of one measurement; the fastest counts.
const ROUNDS: usize = 30;

fn main() {
    let (name, issue) = largest();
    println!("{name}: {} bytes, {} lines", issue.len(), issue.lines().count());
    let ours = fastest(|| written(&issue));
    let theirs = fastest(|| pulldown_cmark::Parser::new(&issue).count());
    println!("parse and serialise   {ours:>10.1?}");
    println!("pulldown-cmark        {theirs:>10.1?}   ratio {:.2}", ours.as_secs_f64() / theirs.as_secs_f64());
    let doc = Document::parse(issue.as_str());
    println!("outline as JSON       {:>10.1?}", fastest(|| outline::outline(&doc).to_string().len()));
    println!("remove, read again    {:>10.1?}", fastest(|| removed(&doc)));
    let page = fastest(|| site::page(&doc).len());
    println!("the page              {page:>10.1?}   ratio {:.2}", page.as_secs_f64() / theirs.as_secs_f64());
    println!("where GitHub differs  {:>10.1?}", fastest(|| differs::differs(&doc).len()));
    println!(
        "\ngrowth: times the text; time, and time per byte against once the text; the same of pulldown-cmark, and the page"
    );
    for times in [1, 4, 16, 64] {
        let text = issue.repeat(times);
        let per_byte = |took: Duration, once: Duration| took.as_secs_f64() / times as f64 / once.as_secs_f64();
        let (a, b) = (fastest(|| written(&text)), fastest(|| pulldown_cmark::Parser::new(&text).count()));
        let doc = Document::parse(text.as_str());
        let c = fastest(|| site::page(&doc).len());
        println!(
            "{times:>4}  {a:>10.1?}  {:.2}  {b:>10.1?}  {:.2}  {c:>10.1?}  {:.2}",
            per_byte(a, ours),
            per_byte(b, theirs),
            per_byte(c, page)
        );
    }
}

fn written(text: &str) -> usize {
    Document::parse(text).text().to_owned().len()
}

fn removed(doc: &Document) -> usize {
    let edit = edit::remove(doc, doc.items.len() / 2).unwrap_or_default();
    Document::parse(edit.apply(doc.text()).unwrap_or_default()).items.len()
}

/// The fastest of several runs: what else the machine does only makes them slower.
fn fastest<T>(mut work: impl FnMut() -> T) -> Duration {
    let round = || {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    std::iter::repeat_with(round).take(ROUNDS).min().unwrap_or_default()
}

/// The largest published issue; without the newsletter's history a draft of about the same size.
fn largest() -> (String, String) {
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
