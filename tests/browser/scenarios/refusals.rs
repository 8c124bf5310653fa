//! How GitHub may fail, and the way on from each failure.

use crate::harness::desk::raw;
use crate::harness::{Answer, Browser, DRAFT, LISTING, Outcome, PATH, Stage, TODAY, stage};

/// Begins anew, with nothing kept, and waits for the failure: its words, and the starter issue in place of the draft.
async fn fails(page: &Browser, words: &str) -> Outcome {
    page.script("localStorage.clear()", &[]).await?;
    page.reload().await?;
    page.shows(".notice-error", words).await.map_err(|e| format!("{words}: {e}"))?;
    page.shows(".notice-error", "The starter issue is on the desk instead").await?;
    page.shows(".status-source", "starter issue, for practice").await
}

/// The stand-in is well again: trying again brings the draft.
async fn tries_again(stage: &Stage) -> Outcome {
    stage.publish(&[(PATH, DRAFT)]);
    stage.browser.click_role("button", "Try again").await?;
    stage.browser.loaded_from_github().await?;
    stage.browser.gone(".notice-error").await
}

#[tokio::test]
async fn a_refused_listing() -> Outcome {
    stage("a_refused_listing", async |stage| {
        stage.clock(TODAY).await?;
        stage.desk("#/contribute").await?;
        let (page, server) = (&stage.browser, &stage.server);
        let cases = [
            (Answer::status(404), "GitHub has no folder draft in ferrous/newsletter."),
            (Answer::status(500), "GitHub is in trouble (it answered 500)."),
            (Answer::status(503), "GitHub is in trouble (it answered 503)."),
            (Answer::ok("[]"), "There is no draft in the folder draft at the moment."),
            (Answer::ok("<html>"), "GitHub’s answer makes no sense"),
            (Answer::closed(), "GitHub cannot be reached."),
            (Answer::ok("[] and more").cut_after(2), "Only part of"),
        ];
        for (answer, words) in cases {
            server.answer(LISTING, answer);
            fails(page, words).await?;
            assert!(page.has_role("button", "Open something else").await?);
        }
        tries_again(stage).await
    })
    .await
}

#[tokio::test]
async fn too_many_requests() -> Outcome {
    stage("too_many_requests", async |stage| {
        stage.clock(TODAY).await?;
        stage.desk("#/contribute").await?;
        let (page, server) = (&stage.browser, &stage.server);
        // Spent until 16½ minutes after noon.
        let spent = Answer::status(403).header("x-ratelimit-remaining", "0").header("x-ratelimit-reset", "1788264990");
        server.answer(LISTING, spent.clone());
        page.script("localStorage.clear()", &[]).await?;
        page.reload().await?;
        // The draft is found by the date in its name.
        page.loaded_from_github().await?;
        page.gone(".notice-error").await?;

        server.forget(&raw(PATH));
        fails(page, "GitHub allows no more requests from your network for about 17 min.").await?;
        page.shows(".notice-error", "Wait that long, or download the draft from GitHub’s page").await?;
        server.answer(LISTING, Answer::status(403));
        fails(page, "GitHub refuses to show the draft.").await?;
        server.answer(LISTING, Answer::status(429).header("retry-after", "90"));
        fails(page, "GitHub allows no more requests from your network for about 2 min.").await?;
        tries_again(stage).await
    })
    .await
}

#[tokio::test]
async fn a_broken_file() -> Outcome {
    stage("a_broken_file", async |stage| {
        stage.desk("#/contribute").await?;
        let (page, server) = (&stage.browser, &stage.server);
        let half = DRAFT.split_at(DRAFT.len() / 2).0;
        let cases = [
            (Answer::status(404), format!("GitHub has no file {PATH}.")),
            (Answer::ok(DRAFT).cut_after(1000), format!("Only part of {PATH} arrived.")),
            (Answer::ok(half), format!("Only part of {PATH} arrived.")),
            (Answer::ok("<!doctype html><title>Sign in</title>"), format!("{PATH} does not look like an issue")),
            (Answer::ok(b"### Official\n\xff".as_slice()), "The file is not UTF-8 text (byte 13).".to_owned()),
            (Answer::status(502), "GitHub is in trouble (it answered 502).".to_owned()),
        ];
        for (answer, words) in cases {
            server.answer(&raw(PATH), answer);
            fails(page, &words).await?;
        }
        tries_again(stage).await
    })
    .await
}

#[tokio::test]
async fn no_answer_at_all() -> Outcome {
    stage("no_answer_at_all", async |stage| {
        stage.configure();
        stage.server.answer(LISTING, Answer::silent());
        let page = &stage.browser;
        page.open("/#/contribute").await?;
        page.shows(".waiting", "Fetching this week’s draft from GitHub.").await?;
        page.shows(".status-source", "looking for the newest draft").await?;
        page.click_role("button", "Practise on the starter issue meanwhile").await?;
        page.shows(".status-source", "starter issue, for practice").await?;
        page.find("#f-url").await?;

        // The twenty seconds of patience, shortened.
        stage.before_load(
            "{ const wait = setTimeout; window.setTimeout = (f, ms, ...a) => wait(f, ms === 20000 ? 300 : ms, ...a) }",
        )
        .await?;
        fails(page, "GitHub did not answer in time.").await?;
        page.shows(".notice-error", "Try again in a minute. What you typed is safe.").await?;
        tries_again(stage).await
    })
    .await
}
