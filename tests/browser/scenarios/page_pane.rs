//! The page as readers will see it: it follows the text, the selection and the scrolling, and says where GitHub differs.

use crate::harness::keyboard::Key;
use crate::harness::view::Theme;
use crate::harness::{DRAFT, Outcome, stage, stage_in_chromium};

/// The draft with so many items that nothing fits the window.
fn long() -> String {
    with_essays(60)
}

fn with_essays(count: usize) -> String {
    let items: String = (1..=count).map(|n| format!("* [Essay number {n}](https://essays.example/{n})\n")).collect();
    DRAFT.replace("### Rust Walkthroughs\n", &format!("### Rust Walkthroughs\n{items}"))
}

/// The first element of the page that is to be seen in its window.
const AT_TOP: &str = "const d = document.querySelector('.page-frame').contentDocument;
    const e = [...d.querySelectorAll('li, h2, h3')].find(e => e.getBoundingClientRect().bottom > 2);
    return e.innerText.split('\\n')[0]";

#[tokio::test]
async fn source_and_page_scroll_along() -> Outcome {
    stage("source_and_page_scroll_along", async |stage| {
        stage.desk_with(&long(), "#/assemble").await?;
        let page = &stage.browser;
        page.click_role("button", "Source").await?;
        page.click(".source-text").await?;
        // The line of the text at the top of its pane comes to the top of the page.
        let scroll = "const lines = [...document.querySelectorAll('.source-lines > div > div')];
            const line = lines.find(l => l.textContent.includes(arguments[0]));
            const area = document.querySelector('.source-area');
            area.scrollTop = line.getBoundingClientRect().top - area.querySelector('.source-lines').getBoundingClientRect().top";
        page.script(scroll, &["Essay number 30]".into()]).await?;
        page.until(&format!("{AT_TOP} === 'Essay number 30'"), &[]).await?;
        page.script(scroll, &["Essay number 50]".into()]).await?;
        page.until(&format!("{AT_TOP} === 'Essay number 50'"), &[]).await?;
        // And back: the hand goes to the page.
        let back = "const pane = document.querySelector('.assemble-page');
            pane.dispatchEvent(new PointerEvent('pointerenter'));
            const d = document.querySelector('.page-frame').contentDocument;
            const e = [...d.querySelectorAll('li')].find(e => e.innerText.includes('Essay number 12'));
            d.scrollingElement.scrollTop += e.getBoundingClientRect().top";
        page.script(back, &[]).await?;
        let top = "const area = document.querySelector('.source-area');
            const line = [...document.querySelectorAll('.source-lines > div > div')].find(l => l.getBoundingClientRect().bottom > area.getBoundingClientRect().top + 2);
            return line.textContent.includes('Essay number 12]') || line.textContent.includes('Essay number 11]')";
        page.until(top, &[]).await
    })
    .await
}

#[tokio::test]
async fn the_page_has_the_look_of_the_site() -> Outcome {
    stage("the_page_has_the_look_of_the_site", async |stage| {
        stage.desk("#/assemble").await?;
        let page = &stage.browser;
        page.page_shows("h2", "Updates from Rust Community").await?;
        let look = "const d = document.querySelector('.page-frame').contentDocument;
            const style = getComputedStyle(d.body);
            return [style.maxWidth, style.fontSize, d.styleSheets.length, d.adoptedStyleSheets.length].join(' ') === '740px 16px 0 1'";
        page.until(look, &[]).await
    })
    .await
}

#[tokio::test]
async fn rows_and_page_scroll_along() -> Outcome {
    stage("rows_and_page_scroll_along", async |stage| {
        stage.desk_with(&long(), "#/assemble").await?;
        let page = &stage.browser;
        page.click(".outline-entry[title='Rust Walkthroughs']").await?;
        page.page_shows(".is-selected", "Rust Walkthroughs").await?;
        let scroll = "const items = document.querySelector('.items'), rows = [...items.querySelectorAll('.item')];
            const row = rows.find(r => r.innerText.includes('Essay number 40'));
            items.scrollTop += row.getBoundingClientRect().top - items.getBoundingClientRect().top";
        page.click(".item").await?;
        page.script(scroll, &[]).await?;
        page.until(&format!("{AT_TOP} === 'Essay number 40'"), &[]).await
    })
    .await
}

