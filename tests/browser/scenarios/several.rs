//! Several items in one go: added, edited again, withdrawn, undone, and handed in one by one.

use crate::harness::keyboard::Key;
use crate::harness::{Browser, DRAFT, FILE, Outcome, PATH, stage};
use serde_json::{Value, json};

fn link(section: &str, title: &str, url: &str) -> Value {
    json!({ "kind": "link", "section": section, "tags": [], "title": title, "url": url })
}

async fn add(page: &Browser, section: &str, title: &str, url: &str) -> Outcome {
    page.put("#f-url", url).await?;
    page.put("#f-title", title).await?;
    page.choose("#f-section", section).await?;
    page.click_role("button", "Add another").await?;
    page.shows(".said", "Added here, not handed in yet.").await?;
    page.until("return document.querySelector('#f-title').value === ''", &[]).await
}

async fn undo(page: &Browser, what: &str) -> Outcome {
    page.chord(&[Key::Control], 'z').await?;
    page.shows(".said", &format!("Undone: {what}.")).await
}

async fn redo(page: &Browser, what: &str) -> Outcome {
    page.chord(&[Key::Control, Key::Shift], 'z').await?;
    page.shows(".said", &format!("Done again: {what}.")).await
}

#[tokio::test]
async fn items_are_edited_again_and_withdrawn() -> Outcome {
    stage("items_are_edited_again_and_withdrawn", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        let one = link("Research", "First", "https://lane.example/1");
        let two = link("Miscellaneous", "Second", "https://lane.example/2");
        add(page, "Research", "First", "https://lane.example/1").await?;
        page.until("return document.activeElement.id === 'f-url'", &[]).await?;
        // What was said goes with what it was about.
        let silent = "return document.querySelector('.said').innerText === ''";
        page.kind("event").await?;
        page.until(silent, &[]).await?;
        page.kind("link").await?;
        page.chord(&[Key::Control], 'z').await?;
        page.shows(".said", "Undone: change the kind.").await?;
        page.click_role("link", "Review").await?;
        page.until(silent, &[]).await?;
        page.click_role("link", "Contribute").await?;
        page.kind("link").await?;
        add(page, "Miscellaneous", "Second", "https://lane.example/2").await?;
        page.until("return document.querySelectorAll('.mine .card').length === 2", &[]).await?;
        page.keeps(&stage.added(DRAFT, &[one.clone(), two.clone()])?).await?;

        page.click(".mine .card:nth-of-type(1) button:nth-of-type(1)").await?;
        page.until("return document.querySelector('#f-title').value === 'First'", &[]).await?;
        assert_eq!(page.value("#f-section").await?, "Research");
        page.put("#f-title", "First, mended").await?;
        page.click_role("button", "Keep the change").await?;
        page.shows(".said", "Your item is changed.").await?;
        page.shows(".mine .card", "First, mended").await?;
        let mended = link("Research", "First, mended", "https://lane.example/1");
        page.keeps(&stage.added(DRAFT, &[mended.clone(), two])?).await?;

        page.click(".mine .card:nth-of-type(2) button:nth-of-type(2)").await?;
        page.shows(".said", "Withdrawn. Ctrl+Z brings it back.").await?;
        page.until("return document.querySelectorAll('.mine .card').length === 1", &[]).await?;
        page.keeps(&stage.added(DRAFT, &[mended])?).await?;
        page.click(".mine .card:nth-of-type(1) button:nth-of-type(2)").await?;
        page.gone(".mine").await?;
        // Said once more, it is heard once more: something in it differs.
        page.until("return document.querySelector('.said').textContent.endsWith('back.\\u00a0')", &[]).await?;
        page.gone(".status-changed").await?;
        page.keeps_nothing().await
    })
    .await
}

#[tokio::test]
async fn a_long_title_leaves_its_buttons_in_sight() -> Outcome {
    stage("a_long_title_leaves_its_buttons_in_sight", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        add(page, "Research", &"long and longer ".repeat(60), "https://lane.example/1").await?;
        let low = "const e = document.querySelector(arguments[0]);
            return !!e && e.getBoundingClientRect().height < 4 * parseFloat(getComputedStyle(e).lineHeight)";
        page.until(low, &[".mine .card-text .site-inline".into()]).await?;
        page.click_role("link", "Assemble").await?;
        page.click(".outline-entry[title=Research]").await?;
        page.until(low, &[".item-title".into()]).await
    })
    .await
}

#[tokio::test]
async fn undo_reaches_across_form_and_text() -> Outcome {
    stage("undo_reaches_across_form_and_text", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        add(page, "Research", "First", "https://lane.example/1").await?;
        let with = stage.added(DRAFT, &[link("Research", "First", "https://lane.example/1")])?;
        page.keeps(&with).await?;
        page.put("#f-title", "half typed").await?;
        page.keeps(&with).await?;

        undo(page, "type in the form").await?;
        assert_eq!(page.value("#f-title").await?, "");
        undo(page, "add your item").await?;
        // The item is back in the form as it was typed.
        page.until("return document.querySelector('#f-title').value === 'First'", &[]).await?;
        assert_eq!(page.value("#f-url").await?, "https://lane.example/1");
        page.gone(".mine").await?;
        page.keeps(DRAFT).await?;
        for _ in 0..3 {
            undo(page, "type in the form").await?;
        }
        assert_eq!(page.value("#f-url").await?, "");
        page.keeps_nothing().await?;

        for _ in 0..3 {
            redo(page, "type in the form").await?;
        }
        redo(page, "add your item").await?;
        page.shows(".mine .card", "First").await?;
        page.keeps(&with).await?;
        redo(page, "type in the form").await?;
        assert_eq!(page.value("#f-title").await?, "half typed");
        page.chord(&[Key::Control, Key::Shift], 'z').await?;
        page.shows(".said", "There is nothing to undo or do again.").await
    })
    .await
}

#[tokio::test]
async fn one_patch_for_each_item() -> Outcome {
    stage("one_patch_for_each_item", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        let one = link("Research", "First", "https://lane.example/1");
        let two = link("Research", "Second", "https://lane.example/2");
        add(page, "Research", "First", "https://lane.example/1").await?;
        page.put("#f-url", "https://lane.example/2").await?;
        page.put("#f-title", "Second").await?;
        page.hand_in().await?;
        page.keeps(&stage.added(DRAFT, &[one.clone(), two.clone()])?).await?;
        page.shows("dialog", "only if it brings one item").await?;
        page.click_role("button", "Save one patch for each item").await?;
        let name = |part: u32| FILE.replace(".md", &format!("-{part}.patch"));
        for (part, wanted) in [(1, one), (2, two)] {
            let patch = page.download(&name(part)).await?;
            assert_eq!(stage.git_apply(DRAFT, PATH, &patch)?, stage.added(DRAFT, &[wanted])?);
        }
        Ok(())
    })
    .await
}
