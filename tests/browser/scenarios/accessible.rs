//! Nothing keeps anybody out: axe finds no fault in any view and state, nothing scrolls sideways on a phone, and what
//! has the focus or is chosen is to be seen where the system takes the colours away. In Chromium alone: Firefox's driver
//! chooses no theme and no forced colours, and its windows are wider than a phone.

mod colours;
mod look;

use super::conflicts::torn;
use super::publishing::{TOKEN, choose_way, one_click, ready};
use super::review_pull::offer;
use crate::harness::desk::changed;
use crate::harness::desk::raw;
use crate::harness::keyboard::Key;
use crate::harness::{Answer, Browser, DRAFT, LISTING, Outcome, PATH, stage_in_chromium};
use look::Look;

#[tokio::test]
async fn the_start_and_the_form_keep_nobody_out() -> Outcome {
    stage_in_chromium("the_start_and_the_form_keep_nobody_out", async |stage| {
        stage.desk("#/").await?;
        let page = &stage.browser;
        let mut look = Look::new();
        page.shows(".start-sections", "Official").await?;
        look.at(page, "start").await?;
        page.click_role("link", "Contribute").await?;
        for kind in ["event", "cfp-project", "cfp-event", "link"] {
            page.kind(kind).await?;
            look.at(page, &format!("an empty form, {kind}")).await?;
        }
        page.put("#f-url", "http://lane.example/pin?utm_source=feed").await?;
        // What is found moves the button down: nothing is pressed before it stands still.
        page.press(&[Key::Tab]).await?;
        page.shows(".pane-form", "utm_").await?;
        page.click_role("button", "Hand it in").await?;
        page.shows(".finish", "above").await?;
        look.at(page, "a form with errors").await?;
        page.put("#f-url", "https://lane.example/pin").await?;
        page.put("#f-title", "On pins").await?;
        page.choose("#f-section", "Research").await?;
        page.click_role("button", "Add another").await?;
        page.shows(".mine", "On pins").await?;
        page.click("details.muted summary").await?;
        look.at(page, "an item added").await?;
        page.size(360, 740).await?;
        page.click(".tab:nth-of-type(2)").await?;
        look.at(page, "the place pane").await?;
        page.click_role("button", "What changes").await?;
        page.find(".pane-place .change").await?;
        look.at(page, "what changes").await?;
        look.done()
    })
    .await
}

#[tokio::test]
async fn assemble_keeps_nobody_out() -> Outcome {
    stage_in_chromium("assemble_keeps_nobody_out", async |stage| {
        let faulty = DRAFT
            .replace("https://ferrous-lane.example/review)", "http://ferrous-lane.example/review?utm_source=feed)")
            .replace("### Research\n", "### Research\n* [Two](https://lane.example/2) <b>words\n");
        stage.desk_with(&faulty, "#/assemble").await?;
        let page = &stage.browser;
        let mut look = Look::new();
        page.click(".outline-entry[title='Observations/Thoughts']").await?;
        page.find(".found-row").await?;
        look.at(page, "rows and findings").await?;
        page.size(1440, 900).await?;
        page.click_role("button", "Where GitHub differs").await?;
        page.find(".differing-lead").await?;
        look.at(page, "where GitHub differs").await?;
        page.click(".item:nth-child(1) .item-title").await?;
        page.click_role("button", "Edit").await?;
        page.find(".item-fields").await?;
        look.at(page, "an open row").await?;
        page.press(&[Key::F8]).await?;
        page.size(360, 740).await?;
        for (at, pane) in ["outline", "items", "page", "findings"].iter().enumerate() {
            page.click(&format!(".assemble > .pane-tabs .tab:nth-of-type({})", at + 1)).await?;
            look.at(page, &format!("the pane of {pane} on a phone")).await?;
        }
        page.click(".assemble > .pane-tabs .tab:nth-of-type(2)").await?;
        page.click_role("button", "Source").await?;
        page.find("textarea.source-text").await?;
        look.at(page, "source").await?;
        page.size(1440, 900).await?;
        page.click(".found-rule").await?;
        page.find("dialog[open] .sample").await?;
        look.at(page, "a rule").await?;
        look.done()
    })
    .await
}

#[tokio::test]
async fn review_and_dialogs_keep_nobody_out() -> Outcome {
    stage_in_chromium("review_and_dialogs_keep_nobody_out", async |stage| {
        stage.desk("#/review").await?;
        let page = &stage.browser;
        let mut look = Look::new();
        look.at(page, "review of two that are the same").await?;
        let changed = changed();
        let file = stage.folder.join("proposed.md");
        std::fs::write(&file, &changed)?;
        page.choose_file("input[name=changed]", &file).await?;
        page.find(".review-card:has(.change-added) .finding-error").await?;
        look.at(page, "review with cards").await?;
        page.put("#review-pull", "40").await?;
        page.click_role("button", "Review it").await?;
        page.find(".review-told .finding-error").await?;
        look.at(page, "a pull request that is not there").await?;
        offer(stage);
        page.put("#review-pull", "41").await?;
        page.click_role("button", "Review it").await?;
        page.find(".review-told .finding-warning").await?;
        look.at(page, "a pull request").await?;
        for (key, title) in [('o', "Open a draft"), ('k', "Find")] {
            page.chord(&[Key::Control], key).await?;
            page.dialog(title).await?;
            look.at(page, title).await?;
            close(page).await?;
        }
        page.type_keys("?").await?;
        page.dialog("Keys").await?;
        look.at(page, "Keys").await?;
        close(page).await?;
        page.click_role("link", "Assemble").await?;
        page.click_role("button", "New issue").await?;
        page.find("dialog[open]").await?;
        look.at(page, "a new issue").await?;
        look.done()
    })
    .await
}

