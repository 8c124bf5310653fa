//! What is on the page goes away in the midst of something: nothing may break, and nothing typed may be lost.

use crate::harness::keyboard::Key;
use crate::harness::{Browser, Outcome, stage};

/// Waits until the timers that were running are through.
async fn settle(page: &Browser) -> Outcome {
    page.script("window.settled = false; setTimeout(() => window.settled = true, 900)", &[]).await?;
    page.until("return window.settled", &[]).await
}

#[tokio::test]
async fn views_change_while_one_types() -> Outcome {
    stage("views_change_while_one_types", async |stage| {
        stage.desk("").await?;
        let page = &stage.browser;
        page.put("#f-url", "lane.example/x").await?;
        page.type_keys("y").await?;
        page.click_role("link", "Assemble").await?;
        page.find(".outline-entry").await?;
        settle(page).await?;
        page.click_role("link", "Review").await?;
        page.gone(".outline-entry").await?;
        page.click_role("link", "Contribute").await?;
        assert_eq!(page.value("#f-url").await?, "lane.example/xy");
        page.shows(".status-issue", "Issue 667").await?;

        page.kind("event").await?;
        page.put("#f-location", "Bern, CH ").await?;
        page.chord(&[Key::Control], 'o').await?;
        page.dialog("Open a draft").await?;
        page.click_role("button", "Open it").await?;
        // A form over an unchanged draft goes along to the next.
        page.shows(".status-source", "starter issue").await?;
        page.until("return document.querySelector('#f-location').value.trim() === 'Bern, CH'", &[]).await?;
        page.click_role("link", "Assemble").await?;
        settle(page).await
    })
    .await
}

#[tokio::test]
async fn an_item_goes_while_it_is_edited() -> Outcome {
    stage("an_item_goes_while_it_is_edited", async |stage| {
        stage.desk("").await?;
        let page = &stage.browser;
        page.put("#f-url", "https://lane.example/short-lived").await?;
        page.put("#f-title", "Short-lived").await?;
        page.choose("#f-section", "Research").await?;
        page.click_role("button", "Add another").await?;
        page.shows(".mine", "Short-lived").await?;
        page.click_role("link", "Assemble").await?;
        page.click(".outline-entry[title=Research]").await?;
        page.click(".item:nth-child(1) .item-title").await?;
        page.click_role("button", "Edit").await?;
        page.until("return document.activeElement.id.endsWith('-first')", &[]).await?;
        page.chord(&[Key::Control], 'z').await?;
        page.shows(".said", "Undone: add your item.").await?;
        page.until("return !document.querySelector('.item')", &[]).await?;
        settle(page).await?;
        page.chord(&[Key::Control, Key::Shift], 'z').await?;
        page.shows(".item .item-title", "Short-lived").await?;

        // Withdrawn while the form changes it: the form goes on as a new item.
        page.click_role("link", "Contribute").await?;
        page.click(".mine .card button:nth-of-type(1)").await?;
        page.role("button", "Keep the change").await?;
        page.click(".mine .card button:nth-of-type(2)").await?;
        page.gone(".mine").await?;
        page.until("return document.querySelector('#f-title').value === 'Short-lived'", &[]).await?;
        page.hand_in().await?;
        page.shows("dialog .change-added", "Short-lived").await
    })
    .await
}
