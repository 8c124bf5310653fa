//! The page starts, and says nothing on the console.

use crate::harness::{DRAFT, Outcome, PATH, stage, stage_in_chromium};
use std::time::Duration;

#[tokio::test]
async fn the_page_starts() -> Outcome {
    stage("the_page_starts", async |stage| {
        let page = &stage.browser;
        stage.publish(&[(PATH, DRAFT)]);
        page.open("/").await?;
        page.find("#app main").await?;
        assert_eq!(page.driver.title().await?, "TWiR desk");
        assert_eq!(page.problems().await?, Vec::<String>::new());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_starts_below_a_sub_path() -> Outcome {
    stage("the_page_starts_below_a_sub_path", async |stage| {
        stage.server.mount("/some/where");
        stage.publish(&[(PATH, DRAFT)]);
        stage.browser.open("/some/where/").await?;
        stage.browser.find("#app main").await?;
        stage.browser.loaded_from_github().await?;
        // The same holds for what the page fetches later.
        stage.browser.click(".status-source").await?;
        stage.browser.click_role("button", "Open it").await?;
        stage.browser.shows(".status-source", "starter issue").await
    })
    .await
}

// Only Chromium tells what moved.
#[tokio::test]
async fn nothing_moves_while_the_draft_comes() -> Outcome {
    stage_in_chromium("nothing_moves_while_the_draft_comes", async |stage| {
        stage.publish_slowly(&[(PATH, DRAFT)], Duration::from_millis(700));
        let watch = "window.moved = []; new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput)
            moved.push([e.value, ...e.sources.map(s => `${s.node?.className || s.node?.nodeName} ${s.previousRect.y} > ${s.currentRect.y}`)]) }))
            .observe({ type: 'layout-shift', buffered: true })";
        stage.before_load(watch).await?;
        let page = &stage.browser;
        for width in [360, 800, 1440] {
            page.size(width, 740).await?;
            for view in ["/", "/#/contribute"] {
                page.open(view).await?;
                page.script("localStorage.clear()", &[]).await?;
                page.reload().await?;
                page.loaded_from_github().await?;
                let moved = page.script("return new Promise(done => setTimeout(() => done(moved), 300))", &[]).await?;
                let values = moved.as_array().into_iter().flatten().filter_map(|one| one[0].as_f64());
                assert!(values.sum::<f64>() < 0.02, "{width} {view}: {moved}");
            }
        }
        Ok(())
    })
    .await
}
