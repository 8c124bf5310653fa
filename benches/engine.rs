//! How long reading and writing an issue takes, beside pulldown-cmark on the same text in the same run, and how it
//! grows with the text. `cargo bench --bench engine`; figures of one machine say little, the ratios stay.

#[path = "timing/issue.rs"]
mod issue;
mod timing;

use issue::largest;
use std::time::Duration;
use timing::fastest;
use twir_desk::edit;
use twir_desk::issue::{Document, outline};

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
    println!("\ngrowth: times the text; time, and time per byte against once the text; the same of pulldown-cmark");
    for times in [1, 4, 16, 64] {
        let text = issue.repeat(times);
        let per_byte = |took: Duration, once: Duration| took.as_secs_f64() / times as f64 / once.as_secs_f64();
        let (a, b) = (fastest(|| written(&text)), fastest(|| pulldown_cmark::Parser::new(&text).count()));
        println!("{times:>4}  {a:>10.1?}  {:.2}  {b:>10.1?}  {:.2}", per_byte(a, ours), per_byte(b, theirs));
    }
}

fn written(text: &str) -> usize {
    Document::parse(text).text().to_owned().len()
}

fn removed(doc: &Document) -> usize {
    let edit = edit::remove(doc, doc.items.len() / 2).unwrap_or_default();
    Document::parse(edit.apply(doc.text()).unwrap_or_default()).items.len()
}
