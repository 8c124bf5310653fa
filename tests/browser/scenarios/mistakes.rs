//! Mistakes in a form: each has its words at its field, with the fix where there is one, and holds the item back.

use crate::harness::{Browser, DRAFT, Outcome, stage};
use serde_json::json;

/// Types, leaves the field, and waits for the words below it.
async fn finds(page: &Browser, field: &str, typed: &str, words: &str) -> Outcome {
    page.put(&format!("#f-{field}"), typed).await?;
    page.press(&[crate::harness::keyboard::Key::Tab]).await?;
    page.shows(&format!("#f-{field}-findings"), words).await.map_err(|e| format!("{typed}: {e}").into())
}

async fn value(page: &Browser, field: &str, value: &str) -> Outcome {
    let script = "return document.querySelector(`#f-${arguments[0]}`).value === arguments[1]";
    page.until(script, &[field.into(), value.into()]).await
}

/// The item stays in the form, and no way out opens.
async fn held(page: &Browser, things: &str) -> Outcome {
    page.click_role("button", "Hand it in").await?;
    page.shows(".finish", things).await?;
    assert!(page.find_all("dialog[open]").await?.is_empty());
    page.gone(".status-changed").await
}

#[tokio::test]
async fn what_is_missing_is_named() -> Outcome {
    stage("what_is_missing_is_named", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        // An empty field is no fault before the person tries to finish.
        page.click("#f-url").await?;
        page.click("#f-title").await?;
        page.gone(".finding-error").await?;
        held(page, "3 things above hold this back.").await?;
        page.shows("#f-url-findings", "Enter the link.").await?;
        page.shows("#f-title-findings", "Enter the title as the page has it.").await?;
        page.shows("#f-section-findings", "Choose a section.").await?;
        page.until("return document.activeElement.id === 'f-url'", &[]).await?;
        assert_eq!(page.find("#f-url").await?.attr("aria-invalid").await?.as_deref(), Some("true"));

        page.kind("event").await?;
        page.shows("#f-starts-findings", "Enter the day of the event.").await?;
        page.shows("#f-location-findings", "Enter the place: City, CC, or Virtual.").await?;
        page.shows("#f-organizer_name-findings", "Enter the organizer's name.").await?;
        page.shows("#f-organizer_url-findings", "Enter the link.").await?;
        page.kind("cfp-project").await?;
        page.shows("#f-project-findings", "Enter the project's name.").await?;
        page.kind("cfp-event").await?;
        page.shows("#f-title-findings", "Enter the event's name.").await?;
        page.shows("#f-closes-findings", "Enter the day on which the call closes.").await
    })
    .await
}

#[tokio::test]
async fn addresses_are_mended() -> Outcome {
    stage("addresses_are_mended", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.put("#f-title", "How we build").await?;
        page.choose("#f-section", "Research").await?;
        finds(page, "url", "lane.example/x", "The link has no https:// at its beginning.").await?;
        page.click_role("button", "Put https:// before it").await?;
        value(page, "url", "https://lane.example/x").await?;
        page.shows(".said", "Mended.").await?;
        page.until("return document.querySelector('#f-url-findings').innerText === ''", &[]).await?;

        finds(page, "url", "https://lane.example/a b", "There is a blank in this link.").await?;
        page.click_role("button", "Write %20 for it").await?;
        value(page, "url", "https://lane.example/a%20b").await?;

        finds(page, "url", "https://lane.example/x?utm_source=feed&page=2", "This link says where readers came from.").await?;
        held(page, "One thing above holds this back.").await?;
        page.click_role("button", "Leave the tracking out").await?;
        value(page, "url", "https://lane.example/x?page=2").await?;

        finds(page, "url", "nothing", "This is not a link. It begins with https://.").await?;
        finds(page, "url", "https://ferrous-lane.example/review", "already in this draft, under Observations/Thoughts.").await?;
        held(page, "One thing above holds this back.").await?;
        page.put("#f-url", "https://lane.example/how").await?;
        page.hand_in().await?;
        let wanted = json!({ "kind": "link", "section": "Research", "title": "How we build", "url": "https://lane.example/how" });
        page.keeps(&stage.added(DRAFT, &[wanted])?).await
    })
    .await
}

