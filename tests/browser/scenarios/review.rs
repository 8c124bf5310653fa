//! Review: two texts as cards by item, with the findings that only the change brings in, and a reply to copy.

use crate::harness::desk::changed;
use crate::harness::{Outcome, stage};

#[tokio::test]
async fn a_change_is_reviewed() -> Outcome {
    stage("a_change_is_reviewed", async |stage| {
        stage.desk("#/review").await?;
        let page = &stage.browser;
        page.shows(".review-verdict", "Both sides are the same.").await?;
        let changed = changed();
        let file = stage.folder.join("proposed.md");
        std::fs::write(&file, &changed)?;
        page.choose_file("input[name=changed]", &file).await?;
        page.shows(".review-sides", "proposed.md").await?;
        page.shows(".review-verdict", "1 item added, 1 item changed, 1 item removed; ").await?;
        page.until("return document.querySelectorAll('.review-card').length === 3", &[]).await?;
        page.shows(".review-card:has(.change-added) .finding-error", "utm_").await?;
        page.shows(".review-card .change-changed", "title: A tiny key-value store in 300 lines").await?;
        page.shows(".review-card .change-removed", "Announcing the harvest release").await?;
        // What was there before is no finding of the change.
        page.until("return !document.querySelector('.review').innerText.includes('Project/Tooling')", &[]).await?;
        page.click_role("button", "Copy as a reply").await?;
        page.shows(".said", "Copied.").await?;
        let reply = page.clipboard().await?;
        assert_eq!(reply.matches("```suggestion\n* [New](https://lane.example/new)\n```").count(), 1, "{reply}");
        assert_eq!(reply.matches("```suggestion").count(), 1, "{reply}");

        page.click_role("button", "The work on the desk").await?;
        page.shows(".review-verdict", "Both sides are the same.").await?;

        // What is no draft has no verdict, and an emptied field chooses nothing.
        page.click(".review-side:nth-child(2) button[aria-expanded]").await?;
        page.put(".review-side:nth-child(2) textarea", "some words").await?;
        page.shows(".review > .finding-error", "What is chosen for “After” is no draft").await?;
        page.gone(".review-verdict").await?;
        page.put(".review-side:nth-child(2) textarea", "").await?;
        page.shows(".review-verdict", "Both sides are the same.").await?;
        page.keeps_nothing().await
    })
    .await
}
