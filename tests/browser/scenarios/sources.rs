//! Where a draft comes from: GitHub, a file, pasted text, the starter issue.

use crate::harness::desk::raw;
use crate::harness::{Answer, Browser, DRAFT, LISTING, Outcome, PATH, stage, stage_in_chromium};

/// What the header says: issue and date, source, age.
async fn header(page: &Browser, issue: &str, source: &str) -> Outcome {
    page.shows(".status-issue", issue).await?;
    page.shows(".status-source", source).await
}

async fn open_dialog(page: &Browser) -> Outcome {
    page.click(".status-source").await?;
    page.dialog("Open a draft").await
}

#[tokio::test]
async fn the_newest_draft_comes_from_github() -> Outcome {
    stage("the_newest_draft_comes_from_github", async |stage| {
        let old = DRAFT.replace("667", "666").replace("2026-09-02", "2026-08-26");
        stage.publish(&[
            ("draft/2026-08-26-this-week-in-rust.md", old.as_str()),
            (PATH, DRAFT),
            ("draft/DRAFT_TEMPLATE.md", "not an issue"),
        ]);
        let page = &stage.browser;
        page.open("/#/contribute").await?;
        page.loaded_from_github().await?;
        header(page, "Issue 667 · Wed 2 Sep 2026", "draft from GitHub").await?;
        page.shows(".age", "just now").await?;
        page.gone(".status-changed").await?;
        page.gone(".notice").await?;
        let asked = stage.server.requests();
        let file = asked.iter().find(|request| request.path == raw(PATH)).ok_or("the file was not asked for")?;
        assert_eq!(
            file.header("accept"),
            Some("*/*"),
            "a custom header would need a permission that the host does not give"
        );
        assert!(file.header("authorization").or(file.header("cookie")).or(file.header("referer")).is_none());
        let listing = asked.iter().find(|request| request.path == LISTING).ok_or("the folder was not asked for")?;
        assert_eq!(listing.query, "ref=main");
        page.keeps_nothing().await
    })
    .await
}

#[tokio::test]
async fn the_last_copy_stands_in_for_github() -> Outcome {
    stage("the_last_copy_stands_in_for_github", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        stage.server.answer(LISTING, Answer::status(500));
        page.reload().await?;
        page.shows(".notice-error", "GitHub is in trouble (it answered 500). The last copy is on the desk.").await?;
        header(page, "Issue 667 · Wed 2 Sep 2026", "last copy from GitHub").await?;
        stage.server.cut(true);
        page.click_role("button", "Try again").await?;
        page.shows(".notice-error", "GitHub cannot be reached. You may be offline").await?;
        stage.server.cut(false);
        stage.publish(&[(PATH, DRAFT)]);
        page.click_role("button", "Try again").await?;
        page.gone(".notice-error").await?;
        header(page, "Issue 667", "draft from GitHub").await
    })
    .await
}

// Only Chromium's driver drops files from outside the browser.
#[tokio::test]
async fn files_are_picked_and_dropped() -> Outcome {
    stage_in_chromium("files_are_picked_and_dropped", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        let file = |name: &str, bytes: &[u8]| -> Outcome<std::path::PathBuf> {
            let file = stage.folder.join(name);
            std::fs::write(&file, bytes)?;
            Ok(file)
        };
        open_dialog(page).await?;
        page.choose_file("dialog input[type=file]", &file("picked.md", DRAFT.replace("667", "700").as_bytes())?)
            .await?;
        page.gone("dialog").await?;
        header(page, "Issue 700 · Wed 2 Sep 2026", "file picked.md").await?;

        page.drop_files("body", &[&file("dropped.md", DRAFT.replace("667", "701").as_bytes())?]).await?;
        header(page, "Issue 701 · Wed 2 Sep 2026", "file dropped.md").await?;

        let latin1 = file("latin1.md", b"Title: K\xf6ln\n\n### Official\n")?;
        open_dialog(page).await?;
        page.choose_file("dialog input[type=file]", &latin1).await?;
        page.shows("dialog[open] [role=alert]", "The file is not UTF-8 text (byte 8).").await?;
        assert_eq!(page.value("dialog input[type=file]").await?, "", "mended, it can be chosen again");
        header(page, "Issue 701", "file dropped.md").await?;
        page.click_role("button", "Close").await?;
        page.gone("dialog").await?;

        page.drop_files("body", &[&latin1]).await?;
        page.shows(
            ".notice-error",
            "The file is not UTF-8 text (byte 8). The file was not opened; what is on the desk stays.",
        )
        .await?;
        page.shows(".notice-error", "Save the file as UTF-8").await?;
        header(page, "Issue 701", "file dropped.md").await?;

        page.drop_files("body", &[&file("poem.md", b"Roses are red\n")?]).await?;
        page.shows(".notice-error", "poem.md does not look like an issue of the newsletter.").await?;
        header(page, "Issue 701", "file dropped.md").await
    })
    .await
}

