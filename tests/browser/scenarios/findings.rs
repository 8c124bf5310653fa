//! Findings in the app: links of the issues before, hints that are set aside, what is no fault of whoever looks.

use crate::harness::keyboard::Key;
use crate::harness::{Answer, Browser, DRAFT, Outcome, Stage, raw, stage};

/// The issue a week before, with one link that the tests send in again.
const BEFORE: &str = "Title: This Week in Rust 666\nNumber: 666\nDate: 2026-08-26\nCategory: This Week in Rust\n\n\
    ## Updates from Rust Community\n\n### Official\n* [The old news](https://old-crab.example/news)\n\n\
    ## Upcoming Events\n";

const EARLIER: &str = "content/2026-08-26-this-week-in-rust.md";

fn before_is_there(stage: &Stage) {
    stage.server.answer(&raw(EARLIER), Answer::ok(BEFORE).header("Content-Type", "text/plain; charset=utf-8"));
}

async fn sends_old_news(page: &Browser) -> Outcome {
    page.put("#f-url", "https://old-crab.example/news").await?;
    page.put("#f-title", "The old news, once more").await
}

#[tokio::test]
async fn a_link_of_the_issue_before_is_known() -> Outcome {
    stage("a_link_of_the_issue_before_is_known", async |stage| {
        before_is_there(stage);
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        assert_eq!(stage.server.count(&raw(EARLIER)), 0, "nothing is read before anybody types");
        sends_old_news(page).await?;
        page.shows("#f-url-findings", "2026-08-26").await?;
        page.shows(".pane-form", "Links are compared with 1 of the 24 issues before").await?;
        // Each of the 24 once, none twice: what is compared is kept.
        let asked = |stage: &Stage| stage.server.requests().iter().filter(|r| r.path.contains("/content/")).count();
        assert_eq!(asked(stage), 24);
        page.reload().await?;
        page.loaded_from_github().await?;
        sends_old_news(page).await?;
        page.shows("#f-url-findings", "2026-08-26").await?;
        assert_eq!(stage.server.count(&raw(EARLIER)), 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_the_issues_before_the_draft_is_still_checked() -> Outcome {
    stage("without_the_issues_before_the_draft_is_still_checked", async |stage| {
        stage.server.answer(&raw("content/2026-08-26-this-week-in-rust.md"), Answer::closed());
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.put("#f-url", "https://paper-crab.example/errors").await?;
        page.put("#f-title", "Errors again").await?;
        page.shows("#f-url-findings", "already in this draft").await?;
        page.shows(".pane-form", "the issues before it cannot be reached").await
    })
    .await
}

/// A draft with a hint and a warning.
fn hinted() -> String {
    DRAFT
        .replace("[A tiny key-value store in 300 lines]", "[A tiny key-value store in 300 lines | Ferrous Lane]")
        .replace(
            "(https://ferrous-lane.example/tiny-store)",
            "(https://ferrous-lane.example/tiny-store)\n* [SHOUTED ALL THE WAY THROUGH](https://loud.example/a)",
        )
}

#[tokio::test]
async fn hints_are_shown_when_asked_for_and_set_aside() -> Outcome {
    stage("hints_are_shown_when_asked_for_and_set_aside", async |stage| {
        stage.desk_with(&hinted(), "#/assemble").await?;
        let page = &stage.browser;
        page.shows(".found-list", "capital-title").await?;
        let rows = "return [...document.querySelectorAll('.found-row')].some(r => r.innerText.includes(arguments[0])) === arguments[1]";
        page.until(rows, &["site-name-in-title".into(), false.into()]).await?;
        page.click_role("button", "Show hints (1)").await?;
        page.until(rows, &["site-name-in-title".into(), true.into()]).await?;

        // One finding, then all of a kind from its manual page.
        let aside = "[...document.querySelectorAll('.found-row')].find(r => r.innerText.includes('capital-title')).querySelector('.found-aside').click()";
        page.script(aside, &[]).await?;
        page.until(rows, &["capital-title".into(), false.into()]).await?;
        page.click_role("button", "site-name-in-title").await?;
        page.dialog("site-name-in-title").await?;
        page.click_role("button", "Set all of this kind aside for this draft").await?;
        page.shows(".found-words", "Nothing to mend.").await?;

        // It holds for this draft on this device, and is taken back in one go.
        page.reload().await?;
        page.loaded_from_github().await?;
        page.shows(".found-words", "Nothing to mend.").await?;
        page.click_role("button", "Show 2 set aside").await?;
        page.shows(".found-list", "capital-title").await
    })
    .await
}

#[tokio::test]
async fn what_is_set_aside_is_not_fixed_with_the_others() -> Outcome {
    stage("what_is_set_aside_is_not_fixed_with_the_others", async |stage| {
        // Two items with a blank too many.
        let aside = DRAFT.replace("* [Error messages", "*  [Error messages");
        stage.desk_with(&aside.replace("* [A tiny", "*  [A tiny"), "#/assemble").await?;
        let page = &stage.browser;
        page.role("button", "Fix 2 safe ones").await?;
        page.click(".found-row:nth-child(1) .found-aside").await?;
        page.click_role("button", "Fix 1 safe one").await?;
        page.shows(".said", "1 safe fix applied.").await?;
        page.keeps(&aside).await
    })
    .await
}

/// Buttons that go with what they did hand the focus on, so that the next key does not begin at the top of the page.
#[tokio::test]
async fn what_is_done_about_a_finding_leads_to_the_next() -> Outcome {
    stage("what_is_done_about_a_finding_leads_to_the_next", async |stage| {
        let two =
            hinted().replace("* [SHOUTED", "* [SHOUTED AT THE TOP OF THE VOICE](https://loud.example/b)\n* [SHOUTED");
        stage.desk_with(&two, "#/assemble").await?;
        let page = &stage.browser;
        let focused = "return document.activeElement.matches(arguments[0])";
        page.until("return document.querySelectorAll('.found-row').length === 2", &[]).await?;
        page.find(".found-row:nth-child(1) .found-aside").await?.focus().await?;
        page.press(&[Key::Enter]).await?;
        page.until("return document.querySelectorAll('.found-row').length === 1", &[]).await?;
        page.until(focused, &[".found-row:nth-child(1) button".into()]).await?;
        page.find(".found-row .found-aside").await?.focus().await?;
        page.press(&[Key::Enter]).await?;
        page.shows(".found-words", "1 hint").await?;
        page.until(focused, &[".found-head button".into()]).await?;
        page.tab_to("button", "Show 2 set aside").await?;
        page.press(&[Key::Enter]).await?;
        page.until(focused, &[".found-row:nth-child(1) button".into()]).await
    })
    .await
}

#[tokio::test]
async fn what_the_editors_put_in_is_no_fault_of_a_contributor() -> Outcome {
    stage("what_the_editors_put_in_is_no_fault_of_a_contributor", async |stage| {
        stage.desk("#/assemble").await?;
        stage.browser.shows(".found-words", "Nothing to mend.").await
    })
    .await
}
