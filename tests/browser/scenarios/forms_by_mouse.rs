//! The four forms, filled by mouse: what comes out is to the byte what the engine and `twir add` make.

use crate::harness::{Browser, DRAFT, Outcome, stage};
use serde_json::json;

/// Opens the way out: the item is shown among what changes.
async fn out(page: &Browser, title: &str, place: &str) -> Outcome {
    page.hand_in().await?;
    page.shows("dialog .change-added", title).await?;
    page.shows("dialog .change-added .change-head", place).await?;
    page.shows(".status-changed", "changes not handed in").await
}

#[tokio::test]
async fn a_link_by_mouse() -> Outcome {
    stage("a_link_by_mouse", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.put("#f-url", "https://ferrous-lane.example/ownership").await?;
        page.put("#f-title", "Ownership, told as a story").await?;
        page.choose("#f-section", "Rust Walkthroughs").await?;
        page.until("return document.querySelector('#f-section-hint').innerText.length > 20", &[]).await?;
        page.click("label:has(> input[name=medium][value=video])").await?;
        page.click("label:has(> input[name=series])").await?;
        page.choose("#f-language", "ES").await?;
        page.click("label:has(> input[name=free])").await?;
        page.click("label:has(> input[name=person])").await?;
        page.page_shows(".is-now", "[video] [series] [ES] Ownership, told as a story").await?;
        out(page, "Ownership, told as a story", "in Rust Walkthroughs").await?;
        let wanted = json!({ "kind": "link", "section": "Rust Walkthroughs", "tags": ["video", "series", "ES"],
            "title": "Ownership, told as a story", "url": "https://ferrous-lane.example/ownership" });
        page.keeps(&stage.added(DRAFT, &[wanted])?).await
    })
    .await
}

#[tokio::test]
async fn an_event_by_mouse() -> Outcome {
    stage("an_event_by_mouse", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.kind("event").await?;
        page.put("#f-title", "Rust Hack & Learn").await?;
        page.put("#f-url", "https://rust-porto.example/hack").await?;
        page.put("#f-starts", "2026-09-08").await?;
        page.shows(".field:has(> label[for=f-starts])", "Tue").await?;
        page.put("#f-ends", "2026-09-09").await?;
        page.put("#f-location", "Porto, PT").await?;
        page.shows(".field:has(> label[for=f-location])", "→ Europe").await?;
        page.put("#f-organizer_name", "Rust Porto").await?;
        page.put("#f-organizer_url", "https://rust-porto.example/").await?;
        page.click_role("button", "Another event of theirs on that day").await?;
        page.put(".more input[aria-label='Event name']", "Beginners' table").await?;
        page.put(".more input[aria-label='Page of this event']", "https://rust-porto.example/beginners").await?;
        page.page_shows(".is-now", "Beginners' table").await?;
        out(page, "Rust Porto", "in Europe").await?;
        let wanted = json!({ "kind": "event", "starts": "2026-09-08", "ends": "2026-09-09", "location": "Porto, PT",
            "organizer": { "name": "Rust Porto", "url": "https://rust-porto.example/" }, "events": [
                { "title": "Rust Hack & Learn", "url": "https://rust-porto.example/hack" },
                { "title": "Beginners' table", "url": "https://rust-porto.example/beginners" } ] });
        page.keeps(&stage.added(DRAFT, &[wanted])?).await
    })
    .await
}

#[tokio::test]
async fn a_hybrid_event_stands_twice() -> Outcome {
    stage("a_hybrid_event_stands_twice", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.kind("event").await?;
        page.put("#f-title", "Three talks").await?;
        page.put("#f-url", "https://rust-lima.example/talks").await?;
        page.put("#f-starts", "2026-09-10").await?;
        page.put("#f-location", "Lima, PE").await?;
        page.shows(".field:has(> label[for=f-location])", "→ South America").await?;
        page.click("label:has(> input[name=online])").await?;
        page.put("#f-organizer_name", "Rust Lima").await?;
        page.put("#f-organizer_url", "https://rust-lima.example/").await?;
        page.until(
            "return document.querySelector('.page-frame').contentDocument.querySelectorAll('.is-now').length === 2",
            &[],
        )
        .await?;
        page.hand_in().await?;
        page.until("return document.querySelectorAll('dialog .change-added').length === 2", &[]).await?;
        let item = |region: &str| {
            json!({ "kind": "event", "region": region, "starts": "2026-09-10", "location": "Hybrid (Lima, PE)",
                "organizer": { "name": "Rust Lima", "url": "https://rust-lima.example/" },
                "events": [{ "title": "Three talks", "url": "https://rust-lima.example/talks" }] })
        };
        // The region is a new one: its heading comes with it.
        page.keeps(&stage.added(DRAFT, &[item("Virtual"), item("South America")])?).await
    })
    .await
}

