//! What is on the page goes away in the midst of something: nothing may break, and nothing typed may be lost.

use crate::harness::keyboard::Key;
use crate::harness::{Answer, Browser, DRAFT, Kind, Outcome, PATH, stage};

/// Waits until the timers that were running are through.
async fn settle(page: &Browser) -> Outcome {
    page.script("window.settled = false; setTimeout(() => window.settled = true, 900)", &[]).await?;
    page.until("return window.settled", &[]).await
}

#[tokio::test]
async fn views_change_while_one_types() -> Outcome {
    stage("views_change_while_one_types", async |stage| {
        stage.desk("#/contribute").await?;
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
        stage.desk("#/contribute").await?;
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

#[tokio::test]
async fn a_newer_draft_is_brought_in_from_the_notice() -> Outcome {
    stage("a_newer_draft_is_brought_in_from_the_notice", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.put("#f-url", "https://lane.example/pin").await?;
        page.put("#f-title", "On pinning").await?;
        page.choose("#f-section", "Research").await?;
        page.click_role("button", "Add another").await?;
        page.shows(".mine", "On pinning").await?;

        // Meanwhile somebody else adds the same page under another title, and one more.
        let theirs =
            "### Research\n* [Pinning, explained](https://lane.example/pin)\n* [Other news](https://other.example/n)\n";
        let newer = DRAFT.replace("### Research\n", theirs);
        stage.publish(&[(PATH, &newer)]);
        page.click(".reload").await?;
        page.shows(".notice-info", "The draft on GitHub is newer.").await?;
        page.click_role("button", "Bring in 2 items").await?;
        page.shows(".said", "“On pinning” has the same address as “Pinning, explained”").await?;
        page.gone(".notice-info").await?;
        // What others added is not offered as one's own.
        page.shows(".mine", "On pinning").await?;
        page.until("return document.querySelectorAll('.mine .card').length === 1", &[]).await?;
        let both = newer.replace(
            "(https://other.example/n)\n",
            "(https://other.example/n)\n* [On pinning](https://lane.example/pin)\n",
        );
        page.keeps(&both).await
    })
    .await
}

/// The address of a part of the build that is tested.
fn part(name: &str) -> Outcome<String> {
    let dist = std::env::var("TWIR_DESK_DIST").unwrap_or_else(|_| "dist".into());
    let mut entries =
        std::fs::read_dir(dist)?.filter_map(Result::ok).map(|e| e.file_name().to_string_lossy().into_owned());
    let folder = entries.find(|n| n.starts_with("parts-")).ok_or("the build has no parts")?;
    Ok(format!("/{folder}/{name}"))
}

#[tokio::test]
async fn a_part_that_does_not_arrive_is_asked_for_again() -> Outcome {
    stage("a_part_that_does_not_arrive_is_asked_for_again", async |stage| {
        let (assemble, checks) = (part("split_assemble.wasm")?, part("split_checks.wasm")?);
        stage.server.answer(&assemble, Answer::closed());
        stage.server.answer(&checks, Answer::status(500));
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.put("#f-url", "https://lane.example/pin").await?;
        page.put("#f-title", "On pinning").await?;
        page.choose("#f-section", "Research").await?;
        page.click_role("button", "Add another").await?;
        page.shows(".said", "The checks did not arrive, so nothing was added.").await?;
        stage.server.forget(&checks);
        page.click_role("button", "Add another").await?;
        page.shows(".mine", "On pinning").await?;

        page.script("location.hash = '#/assemble'", &[]).await?;
        page.shows("main", "This part of the desk did not arrive. What you did so far is safe.").await?;
        stage.server.forget(&assemble);
        page.click_role("button", "Try again").await?;
        page.shows(".outline", "Research").await?;
        // The console tells of what was refused, which was meant.
        let told = page.problems().await?;
        let tells = page.kind == Kind::Firefox || told.iter().any(|words| words.contains("split_assemble.wasm"));
        assert!(tells, "{told:?}");
        Ok(())
    })
    .await
}
