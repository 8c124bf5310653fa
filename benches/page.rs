//! How long the page takes, beside pulldown-cmark's own HTML of the same text in the same run; after a letter more; and how
//! it grows with texts that were made to be slow. `cargo bench --bench page`.

#[path = "timing/issue.rs"]
mod issue;
mod timing;

use issue::largest;
use std::time::{Duration, Instant};
use timing::fastest;
use twir_desk::issue::Document;
use twir_desk::site::{self, Shown, differs};

/// What is repeated until it fills megabytes.
const HOSTILE: [&str; 14] =
    ["[", "[a](", "](", "!", "`", "`` ` ", "*", "*a **b ", "_a", "> ", "\"", "<", "<b>", "* a\n  "];

fn main() {
    let (name, issue) = largest();
    println!("{name}: {} bytes", issue.len());
    let doc = Document::parse(issue.as_str());
    let ratio = |a: Duration, b: Duration| a.as_secs_f64() / b.as_secs_f64();
    let theirs = fastest(|| pulldown_cmark::Parser::new(&issue).count());
    let page = fastest(|| site::page(&doc).len());
    println!("pulldown-cmark        {theirs:>10.1?}");
    println!("the page              {page:>10.1?}   ratio {:.2}", ratio(page, theirs));
    let again = again(&issue);
    println!("after a letter more   {again:>10.1?}   ratio {:.2} to the whole page", ratio(again, page));
    println!("where GitHub differs  {:>10.1?}", fastest(|| differs::differs(&doc).len()));
    println!("\ngrowth: bytes; time, and time per byte against a quarter of a megabyte");
    for part in HOSTILE {
        let mut first = None;
        for size in [1 << 18, 1 << 20, 1 << 22] {
            let doc = Document::parse(part.repeat(size / part.len()));
            let start = Instant::now();
            std::hint::black_box(site::page(&doc));
            let took = start.elapsed();
            let per_byte = took.as_secs_f64() / size as f64;
            let once = *first.get_or_insert(per_byte);
            println!("{part:>10?}  {size:>8}  {took:>10.1?}  {:.2}", per_byte / once);
        }
    }
}

/// The marked page after a letter was typed in the middle, again and again.
fn again(issue: &str) -> Duration {
    let middle = issue.char_indices().map(|(at, _)| at).find(|at| *at >= issue.len() / 2).unwrap_or(0);
    let texts = ["", "x"].map(|letter| format!("{}{letter}{}", &issue[..middle], &issue[middle..]));
    let docs = texts.map(Document::parse);
    let mut shown = Shown::default();
    let mut turn = 0;
    shown.page(&docs[1], &[]);
    fastest(|| {
        turn += 1;
        shown.page(&docs[turn % 2], &[]).len()
    })
}
