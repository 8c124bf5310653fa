//! A whole job of each kind by keys alone, from the start page to the way out. At every step the focus is where one
//! expects it, and has a ring.

use super::palette::find;
use crate::harness::desk::changed;
use crate::harness::keyboard::Key;
use crate::harness::{Browser, DRAFT, Outcome, stage};
use serde_json::json;

/// Opens a view by Ctrl+K; the focus is at its beginning then, which is a region and so has no ring.
async fn view(page: &Browser, name: &str) -> Outcome {
    find(page, name, name).await?;
    page.press(&[Key::Enter]).await?;
    page.gone("dialog").await?;
    begins(page).await
}

async fn begins(page: &Browser) -> Outcome {
    page.until("return document.activeElement.id === 'main'", &[]).await
}

async fn tab(page: &Browser, so: &str) -> Outcome {
    page.walk(&[], &Key::Tab, so).await
}

/// Goes to the button by Tab and presses it.
async fn push(page: &Browser, name: &str) -> Outcome {
    tab(page, &format!("e.localName === 'button' && e.innerText.trim() === {}", json!(name))).await?;
    page.press(&[Key::Enter]).await
}

/// Waits until the `n`th row has the focus and says that.
async fn row(page: &Browser, n: usize, words: &str) -> Outcome {
    let script = "const e = document.activeElement;
        return e.matches(`.item:nth-child(${arguments[0]})`) && e.innerText.includes(arguments[1])";
    page.until(script, &[n.into(), words.into()]).await?;
    page.focus_has_its_ring().await
}

/// Waits until that was said where a screen reader hears it.
async fn said(page: &Browser, words: &str) -> Outcome {
    let script = "return [...document.querySelectorAll('[aria-live=polite].said')].some(e =>
        e.innerText.includes(arguments[0]) && (!document.querySelector('dialog[open]') || !!e.closest('dialog[open]')))";
    page.until(script, &[words.into()]).await.map_err(|e| format!("“{words}” was not said: {e}").into())
}

#[tokio::test]
async fn a_contributor_needs_no_mouse() -> Outcome {
    stage("a_contributor_needs_no_mouse", async |stage| {
        stage.desk("#/").await?;
        let page = &stage.browser;
        page.press(&[Key::Tab]).await?;
        page.focus_on("link", "Skip to the content").await?;
        page.press(&[Key::Enter]).await?;
        begins(page).await?;
        tab(page, "e.matches('.start-door') && e.innerText.startsWith('Contribute')").await?;
        page.press(&[Key::Enter]).await?;
        page.find("#f-url").await?;
        begins(page).await?;

        tab(page, "e.id === 'f-url'").await?;
        page.type_keys("https://paper-crab.example/macros").await?;
        tab(page, "e.id === 'f-title'").await?;
        page.type_keys("Macros without tears").await?;
        tab(page, "e.id === 'f-section'").await?;
        page.type_keys("Obs").await?;
        page.chord(&[Key::Control], Key::Enter.value()).await?;
        page.dialog("Hand it in").await?;
        page.shows("dialog .change-added", "Macros without tears").await?;
        page.focus_on("button", "Close").await?;
        push(page, "By line").await?;
        page.shows("dialog .lines-added", "* [Macros without tears](https://paper-crab.example/macros)").await?;
        page.focus_on("button", "By line").await?;
        tab(page, "e.name === 'w-way' && e.checked && e.labels[0].innerText.startsWith('Through GitHub')").await?;
        push(page, "Copy the file").await?;
        said(page, "Copied.").await?;
        page.focus_on("button", "Copy the file ✓").await?;
        let wanted = json!({ "kind": "link", "section": "Observations/Thoughts", "tags": [],
            "title": "Macros without tears", "url": "https://paper-crab.example/macros" });
        let wanted = stage.added(DRAFT, &[wanted])?;
        assert_eq!(page.clipboard().await?, wanted);
        page.press(&[Key::Escape]).await?;
        page.gone("dialog").await?;
        page.focus_on("combobox", "Where does it belong?").await?;

        // Back and on again, from where one is.
        page.keeps(&wanted).await?;
        page.chord(&[Key::Control], 'z').await?;
        said(page, "Undone: add your item.").await?;
        page.until("return document.querySelector('#f-title').value === 'Macros without tears'", &[]).await?;
        page.keeps(DRAFT).await?;
        page.chord(&[Key::Control, Key::Shift], 'z').await?;
        said(page, "Done again: add your item.").await?;
        page.keeps(&wanted).await?;
        page.focus_on("combobox", "Where does it belong?").await?;

        // By the button instead of Escape.
        page.chord(&[Key::Control], Key::Enter.value()).await?;
        page.dialog("Hand it in").await?;
        page.focus_on("button", "Close").await?;
        page.press(&[Key::Enter]).await?;
        page.gone("dialog").await?;
        page.focus_on("combobox", "Where does it belong?").await
    })
    .await
}

