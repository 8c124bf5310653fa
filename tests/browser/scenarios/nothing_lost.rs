//! What is typed is kept: over a reload, a crash, a full storage, two tabs and two versions.

use crate::harness::{Browser, DRAFT, FILE, Outcome, stage, stage_in_chromium};
use serde_json::{Value, json};

async fn add(page: &Browser, title: &str, url: &str) -> Outcome {
    page.put("#f-url", url).await?;
    page.put("#f-title", title).await?;
    page.choose("#f-section", "Research").await?;
    page.click_role("button", "Add another").await?;
    page.shows(".mine", title).await
}

fn link(title: &str, url: &str) -> Value {
    json!({ "kind": "link", "section": "Research", "title": title, "url": url })
}

#[tokio::test]
async fn work_is_offered_after_a_reload() -> Outcome {
    stage("work_is_offered_after_a_reload", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        add(page, "Kept", "https://lane.example/kept").await?;
        let with = stage.added(DRAFT, &[link("Kept", "https://lane.example/kept")])?;
        page.put("#f-title", "half a title").await?;
        // Within half a second it is in the storage, without any further event.
        let typed = tokio::time::Instant::now();
        while page.work().await?["form"]["title"] != "half a title" {
            assert!(typed.elapsed().as_millis() < 3000, "it is not kept");
        }
        page.reload().await?;
        page.loaded_from_github().await?;
        page.shows(".works", "issue 667: 1 change").await?;
        page.gone(".status-changed").await?;
        page.gone(".mine").await?;
        assert_eq!(page.value("#f-title").await?, "");

        page.click_role("button", "Compare").await?;
        page.shows(".works .change-added", "Kept").await?;
        page.gone(".status-changed").await?;
        page.click_role("button", "Continue").await?;
        page.gone(".works").await?;
        page.shows(".mine", "Kept").await?;
        page.shows(".status-changed", "changes not handed in · saved on this device").await?;
        assert_eq!(page.value("#f-title").await?, "half a title");
        page.loaded_from_github().await?;
        page.keeps(&with).await
    })
    .await
}

#[tokio::test]
async fn what_is_typed_last_is_kept_when_the_page_goes() -> Outcome {
    stage("what_is_typed_last_is_kept_when_the_page_goes", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.put("#f-title", "typed just now").await?;
        page.reload().await?;
        page.shows(".works", "issue 667: a form that was begun").await?;
        page.click_role("button", "Continue").await?;
        page.until("return document.querySelector('#f-title').value === 'typed just now'", &[]).await
    })
    .await
}

#[tokio::test]
async fn discarding_takes_two_clicks() -> Outcome {
    stage("discarding_takes_two_clicks", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        add(page, "Kept", "https://lane.example/kept").await?;
        page.keeps(&stage.added(DRAFT, &[link("Kept", "https://lane.example/kept")])?).await?;
        page.reload().await?;
        page.loaded_from_github().await?;
        page.click_role("button", "Discard").await?;
        page.role("button", "Discard for good").await?;
        assert!(!page.work().await?.is_null());
        page.click_role("button", "Discard for good").await?;
        page.gone(".works").await?;
        page.shows(".said", "The earlier work is gone.").await?;
        page.keeps_nothing().await?;
        page.reload().await?;
        page.loaded_from_github().await?;
        page.gone(".works").await
    })
    .await
}

// Only Chromium's driver ends a tab's process.
#[tokio::test]
async fn a_crash_of_the_tab_loses_nothing() -> Outcome {
    stage_in_chromium("a_crash_of_the_tab_loses_nothing", async |stage| {
        stage.desk("#/contribute").await?;
        add(&stage.browser, "Survivor", "https://lane.example/survivor").await?;
        let with = stage.added(DRAFT, &[link("Survivor", "https://lane.example/survivor")])?;
        stage.browser.keeps(&with).await?;
        stage.browser.crash_tab().await?;
        stage.browser.open("/#/contribute").await?;
        stage.browser.loaded_from_github().await?;
        stage.browser.shows(".works", "issue 667: 1 change").await?;

        stage.browser.restart().await?;
        stage.browser.open("/#/contribute").await?;
        stage.browser.loaded_from_github().await?;
        stage.browser.click_role("button", "Continue").await?;
        stage.browser.shows(".mine", "Survivor").await?;
        stage.browser.keeps(&with).await
    })
    .await
}

