//! Both sides changed the same: the app shows both, and a person chooses.

use crate::harness::keyboard::Key;
use crate::harness::{Browser, DRAFT, Outcome, PATH, Stage, stage};

const OLD: &str = "Error messages are a user interface";
const MINE: &str = "Errors are prose";
const THEIRS: &str = "Errors are an interface";

async fn edit(page: &Browser, section: &str, row: usize, title: &str) -> Outcome {
    page.click(&format!(".outline-entry[title={section:?}]")).await?;
    page.shows(".section-name", section).await?;
    page.click(&format!(".item-list > .item:nth-child({row}) .item-title")).await?;
    page.click_role("button", "Edit").await?;
    page.until("return document.activeElement.id.endsWith('-first')", &[]).await?;
    page.refill(title).await?;
    page.press(&[Key::Escape]).await?;
    page.gone(".item-fields").await
}

/// Changes a title that somebody else changes too, and brings the newer draft in.
pub async fn torn(stage: &Stage) -> Outcome<String> {
    stage.desk("#/assemble").await?;
    let page = &stage.browser;
    edit(page, "Observations/Thoughts", 2, MINE).await?;
    page.keeps(&DRAFT.replace(OLD, MINE)).await?;
    let newer = DRAFT.replace(OLD, THEIRS);
    stage.publish(&[(PATH, &newer)]);
    page.click(".reload").await?;
    page.click_role("button", "Bring in 1 item").await?;
    page.shows(".conflicts h3", "One thing was changed on both sides: choose what stays").await?;
    Ok(newer)
}

#[tokio::test]
async fn a_conflict_is_a_card_to_choose_from() -> Outcome {
    stage("a_conflict_is_a_card_to_choose_from", async |stage| {
        let newer = torn(stage).await?;
        let page = &stage.browser;
        page.shows(".conflict .change-head", "in Observations/Thoughts").await?;
        // Each side as readers see it and as text, and what stood there before.
        for (side, words) in [(1, THEIRS), (2, MINE), (3, OLD)] {
            page.shows(&format!(".conflict-side:nth-child({side}) .site-lines a"), words).await?;
            page.shows(&format!(".conflict-side:nth-child({side}) pre"), &format!("* [{words}](https://paper-crab"))
                .await?;
        }
        page.shows(".item:nth-child(2)", "Changed on both sides: choose above what stays.").await?;
        page.until("return document.querySelectorAll('.item-main .finding-warning').length >= 2", &[]).await?;

        // Something else is edited above: the card stays right.
        edit(page, "Official", 1, "The harvest release").await?;
        let elsewhere = |text: &str| text.replace("Announcing the harvest release", "The harvest release");
        page.click_role("button", "Keep mine").await?;
        page.shows(".said", "Kept yours. Nothing is left to choose.").await?;
        page.gone(".conflicts").await?;
        page.keeps(&elsewhere(&newer.replace(THEIRS, MINE))).await?;
        // One step of undo opens it again.
        page.click_role("button", "Undo").await?;
        page.find(".conflict").await?;
        page.click_role("button", "Keep theirs").await?;
        page.gone(".conflicts").await?;
        page.keeps(&elsewhere(&newer)).await
    })
    .await
}

#[tokio::test]
async fn an_open_conflict_holds_back_and_survives() -> Outcome {
    stage("an_open_conflict_holds_back_and_survives", async |stage| {
        let newer = torn(stage).await?;
        let page = &stage.browser;
        page.click_role("button", "Hand it in").await?;
        page.dialog("Hand it in").await?;
        page.shows("dialog .conflicts", "Handing in waits until each is settled").await?;
        page.gone("dialog .steps").await?;

        page.until("return (JSON.parse(Object.entries(localStorage).find(([k]) => /^twir-desk.work./.test(k))[1]).open ?? []).length === 1", &[]).await?;
        page.reload().await?;
        page.loaded_from_github().await?;
        page.gone(".conflicts").await?;
        page.click_role("button", "Continue").await?;
        page.shows(".conflicts", MINE).await?;
        // From another view it leads to its row.
        page.click_role("link", "Contribute").await?;
        page.find("#f-url").await?;
        page.click_role("button", "Show it").await?;
        page.shows(".section-name", "Observations/Thoughts").await?;
        page.until("return document.activeElement.matches('.item')", &[]).await?;

        page.click_role("button", "Hand it in").await?;
        page.dialog("Hand it in").await?;
        page.click_role("button", "Keep mine").await?;
        page.gone("dialog .conflicts").await?;
        page.shows("dialog .steps", "Open the page").await?;
        page.keeps(&newer.replace(THEIRS, MINE)).await
    })
    .await
}

#[tokio::test]
async fn taking_away_one_of_both_by_hand_settles_it() -> Outcome {
    stage("taking_away_one_of_both_by_hand_settles_it", async |stage| {
        let newer = torn(stage).await?;
        let page = &stage.browser;
        page.click(".outline-entry[title='Observations/Thoughts']").await?;
        page.click(".item-list > .item:nth-child(3) .item-title").await?;
        page.shows(".item-list > .item:nth-child(3) .item-title", MINE).await?;
        page.click_role("button", "Remove").await?;
        page.gone(".conflicts").await?;
        page.until("return document.querySelectorAll('.item').length === 3", &[]).await?;
        page.chord(&[Key::Control], 'z').await?;
        page.find(".conflicts").await?;
        page.click_role("button", "Keep both").await?;
        page.gone(".conflicts").await?;
        // The text is the same; the rows follow all the same.
        page.until("return !document.querySelector('.items').textContent.includes('both sides')", &[]).await?;
        let theirs = format!("* [{THEIRS}](https://paper-crab.example/errors)\n");
        page.keeps(&newer.replace(&theirs, &format!("{theirs}{}", theirs.replace(THEIRS, MINE)))).await
    })
    .await
}
