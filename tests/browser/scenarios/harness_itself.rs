//! The harness does what its words say, shown on a small page of its own.

use crate::harness::keyboard::Key;
use crate::harness::view::Theme;
use crate::harness::{Answer, Outcome, Stage, stage, stage_in_chromium};
use serde_json::json;
use std::time::Duration;

const PROBE: &str = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Probe</title><link rel="icon" href="data:,">
<style>@media (prefers-color-scheme: dark) { body { background: #000; color: #fff } } #far { margin-top: 2000px }</style>
<label>Title <input id="title"></label> <button id="go" onclick="out.textContent = 'went'">Go on</button>
<p id="out" role="status"></p> <input type="file" id="file" hidden onchange="read(this.files[0])">
<ul><li id="one" draggable="true">one<li id="two">two</ul>
<a id="save" download="saved.txt" href="data:text/plain,kept">Save</a>
<p id="far">far</p>
<script>
  const out = document.getElementById('out');
  const read = file => file.text().then(text => out.textContent = file.name + ': ' + text);
  addEventListener('dragover', event => event.preventDefault());
  addEventListener('drop', event => { event.preventDefault(); const file = event.dataTransfer.files[0];
    if (file) read(file); else out.textContent = event.dataTransfer.getData('text/plain') + ' on ' + event.target.id; });
  addEventListener('dragstart', event => event.dataTransfer.setData('text/plain', event.target.id));
</script>"#;

async fn probe(stage: &Stage) -> Outcome {
    stage.server.answer("/probe.html", Answer::ok(PROBE).header("Content-Type", "text/html; charset=utf-8"));
    stage.browser.open("/probe.html").await
}

#[tokio::test]
async fn the_console_is_heard() -> Outcome {
    stage("the_console_is_heard", async |stage| {
        probe(stage).await?;
        let page = &stage.browser;
        page.problems().await?;
        page.script("console.error('said'); setTimeout(() => { throw new Error('thrown') })", &[]).await?;
        let mut heard = String::new();
        for _ in 0..100 {
            heard += &page.problems().await?.concat();
            if heard.contains("said") && heard.contains("thrown") {
                return Ok(());
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        Err(format!("heard: {heard}").into())
    })
    .await
}

#[tokio::test]
async fn keys_roles_and_the_clipboard() -> Outcome {
    stage("keys_roles_and_the_clipboard", async |stage| {
        probe(stage).await?;
        let page = &stage.browser;
        page.tab_to("textbox", "Title").await?;
        page.type_keys("Köln").await?;
        assert_eq!(page.value("#title").await?, "Köln");
        page.refill("new").await?;
        assert_eq!(page.value("#title").await?, "new");
        page.chord(&[Key::Control], 'z').await?;
        assert_ne!(page.value("#title").await?, "new");
        page.refill("").await?;
        page.paste("* [a](https://a.example)").await?;
        assert_eq!(page.value("#title").await?, "* [a](https://a.example)");
        page.fill("#title", "filled").await?;
        page.chord(&[Key::Control], 'a').await?;
        page.chord(&[Key::Control], 'c').await?;
        assert_eq!(page.clipboard().await?, "filled");
        page.press(&[Key::Tab]).await?;
        assert_eq!(page.focused().await?, ("button".to_owned(), "Go on".to_owned()));
        page.press(&[Key::Enter]).await?;
        page.shows("#out", "went").await?;
        assert!(page.has_role("link", "Save").await? && !page.has_role("link", "Load").await?);
        page.click_role("button", "Go on").await
    })
    .await
}

// Only Chromium's driver drops files from outside the browser, and ends a drag.
#[tokio::test]
async fn files_go_in_and_out() -> Outcome {
    stage_in_chromium("files_go_in_and_out", async |stage| {
        probe(stage).await?;
        let page = &stage.browser;
        let file = stage.folder.join("draft.md");
        std::fs::write(&file, "text in it")?;
        page.choose_file("#file", &file).await?;
        page.shows("#out", "draft.md: text in it").await?;
        page.script("out.textContent = ''; scrollTo(0, 50)", &[]).await?;
        page.drop_files("body", &[&file]).await?;
        page.shows("#out", "draft.md: text in it").await?;
        page.drag("#one", "#two").await?;
        page.shows("#out", "one on two").await?;
        page.click("#save").await?;
        assert_eq!(page.download("saved.txt").await?, b"kept");
        Ok(())
    })
    .await
}

// Only Chromium's driver ends a tab's process.
#[tokio::test]
async fn storage_outlives_a_crash_and_a_restart() -> Outcome {
    stage_in_chromium("storage_outlives_a_crash_and_a_restart", async |stage| {
        probe(stage).await?;
        stage.browser.script("localStorage.setItem('draft', 'kept')", &[]).await?;
        stage.browser.crash_tab().await?;
        stage.browser.open("/probe.html").await?;
        let draft = "return localStorage.getItem('draft')";
        assert_eq!(stage.browser.script(draft, &[]).await?, json!("kept"));
        stage.browser.restart().await?;
        stage.browser.open("/probe.html").await?;
        assert_eq!(stage.browser.script(draft, &[]).await?, json!("kept"));
        stage.browser.open_tab("/probe.html").await?;
        assert_eq!(stage.browser.driver.windows().await?.len(), 2);
        stage.browser.paste("in the new tab").await
    })
    .await
}

// Ends with what the console tells of it, and Firefox asks once more where a connection was closed without a word.
#[tokio::test]
async fn answers_break_as_they_are_told() -> Outcome {
    stage_in_chromium("answers_break_as_they_are_told", async |stage| {
        probe(stage).await?;
        let (page, server) = (&stage.browser, &stage.server);
        let said = async |path: &str| {
            let fetch = "const end = arguments[1], stop = AbortSignal.timeout(1500); fetch(arguments[0], { signal: stop })
                .then(async r => end(r.status + ' ' + r.headers.get('x-left') + ' ' + await r.text())).catch(e => end(e.name))";
            let said = page.driver.execute_async(fetch, vec![json!(path)]).await?;
            Outcome::Ok(said.json().as_str().unwrap_or_default().to_owned())
        };
        server.answer("/gh/x", Answer::status(403).header("X-Left", "0").body("limit"));
        assert_eq!(said("/gh/x?ref=main").await?, "403 0 limit");
        server.answer("/gh/x?ref=main", Answer::ok("whole").delay(Duration::from_millis(200)));
        assert_eq!(said("/gh/x?ref=main").await?, "200 null whole");
        assert_eq!(server.count("/gh/x"), 2);
        server.answer("/gh/half", Answer::ok("half of it").cut_after(4));
        assert_eq!(said("/gh/half").await?, "TypeError");
        server.answer("/gh/closed", Answer::closed());
        assert_eq!(said("/gh/closed").await?, "TypeError");
        server.answer("/gh/silent", Answer::silent());
        assert_eq!(said("/gh/silent").await?, "TimeoutError");
        assert_eq!(said("/gh/unknown").await?, "404 null ");
        server.config(&json!({ "a": 1 }));
        assert_eq!(said("/desk.json").await?, r#"200 null {"a":1}"#);
        // What the browser asks others for comes here too, with their names.
        assert!(server.requests().iter().filter(|r| r.path.starts_with('/')).all(|request| request.method == "GET"));
        page.offline(true).await?;
        assert_eq!(said("/gh/x?ref=main").await?, "TypeError");
        page.offline(false).await?;
        assert!(page.problems().await?.len() >= 4);
        Ok(())
    })
    .await
}

// Firefox's windows are wider than a phone, and its driver chooses no theme.
#[tokio::test]
async fn pictures_have_size_and_theme() -> Outcome {
    stage_in_chromium("pictures_have_size_and_theme", async |stage| {
        probe(stage).await?;
        let light = std::fs::read(stage.browser.picture("probe-light", 390, 844, Theme::Light).await?)?;
        let dark = std::fs::read(stage.browser.picture("probe-dark", 390, 844, Theme::Dark).await?)?;
        // Width and height stand at a fixed place in every PNG.
        assert_eq!((&light[16..20], &light[20..24]), (&390_u32.to_be_bytes()[..], &844_u32.to_be_bytes()[..]));
        assert_ne!(light, dark);
        Ok(())
    })
    .await
}
