//! Whether scrolling drops frames: each pane is scrolled by a little in every frame, as a wheel does.

use super::editors::{ASSEMBLED, PATIENCE, press};
use super::harness::{Browser, Outcome};
use super::place::{Sites, wait};
use super::table::{Times, head, row};
use std::time::Duration;

/// Frames that a pane is scrolled for.
const FRAMES: usize = 150;

/// Scrolls what `arguments[0]` finds, down and at the end up again, and notes the time from each frame to the next.
const SCROLL: &str = "window.scrollTimes = null;
    const pane = new Function(arguments[0])(), times = [];
    let last, by = 60;
    const step = now => {
      if (last !== undefined) times.push(now - last);
      last = now;
      const before = pane.scrollTop;
      pane.scrollTop += by;
      if (pane.scrollTop === before) by = -by;
      if (times.length < arguments[1]) requestAnimationFrame(step); else window.scrollTimes = times;
    };
    requestAnimationFrame(step)";

pub async fn print(sites: &Sites) -> Outcome {
    let stage = sites.desk(&sites.draft).await?;
    let page = &stage.browser;
    page.open("/#/assemble").await?;
    wait(page, ASSEMBLED, PATIENCE).await?;
    let title = format!(
        "Scrolling by 60 px a frame, {FRAMES} frames: ms from frame to frame, p50 / p95, and frames that were dropped."
    );
    head(&title, &["pane", "frames", "dropped"]);
    let page_pane = "return document.querySelector('.page-frame').contentDocument.scrollingElement";
    measure(page, "page", page_pane).await?;
    page.script(FULLEST, &[]).await?;
    measure(page, "rows", "return document.querySelector('.items')").await?;
    press(page, "Source").await?;
    measure(page, "source", "return document.querySelector('.source-area')").await?;
    println!();
    stage.browser.quit().await
}

/// Chooses the section with the most items.
const FULLEST: &str = "const entries = [...document.querySelectorAll('.outline-entry')];
    const count = e => parseInt(e.querySelector('.outline-count')?.textContent) || 0;
    entries.sort((a, b) => count(b) - count(a))[0].click()";

async fn measure(page: &Browser, name: &str, pane: &str) -> Outcome {
    // What begins with the opening comes to rest.
    tokio::time::sleep(Duration::from_secs(3)).await;
    page.script(SCROLL, &[pane.into(), FRAMES.into()]).await?;
    let times = wait(page, "return window.scrollTimes", PATIENCE).await?;
    let times: Vec<f64> = serde_json::from_value(times)?;
    // One that came as late as two, or three, stands for those that did not come.
    let dropped: usize = times.iter().map(|time| ((time * 60.0 / 1000.0).round() as usize).saturating_sub(1)).sum();
    row(&[name.to_owned(), Times::new(times).both(), dropped.to_string()]);
    Ok(())
}