#[tokio::test]
async fn a_click_on_the_page_opens_the_item() -> Outcome {
    stage("a_click_on_the_page_opens_the_item", async |stage| {
        stage.desk("#/assemble").await?;
        let page = &stage.browser;
        page.page_shows("li", "audio").await?;
        let click = "const d = document.querySelector('.page-frame').contentDocument;
            [...d.querySelectorAll('li')].find(e => e.innerText.includes(arguments[0])).click()";
        page.script(click, &["[audio]".into()]).await?;
        page.shows(".item.is-selected", "Rewriting a lighthouse").await?;
        // Its fields are open, with what it says in them.
        page.until("return [...document.querySelectorAll('.item.is-selected input')].some(i => i.value.includes('harbour-radio'))", &[])
            .await?;
        page.page_shows(".is-selected", "Rewriting a lighthouse").await?;
        // What is changed is marked, in the page as well.
        page.put(".item.is-selected .field-wide input", "Rewriting a lighthouse, two pins at a time").await?;
        page.page_shows(".is-changed", "two pins at a time").await?;
        // Keys hold in the frame, too.
        page.script("document.querySelector('.page-frame').contentDocument.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }))", &[])
            .await?;
        page.shows("dialog", "Keys").await?;
        page.press(&[Key::Escape]).await?;
        page.gone("dialog").await
    })
    .await
}

/// The items of the list of essays on the page; `=` before one that stood there when all were marked last.
const ESSAYS: &str = "const d = document.querySelector('.page-frame').contentDocument;
    const all = [...d.querySelectorAll('li')].filter(e => e.innerText.includes('Essay'));";

#[tokio::test]
async fn a_change_touches_no_other_item_of_its_list() -> Outcome {
    stage("a_change_touches_no_other_item_of_its_list", async |stage| {
        stage.desk_with(&with_essays(4), "#/assemble").await?;
        let page = &stage.browser;
        let mark = format!("{ESSAYS} all.forEach(e => e.known = true)");
        let said =
            format!("{ESSAYS} return all.map(e => (e.known ? '=' : '') + e.innerText.trim()).join() === arguments[0]");
        let click = format!("{ESSAYS} all.find(e => e.innerText.includes(arguments[0])).click()");
        page.page_shows("li", "Essay number 4").await?;
        page.script(&mark, &[]).await?;
        page.script(&click, &["number 2".into()]).await?;
        page.put(".item.is-selected .field-wide input", "Essay, longer").await?;
        page.page_shows("li", "Essay, longer").await?;
        page.until(&said, &["=Essay number 1,Essay, longer,=Essay number 3,=Essay number 4".into()]).await?;
        // Behind it, too, what is clicked is what is meant.
        page.script(&mark, &[]).await?;
        page.script(&click, &["number 3".into()]).await?;
        page.shows(".item.is-selected", "Essay number 3").await?;
        page.page_shows("li.is-selected", "Essay number 3").await?;
        page.click(".item.is-selected [title=Delete]").await?;
        page.until(&said, &["=Essay number 1,=Essay, longer,=Essay number 4".into()]).await?;
        page.chord(&[Key::Control], 'z').await?;
        page.until(&said, &["=Essay number 1,=Essay, longer,Essay number 3,=Essay number 4".into()]).await
    })
    .await
}

