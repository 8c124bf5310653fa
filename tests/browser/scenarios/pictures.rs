//! The pictures of the README: `cargo xtask pictures` makes them anew.

use super::review_pull::offer_as;
use crate::harness::view::Theme;
use crate::harness::{DRAFT, Outcome, Stage, stage_in_chromium};

const SIZE: (u32, u32) = (1280, 800);

async fn taken(stage: &Stage, name: &str, theme: Theme) -> Outcome {
    let word = if theme == Theme::Dark { "dark" } else { "light" };
    let page = &stage.browser;
    // The live line has said what it had to say, and pictures do not blink.
    page.script("document.activeElement?.blur()", &[]).await?;
    page.snap(&format!("{name}-{word}")).await?;
    Ok(())
}

#[tokio::test]
#[ignore = "it makes pictures: cargo xtask pictures"]
async fn of_the_three_doors() -> Outcome {
    stage_in_chromium("of_the_three_doors", async |stage| {
        let changed = DRAFT
            .replace(
                "### Research\n",
                "### Research\n* [Borrowing, measured](https://lane.example/new?utm_source=feed)\n",
            )
            .replace("A tiny key-value store", "A small key-value store");
        let page = &stage.browser;
        page.size(SIZE.0, SIZE.1).await?;
        for theme in [Theme::Light, Theme::Dark] {
            page.theme(theme).await?;
            // The colours are asked for once, when the page begins.
            page.open("/probe.html").await?;
            stage.desk("#/contribute").await?;
            page.put("#f-url", "https://ferrous-lane.example/pins").await?;
            page.put("#f-title", "Pins, told as a story").await?;
            page.choose("#f-section", "Rust Walkthroughs").await?;
            page.page_shows(".is-now", "Pins, told as a story").await?;
            taken(stage, "contribute", theme).await?;
            page.click_role("button", "Empty the form").await?;

            page.open("/probe.html").await?;
            stage.desk("#/assemble").await?;
            page.click(".outline-entry[title='Observations/Thoughts']").await?;
            page.click(".item-list > .item:nth-child(2) .item-title").await?;
            page.page_shows(".is-selected", "Error messages").await?;
            taken(stage, "assemble", theme).await?;

            page.open("/probe.html").await?;
            stage.desk("#/review").await?;
            offer_as(stage, "Add a measurement of borrowing", &changed, &[]);
            page.put("#review-pull", "41").await?;
            page.click_role("button", "Review it").await?;
            page.shows(".review-verdict", "1 item added").await?;
            taken(stage, "review", theme).await?;
        }
        // What was typed is offered again each time; that is not what these are about.
        page.problems().await?;
        Ok(())
    })
    .await
}