#[tokio::test]
async fn an_editor_needs_no_mouse() -> Outcome {
    stage("an_editor_needs_no_mouse", async |stage| {
        let faulty =
            DRAFT.replace("ferrous-lane.example/tiny-store", "ferrous-lane.example/tiny-store?utm_source=feed");
        stage.desk_with(&faulty, "#/").await?;
        let page = &stage.browser;
        view(page, "Assemble").await?;
        tab(page, "e.title === 'Official'").await?;
        page.walk(&[], &Key::Down, "e.title === 'Observations/Thoughts'").await?;
        page.press(&[Key::Enter]).await?;
        page.shows(".section-name", "Observations/Thoughts").await?;
        tab(page, "e.matches('.item')").await?;
        row(page, 1, "What a year").await?;
        page.press(&[Key::Down]).await?;
        row(page, 2, "Error messages").await?;
        page.press(&[Key::Enter]).await?;
        page.until("return document.activeElement.id.endsWith('-first')", &[]).await?;
        page.focus_has_its_ring().await?;
        page.refill("Errors are prose").await?;
        let edited = faulty.replace("Error messages are a user interface", "Errors are prose");
        page.keeps(&edited).await?;
        page.press(&[Key::Escape]).await?;
        row(page, 2, "Errors are prose").await?;
        page.chord(&[Key::Alt], Key::Down.value()).await?;
        said(page, "Moved to place 3 of 3 in Observations/Thoughts.").await?;
        row(page, 3, "Errors are prose").await?;

        // To a finding, and its fix.
        page.press(&[Key::F8]).await?;
        row(page, 1, "A tiny key-value store").await?;
        said(page, "Finding 1 of 2, error: ").await?;
        tab(page, "e.matches('.item .finding button')").await?;
        page.press(&[Key::Enter]).await?;
        page.gone(".item .finding").await?;
        row(page, 1, "A tiny key-value store").await?;
        let audio = "* [audio] [Rewriting a lighthouse, one pin at a time](https://harbour-radio.example/41)\n";
        let errors = "* [Errors are prose](https://paper-crab.example/errors)\n";
        let moved = edited.replace(&[errors, audio].concat(), &[audio, errors].concat());
        let mended = moved.replace("?utm_source=feed", "");
        page.keeps(&mended).await?;

        // Into the source, and out of it: Tab is no letter there.
        find(page, "source", "Items as source").await?;
        page.press(&[Key::Enter]).await?;
        page.focus_on("textbox", "Source of the whole issue").await?;
        page.chord(&[Key::Control], Key::End.value()).await?;
        page.type_keys("Typed at the end.").await?;
        let typed = format!("{mended}Typed at the end.");
        page.keeps(&typed).await?;
        page.press(&[Key::Tab]).await?;
        page.until("return !document.activeElement.matches('textarea, body')", &[]).await?;
        page.walk(&[Key::Shift], &Key::Tab, "e.matches('textarea.source-text')").await?;
        page.keeps(&typed).await?;
        page.walk(&[Key::Shift], &Key::Tab, "e.localName === 'button' && e.innerText === 'Items'").await?;
        page.press(&[Key::Enter]).await?;
        page.find(".item-list").await?;
        page.focus_on("button", "Items").await?;

        // The keys, all of which do what the list says.
        page.type_keys("?").await?;
        page.dialog("Keys").await?;
        page.shows("dialog .keys", "Find a command, a section or an item").await?;
        page.focus_on("button", "Close").await?;
        page.press(&[Key::Escape]).await?;
        page.gone("dialog").await?;
        page.focus_on("button", "Items").await?;
        page.chord(&[Key::Control], Key::Enter.value()).await?;
        page.dialog("Hand it in").await?;
        page.shows("dialog .change-changed", "Errors are prose").await?;
        // What is open stays.
        page.type_keys("?").await?;
        page.chord(&[Key::Control], 'o').await?;
        page.dialog("Hand it in").await?;
        push(page, "Copy the file").await?;
        said(page, "Copied.").await?;
        assert_eq!(page.clipboard().await?, typed);
        page.press(&[Key::Escape]).await?;
        page.gone("dialog").await?;
        page.focus_on("button", "Items").await
    })
    .await
}

