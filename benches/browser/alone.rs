//! The desk alone: how fast Assemble opens, also on a draft of a megabyte, and how typing goes there.

use super::editors::{ASSEMBLED, Editor, PATIENCE};
use super::harness::{Outcome, Stage};
use super::keys;
use super::place::{Sites, wait};
use super::table::{Times, head, ms, row};
use super::text;
use std::time::{Duration, Instant};

/// How often Assemble is opened from Contribute.
const GOES: usize = 10;
const MEGABYTE: usize = 1_000_000;
/// Keys typed into the long draft.
const KEYS: usize = 50;

/// Goes to Assemble and notes when its rows and its page have been painted.
const GO: &str = "window.went = null; const begun = performance.now(); location.hash = '#/assemble';
    const there = new Function(arguments[0]);
    const look = () => requestAnimationFrame(() => {
      if (!there()) return look();
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.went = performance.now() - begun;
      channel.port2.postMessage(0);
    });
    look()";

pub async fn print(sites: &Sites) -> Outcome {
    let long = text::grown(&sites.draft, MEGABYTE);
    let title = format!(
        "The desk alone, in ms: from Contribute to Assemble until rows and page are painted, with its part there already \
         (p50 of {GOES}); a reload until the same; {KEYS} keys, p50 / p95 to the frame that \
         follows, and to the page."
    );
    head(&title, &["draft", "to Assemble", "reload", "form", "row", "source"]);
    for draft in [&sites.draft, &long] {
        let stage = sites.desk(draft).await?;
        let (warm, reload) = (open(&stage).await?, reload(&stage).await?);
        stage.browser.quit().await?;
        let mut cells = vec![format!("{} bytes", draft.len()), ms(warm.median()), ms(Some(reload))];
        for editor in [Editor::Form, Editor::Row, Editor::Source] {
            cells.push(match keys::measure(sites, editor, draft, KEYS).await {
                Ok(typed) => format!("{}, {}", typed.frame.both(), typed.page.both()),
                // Told, and not the end of the run: that the long draft can be typed into is what is asked here.
                Err(problem) => format!("failed: {problem}"),
            });
        }
        row(&cells);
    }
    println!();
    Ok(())
}

/// Goes from Contribute to Assemble again and again; the first time, for which the part is fetched, is left out.
async fn open(stage: &Stage) -> Outcome<Times> {
    let page = &stage.browser;
    page.open("/#/contribute").await?;
    let mut times = Vec::new();
    for _ in 0..=GOES {
        page.script("location.hash = '#/contribute'", &[]).await?;
        wait(page, "return !!document.querySelector('#f-title')", PATIENCE).await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
        page.script(GO, &[ASSEMBLED.into()]).await?;
        times.push(wait(page, "return window.went", PATIENCE).await?.as_f64().unwrap_or_default());
    }
    Ok(Times::new(times.split_off(1)))
}

/// Reloads Assemble; milliseconds until it is there again, to about a fifth of a second.
async fn reload(stage: &Stage) -> Outcome<f64> {
    let start = Instant::now();
    stage.browser.reload().await?;
    wait(&stage.browser, ASSEMBLED, PATIENCE).await?;
    Ok(start.elapsed().as_secs_f64() * 1000.0)
}
