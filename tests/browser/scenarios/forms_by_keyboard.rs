//! The four forms by keyboard alone, from the first Tab to the way out: no mouse anywhere.

use crate::harness::keyboard::Key;
use crate::harness::{Browser, DRAFT, Outcome, stage};
use serde_json::json;

/// Goes to the field by Tab and types.
async fn into(page: &Browser, role: &str, name: &str, text: &str) -> Outcome {
    page.tab_to(role, name).await?;
    page.focus_is_seen().await.map_err(|e| format!("{name}: {e}"))?;
    page.type_keys(text).await
}

/// Goes to the chosen kind by Tab, and by arrow keys as many kinds further.
async fn kind(page: &Browser, chosen: &str, further: usize, name: &str) -> Outcome {
    page.tab_to("radio", chosen).await?;
    page.press(&vec![Key::Right; further]).await?;
    assert_eq!(page.focused().await?, ("radio".to_owned(), name.to_owned()));
    Ok(())
}

/// Ctrl+Enter opens the way out with the focus in it; Escape closes it.
async fn out(page: &Browser, title: &str) -> Outcome {
    page.tab_to("button", "Hand it in").await?;
    page.focus_is_seen().await?;
    page.chord(&[Key::Control], Key::Enter.value()).await?;
    page.dialog("Hand it in").await?;
    page.shows("dialog .change-added", title).await?;
    page.until("return !!document.activeElement.closest('dialog')", &[]).await?;
    page.tab_to("button", "Copy the file").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(".said", "Copied.").await
}

#[tokio::test]
async fn a_link_by_keyboard() -> Outcome {
    stage("a_link_by_keyboard", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.press(&[Key::Tab]).await?;
        assert_eq!(page.focused().await?, ("link".to_owned(), "Skip to the content".to_owned()));
        page.press(&[Key::Enter]).await?;
        page.until("return document.activeElement.id === 'main'", &[]).await?;
        into(page, "textbox", "Address of the page itself", "https://paper-crab.example/macros").await?;
        into(page, "textbox", "Title as the page has it", "Macros without tears").await?;
        into(page, "combobox", "Where does it belong?", "Obs").await?;
        page.tab_to("radio", "Text").await?;
        page.press(&[Key::Right, Key::Right]).await?;
        assert_eq!(page.focused().await?.1, "Audio");
        into(page, "combobox", "Language", "Ger").await?;
        into(page, "checkbox", "Free to read, without a sign-up", " ").await?;
        out(page, "Macros without tears").await?;
        let wanted = json!({ "kind": "link", "section": "Observations/Thoughts", "tags": ["audio", "DE"],
            "title": "Macros without tears", "url": "https://paper-crab.example/macros" });
        let wanted = stage.added(DRAFT, &[wanted])?;
        page.keeps(&wanted).await?;
        assert_eq!(page.clipboard().await?, wanted);
        page.press(&[Key::Escape]).await?;
        page.gone("dialog").await
    })
    .await
}

#[tokio::test]
async fn an_event_by_keyboard() -> Outcome {
    stage("an_event_by_keyboard", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        kind(page, "Link", 1, "Event").await?;
        into(page, "textbox", "Event name as its page says it", "Café & code").await?;
        into(page, "textbox", "Page of this event", "https://rust-berlin.example/cafe").await?;
        into(page, "textbox", "Date", "2026-09-12").await?;
        into(page, "textbox", "Where City, CC · City, ST, CC in US, CA, AU · or Virtual", "Berlin, DE").await?;
        into(page, "checkbox", "Also online: list it under Virtual too", " ").await?;
        into(page, "combobox", "Organizer the group that meets", "Rust Potsdam").await?;
        into(page, "textbox", "Page of the organizer", "https://rust-potsdam.example/").await?;
        out(page, "Rust Potsdam").await?;
        let item = |region: &str| {
            json!({ "kind": "event", "region": region, "starts": "2026-09-12", "location": "Hybrid (Berlin, DE)",
                "organizer": { "name": "Rust Potsdam", "url": "https://rust-potsdam.example/" },
                "events": [{ "title": "Café & code", "url": "https://rust-berlin.example/cafe" }] })
        };
        page.keeps(&stage.added(DRAFT, &[item("Virtual"), item("Europe")])?).await
    })
    .await
}

#[tokio::test]
async fn a_task_by_keyboard() -> Outcome {
    stage("a_task_by_keyboard", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        kind(page, "Link", 2, "Project task").await?;
        let address = "Address of the issue one open issue in a public tracker";
        into(page, "textbox", address, "https://forge.example/o/tool/issues/3").await?;
        into(page, "textbox", "Project", "tool").await?;
        let title = "Title of the issue with how hard it is: easy, medium, hard, tedious";
        into(page, "textbox", title, "Say why `build` failed (easy)").await?;
        out(page, "tool - Say why build failed (easy)").await?;
        let wanted = json!({ "kind": "cfp-project", "project": "tool", "title": "Say why `build` failed (easy)",
            "url": "https://forge.example/o/tool/issues/3" });
        page.keeps(&stage.added(DRAFT, &[wanted])?).await
    })
    .await
}

#[tokio::test]
async fn a_call_by_keyboard() -> Outcome {
    stage("a_call_by_keyboard", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        kind(page, "Link", 3, "Call for speakers").await?;
        into(page, "textbox", "Event a conference or meetup with Rust in it", "Rust Kyoto Days").await?;
        into(page, "textbox", "Page of the call where speakers send their talk", "https://kyoto-days.example/cfp")
            .await?;
        into(page, "textbox", "Call closes last day to send a talk", "2026-09-30").await?;
        into(page, "textbox", "Where City, CC · City, ST, CC in US, CA, AU · or Virtual", "Kyoto, JP").await?;
        into(page, "textbox", "Event begins", "2026-12-12").await?;
        out(page, "Rust Kyoto Days").await?;
        let wanted = json!({ "kind": "cfp-event", "name": "Rust Kyoto Days", "url": "https://kyoto-days.example/cfp",
            "closes": "2026-09-30", "location": "Kyoto, JP", "starts": "2026-12-12" });
        page.keeps(&stage.added(DRAFT, &[wanted])?).await
    })
    .await
}
