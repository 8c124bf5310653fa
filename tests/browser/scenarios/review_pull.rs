//! Review of a pull request by its number: the change that it makes and nothing that others did meanwhile.

use crate::harness::desk::{REPOSITORY, changed, raw_at};
use crate::harness::keyboard::Key;
use crate::harness::{Answer, Browser, DRAFT, Outcome, PATH, Stage, stage};
use serde_json::{Value, json};
use std::time::Duration;

fn commit(letter: &str) -> String {
    letter.repeat(40)
}

fn api(path: &str) -> String {
    format!("/gh/api/repos/{REPOSITORY}/{path}")
}

fn pull(number: u32) -> Value {
    json!({
        "number": number, "title": "Some change", "state": "open", "merged": false,
        "user": { "login": "crab" }, "base": { "sha": commit("b") }, "head": { "sha": commit("a") },
    })
}

fn files(files: &Value) -> Answer {
    Answer::json(&json!({ "merge_base_commit": { "sha": commit("c") }, "files": files }))
}

fn compare() -> String {
    api(&format!("compare/{}...{}", commit("b"), commit("a")))
}

/// Pull request 41 on the stand-in, of that title, which makes `after` of the draft: of one that had an item which the draft
/// of today has not. It touches the `others` too.
pub fn offer_as(stage: &Stage, title: &str, after: &str, others: &[&str]) {
    let section = "### Miscellaneous\n";
    let early = |text: &str| text.replace(section, &format!("{section}* [Early](https://lane.example/early)\n"));
    let mut pull = pull(41);
    pull["title"] = title.into();
    stage.server.answer(&api("pulls/41"), Answer::json(&pull));
    let mut touched = vec![json!({ "filename": PATH, "status": "modified" })];
    touched.extend(others.iter().map(|other| json!({ "filename": other, "status": "added" })));
    stage.server.answer(&compare(), files(&touched.into()));
    stage.server.answer(&raw_at(&commit("c"), PATH), Answer::ok(early(DRAFT)));
    stage.server.answer(&raw_at(&commit("a"), PATH), Answer::ok(early(after)));
}

/// The same with the changes of [`changed`], a title that would be markup, and another file.
pub fn offer(stage: &Stage) {
    offer_as(stage, "Add <b>a tidy</b> link", &changed(), &["tools/run.sh"]);
}

async fn address_is(page: &Browser, hash: &str) -> Outcome {
    page.until("return location.hash === arguments[0]", &[hash.into()]).await
}

#[tokio::test]
async fn a_pull_request_is_reviewed() -> Outcome {
    stage("a_pull_request_is_reviewed", async |stage| {
        stage.desk("#/review").await?;
        offer(stage);
        let page = &stage.browser;
        page.put("#review-pull", "https://github.com/ferrous/newsletter/pull/41/files").await?;
        page.press(&[Key::Enter]).await?;
        page.shows(".review-told", "Add <b>a tidy</b> link #41 by crab, open, in draft/2026-09-02").await?;
        page.shows(".review-told .finding-warning", "It changes more than this issue: tools/run.sh").await?;
        page.shows(".review-verdict", "1 item added, 1 item changed, 1 item removed; ").await?;
        page.until("return document.querySelectorAll('.review-card').length === 3", &[]).await?;
        let link = page.script("return document.querySelector('.review-told a').href", &[]).await?;
        assert_eq!(link, "https://github.com/ferrous/newsletter/pull/41");

        // The address leads there again.
        address_is(page, "#/review?pull=41").await?;
        page.reload().await?;
        page.shows(".review-verdict", "1 item added, 1 item changed, 1 item removed; ").await?;
        page.shows(".review-side:nth-child(2)", "Pull request 41").await?;

        // What both sides show is told, and nothing else.
        page.click_role("button", "The work on the desk").await?;
        page.gone(".review-told p").await?;
        address_is(page, "#/review").await?;
        page.keeps_nothing().await
    })
    .await
}

#[tokio::test]
async fn what_cannot_be_reviewed_is_said() -> Outcome {
    stage("what_cannot_be_reviewed_is_said", async |stage| {
        stage.desk("#/review").await?;
        let page = &stage.browser;
        let fails = async |typed: &str, words: &str| -> Outcome {
            page.put("#review-pull", typed).await?;
            page.click_role("button", "Review it").await?;
            page.shows(".review-told .finding-error", words).await?;
            page.shows(".review-side:nth-child(2)", "The work on the desk").await?;
            page.shows(".review-verdict", "Both sides are the same.").await
        };
        fails("forty-one", "Enter a number, such as 41, or the address of a pull request’s page.").await?;
        fails("other/one#41", "That one belongs to other/one; this desk reads those of ferrous/newsletter.").await?;
        fails("41", "GitHub has no pull request 41 in ferrous/newsletter. Look at the number").await?;
        let (listing, spent) = (api("pulls/41"), Answer::status(403).header("retry-after", "120"));
        for (answer, words) in [
            (spent, "no more requests from your network for about 2 min. Wait that long"),
            (Answer::closed(), "GitHub cannot be reached."),
            (Answer::status(502), "GitHub is in trouble (it answered 502). Try again in a minute."),
            (Answer::ok("<html>"), "GitHub’s answer makes no sense"),
        ] {
            stage.server.answer(&listing, answer);
            fails("41", words).await?;
        }
        stage.server.answer(&listing, Answer::json(&pull(41)));
        for (touched, words) in [
            (
                json!([{ "filename": "tools/run.sh", "status": "added" }]),
                "It changes no issue of the newsletter, only tools/run.sh.",
            ),
            (
                json!([{ "filename": "draft/HOW_TO.md", "status": "modified" }]),
                "only draft/HOW_TO.md. Review it on GitHub",
            ),
            (json!([]), "It changes nothing."),
            (json!([{ "filename": PATH, "status": "removed" }]), "as a whole: there is nothing to compare"),
        ] {
            stage.server.answer(&compare(), files(&touched));
            fails("41", words).await?;
        }
        // What failed stays in the field, to be mended.
        assert_eq!(page.value("#review-pull").await?, "41");
        offer(stage);
        page.click_role("button", "Review it").await?;
        page.shows(".review-verdict", "1 item added").await
    })
    .await
}

#[tokio::test]
async fn the_last_pull_request_asked_for_counts() -> Outcome {
    stage("the_last_pull_request_asked_for_counts", async |stage| {
        stage.desk("#/review").await?;
        offer(stage);
        let (page, server) = (&stage.browser, &stage.server);
        server.answer(&api("pulls/40"), Answer::json(&pull(40)).delay(Duration::from_secs(4)));
        page.put("#review-pull", "40").await?;
        page.press(&[Key::Enter]).await?;
        page.shows(".review-told", "Fetching pull request 40 from GitHub.").await?;
        page.put("#review-pull", "#41").await?;
        page.press(&[Key::Enter]).await?;
        page.shows(".review-told", "#41 by crab").await?;
        // The late answer leads to the same change, which is fetched once more.
        let late = tokio::time::Instant::now();
        while server.count(&raw_at(&commit("a"), PATH)) < 2 {
            assert!(late.elapsed().as_secs() < 10, "it did not come");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
        page.shows(".review-told", "#41 by crab").await?;
        address_is(page, "#/review?pull=41").await
    })
    .await
}
