//! The draft moves on while one works: nothing leaves before it is looked up again and what changed is seen.

use crate::harness::desk::{REPOSITORY, raw};
use crate::harness::{Answer, Browser, DRAFT, FILE, LISTING, Outcome, PATH, Stage, TODAY, stage};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use twir_desk::text::blob::blob_id;

fn pin() -> Value {
    json!({ "kind": "link", "section": "Research", "title": "On pinning", "url": "https://lane.example/pin" })
}

async fn fill(page: &Browser) -> Outcome {
    page.put("#f-url", "https://lane.example/pin").await?;
    page.put("#f-title", "On pinning").await?;
    page.choose("#f-section", "Research").await
}

async fn add(page: &Browser) -> Outcome {
    fill(page).await?;
    page.click_role("button", "Add another").await?;
    page.shows(".mine", "On pinning").await
}

/// The draft with three lines of others in it.
fn newer() -> String {
    DRAFT
        .replace(
            "### Research\n",
            "### Research\n* [Theirs](https://theirs.example/a)\n* [Another](https://theirs.example/b)\n",
        )
        .replace("Error messages are", "Messages are")
}

#[tokio::test]
async fn what_changed_around_is_seen_before_anything_leaves() -> Outcome {
    stage("what_changed_around_is_seen_before_anything_leaves", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        let theirs = "### Research\n* [Pinning, explained](https://lane.example/pin)\n";
        let newer = DRAFT.replace("### Research\n", theirs);
        stage.publish(&[(PATH, &newer)]);
        fill(page).await?;
        page.click_role("button", "Hand it in").await?;
        page.dialog("Hand it in").await?;
        // Asked at once, though the draft is not old.
        let words = "The draft had moved on. Your changes now stand on the newest draft. Others changed 1 item.";
        page.shows("dialog .around", words).await?;
        page.shows("dialog .around .finding-warning", "“On pinning” has the same address as “Pinning, explained”")
            .await?;
        page.gone("dialog .steps").await?;
        page.click_role("button", "What others changed").await?;
        page.shows("dialog .around .change-added", "Pinning, explained").await?;
        page.click_role("button", "I have looked at it").await?;
        page.until("return !document.querySelector('dialog .around .button.primary')", &[]).await?;
        // The rules speak too: the same address twice.
        page.shows("dialog", "Mend this first").await?;
        page.click_role("button", "Leave mine out").await?;
        page.shows(".said", "Left out. Ctrl+Z brings it back.").await?;
        page.shows("dialog", "Nothing differs.").await?;
        page.find("dialog .steps").await?;
        page.keeps_nothing().await
    })
    .await
}

#[tokio::test]
async fn a_published_issue_is_left_for_the_next() -> Outcome {
    stage("a_published_issue_is_left_for_the_next", async |stage| {
        stage.clock(TODAY).await?;
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.kind("event").await?;
        for (field, value) in [
            ("title", "Hack and tell"),
            ("url", "https://crab.example/hack"),
            ("starts", "2026-09-05"),
            ("location", "Bern, CH"),
            ("organizer_name", "Rust Bern"),
            ("organizer_url", "https://crab.example"),
        ] {
            page.put(&format!("#f-{field}"), value).await?;
        }
        let next = DRAFT.replace("667", "668").replace("Date: 2026-09-02", "Date: 2026-09-09");
        let path = "draft/2026-09-09-this-week-in-rust.md";
        stage.publish(&[(path, &next)]);
        page.click_role("button", "Hand it in").await?;
        page.dialog("Hand it in").await?;
        page.shows("dialog .around", "on the draft of the next issue, Wed 9 Sep 2026").await?;
        page.shows("dialog .around", "The issue that you began on is published; your items were carried over").await?;
        page.shows("dialog .around", "“Hack and tell” (2026-09-05) is over when the issue appears.").await?;
        page.gone("dialog .steps").await?;
        page.shows(".status-issue", "Issue 668").await
    })
    .await
}