#[tokio::test]
async fn a_closed_section_leads_elsewhere() -> Outcome {
    stage("a_closed_section_leads_elsewhere", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.put("#f-url", "https://tool.example/?page=1").await?;
        page.put("#f-title", "Tool 1.0 & more").await?;
        page.choose("#f-section", "Project/Tooling Updates").await?;
        page.shows(".field:has(#f-section) .finding-error", "this section takes no entries sent in").await?;
        let link = page.role("link", "Post to r/rust").await?;
        let wanted = "https://www.reddit.com/r/rust/submit?title=Tool%201.0%20%26%20more&url=https%3A%2F%2Ftool.example%2F%3Fpage%3D1";
        assert_eq!(link.attr("href").await?.as_deref(), Some(wanted));
        assert_eq!(link.attr("target").await?.as_deref(), Some("_blank"));
        assert_eq!(link.attr("rel").await?.as_deref(), Some("noopener noreferrer"));
        held(page, "One thing above holds this back.").await?;

        page.choose(".role select", "editor").await?;
        page.until("return !document.querySelector('.pane-form a[href*=reddit]')", &[]).await?;
        page.put("#f-url", "https://tool.example/1.0").await?;
        page.hand_in().await?;
        page.shows("dialog .change-added", "in Project/Tooling Updates").await
    })
    .await
}

#[tokio::test]
async fn days_are_checked() -> Outcome {
    stage("days_are_checked", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.kind("event").await?;
        finds(page, "starts", "soon", "This is not a date. Write it as YYYY-MM-DD").await?;
        finds(page, "starts", "2026-09-31", "There is no day 2026-09-31.").await?;
        finds(page, "starts", "9/8/2026", "can be read in two ways").await?;
        finds(page, "starts", "8.9.2026", "Write the date as YYYY-MM-DD.").await?;
        page.click_role("button", "Use 2026-09-08, Tue").await?;
        value(page, "starts", "2026-09-08").await?;
        finds(page, "ends", "2026-09-07", "The last day is before the first, 2026-09-08.").await?;
        page.put("#f-ends", "").await?;
        finds(page, "starts", "2026-10-14", "This issue lists events up to 2026-09-30.").await?;
        finds(page, "starts", "2026-08-30", "This event is over when the issue comes out on 2026-09-02.").await?;
        finds(page, "location", "London, England, GB", "The newsletter writes it London, England, UK.").await?;
        page.click_role("button", "Use London, England, UK").await?;
        value(page, "location", "London, England, UK").await?;
        finds(page, "location", "Atlantis", "This place is not known.").await?;

        // The browser's own picker fills the same field.
        let pick = "const p = document.querySelector('input[type=date]'); p.value = '2026-09-10';
            p.dispatchEvent(new Event('change', { bubbles: true }))";
        page.script(pick, &[]).await?;
        value(page, "starts", "2026-09-10").await?;

        page.kind("cfp-event").await?;
        finds(page, "closes", "2026-08-30", "The call is closed when the issue comes out on 2026-09-02.").await?;
        finds(page, "closes", "2026-09-11", "The call closes after the event begins on 2026-09-10.").await
    })
    .await
}

#[tokio::test]
async fn an_editor_may_hand_it_in_all_the_same() -> Outcome {
    stage("an_editor_may_hand_it_in_all_the_same", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.choose(".role select", "editor").await?;
        page.put("#f-url", "https://ferrous-lane.example/review").await?;
        page.put("#f-title", "Once more").await?;
        page.choose("#f-section", "Research").await?;
        page.hand_in().await?;
        page.shows("dialog", "Mend this first").await?;
        page.gone("dialog .steps").await?;
        page.click("dialog label:has(> input[type=checkbox])").await?;
        page.shows("dialog .steps", "Copy the file").await?;
        page.click_role("button", "Close").await?;
        page.gone("dialog").await?;

        page.choose(".role select", "contributor").await?;
        page.hand_in().await?;
        page.shows("dialog", "Mend this first").await?;
        page.gone("dialog .steps").await?;
        page.click_role("button", "Back to the form").await?;
        page.gone("dialog").await
    })
    .await
}