async fn close(page: &Browser) -> Outcome {
    page.press(&[Key::Escape]).await?;
    page.gone("dialog").await
}

#[tokio::test]
async fn handing_in_keeps_nobody_out() -> Outcome {
    stage_in_chromium("handing_in_keeps_nobody_out", async |stage| {
        ready(stage, |github| github.fork("crab/newsletter")).await?;
        let page = &stage.browser;
        let mut look = Look::new();
        look.at(page, "through GitHub's pages").await?;
        choose_way(page, "Into your fork").await?;
        page.click("dialog .ahead summary").await?;
        look.at(page, "into one's fork").await?;
        choose_way(page, "With one click").await?;
        page.click_role("button", "Open the pull request").await?;
        page.find("#w-token-problem").await?;
        look.at(page, "with one click, without a token").await?;
        page.click_role("button", "By line").await?;
        page.find("dialog .lines").await?;
        look.at(page, "what changes by line").await?;
        one_click(page, TOKEN).await?;
        page.shows(".outcome", "pull request").await?;
        look.at(page, "handed in").await?;
        look.done()
    })
    .await
}

#[tokio::test]
async fn conflicts_keep_nobody_out() -> Outcome {
    stage_in_chromium("conflicts_keep_nobody_out", async |stage| {
        torn(stage).await?;
        let page = &stage.browser;
        let mut look = Look::new();
        page.find(".conflict").await?;
        look.at(page, "a conflict to choose from").await?;
        // More news while one works.
        let more = "### Research\n* [Theirs](https://theirs.example/a)\n* [On pins](https://lane.example/pin)\n";
        stage.publish(&[(PATH, &DRAFT.replace("### Research\n", more))]);
        page.script("location.hash = '#/contribute'", &[]).await?;
        page.find("#f-url").await?;
        page.click(".reload").await?;
        page.shows("[aria-label=Notices]", "newer").await?;
        look.at(page, "a newer draft and a conflict").await?;
        look.done()
    })
    .await
}

#[tokio::test]
async fn a_draft_that_moved_keeps_nobody_out() -> Outcome {
    stage_in_chromium("a_draft_that_moved_keeps_nobody_out", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        let mut look = Look::new();
        let theirs = "### Research\n* [Pinning, explained](https://lane.example/pin)\n";
        stage.publish(&[(PATH, &DRAFT.replace("### Research\n", theirs))]);
        page.put("#f-url", "https://lane.example/pin").await?;
        page.put("#f-title", "On pins").await?;
        page.choose("#f-section", "Research").await?;
        page.hand_in().await?;
        page.shows("dialog .around", "The draft had moved on.").await?;
        look.at(page, "the draft had moved on").await?;
        page.click_role("button", "What others changed").await?;
        page.shows("dialog .around .change-added", "Pinning, explained").await?;
        look.at(page, "what others changed").await?;
        look.done()
    })
    .await
}

#[tokio::test]
async fn notices_keep_nobody_out() -> Outcome {
    stage_in_chromium("notices_keep_nobody_out", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        let mut look = Look::new();
        page.put("#f-title", "half a title").await?;
        page.until("return Object.keys(localStorage).some(k => /^twir-desk.work./.test(k))", &[]).await?;
        // GitHub fails: the last copy is on the desk, and yesterday's work is offered.
        stage.server.answer(LISTING, Answer::status(500));
        page.reload().await?;
        page.find(".notice-error").await?;
        page.find(".works").await?;
        look.at(page, "GitHub in trouble, work to resume").await?;
        stage.publish(&[(PATH, DRAFT)]);
        stage.server.answer(&raw(PATH), Answer::silent());
        page.script("localStorage.clear(); sessionStorage.clear()", &[]).await?;
        page.open("/?again#/assemble").await?;
        page.find(".waiting").await?;
        look.at(page, "waiting for GitHub").await?;
        // The browser has no room, and a newer version of the desk waits.
        let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };
            document.documentElement.dispatchEvent(new Event('desk-newer'))";
        stage.publish(&[(PATH, DRAFT)]);
        page.open("/?full#/contribute").await?;
        page.loaded_from_github().await?;
        page.script(full, &[]).await?;
        page.put("#f-title", "no room").await?;
        page.shows("[aria-label=Notices]", "A new version of the desk is ready.").await?;
        page.shows("[aria-label=Notices]", "storage for this page is full").await?;
        look.at(page, "no room, and a newer desk").await?;
        look.done()
    })
    .await
}