#[tokio::test]
async fn a_reviewer_needs_no_mouse() -> Outcome {
    stage("a_reviewer_needs_no_mouse", async |stage| {
        stage.desk("#/").await?;
        let page = &stage.browser;
        view(page, "Review").await?;
        page.shows(".review-verdict", "Both sides are the same.").await?;
        push(page, "Pasted text").await?;
        // The first is that of the text before; once more closes it.
        page.press(&[Key::Enter]).await?;
        page.gone(".review textarea").await?;
        push(page, "Pasted text").await?;
        tab(page, "e.matches('textarea')").await?;
        page.focus_on("textbox", "After: pasted text").await?;
        page.paste(&changed()).await?;
        page.shows(".review-verdict", "1 item added, 1 item changed, 1 item removed; ").await?;
        page.focus_on("textbox", "After: pasted text").await?;
        push(page, "Copy as a reply").await?;
        said(page, "Copied.").await?;
        assert!(page.clipboard().await?.contains("```suggestion\n* [New](https://lane.example/new)\n```"));

        // Back to the work on the desk, by the button, which goes when it is pressed.
        let back = "e.localName === 'button' && e.innerText.includes('The work on the desk')";
        page.walk(&[Key::Shift], &Key::Tab, back).await?;
        page.press(&[Key::Enter]).await?;
        page.shows(".review-verdict", "Both sides are the same.").await?;
        page.focus_on("button", "Pasted text").await?;
        page.keeps_nothing().await
    })
    .await
}

#[tokio::test]
async fn what_is_done_hands_the_focus_on() -> Outcome {
    stage("what_is_done_hands_the_focus_on", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.find("#f-url").await?.focus().await?;
        // A finding that is mended.
        page.type_keys("lane.example/1").await?;
        tab(page, "e.id === 'f-title'").await?;
        page.type_keys("First").await?;
        page.shows("#f-url-findings", "The link has no https://").await?;
        page.walk(&[Key::Shift], &Key::Tab, "e.innerText === 'Put https:// before it'").await?;
        page.press(&[Key::Enter]).await?;
        said(page, "Mended.").await?;
        page.focus_on("textbox", "Address of the page itself").await?;
        assert_eq!(page.value("#f-url").await?, "https://lane.example/1");

        // Items that are withdrawn.
        tab(page, "e.id === 'f-section'").await?;
        page.type_keys("Res").await?;
        push(page, "Add another").await?;
        page.shows(".mine .card", "First").await?;
        page.focus_on("textbox", "Address of the page itself").await?;
        page.type_keys("https://lane.example/2").await?;
        tab(page, "e.id === 'f-title'").await?;
        page.type_keys("Second").await?;
        push(page, "Add another").await?;
        page.shows(".mine .card:nth-child(2)", "Second").await?;
        push(page, "Withdraw").await?;
        page.gone(".mine .card:nth-child(2)").await?;
        page.shows(".mine .card", "Second").await?;
        page.focus_on("button", "Withdraw").await?;
        page.press(&[Key::Enter]).await?;
        page.gone(".mine").await?;
        page.focus_on("textbox", "Address of the page itself").await?;
        page.keeps_nothing().await
    })
    .await
}
