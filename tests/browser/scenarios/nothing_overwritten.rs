//! What somebody works on is not replaced by what comes later: an answer, another item, another tab.

use crate::harness::keyboard::Key;
use crate::harness::{Browser, DRAFT, Outcome, PATH, stage};
use std::time::Duration;

const WORKS: &str = "const works = Object.keys(localStorage).filter(k => /^twir-desk.work./.test(k))
    .map(k => JSON.parse(localStorage.getItem(k)));";

/// Waits until those titles stand in the form or the text of one work each, and there are no more works.
async fn works(page: &Browser, titles: &[&str]) -> Outcome {
    let script = "return works.length === arguments[0].length
        && arguments[0].every(title => works.some(w => w.form.title === title || w.text.includes(`[${title}]`)))";
    let there = "return works.map(w => `${w.id} of ${w.saved_at}: “${w.form.title}” over ${w.text.match(/\\[(one|two|three|begun)\\]/g)}`)";
    match page.until(&format!("{WORKS} {script}"), &[titles.to_vec().into()]).await {
        Ok(()) => Ok(()),
        Err(late) => Err(format!("{late}; there is {}", page.script(&format!("{WORKS} {there}"), &[]).await?).into()),
    }
}

async fn add(page: &Browser, title: &str) -> Outcome {
    page.put("#f-url", &format!("https://lane.example/{title}")).await?;
    page.put("#f-title", title).await?;
    page.choose("#f-section", "Research").await?;
    page.click_role("button", "Add another").await?;
    page.shows(".mine", title).await
}

async fn open_pasted(page: &Browser, text: &str) -> Outcome {
    page.open_pasted(text).await?;
    page.gone("dialog").await
}

/// The focus is at the beginning of the view: what had it is gone.
async fn begins(page: &Browser) -> Outcome {
    page.until("return document.activeElement.id === 'main'", &[]).await
}

#[tokio::test]
async fn a_late_answer_is_offered() -> Outcome {
    stage("a_late_answer_is_offered", async |stage| {
        stage.publish_slowly(&[(PATH, DRAFT)], Duration::from_secs(6));
        let page = &stage.browser;
        page.open("/#/contribute").await?;
        page.click_role("button", "Open a file or paste a draft").await?;
        open_pasted(page, &DRAFT.replace("667", "702")).await?;
        page.shows(".status-source", "pasted text").await?;
        begins(page).await?;
        page.shows(".notice-info", "A new draft has begun on GitHub.").await?;
        page.shows(".status-issue", "Issue 702").await?;
        page.click_role("button", "Later").await?;
        page.gone(".notice-info").await?;
        begins(page).await
    })
    .await
}

#[tokio::test]
async fn typing_without_a_pause_is_kept() -> Outcome {
    stage("typing_without_a_pause_is_kept", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        let types = "const field = document.querySelector('#f-title');
            window.typing = setInterval(() => { field.value += 'x'; field.dispatchEvent(new Event('input', { bubbles: true })) }, 60)";
        page.script(types, &[]).await?;
        page.until(&format!("{WORKS} return works.some(w => w.form.title.length > 20)"), &[]).await?;
        page.script("clearInterval(window.typing)", &[]).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_item_is_not_edited_over_another() -> Outcome {
    stage("an_item_is_not_edited_over_another", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        add(page, "one").await?;
        add(page, "two").await?;
        let title = "return document.querySelector('#f-title').value === arguments[0]";
        let edit = |n: u32| format!(".mine .card:nth-of-type({n}) button:nth-of-type(1)");
        page.put("#f-title", "three").await?;
        page.click(&edit(1)).await?;
        page.shows(".said", "The form holds something that is nowhere else. Add it or empty the form first.").await?;
        page.until(title, &["three".into()]).await?;
        page.click_role("button", "Empty the form").await?;
        page.click(&edit(1)).await?;
        page.until(title, &["one".into()]).await?;
        // Unchanged, it stands in the draft as well.
        page.click(&edit(2)).await?;
        page.until(title, &["two".into()]).await?;
        page.put("#f-title", "two, mended").await?;
        page.click(&edit(1)).await?;
        page.shows(".said", "Keep that change or leave it first.").await?;
        page.until(title, &["two, mended".into()]).await
    })
    .await
}

#[tokio::test]
async fn an_edited_item_that_undo_brings_back_is_still_edited() -> Outcome {
    stage("an_edited_item_that_undo_brings_back_is_still_edited", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        add(page, "one").await?;
        page.click(".mine .card button:nth-of-type(1)").await?;
        page.role("button", "Keep the change").await?;
        page.click(".mine .card button:nth-of-type(2)").await?;
        page.gone(".mine").await?;
        page.chord(&[Key::Control], 'z').await?;
        page.shows(".mine", "one").await?;
        page.put("#f-title", "one, mended").await?;
        page.click_role("button", "Keep the change").await?;
        page.shows(".mine .card", "one, mended").await?;
        page.until("return document.querySelectorAll('.mine .card').length === 1", &[]).await
    })
    .await
}