#[tokio::test]
async fn the_practice_issue_is_not_handed_in() -> Outcome {
    stage("the_practice_issue_is_not_handed_in", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        open_dialog(page).await?;
        page.click_role("button", "Open it").await?;
        page.gone("dialog").await?;
        page.put("#f-url", "https://lane.example/practice").await?;
        page.put("#f-title", "Practice").await?;
        page.choose("#f-section", "Research").await?;
        page.click_role("button", "Hand it in").await?;
        page.shows("dialog .finding-warning", "This is the practice issue, so it cannot be handed in.").await?;
        page.shows("dialog [aria-label='What changes']", "Practice").await?;
        page.gone("dialog .ways").await?;
        page.click_role("button", "Load this week’s draft").await?;
        page.gone("dialog").await?;
        page.shows(".notice", "This week’s draft is here.").await?;
        page.click_role("button", "Bring it in").await?;
        header(page, "Issue 667", "draft from GitHub").await?;
        page.shows(".mine", "Practice").await?;
        page.keeps(&stage.added(DRAFT, &[practice()])?).await
    })
    .await
}

fn practice() -> serde_json::Value {
    serde_json::json!({
        "kind": "link", "section": "Research", "title": "Practice", "url": "https://lane.example/practice"
    })
}

#[tokio::test]
async fn text_is_pasted_and_the_starter_issue_opens() -> Outcome {
    stage("text_is_pasted_and_the_starter_issue_opens", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        open_dialog(page).await?;
        page.open_pasted("just some words").await?;
        page.shows("dialog[open] [role=alert]", "The text does not look like an issue of the newsletter.").await?;
        // What one types in a dialog has a history of its own.
        page.click("#open-paste").await?;
        page.chord(&[crate::harness::keyboard::Key::Control], 'z').await?;
        page.until("return document.querySelector('#open-paste').value === ''", &[]).await?;
        page.refill("").await?;
        page.paste(&DRAFT.replace("667", "702")).await?;
        page.click_role("button", "Open what was pasted").await?;
        page.gone("dialog").await?;
        header(page, "Issue 702", "pasted text").await?;

        page.chord(&[crate::harness::keyboard::Key::Control], 'o').await?;
        page.dialog("Open a draft").await?;
        page.click_role("button", "Open it").await?;
        page.gone("dialog").await?;
        header(page, "Issue 679 · Wed 25 Nov 2026", "starter issue, for practice").await?;

        open_dialog(page).await?;
        page.click_role("button", "Load it").await?;
        page.loaded_from_github().await?;
        header(page, "Issue 667", "draft from GitHub").await
    })
    .await
}

#[tokio::test]
async fn damaged_text_is_flagged_and_repaired() -> Outcome {
    stage("damaged_text_is_flagged_and_repaired", async |stage| {
        let whole = DRAFT.replace("Rust in the Dales", "Rust Köln").replace("talks and pie", "café");
        let damaged = DRAFT.replace("Rust in the Dales", "Rust K√∂ln").replace("talks and pie", "caf√©");
        stage.desk_with(&damaged, "#/contribute").await?;
        let page = &stage.browser;
        page.shows(".notice-warning", "2 damaged places: the text was once read in a wrong encoding.").await?;
        page.shows(".notice-warning", "was “").await?;
        page.gone(".status-changed").await?;
        page.click_role("button", "Repair 2").await?;
        page.gone(".notice-warning").await?;
        page.shows(".status-changed", "changes not handed in").await?;
        page.keeps(&whole).await?;

        page.chord(&[crate::harness::keyboard::Key::Control], 'z').await?;
        page.shows(".notice-warning", "2 damaged places").await
    })
    .await
}
