//! Ctrl+K, by keys alone: everything is found by a few letters.

use crate::harness::keyboard::Key;
use crate::harness::{Browser, Outcome, stage};

/// Opens it, types, and waits until that is the chosen entry.
pub async fn find(page: &Browser, words: &str, first: &str) -> Outcome {
    page.chord(&[Key::Control], 'k').await?;
    page.dialog("Find").await?;
    page.until("return document.activeElement.getAttribute('role') === 'combobox'", &[]).await?;
    page.type_keys(words).await?;
    chosen(page, first).await
}

/// Waits until the field names that entry as the chosen one.
async fn chosen(page: &Browser, words: &str) -> Outcome {
    let script = "const id = document.activeElement.getAttribute('aria-activedescendant');
        const entry = document.getElementById(id);
        return entry?.getAttribute('aria-selected') === 'true' && entry.innerText.includes(arguments[0])";
    page.until(script, &[words.into()]).await
}

#[tokio::test]
async fn everything_is_found_by_a_few_letters() -> Outcome {
    stage("everything_is_found_by_a_few_letters", async |stage| {
        stage.desk("#/").await?;
        let page = &stage.browser;
        // An item, from a view that does not show it.
        find(page, "USER interface", "Error messages are a user interface").await?;
        page.press(&[Key::Enter]).await?;
        page.gone("dialog").await?;
        let row = "return document.activeElement.matches('.item.is-selected')
            && document.activeElement.innerText.includes(arguments[0])";
        page.until(row, &["Error messages".into()]).await?;

        // An event by its town, with the arrows.
        find(page, "europe", "section, 3 items").await?;
        page.press(&[Key::Down]).await?;
        chosen(page, "Rust and Friends").await?;
        page.press(&[Key::Up, Key::Up]).await?;
        chosen(page, "Lowlands").await?;
        page.press(&[Key::Down, Key::Enter]).await?;
        page.shows(".section-name", "Europe").await?;
        page.until(row, &["Rust and Friends".into()]).await?;

        // Nothing, and away: the focus is where it was.
        find(page, "", "Contribute").await?;
        page.type_keys("no such thing").await?;
        page.shows("dialog [role=status]", "Nothing has all of these words.").await?;
        page.press(&[Key::Enter]).await?;
        page.dialog("Find").await?;
        page.press(&[Key::Escape]).await?;
        page.gone("dialog").await?;
        page.until(row, &["Rust and Friends".into()]).await?;

        find(page, "hand", "Hand it in").await?;
        page.press(&[Key::Enter]).await?;
        page.dialog("Hand it in").await?;
        // What is open stays.
        page.chord(&[Key::Control], 'k').await?;
        page.dialog("Hand it in").await?;
        page.press(&[Key::Escape]).await?;
        page.gone("dialog").await?;
        page.keeps_nothing().await
    })
    .await
}

#[tokio::test]
async fn commands_are_done_from_anywhere() -> Outcome {
    stage("commands_are_done_from_anywhere", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        find(page, "source", "Items as source").await?;
        page.press(&[Key::Enter]).await?;
        page.until("return document.activeElement.matches('textarea.source-text')", &[]).await?;
        // A section there, and not in the rows.
        find(page, "europe", "section, 3 items").await?;
        page.press(&[Key::Enter]).await?;
        page.shows(".section-name", "Europe").await?;
        let there = "const s = document.activeElement;
            return s.matches('textarea.source-text') && s.value.slice(s.selectionEnd).startsWith('### Europe')";
        page.until(there, &[]).await?;
        find(page, "rows", "Items as rows").await?;
        page.press(&[Key::Enter]).await?;
        page.until("return document.activeElement.matches('.item')", &[]).await?;

        // The focus in the page, whose keys the frame passes on.
        page.page_shows("body", "Updates from Rust Community").await?;
        page.find(".page-frame").await?;
        page.script("document.querySelector('.page-frame').contentDocument.querySelector('a').focus()", &[]).await?;
        page.script("document.querySelector('.page-frame').focus()", &[]).await?;
        find(page, "colours", "Light or dark").await?;
        let theme = "return document.documentElement.dataset.theme ?? null";
        assert!(page.script(theme, &[]).await?.is_null());
        page.press(&[Key::Enter]).await?;
        page.until(theme, &[]).await?;
        find(page, "start", "Start").await?;
        page.press(&[Key::Enter]).await?;
        page.find(".start-doors").await?;
        Ok(())
    })
    .await
}