#[tokio::test]
async fn own_items_are_opened_from_the_page() -> Outcome {
    stage("own_items_are_opened_from_the_page", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.put("#f-url", "https://lane.example/pages").await?;
        page.put("#f-title", "What a page is made of").await?;
        page.choose("#f-section", "Research").await?;
        page.page_shows(".is-now", "What a page is made of").await?;
        page.click_role("button", "Add another").await?;
        page.shows(".mine", "What a page is made of").await?;
        page.page_shows(".is-new", "What a page is made of").await?;
        page.script("document.querySelector('.page-frame').contentDocument.querySelector('.is-new').click()", &[])
            .await?;
        page.until("return document.querySelector('#f-title').value === 'What a page is made of'", &[]).await?;
        page.role("button", "Keep the change").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn where_github_differs_is_shown_and_mended() -> Outcome {
    stage("where_github_differs_is_shown_and_mended", async |stage| {
        let draft = DRAFT
            .replace(
                "### Research\n",
                "### Research\nRead these:\n* [One](https://one.example/)\n* [Two](https://two.example/)\n",
            )
            .replace(
                "### Miscellaneous\n",
                "### Miscellaneous\n* [Top](https://top.example/)\n  * [Below](https://below.example/)\n",
            );
        stage.desk_with(&draft, "#/assemble").await?;
        let page = &stage.browser;
        page.page_shows("p", "* One").await?;
        page.click_role("button", "Where GitHub differs").await?;
        page.shows(".differing", "GitHub’s preview and the site part in 2 places.").await?;
        page.shows(".differing", "GitHub shows a list here; on the site it is running text").await?;
        page.page_shows(".is-differing", "Read these:").await?;
        page.click_role("button", "Mend all 2").await?;
        page.shows(".differing", "alike").await?;
        page.page_shows("li", "One").await?;
        page.page_shows("li li", "Below").await?;
        page.until("return !document.querySelector('.page-frame').contentDocument.querySelector('.is-differing')", &[])
            .await?;
        let mended = draft.replace("Read these:\n", "Read these:\n\n").replace("  * [Below]", "    * [Below]");
        page.click_role("button", "Source").await?;
        page.until("return document.querySelector('.source-text').value === arguments[0]", &[mended.into()]).await
    })
    .await
}

#[tokio::test]
async fn the_page_has_the_width_of_a_mail_and_the_theme_of_the_desk() -> Outcome {
    stage("the_page_has_the_width_of_a_mail_and_the_theme_of_the_desk", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.click_role("button", "Whole page").await?;
        page.page_shows("h2", "Crate of the Week").await?;
        page.click_role("button", "Mail").await?;
        page.until("return document.querySelector('.page-frame').getBoundingClientRect().width <= 600", &[]).await?;
        let ground =
            "return getComputedStyle(document.querySelector('.page-frame').contentDocument.body).backgroundColor";
        page.until(&format!("{ground} === 'rgb(253, 253, 253)'"), &[]).await?;
        page.click_role("button", "Use dark colours").await?;
        page.until(&format!("{ground} === 'rgb(53, 53, 53)'"), &[]).await
    })
    .await
}

#[tokio::test]
async fn the_page_follows_the_colours_of_the_system() -> Outcome {
    // Only its driver changes what the system asks for.
    stage_in_chromium("the_page_follows_the_colours_of_the_system", async |stage| {
        stage.browser.theme(Theme::Light).await?;
        stage.desk("#/assemble").await?;
        let page = &stage.browser;
        page.page_shows("h2", "Crate of the Week").await?;
        let theme = "return document.querySelector('.page-frame').contentDocument.documentElement.dataset.theme";
        page.until(&format!("{theme} === 'light'"), &[]).await?;
        // The evening comes.
        page.theme(Theme::Dark).await?;
        page.until(&format!("{theme} === 'dark'"), &[]).await?;
        page.find(".theme[aria-label='Use light colours']").await?;
        // Whoever chose stays with it.
        page.click_role("button", "Use light colours").await?;
        page.until(&format!("{theme} === 'light'"), &[]).await?;
        page.theme(Theme::Light).await?;
        page.theme(Theme::Dark).await?;
        page.until(&format!("{theme} === 'light'"), &[]).await
    })
    .await
}

#[tokio::test]
async fn a_very_long_text_is_followed_when_one_pauses() -> Outcome {
    stage("a_very_long_text_is_followed_when_one_pauses", async |stage| {
        let text = with_essays(5000);
        stage.desk_with(&text, "#/assemble").await?;
        let page = &stage.browser;
        page.shows(".pane-words", "page and findings follow when you pause").await?;
        page.page_shows("li", "Essay number 5000").await?;
        page.click_role("button", "Source").await?;
        let caret = "const t = document.querySelector('.source-text'); const at = t.value.indexOf('Essay number 7]');
            t.focus(); t.setSelectionRange(at, at)";
        page.script(caret, &[]).await?;
        page.type_keys("Fine ").await?;
        page.page_shows("li", "Fine Essay number 7").await?;
        page.keeps(&text.replace("[Essay number 7]", "[Fine Essay number 7]")).await
    })
    .await
}

/// Blocks out of sight are not laid out; the page is as high as if they were, also once the window is narrower.
#[tokio::test]
async fn the_page_is_as_high_as_all_its_blocks() -> Outcome {
    stage("the_page_is_as_high_as_all_its_blocks", async |stage| {
        // Several screens of blocks, not one long one.
        let many: String =
            (1..=120).map(|n| format!("### Part {n}\n\nWords about part {n}{}.\n\n", " and more".repeat(20))).collect();
        let text = DRAFT.replace("### Rust Walkthroughs\n", &format!("{many}### Rust Walkthroughs\n"));
        stage.desk_with(&text, "#/assemble").await?;
        let page = &stage.browser;
        page.page_shows("p", "Words about part 120").await?;
        let skipped = "const d = document.querySelector('.page-frame').contentDocument;
            return [...d.querySelectorAll('p')].some(e => !e.checkVisibility({ contentVisibilityAuto: true }))";
        page.until(skipped, &[]).await?;
        let high = "const d = document.querySelector('.page-frame').contentDocument, s = d.scrollingElement;
            const now = s.scrollHeight;
            if (d.body.classList.contains('is-whole')) return false;
            d.body.classList.add('is-whole');
            const whole = s.scrollHeight;
            d.body.classList.remove('is-whole');
            return now === whole && d.defaultView.innerWidth < arguments[0]";
        page.until(high, &[2000.into()]).await?;
        let wide = page.script("return document.querySelector('.page-frame').clientWidth", &[]).await?;
        page.size(1000, 800).await?;
        page.until(high, &[wide]).await
    })
    .await
}
