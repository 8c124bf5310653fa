//! From a key to the painted page, in each editor on the same text.

use super::editors::Editor;
use super::harness::{Browser, Outcome};
use super::place::Sites;
use super::table::{Times, head, ratio, row};
use std::time::Duration;

/// A swift typist's pause between two keys.
const PAUSE: Duration = Duration::from_millis(60);

const EDITORS: [Editor; 6] = [
    Editor::Form,
    Editor::Row,
    Editor::Source,
    Editor::Peer("easymde"),
    Editor::Peer("codemirror"),
    Editor::Peer("textarea"),
];

/// What typing came to.
pub struct Typed {
    /// To the frame that follows the key.
    pub frame: Times,
    /// To the frame that shows the changed page.
    pub page: Times,
}

pub async fn print(sites: &Sites) -> Outcome {
    const KEYS: usize = 200;
    let title = format!(
        "From a key to what it changes, in ms, p50 / p95 of {KEYS} keys {} ms apart: to the frame that follows, and to the \
         one that shows the changed page.",
        PAUSE.as_millis()
    );
    head(&title, &["", "frame", "page", "p95 to EasyMDE's", "the page shows it"]);
    let mut all = Vec::new();
    for editor in EDITORS {
        all.push((editor, measure(sites, editor, &sites.draft, KEYS).await?));
    }
    // What one waits for: the page where there is one.
    let slow = |typed: &Typed| typed.page.at(0.95).or(typed.frame.at(0.95));
    let easy = all.iter().find(|(editor, _)| *editor == Editor::Peer("easymde")).and_then(|(_, typed)| slow(typed));
    for (editor, typed) in &all {
        let page = if editor.has_page() { typed.page.both() } else { "none".to_owned() };
        let shown = if editor.has_page() { "yes" } else { "–" };
        row(&[editor.title().to_owned(), typed.frame.both(), page, ratio(slow(typed), easy), shown.to_owned()]);
    }
    println!();
    Ok(())
}

/// Types that many keys into the editor with the text in it. An error if the page does not show them at the end.
pub async fn measure(sites: &Sites, editor: Editor, text: &str, keys: usize) -> Outcome<Typed> {
    let stage = editor.open(sites, text).await?;
    let page = &stage.browser;
    // What begins with the opening comes to rest: findings, the service worker.
    tokio::time::sleep(Duration::from_secs(3)).await;
    page.script(include_str!("keys.js"), &[editor.page().into()]).await?;
    let typed = type_keys(page, keys).await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    if editor.has_page() {
        let shown =
            format!("const page = (() => {{ {} }})(); return page.textContent.includes(arguments[0])", editor.page());
        let shown = page.until(&shown, &[typed.as_str().into()]).await;
        shown.map_err(|e| format!("{}: the page does not show what was typed: {e}", editor.title()))?;
    }
    let times = page.script("return keyTimes", &[]).await?;
    stage.browser.quit().await?;
    let read = |name: &str| Ok::<_, serde_json::Error>(Times::new(serde_json::from_value(times[name].clone())?));
    let typed = Typed { frame: read("frame")?, page: read("page")? };
    if typed.frame.count() < keys || editor.has_page() && typed.page.count() < keys {
        let (frame, page) = (typed.frame.count(), typed.page.count());
        return Err(format!(
            "{}: of {keys} keys {frame} were followed by a frame and {page} by the page",
            editor.title()
        )
        .into());
    }
    Ok(typed)
}

/// Types words without a meaning and without blanks, for one at the end of a title changes nothing; returns them.
async fn type_keys(page: &Browser, keys: usize) -> Outcome<String> {
    let typed: String = "tidal-harbours-keep-no-clocks-".chars().cycle().take(keys - 1).chain(['x']).collect();
    let mut next = tokio::time::interval(PAUSE);
    next.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    for letter in typed.chars() {
        next.tick().await;
        page.type_keys(&letter.to_string()).await?;
    }
    Ok(typed)
}
