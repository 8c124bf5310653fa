//! How long all checks of one draft take with the 24 issues before it, beside the time of reading those issues, and how
//! the checks grow with the draft. `cargo bench --bench rules`; figures of one machine say little, the ratios stay.

#[path = "../tests/common/corpus.rs"]
mod corpus;
mod timing;

use std::sync::Arc;
use std::time::Duration;
use timing::fastest;
use twir_desk::issue::Document;
use twir_desk::rules::{Checked, RECENT, RULES, Recent, Role, Setting, check};
use twir_desk::text::date::Date;

fn main() {
    let issues = issues();
    let Some((name, draft)) = issues.last() else { return };
    let before = &issues[..issues.len() - 1];
    println!("{name}: {} bytes, {} issues before it, {} rules", draft.len(), before.len(), RULES.len());
    let links = |text: &String| Recent::links_of(text);
    let date = |name: &String| name.get(..10).and_then(|day| day.parse::<Date>().ok());
    let sets: Vec<_> = before.iter().filter_map(|(name, text)| Some((date(name)?, links(text)))).collect();
    let recent = Recent::new(sets, date(name));
    let read = fastest(|| before.iter().map(|(_, text)| Document::parse(text.as_str()).items.len()).sum::<usize>());
    let collect = fastest(|| before.iter().map(|(_, text)| links(text).len()).sum::<usize>());
    let doc = Document::parse(draft.as_str());
    let setting = Setting { role: Role::Editor, today: None, recent: &recent };
    let once = fastest(|| check(&doc, &setting).len());
    let ratio = |took: Duration, of: Duration| took.as_secs_f64() / of.as_secs_f64();
    println!("reading the issues        {read:>10.1?}");
    println!("reading, and their links  {collect:>10.1?}   ratio {:.2}", ratio(collect, read));
    println!("all checks of the draft   {once:>10.1?}   ratio {:.2}", ratio(once, read));
    let letter = draft.rfind("](").map_or_else(String::new, |at| format!("{}x{}", &draft[..at], &draft[at..]));
    let (whole, after) = (Arc::new(Document::parse(draft.as_str())), Arc::new(Document::parse(letter)));
    let before = Checked::new(whole, &setting);
    let again = fastest(|| before.clone().again(after.clone(), &setting).findings.len());
    println!("again after a letter      {again:>10.1?}   ratio {:.2}", ratio(again, read));
    println!("\ngrowth: times the draft; time, and time per byte against once the draft; findings");
    for times in [1, 4, 16, 64] {
        let doc = Document::parse(repeated(draft, times));
        let took = fastest(|| check(&doc, &setting).len());
        let found = check(&doc, &setting).len();
        println!("{times:>4}  {took:>10.1?}  {:.2}  {found}", ratio(took, once) / times as f64);
    }
}

/// The draft that often, its head once.
fn repeated(draft: &str, times: usize) -> String {
    let body = draft.find("\n\n").map_or(0, |at| at + 2);
    draft[..body].to_owned() + &draft[body..].repeat(times)
}

/// The last published issues, the draft behind them; without the newsletter's history some that are made up.
fn issues() -> Vec<(String, String)> {
    let mut issues = corpus::folder().map(|folder| corpus::texts(&folder, "issues")).unwrap_or_default();
    if issues.len() <= RECENT {
        issues = (0..=RECENT).map(made_up).collect();
    }
    issues.split_off(issues.len() - RECENT - 1)
}

fn made_up(week: usize) -> (String, String) {
    let first = Date::from_days(20_460).next_wednesday();
    let date = first.plus(7 * week as i64);
    let mut text = format!("Number: {}\nDate: {date}\n\n## Updates from Rust Community\n\n### Research\n", 633 + week);
    for i in 0..90 {
        text += &format!("* [A title of usual length about topic {i}](https://blog.example/{week}/{i}/title)\n");
    }
    text += "\n## Upcoming Events\n\n### Europe\n";
    for i in 0..110 {
        let day = date.plus(i / 4);
        text += &format!(
            "* {day} | Bern, CH | [Meetup {i}](https://meet.example/{i})\n    * [**Evening {i}**](https://meet.example/{i}/e)\n"
        );
    }
    (format!("{date}.md"), text + "\n## Jobs\n\n# Quote of the Week\n")
}