#[tokio::test]
async fn a_task_and_a_call_by_mouse() -> Outcome {
    stage("a_task_and_a_call_by_mouse", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.kind("cfp-project").await?;
        page.put("#f-url", "https://forge.example/tidepool/tidepool/issues/203").await?;
        page.put("#f-project", "Tidepool").await?;
        page.put("#f-title", "Test the retry timer (medium)").await?;
        page.page_shows(".is-now", "Tidepool - Test the retry timer (medium)").await?;
        out(page, "Tidepool - Test the retry timer (medium)", "in CFP - Projects").await?;
        let task = json!({ "kind": "cfp-project", "project": "Tidepool", "title": "Test the retry timer (medium)",
            "url": "https://forge.example/tidepool/tidepool/issues/203" });
        page.keeps(&stage.added(DRAFT, std::slice::from_ref(&task))?).await?;
        page.click_role("button", "Close").await?;
        page.gone("dialog").await?;

        page.kind("cfp-event").await?;
        page.put("#f-title", "Rust Vienna Days").await?;
        page.put("#f-url", "https://vienna-days.example/speak").await?;
        page.put("#f-closes", "2026-10-04").await?;
        page.put("#f-location", "Vienna, AT").await?;
        page.put("#f-starts", "2027-01-20").await?;
        page.put("#f-ends", "2027-01-22").await?;
        page.page_shows(".is-now", "CFP closes 2026-10-04").await?;
        page.hand_in().await?;
        let call = json!({ "kind": "cfp-event", "name": "Rust Vienna Days", "url": "https://vienna-days.example/speak",
            "closes": "2026-10-04", "location": "Vienna, AT", "starts": "2027-01-20", "ends": "2027-01-22" });
        page.keeps(&stage.added(DRAFT, &[task, call])?).await
    })
    .await
}

#[tokio::test]
async fn what_is_typed_stays_text() -> Outcome {
    stage("what_is_typed_stays_text", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        let title = "Why Vec<T> beats a*b*c, [x] and | `Box<[u8]>` in _my_ snake_case";
        page.put("#f-url", "https://ferrous-lane.example/vec_(type)").await?;
        page.put("#f-title", title).await?;
        page.choose("#f-section", "Research").await?;
        page.page_shows(".is-now", "Why Vec<T> beats a*b*c, [x] and | Box<[u8]> in _my_ snake_case").await?;
        let shown = "const page = document.querySelector('.page-frame').contentDocument;
            return [page.querySelector('.is-now code').textContent,
            page.querySelector('.is-now a').href, page.querySelectorAll('.is-now em').length]";
        let shown = page.script(shown, &[]).await?;
        assert_eq!(shown, json!(["Box<[u8]>", "https://ferrous-lane.example/vec_(type)", 0]));
        page.hand_in().await?;
        let line = "* [Why Vec&lt;T> beats a\\*b\\*c, \\[x\\] and &#124; `Box<[u8]>` in \\_my\\_ snake_case](https://ferrous-lane.example/vec_(type))\n";
        page.keeps(&DRAFT.replace("### Research\n", &format!("### Research\n{line}"))).await?;
        page.click_role("button", "Close").await?;
        page.gone("dialog").await?;

        page.kind("event").await?;
        page.put("#f-title", "Crabs | and *friends*").await?;
        page.put("#f-url", "https://rust-berlin.example/a)b").await?;
        page.put("#f-starts", "2026-09-20").await?;
        page.put("#f-location", "Hall 2 | Hall 3, Berlin, DE").await?;
        page.put("#f-organizer_name", "Rust [Berlin]").await?;
        page.put("#f-organizer_url", "https://rust-berlin.example/").await?;
        page.page_shows(".is-now", "2026-09-20 | Hall 2 | Hall 3, Berlin, DE | Rust [Berlin]").await?;
        page.page_shows(".is-now", "Crabs | and *friends*").await?;
        page.hand_in().await?;
        let event = "* 2026-09-20 | Hall 2 &#124; Hall 3, Berlin, DE | [Rust \\[Berlin\\]](https://rust-berlin.example/)\n    \
            * [**Crabs &#124; and \\*friends\\***](https://rust-berlin.example/a%29b)\n";
        let last = "    * [**Lowlands Rust 2026**](https://lowlands-rust.example/programme)\n";
        let both = DRAFT.replace("### Research\n", &format!("### Research\n{line}"));
        page.keeps(&both.replace(last, &format!("{last}{event}"))).await
    })
    .await
}
