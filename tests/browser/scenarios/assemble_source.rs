//! Assemble by source and findings: one text behind the rows, the source, the page and the findings.

use super::palette::find;
use crate::harness::keyboard::Key;
use crate::harness::{Browser, DRAFT, Outcome, stage};
use serde_json::json;

const SOURCE: &str = ".source-text";

/// Puts the caret behind the first place of `text` in the source.
async fn caret_behind(page: &Browser, text: &str) -> Outcome {
    let script = "const s = document.querySelector('.source-text'); const at = s.value.indexOf(arguments[0]) + arguments[0].length;
        s.focus(); s.setSelectionRange(at, at); s.dispatchEvent(new KeyboardEvent('keyup', { key: 'End', bubbles: true }))";
    page.script(script, &[text.into()]).await?;
    Ok(())
}

#[tokio::test]
async fn source_and_rows_are_one_text() -> Outcome {
    stage("source_and_rows_are_one_text", async |stage| {
        stage.desk("#/assemble").await?;
        let page = &stage.browser;
        page.click_role("button", "Source").await?;
        assert_eq!(page.value(SOURCE).await?, DRAFT);
        caret_behind(page, "Error messages").await?;
        page.shows(".section-name", "Observations/Thoughts").await?;
        page.page_shows(".is-selected", "Error messages").await?;
        page.type_keys(" ♥ often").await?;
        let typed = DRAFT.replace("Error messages", "Error messages ♥ often");
        page.keeps(&typed).await?;
        assert_eq!(page.value(SOURCE).await?, typed);
        let caret = "const s = document.querySelector('.source-text'); return s.value.slice(s.selectionStart - 7, s.selectionStart)";
        assert_eq!(page.script(caret, &[]).await?, json!("♥ often"));
        page.page_shows("body", "Error messages ♥ often are").await?;

        page.click_role("button", "Items").await?;
        page.shows(".item:nth-child(2) .item-title", "Error messages ♥ often are a user interface").await?;
        page.click(".item:nth-child(2) .item-title").await?;
        page.click_role("button", "Edit").await?;
        page.until("return document.activeElement.id.endsWith('-first')", &[]).await?;
        page.refill("Short").await?;
        let short = DRAFT.replace("Error messages are a user interface", "Short");
        page.keeps(&short).await?;
        page.click_role("button", "Source").await?;
        page.until("return document.querySelector('.source-text').value === arguments[0]", &[short.into()]).await?;

        // Undo is one row of steps for both.
        page.click_role("button", "Undo").await?;
        page.keeps(&typed).await?;
        page.click(SOURCE).await?;
        page.chord(&[Key::Control], 'z').await?;
        page.until("return document.querySelector('.source-text').value === arguments[0]", &[DRAFT.into()]).await?;
        page.keeps_nothing().await?;
        page.chord(&[Key::Control, Key::Shift], 'z').await?;
        page.keeps(&typed).await
    })
    .await
}

/// The draft with one finding of each kind that matters here.
fn faulty() -> String {
    DRAFT
        .replace("https://ferrous-lane.example/tiny-store", "https://ferrous-lane.example/tiny-store?utm_source=feed")
        .replace("* 2026-09-03 | Berlin, DE", "* 2026-08-20 | Berlin, DE")
}

#[tokio::test]
async fn findings_are_visited_and_mended() -> Outcome {
    stage("findings_are_visited_and_mended", async |stage| {
        stage.desk_with(&faulty(), "#/assemble").await?;
        let page = &stage.browser;
        page.shows(".found-words", "error").await?;
        page.shows(".found-list", "tracking-parameter").await?;
        page.shows(".outline-entry[title='Rust Walkthroughs'] .outline-mark", "2").await?;
        page.press(&[Key::F8]).await?;
        page.find(".found-row[aria-current]").await?;
        let jump = "const row = [...document.querySelectorAll('.found-row')].find(r => r.innerText.includes('tracking-parameter'));
            row.querySelector('.found-line').click()";
        page.script(jump, &[]).await?;
        page.shows(".section-name", "Rust Walkthroughs").await?;
        page.until("return document.activeElement.matches('.item')", &[]).await?;
        page.shows(".item.is-selected .finding", "utm_").await?;
        page.click(".item.is-selected .finding button").await?;
        page.gone(".item .finding").await?;
        let mended = faulty().replace("?utm_source=feed", "");
        page.keeps(&mended).await?;
        page.gone(".outline-entry[title='Rust Walkthroughs'] .outline-mark").await?;

        page.chord(&[Key::Control], 'z').await?;
        page.shows(".found-list", "tracking-parameter").await?;
        page.click(".found-head button[title='One step; Ctrl+Z takes it back']").await?;
        page.until("return !document.querySelector('.found-list').innerText.includes('tracking-parameter')", &[]).await?;
        page.keeps(&mended).await
    })
    .await
}