#[tokio::test]
async fn assemble_offers_what_is_new_as_one_step() -> Outcome {
    stage("assemble_offers_what_is_new_as_one_step", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        add(page).await?;
        let mine = stage.added(DRAFT, &[pin()])?;
        page.keeps(&mine).await?;
        page.click_role("link", "Assemble").await?;
        stage.publish(&[(PATH, &newer())]);
        page.click(".reload").await?;
        page.shows(".notice-info", "The draft on GitHub is newer.").await?;
        page.click_role("button", "Show what is new").await?;
        page.until("return document.querySelectorAll('.notice-info .change-added').length === 2", &[]).await?;
        page.shows(".notice-info .change-changed", "Messages are a user interface").await?;
        page.keeps(&mine).await?;

        page.click_role("button", "Bring in 3 items").await?;
        page.gone(".notice-info").await?;
        page.keeps(&stage.added(&newer(), &[pin()])?).await?;
        page.click_role("button", "Undo").await?;
        page.shows(".said", "Undone: bring the newer draft in.").await?;
        // The old draft is under the work again: nothing of the others is taken away by it.
        page.keeps(&mine).await?;
        page.click_role("button", "Hand it in").await?;
        page.dialog("Hand it in").await?;
        page.shows("dialog .around", "Others changed 3 items.").await?;
        page.until("return document.querySelectorAll('dialog .handin-part .change').length === 1", &[]).await?;
        page.keeps(&stage.added(&newer(), &[pin()])?).await
    })
    .await
}

#[tokio::test]
async fn work_of_an_earlier_day_meets_the_newer_draft() -> Outcome {
    stage("work_of_an_earlier_day_meets_the_newer_draft", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        add(page).await?;
        page.keeps(&stage.added(DRAFT, &[pin()])?).await?;
        stage.publish(&[(PATH, &newer())]);
        page.reload().await?;
        page.loaded_from_github().await?;
        page.click_role("button", "Continue").await?;
        page.click_role("button", "Bring in 3 items").await?;
        page.keeps(&stage.added(&newer(), &[pin()])?).await?;
        page.until("return document.querySelectorAll('.mine .card').length === 1", &[]).await
    })
    .await
}

/// Waits until the folder was asked for that often, and a moment more: not oftener.
async fn asked(stage: &Stage, times: usize) -> Outcome {
    let start = Instant::now();
    while stage.server.count(LISTING) < times {
        if start.elapsed() > Duration::from_secs(10) {
            return Err(format!("asked {} times, not {times}", stage.server.count(LISTING)).into());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(stage.server.count(LISTING), times);
    Ok(())
}

#[tokio::test]
async fn coming_back_looks_at_most_every_five_minutes() -> Outcome {
    stage("coming_back_looks_at_most_every_five_minutes", async |stage| {
        stage.clock(TODAY).await?;
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        add(page).await?;
        page.keeps(&stage.added(DRAFT, &[pin()])?).await?;
        stage.server.clear_requests();
        let back = "window.dispatchEvent(new Event('focus'))";
        page.script(back, &[]).await?;
        page.advance(6).await?;
        assert_eq!(stage.server.count(LISTING), 0);
        for _ in 0..3 {
            page.script(back, &[]).await?;
        }
        asked(stage, 1).await?;
        // The listing names the same object: the file is not read again.
        assert_eq!((stage.server.count(LISTING), stage.server.count(&raw(PATH))), (1, 0));

        stage.publish(&[(PATH, &newer())]);
        page.advance(6).await?;
        page.script(back, &[]).await?;
        page.shows(".notice-info", "The draft on GitHub is newer.").await?;
        page.click_role("button", "Later").await?;
        page.gone(".notice-info").await?;
        page.advance(6).await?;
        page.script(back, &[]).await?;
        asked(stage, 3).await?;
        // Put off is put off until one asks.
        page.gone(".notice-info").await?;
        page.click(".reload").await?;
        page.shows(".notice-info", "The draft on GitHub is newer.").await
    })
    .await
}

#[tokio::test]
async fn a_host_that_lags_behind_is_no_proof() -> Outcome {
    stage("a_host_that_lags_behind_is_no_proof", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        add(page).await?;
        stage.publish(&[(PATH, &newer())]);
        // The listing knows the newer draft; the host of files does not yet.
        stage.server.answer(&raw(PATH), Answer::ok(DRAFT));
        let object = format!("/gh/api/repos/{REPOSITORY}/git/blobs/{}", blob_id(&newer()));
        stage.server.answer(&object, Answer::ok(newer()));
        page.hand_in().await?;
        page.shows("dialog .around", "Others changed 3 items.").await?;
        page.click_role("button", "Save the file").await?;
        assert_eq!(String::from_utf8(page.download(FILE).await?)?, stage.added(&newer(), &[pin()])?);
        Ok(())
    })
    .await
}
