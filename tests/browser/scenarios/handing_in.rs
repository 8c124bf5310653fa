//! The way out: what changes is shown first, and what leaves is exact.

use crate::harness::desk::raw;
use crate::harness::{Answer, Browser, DRAFT, FILE, LISTING, Outcome, PATH, Stage, TODAY, stage};
use serde_json::{Value, json};

fn wanted() -> Value {
    json!({ "kind": "link", "section": "Research", "tags": [], "title": "On `Pin` & friends",
        "url": "https://lane.example/pin" })
}

/// Fills the form and opens the way out.
async fn fill(page: &Browser) -> Outcome {
    page.put("#f-url", "https://lane.example/pin").await?;
    page.put("#f-title", "On `Pin` & friends").await?;
    page.choose("#f-section", "Research").await?;
    page.hand_in().await
}

#[tokio::test]
async fn file_and_patch_are_exact() -> Outcome {
    stage("file_and_patch_are_exact", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        fill(page).await?;
        let after = stage.added(DRAFT, &[wanted()])?;
        page.shows("dialog .change-added", "* [On `Pin` & friends](https://lane.example/pin)").await?;
        page.until("return document.querySelectorAll('dialog .change').length === 1", &[]).await?;
        page.click_role("button", "By line").await?;
        page.shows("dialog .lines-added", "* [On `Pin` & friends](https://lane.example/pin)").await?;
        page.until("return document.querySelectorAll('dialog .lines-added').length === 1", &[]).await?;
        page.gone("dialog .lines-removed").await?;

        page.click_role("button", "Save the file").await?;
        assert_eq!(String::from_utf8(page.download(FILE).await?)?, after);
        page.click_role("button", "Save the patch").await?;
        let patch = page.download(&FILE.replace(".md", ".patch")).await?;
        assert_eq!(stage.git_apply(DRAFT, PATH, &patch)?, after);
        page.click_role("button", "Copy the patch").await?;
        page.shows(".said", "Copied.").await?;
        assert_eq!(page.clipboard().await?.into_bytes(), patch);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn line_ends_and_marks_survive() -> Outcome {
    stage("line_ends_and_marks_survive", async |stage| {
        // As a person on another system may have saved it, without a last line end.
        let draft = format!("\u{feff}{}", DRAFT.trim_end().replace('\n', "\r\n"));
        stage.desk_with(&draft, "#/contribute").await?;
        let page = &stage.browser;
        fill(page).await?;
        let after = stage.added(&draft, &[wanted()])?;
        assert_eq!(after.len(), draft.len() + "* [On `Pin` & friends](https://lane.example/pin)\r\n".len());
        page.click_role("button", "Save the file").await?;
        assert_eq!(String::from_utf8(page.download(FILE).await?)?, after);
        page.click_role("button", "Save the patch").await?;
        let patch = page.download(&FILE.replace(".md", ".patch")).await?;
        assert_eq!(stage.git_apply(&draft, PATH, &patch)?, after);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_way_through_githubs_pages() -> Outcome {
    stage("the_way_through_githubs_pages", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        fill(page).await?;
        let link = page.role("link", "Open the page").await?;
        let editor = format!("https://github.com/ferrous/newsletter/edit/main/{PATH}");
        assert_eq!(link.attr("href").await?, Some(editor));
        assert_eq!(link.attr("rel").await?.as_deref(), Some("noopener noreferrer"));
        page.click_role("button", "Copy the file").await?;
        page.shows(".said", "Copied.").await?;
        assert_eq!(page.clipboard().await?, stage.added(DRAFT, &[wanted()])?);
        let texts = ["Title", "Description", "Commit message"];
        for (index, label) in texts.into_iter().enumerate() {
            let text = format!("dialog .text:nth-of-type({})", index + 1);
            page.shows(&text, label).await?;
            page.set_clipboard("").await?;
            page.click(&format!("{text} button")).await?;
            let shown = format!("return document.querySelector('{text} pre').textContent");
            let shown = page.script(&shown, &[]).await?;
            let copied = async || Outcome::Ok(page.clipboard().await?);
            while copied().await?.is_empty() {}
            assert_eq!(copied().await?, shown.as_str().unwrap_or_default());
            assert!(copied().await?.contains("Pin"), "{label}");
        }
        Ok(())
    })
    .await
}

/// Loads the draft, waits eleven minutes by the clock, and fills the form.
async fn stale(stage: &Stage) -> Outcome {
    stage.clock(TODAY).await?;
    stage.desk("#/contribute").await?;
    stage.browser.advance(11).await?;
    stage.server.clear_requests();
    Ok(())
}

#[tokio::test]
async fn an_old_draft_is_looked_up_again() -> Outcome {
    stage("an_old_draft_is_looked_up_again", async |stage| {
        stale(stage).await?;
        let page = &stage.browser;
        fill(page).await?;
        // The listing names the object that is there already: the file is not read again.
        assert!(stage.server.count(LISTING) == 1 && stage.server.count(&raw(PATH)) == 0);
        page.gone("dialog .finding-hint").await?;
        page.click_role("button", "Close").await?;
        page.gone("dialog").await?;
        // Every time, however fresh it is.
        page.hand_in().await?;
        assert_eq!(stage.server.count(LISTING), 2);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_item_moves_to_the_newer_draft() -> Outcome {
    stage("the_item_moves_to_the_newer_draft", async |stage| {
        stale(stage).await?;
        let page = &stage.browser;
        let newer = DRAFT
            .replace("### Research\n", "### Research\n* [Somebody else's](https://else.example/1)\n")
            .replace("made up", "thought up");
        stage.publish(&[(PATH, &newer)]);
        fill(page).await?;
        page.shows("dialog .finding-hint", "The draft had moved on. Your changes now stand on the newest draft.")
            .await?;
        page.until("return document.querySelectorAll('dialog .change').length === 1", &[]).await?;
        let after = stage.added(&newer, &[wanted()])?;
        page.keeps(&after).await?;
        page.click_role("button", "Save the patch").await?;
        let patch = page.download(&FILE.replace(".md", ".patch")).await?;
        assert_eq!(stage.git_apply(&newer, PATH, &patch)?, after);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_old_draft_that_cannot_be_looked_up() -> Outcome {
    stage("an_old_draft_that_cannot_be_looked_up", async |stage| {
        stale(stage).await?;
        stage.server.answer(LISTING, Answer::status(500));
        fill(&stage.browser).await?;
        let words = "GitHub could not be asked whether the draft has moved on since you loaded it.";
        stage.browser.shows("dialog .finding-warning", words).await?;
        stage.browser.keeps(&stage.added(DRAFT, &[wanted()])?).await
    })
    .await
}