#[tokio::test]
async fn code_in_a_message_looks_like_code() -> Outcome {
    stage("code_in_a_message_looks_like_code", async |stage| {
        stage.desk_with(&DRAFT.replace("https://paper-crab", "ftp://paper-crab"), "#/assemble").await?;
        let page = &stage.browser;
        page.shows(".found-list code", "ftp:").await?;
        page.press(&[Key::F8]).await?;
        page.shows(".item.is-selected .finding code", "ftp:").await?;
        page.shows(".said", "This link begins with ftp:,").await
    })
    .await
}

#[tokio::test]
async fn past_events_are_dropped_together() -> Outcome {
    stage("past_events_are_dropped_together", async |stage| {
        stage.desk_with(&faulty(), "#/assemble").await?;
        let page = &stage.browser;
        page.shows(".outline-entry[title=Europe]", "3").await?;
        page.tab_to("button", "Drop past events (1)").await?;
        page.press(&[Key::Enter]).await?;
        page.shows(".said", "1 past event dropped.").await?;
        page.focus_on("button", "Undo").await?;
        page.shows(".outline-entry[title=Europe]", "2").await?;
        let gone = "* 2026-08-20 | Berlin, DE | [Rust Berlin](https://rust-berlin.example/)\n    * [**Rust and Friends**](https://rust-berlin.example/friends)\n";
        page.keeps(&faulty().replace(gone, "")).await?;
        page.until("return !document.querySelector('.page-frame').contentDocument.body.textContent.includes('Rust and Friends')", &[]).await?;
        page.chord(&[Key::Control], 'z').await?;
        page.shows(".outline-entry[title=Europe]", "3").await
    })
    .await
}

