//! Drafts are written by strangers: nothing in them runs, asks for anything or leads anywhere, whatever view shows it.

use crate::harness::{DRAFT, Outcome, PATH, Stage, stage};
use serde_json::{Value, json};
use std::time::Duration;

#[path = "../../payloads/mod.rs"]
mod payloads;

use payloads::PAYLOADS;

/// Puts each payload through a view and expects nothing to come of it.
async fn through(stage: &Stage, view: &str) -> Outcome {
    assert!(PAYLOADS.len() >= 150);
    let page = &stage.browser;
    page.driver.set_script_timeout(Duration::from_secs(300)).await?;
    let here = page.driver.current_url().await?;
    for some in PAYLOADS.chunks(40) {
        let arguments = vec![json!(some), json!(DRAFT), json!(view)];
        let wrong = page.driver.execute_async(include_str!("hostile.js"), arguments).await?;
        assert_eq!(wrong.json(), &json!([]), "in {view}");
    }
    unharmed(stage, here.as_str()).await
}

/// No other window, no other address, nobody asked for anything.
async fn unharmed(stage: &Stage, here: &str) -> Outcome {
    let page = &stage.browser;
    assert_eq!(page.driver.current_url().await?.as_str(), here);
    assert_eq!(page.driver.windows().await?.len(), 1);
    let frames = "return [...document.querySelectorAll('iframe')].map(f => f.contentWindow.location.href)";
    for frame in page.script(frames, &[]).await?.as_array().unwrap_or(&Vec::new()) {
        assert_eq!(frame, &Value::from("about:srcdoc"));
    }
    let asked: Vec<String> = stage.server.strangers().into_iter().filter(|s| s.contains("x.example")).collect();
    assert_eq!(asked, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn nothing_hostile_runs_while_an_issue_is_assembled() -> Outcome {
    stage("nothing_hostile_runs_while_an_issue_is_assembled", async |stage| {
        stage.desk("#/assemble").await?;
        stage.browser.find(".outline-entry").await?;
        stage.browser.page_shows("body", "Updates from Rust Community").await?;
        through(stage, "assemble").await
    })
    .await
}

#[tokio::test]
async fn nothing_hostile_runs_in_the_form() -> Outcome {
    stage("nothing_hostile_runs_in_the_form", async |stage| {
        stage.desk("#/contribute").await?;
        stage.browser.find(".form input[name=url]").await?;
        through(stage, "contribute").await
    })
    .await
}

#[tokio::test]
async fn nothing_hostile_runs_in_a_review() -> Outcome {
    stage("nothing_hostile_runs_in_a_review", async |stage| {
        stage.desk("#/review").await?;
        stage.browser.find(".review-side").await?;
        through(stage, "review").await
    })
    .await
}

/// A draft that is hostile from the start, on its way from GitHub through all views to the words of the pull request.
#[tokio::test]
async fn a_hostile_draft_does_nothing() -> Outcome {
    stage("a_hostile_draft_does_nothing", async |stage| {
        let items: String = PAYLOADS
            .iter()
            .filter(|p| !p.contains(['\n', '`']) && !p.contains("<!--"))
            .map(|p| format!("* [{p}](https://x.example/)\n"))
            .collect();
        let draft = DRAFT.replace("### Research\n", &format!("### Research\n{items}"));
        stage.publish(&[(PATH, &draft)]);
        let page = &stage.browser;
        page.open("/#/contribute").await?;
        page.loaded_from_github().await?;
        page.put("#f-url", "https://x.example/<script>alert(1)</script>").await?;
        page.put("#f-title", "<img src=x onerror=alert(1)> [a](javascript:alert(1))").await?;
        page.choose("#f-section", "Research").await?;
        page.page_shows(".is-now", "<img src=x onerror=alert(1)>").await?;
        page.hand_in().await?;
        page.shows(".texts", "<img src=x onerror=alert(1)>").await?;
        let here = page.driver.current_url().await?;
        unharmed(stage, here.as_str()).await
    })
    .await
}

/// The frame has a sandbox without scripts and a policy of its own; what is put into it by hand does not run either.
#[tokio::test]
async fn even_what_slips_through_does_not_run() -> Outcome {
    stage("even_what_slips_through_does_not_run", async |stage| {
        stage.desk("#/assemble").await?;
        let page = &stage.browser;
        page.page_shows("body", "Updates from Rust Community").await?;
        let slip = "const f = document.querySelector('.page-frame'), d = f.contentDocument;
            if (f.sandbox.contains('allow-scripts') || f.sandbox.contains('allow-top-navigation')) return 'sandbox';
            window.slipped = 0; f.contentWindow.slipped = 0;
            d.body.insertAdjacentHTML('beforeend', '<p id=slip><img src=x onerror=\"parent.slipped++\"><img src=http://x.example/i>' +
              '<iframe src=http://x.example/f></iframe><a id=go href=http://x.example/go target=_top>x</a>');
            const s = d.createElement('script'); s.textContent = 'parent.slipped++'; d.body.append(s);
            d.getElementById('go').click();
            return ''";
        assert_eq!(page.script(slip, &[]).await?, json!(""));
        tokio::time::sleep(Duration::from_millis(400)).await;
        assert_eq!(page.script("return window.slipped", &[]).await?, json!(0));
        let here = page.driver.current_url().await?;
        assert!(here.as_str().ends_with("#/assemble"), "{here}");
        let asked: Vec<String> = stage.server.strangers().into_iter().filter(|s| s.contains("x.example")).collect();
        assert_eq!(asked, Vec::<String>::new());
        // The console says that it was refused; that is what this is about.
        page.problems().await?;
        Ok(())
    })
    .await
}