#[tokio::test]
async fn a_full_storage_is_said() -> Outcome {
    stage("a_full_storage_is_said", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        let fill = "let piece = 'x'.repeat(1 << 20); for (let n = 0; piece.length; ) {
            try { localStorage.setItem('filler' + n, piece); n++ } catch { piece = piece.slice(piece.length / 2 + 1) } }";
        page.script(fill, &[]).await?;
        page.put("#f-title", "N").await?;
        let words = "This browser’s storage for this page is full. Your work lives only in this tab now.";
        page.shows(".notice-error", words).await?;
        // It stays while one types: nothing moves below the hand.
        page.script("document.querySelector('.notice-error').dataset.seen = 'yes'", &[]).await?;
        add(page, "No room", "https://lane.example/room").await?;
        page.shows(".status-changed", "not saved").await?;
        page.shows(".notice-error[data-seen]", words).await?;
        page.click_role("button", "Try again").await?;
        page.shows(".said", "It still cannot be kept on this device.").await?;
        page.shows(".notice-error[data-seen]", words).await?;
        let with = stage.added(DRAFT, &[link("No room", "https://lane.example/room")])?;
        page.click(".notice-error .button.primary").await?;
        assert_eq!(String::from_utf8(page.download(FILE).await?)?, with);

        page.script("Object.keys(localStorage).filter(k => k.startsWith('filler')).forEach(k => localStorage.removeItem(k))", &[])
            .await?;
        page.click_role("button", "Try again").await?;
        page.gone(".notice-error").await?;
        page.shows(".status-changed", "saved on this device").await?;
        page.keeps(&with).await
    })
    .await
}

#[tokio::test]
async fn what_cannot_be_kept_is_not_replaced() -> Outcome {
    stage("what_cannot_be_kept_is_not_replaced", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.script(
            "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
            &[],
        )
        .await?;
        page.put("#f-title", "N").await?;
        page.shows(".notice-error", "Your work lives only in this tab now").await?;
        add(page, "No room", "https://lane.example/room").await?;
        page.shows(".status-changed", "not saved").await?;
        let leaves = "const event = new Event('beforeunload', { cancelable: true }); window.dispatchEvent(event); return !event.defaultPrevented";
        assert_eq!(page.script(leaves, &[]).await?, false, "the browser asks before the page goes");

        let other = "Title: Other\n\n## Updates from Rust Community\n\n### Research\n* [Other](https://lane.example/other)\n";
        let open = async || -> Outcome {
            page.put("#open-paste", other).await?;
            page.click_role("button", "Open what was pasted").await
        };
        page.click(".status-source").await?;
        page.shows(".modal .finding-warning", "Save it as a file before you open something else").await?;
        open().await?;
        page.shows(".modal .finding-error", "could not be kept on this device, so it stays on the desk").await?;
        page.shows(".mine", "No room").await?;

        let with = stage.added(DRAFT, &[link("No room", "https://lane.example/room")])?;
        page.click(".modal .finding-warning .button").await?;
        assert_eq!(String::from_utf8(page.download(FILE).await?)?, with);
        open().await?;
        page.gone(".modal").await?;
        page.shows(".status-source", "pasted text").await?;
        assert_eq!(page.script(leaves, &[]).await?, true, "nothing is on the desk that is nowhere else");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_second_tab_is_told() -> Outcome {
    stage("the_second_tab_is_told", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.gone(".notice-warning").await?;
        let first = page.driver.window().await?;
        let second = page.open_tab("/#/contribute").await?;
        page.loaded_from_github().await?;
        page.shows(".notice-warning", "This issue is open in another tab too.").await?;
        add(page, "Second", "https://lane.example/second").await?;
        page.driver.switch_to_window(first).await?;
        add(page, "First", "https://lane.example/first").await?;
        // Neither tab overwrote the other. Which of them saved last is up to the browser: one that is hidden saves again.
        let texts = "const texts = Object.keys(localStorage).filter(k => /^twir-desk.work./.test(k))
            .map(k => JSON.parse(localStorage.getItem(k)).text);
            return texts.length === 2 && texts.includes(arguments[0]) && texts.includes(arguments[1])";
        let with = |title: &str, url: &str| stage.added(DRAFT, &[link(title, url)]);
        let (one, other) =
            (with("First", "https://lane.example/first")?, with("Second", "https://lane.example/second")?);
        page.until(texts, &[one.into(), other.into()]).await?;
        page.driver.switch_to_window(second).await?;
        page.shows(".mine", "Second").await?;
        page.click_role("button", "Understood").await?;
        page.gone(".notice-warning").await
    })
    .await
}

#[tokio::test]
async fn work_of_a_newer_version_is_kept_aside() -> Outcome {
    stage("work_of_a_newer_version_is_kept_aside", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        let newer = r#"{"version":99,"id":"x","what":"nobody knows"}"#;
        let script = "const key = name => ['twir-desk', 'work', name].join('/');
            localStorage.setItem(key('x'), arguments[0]); localStorage.setItem(key('y'), '{broken')";
        page.script(script, &[newer.into()]).await?;
        page.reload().await?;
        page.loaded_from_github().await?;
        page.shows(".works", "a newer desk wrote it (version 99)").await?;
        page.shows(".works", "it is damaged").await?;
        page.click(".works .work:has(+ .work) button").await?;
        let kept = page.download("work-x.json").await?;
        assert_eq!(String::from_utf8(kept)?, newer);
        page.click_role("button", "Not now, keep it").await?;
        page.gone(".works").await?;
        add(page, "Another", "https://lane.example/another").await?;
        let still = page.script("return localStorage.getItem(['twir-desk', 'work', 'x'].join('/'))", &[]).await?;
        assert_eq!(still, json!(newer));
        Ok(())
    })
    .await
}