#[tokio::test]
async fn the_outline_shows_where_one_is() -> Outcome {
    stage("the_outline_shows_where_one_is", async |stage| {
        stage.desk_with(&faulty(), "#/assemble").await?;
        let page = &stage.browser;
        page.size(1280, 620).await?;
        let seen = "const pane = document.querySelector('.outline').getBoundingClientRect();
            const own = document.querySelector('.outline-entry[aria-current]').getBoundingClientRect();
            return own.top >= pane.top && own.bottom <= pane.bottom && window.scrollY === 0";
        let above = "document.querySelector('.outline').scrollTop = 0;
            const pane = document.querySelector('.outline').getBoundingClientRect();
            return document.querySelector('.outline-entry[title=Europe]').getBoundingClientRect().top > pane.bottom";
        find(page, "europe", "section, 3 items").await?;
        page.press(&[Key::Enter]).await?;
        page.shows(".section-name", "Europe").await?;
        page.until(seen, &[]).await?;
        page.until(above, &[]).await.map_err(|e| format!("the window is too high for this test: {e}"))?;

        // The first one, in the walkthroughs, and back to the last, in Europe.
        page.press(&[Key::F8]).await?;
        page.shows(".section-name", "Rust Walkthroughs").await?;
        page.until(above, &[]).await?;
        page.chord(&[Key::Shift], Key::F8.value()).await?;
        page.shows(".section-name", "Europe").await?;
        page.until(seen, &[]).await?;

        // A letter moves nothing there.
        page.click_role("button", "Source").await?;
        caret_behind(page, "Lightning talks").await?;
        page.until(above, &[]).await?;
        page.type_keys(" and more").await?;
        page.page_shows("body", "Lightning talks and more and pie").await?;
        assert_eq!(page.script("return document.querySelector('.outline').scrollTop", &[]).await?, json!(0));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn undo_goes_back_two_hundred_steps() -> Outcome {
    stage("undo_goes_back_two_hundred_steps", async |stage| {
        stage.desk("#/assemble").await?;
        let page = &stage.browser;
        page.click(".outline-entry[title='Observations/Thoughts']").await?;
        page.click(".item:nth-child(1) .item-title").await?;
        page.find(".item:nth-child(1)").await?.focus().await?;
        let press = "const [key, times, shift] = arguments; const press = (key, more) => (document.activeElement ?? document.body)
            .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
            for (let n = 0; n < times; n++) key === 'z' ? press(shift ? 'Z' : 'z', { ctrlKey: true, shiftKey: shift })
                : press(n % 2 ? 'ArrowUp' : 'ArrowDown', { altKey: true })";
        page.script(press, &["move".into(), 201.into(), false.into()]).await?;
        page.shows(".item:nth-child(2) .item-title", "What a year of code review").await?;
        page.script(press, &["z".into(), 201.into(), false.into()]).await?;
        page.shows(".item:nth-child(1) .item-title", "What a year of code review").await?;
        page.gone(".status-changed").await?;
        page.script(press, &["z".into(), 201.into(), true.into()]).await?;
        page.shows(".item:nth-child(2) .item-title", "What a year of code review").await?;
        page.shows(".status-changed", "changes not handed in").await
    })
    .await
}

#[tokio::test]
async fn marks_stay_where_much_is_put_in_behind_them() -> Outcome {
    stage("marks_stay_where_much_is_put_in_behind_them", async |stage| {
        stage.desk_with(&DRAFT.replace("lane.example/review)", "lane.example/review?utm_source=feed)"), "#/assemble").await?;
        let page = &stage.browser;
        page.click_role("button", "Source").await?;
        let marked = "const line = [...document.querySelectorAll('.source-lines > div > div')]
            .find(line => line.textContent.includes('utm_source')); return !!line?.dataset.worst";
        page.until(marked, &[]).await.map_err(|e| format!("before: {e}"))?;
        // So much that all lines are made anew, and nothing in which anything is found.
        let put = "const s = document.querySelector('.source-text'); s.focus(); s.setSelectionRange(s.value.length, s.value.length);
            document.execCommand('insertText', false, '\\n<!-- a remark -->'.repeat(100))";
        page.script(put, &[]).await?;
        page.until("return document.querySelectorAll('.source-lines > div > div').length > 100", &[]).await?;
        let last = "const lines = document.querySelectorAll('.source-lines > div > div');
            return lines[lines.length - 1].textContent.includes('a remark')";
        page.until(last, &[]).await?;
        page.until(marked, &[]).await
    })
    .await
}

/// Waits until the caret, nothing selected, stands where the source goes on like that.
async fn caret_before(page: &Browser, text: &str) -> Outcome {
    let script = "const s = document.querySelector('.source-text');
        return s.selectionStart === s.selectionEnd && s.value.slice(s.selectionStart).startsWith(arguments[0])";
    page.until(script, &[text.into()]).await
}

#[tokio::test]
async fn the_caret_goes_with_the_outline() -> Outcome {
    stage("the_caret_goes_with_the_outline", async |stage| {
        stage.desk("#/assemble").await?;
        let page = &stage.browser;
        page.click_role("button", "Source").await?;
        caret_before(page, "### Official").await?;
        page.click(".outline-entry[title=Europe]").await?;
        caret_before(page, "### Europe").await?;
        let place = |line: usize| format!("Line {line}, column 1 ");
        page.shows(".source-place", &place(line_of("### Europe"))).await?;
        page.until("return document.activeElement.matches('.outline-entry[title=Europe]')", &[]).await?;
        // By keys into the field: it goes on there.
        page.tab_to("textbox", "Source of the whole issue").await?;
        page.press(&[Key::Down]).await?;
        caret_before(page, "* 2026-09-03 | Berlin").await?;
        page.shows(".section-name", "Europe").await?;
        page.shows(".source-place", &place(line_of("### Europe") + 1)).await
    })
    .await
}

/// The line of the draft that is so.
fn line_of(line: &str) -> usize {
    DRAFT.lines().take_while(|l| *l != line).count() + 1
}

#[tokio::test]
async fn the_place_goes_with_the_findings() -> Outcome {
    stage("the_place_goes_with_the_findings", async |stage| {
        stage.desk_with(&faulty(), "#/assemble").await?;
        let page = &stage.browser;
        page.shows(".found-list", "tracking-parameter").await?;
        page.click_role("button", "Source").await?;
        let told = "const line = document.querySelector('.found-row[aria-current] .found-line')?.innerText;
            return !!line && document.activeElement.matches('.source-text')
                && document.querySelector('.source-place').innerText.toLowerCase().startsWith(`${line},`)";
        for finding in 1..=2 {
            page.press(&[Key::F8]).await?;
            page.find(&format!(".found-row:nth-child({finding})[aria-current]")).await?;
            page.until(told, &[]).await?;
        }
        page.click_role("button", "Previous").await?;
        page.find(".found-row:nth-child(1)[aria-current]").await?;
        page.until(told, &[]).await
    })
    .await
}