#[tokio::test]
async fn a_tab_that_slept_leaves_the_work_to_the_one_that_took_it_up() -> Outcome {
    stage("a_tab_that_slept_leaves_the_work_to_the_one_that_took_it_up", async |stage| {
        // Tabs that cannot hear each other, as one that the system has frozen.
        stage.before_load("delete window.BroadcastChannel").await?;
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        add(page, "one").await?;
        works(page, &["one"]).await?;
        let first = page.driver.window().await?;
        page.open_tab("/#/contribute").await?;
        page.loaded_from_github().await?;
        page.click_role("button", "Continue").await?;
        page.shows(".mine", "one").await?;
        begins(page).await?;
        add(page, "two").await?;
        page.until(&format!("{WORKS} return works.some(w => w.text.includes('[two]'))"), &[]).await?;
        page.driver.switch_to_window(first).await?;
        // What it had is with the other one now, however often it is told to go.
        for _ in 0..2 {
            page.script("window.dispatchEvent(new Event('pagehide'))", &[]).await?;
        }
        works(page, &["two"]).await?;
        page.put("#f-title", "three").await?;
        works(page, &["two", "three"]).await
    })
    .await
}

#[tokio::test]
async fn earlier_work_is_offered_once_and_for_what_it_is() -> Outcome {
    stage("earlier_work_is_offered_once_and_for_what_it_is", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        // A form goes along to the next draft, and is no earlier work then.
        page.put("#f-title", "begun").await?;
        works(page, &["begun"]).await?;
        page.click(".status-source").await?;
        open_pasted(page, &DRAFT.replace("667", "702")).await?;
        page.until("return document.querySelector('#f-title').value === 'begun'", &[]).await?;
        page.gone(".works").await?;
        add(page, "one").await?;
        works(page, &["one"]).await?;
        // Let go for another draft, it is.
        page.click(".status-source").await?;
        open_pasted(page, &DRAFT.replace("667", "703")).await?;
        page.shows(".works", "issue 702: 1 change").await?;
        page.click_role("button", "Not now, keep it").await?;
        page.gone(".works").await?;
        begins(page).await?;
        add(page, "two").await?;
        page.click(".status-source").await?;
        open_pasted(page, &DRAFT.replace("667", "704")).await?;
        // What was put off stays put off.
        page.shows(".works", "issue 703: 1 change").await?;
        page.until("return document.querySelectorAll('.work').length === 1", &[]).await?;
        // What stands on the desk when earlier work is taken up is offered in its turn.
        add(page, "three").await?;
        page.click_role("button", "Continue").await?;
        page.shows(".mine", "two").await?;
        page.shows(".works", "issue 704: 1 change").await?;
        works(page, &["one", "two", "three"]).await
    })
    .await
}
