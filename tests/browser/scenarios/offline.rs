//! Without a network after the first visit, and from one version of the desk to the next. Those with a worker play in
//! Chromium alone: Firefox, as its driver starts it, asks the server for the page although the worker has it; why is not known.

use crate::harness::{Answer, Browser, DRAFT, FILE, Outcome, PATH, Stage, raw, stage, stage_in_chromium};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

fn link(title: &str) -> Value {
    json!({ "kind": "link", "section": "Research", "title": title, "url": "https://lane.example/offline" })
}

async fn add(page: &Browser, title: &str) -> Outcome {
    page.put("#f-url", "https://lane.example/offline").await?;
    page.put("#f-title", title).await?;
    page.choose("#f-section", "Research").await?;
    page.click_role("button", "Add another").await?;
    page.shows(".mine", title).await
}

/// Waits until the desk is on the device.
async fn kept(page: &Browser) -> Outcome {
    page.until("return !!navigator.serviceWorker.controller", &[]).await
}

/// Nothing may have gone wrong but what the cut network refused.
async fn only_refusals(page: &Browser) -> Outcome {
    let told = page.problems().await?;
    let refused = |words: &String| words.contains("ERR_EMPTY_RESPONSE") || words.contains("Failed to load resource");
    assert!(told.iter().all(refused), "{told:?}");
    Ok(())
}

#[tokio::test]
async fn everything_works_without_a_network() -> Outcome {
    stage_in_chromium("everything_works_without_a_network", async |stage| {
        stage.server.mount("/some/where");
        stage.publish(&[(PATH, DRAFT)]);
        let page = &stage.browser;
        page.open("/some/where/").await?;
        page.loaded_from_github().await?;
        kept(page).await?;

        // Not the tab's network alone: the server answers nobody any more.
        stage.server.cut(true);
        page.open("/some/where/#/contribute").await?;
        page.reload().await?;
        page.shows(".notice-error", "GitHub cannot be reached. You may be offline").await?;
        page.shows(".status-source", "last copy from GitHub").await?;
        page.shows(".status-issue", "Issue 667").await?;

        // Parts that were never opened while there was a network, and the configuration.
        add(page, "On a train").await?;
        let after = stage.added(DRAFT, &[link("On a train")])?;
        page.keeps(&after).await?;
        page.hand_in().await?;
        page.click_role("button", "Save the file").await?;
        assert_eq!(String::from_utf8(page.download(FILE).await?)?, after);
        page.click_role("button", "Save the patch").await?;
        let patch = page.download(&FILE.replace(".md", ".patch")).await?;
        assert_eq!(stage.git_apply(DRAFT, PATH, &patch)?, after);
        page.click_role("button", "Close").await?;
        page.gone("dialog").await?;

        // Another app shares a page with the desk: any query is the same desk.
        page.open("/some/where/?title=Shared&text=https%3A%2F%2Flane.example%2Fshared").await?;
        page.until("return document.querySelector('#f-title')?.value === 'Shared'", &[]).await?;
        page.shows(".works", "issue 667: 1 change").await?;
        page.click_role("button", "Continue").await?;
        page.shows(".mine", "On a train").await?;
        page.script("location.hash = '#/assemble'", &[]).await?;
        page.shows(".outline", "Research").await?;
        page.keeps(&after).await?;
        only_refusals(page).await?;

        stage.server.cut(false);
        let asked = "return caches.keys().then(names => Promise.all(names.map(async n => (await (await caches.open(n)).keys())
            .map(request => request.url)))).then(lists => lists.flat().filter(url => url.includes('/gh/')).length === 0)";
        page.until(asked, &[]).await?;
        page.click_role("button", "Try again").await?;
        page.loaded_from_github().await?;
        page.keeps(&after).await
    })
    .await
}

#[tokio::test]
async fn what_was_read_is_there_without_a_network() -> Outcome {
    stage_in_chromium("what_was_read_is_there_without_a_network", async |stage| {
        let before = DRAFT.replace("667", "666").replace("2026-09-02", "2026-08-26").replace("A tour", "A detour");
        stage.server.answer(&raw("content/2026-08-26-this-week-in-rust.md"), Answer::ok(before));
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        kept(page).await?;
        // The first key sends for the issues before.
        page.put("#f-title", "Anything").await?;
        page.shows(".pane-form", "Links are compared with 1 of the 24 issues before").await?;

        stage.server.cut(true);
        page.reload().await?;
        page.shows(".notice-error", "GitHub cannot be reached. You may be offline").await?;
        page.click_role("button", "Open something else").await?;
        page.dialog("Open a draft").await?;
        page.shows("#open-kept", "Draft of Wed 2 Sep 2026").await?;
        page.choose("#open-kept", "content/2026-08-26-this-week-in-rust.md").await?;
        page.click_role("button", "Open it to read").await?;
        page.gone("dialog").await?;
        page.shows(".status-issue", "Issue 666 · Wed 26 Aug 2026").await?;
        page.shows(".status-source", "file 2026-08-26-this-week-in-rust.md").await?;
        // And back to the draft, which is still the one that GitHub had.
        page.click(".status-source").await?;
        page.dialog("Open a draft").await?;
        page.choose("#open-kept", PATH).await?;
        page.click_role("button", "Open it to read").await?;
        page.shows(".status-issue", "Issue 667 · Wed 2 Sep 2026").await?;
        page.shows(".status-source", "GitHub").await?;
        only_refusals(page).await
    })
    .await
}

#[tokio::test]
async fn a_browser_without_workers_says_nothing() -> Outcome {
    stage("a_browser_without_workers_says_nothing", async |stage| {
        // As on plain http.
        stage.before_load("delete Navigator.prototype.serviceWorker").await?;
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        assert_eq!(page.script("return 'serviceWorker' in navigator", &[]).await?, json!(false));
        add(page, "As ever").await?;
        page.gone(".notice").await?;
        assert_eq!(stage.server.count("/sw.js"), 0);
        Ok(())
    })
    .await
}

fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    Ok(found)
}

/// The hash of the build that is tested, that of a second one, and its folder: the same desk under a hash of the same length, with
/// a mark on its page and its style, and the worker that `cargo xtask` writes for it.
fn second_build(stage: &Stage) -> Outcome<(String, String, PathBuf)> {
    let dist = PathBuf::from(std::env::var("TWIR_DESK_DIST")?).canonicalize()?;
    let is_part = |n: &String| n.starts_with("parts-");
    let mut names =
        std::fs::read_dir(&dist)?.filter_map(Result::ok).map(|e| e.file_name().to_string_lossy().into_owned());
    let hash = names.find(is_part).ok_or("the build has no parts")?.trim_start_matches("parts-").to_owned();
    // Sixteen digits, or fewer: Trunk writes no zeros before them.
    const OTHER: &str = "00000000feedbeef";
    let zeros = OTHER.len().checked_sub(hash.len()).ok_or("the build's hash is too long")?;
    let other = &OTHER[zeros..];
    let folder = std::path::absolute(stage.folder.join("second"))?;
    for file in files(&dist)? {
        let name = file.strip_prefix(&dist)?.to_string_lossy().replace(&hash, other);
        let mut bytes = std::fs::read(&file)?;
        while let Some(at) = bytes.windows(hash.len()).position(|window| window == hash.as_bytes()) {
            bytes[at..at + other.len()].copy_from_slice(other.as_bytes());
        }
        match name.as_str() {
            "index.html" => {
                bytes = String::from_utf8(bytes)?.replace("<html ", "<html data-build=second ").into_bytes()
            }
            "starter.md" => bytes = String::from_utf8(bytes)?.replace("679", "779").into_bytes(),
            _ => {}
        }
        let copy = folder.join(name);
        std::fs::create_dir_all(copy.parent().ok_or("a file stands in a folder")?)?;
        std::fs::write(copy, bytes)?;
    }
    let mut worker = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    worker.args(["xtask", "worker"]).arg(&folder).current_dir(env!("CARGO_MANIFEST_DIR"));
    let done = worker.output()?;
    if !done.status.success() {
        return Err(String::from_utf8_lossy(&done.stderr).into_owned().into());
    }
    Ok((hash, other.to_owned(), folder))
}

const SECOND: &str = "return document.documentElement.dataset.build === 'second'";
const NEWER: &str = "A new version of the desk is ready.";

#[tokio::test]
async fn the_tab_of_the_first_visit_goes_on_with_its_version() -> Outcome {
    stage_in_chromium("the_tab_of_the_first_visit_goes_on_with_its_version", async |stage| {
        let (_, other_hash, second) = second_build(stage)?;
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        kept(page).await?;
        let first = page.driver.window().await?;
        page.open_tab("/#/contribute").await?;
        page.loaded_from_github().await?;
        stage.server.serve(&second);
        page.script("navigator.serviceWorker.getRegistration().then(r => r.update())", &[]).await?;
        page.shows(".notice-info", NEWER).await?;
        page.click_role("button", "Use it now").await?;
        page.until(SECOND, &[]).await?;
        page.loaded_from_github().await?;

        page.driver.switch_to_window(first).await?;
        page.script("location.hash = '#/assemble'", &[]).await?;
        page.shows(".outline", "Research").await?;
        let loaded =
            "return performance.getEntriesByType('resource').filter(e => e.name.includes(arguments[0])).length";
        assert_eq!(page.script(loaded, &[other_hash.as_str().into()]).await?, json!(0));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_new_version_waits_until_it_is_wanted() -> Outcome {
    stage_in_chromium("a_new_version_waits_until_it_is_wanted", async |stage| {
        let (hash, other_hash, second) = second_build(stage)?;
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        kept(page).await?;
        // From here on the page comes from the device.
        page.reload().await?;
        page.loaded_from_github().await?;
        add(page, "Between versions").await?;
        let after = stage.added(DRAFT, &[link("Between versions")])?;
        page.keeps(&after).await?;
        let first = page.driver.window().await?;
        let other = page.open_tab("/#/contribute").await?;
        page.loaded_from_github().await?;

        // The second build takes the first one's place on the server, and the browser looks for it.
        stage.server.serve(&second);
        stage.server.clear_requests();
        page.script("navigator.serviceWorker.getRegistration().then(r => r.update())", &[]).await?;
        page.shows(".notice-info", NEWER).await?;
        page.driver.switch_to_window(first).await?;
        page.shows(".notice-info", NEWER).await?;
        page.shows(".notice-info", "Your work is kept").await?;
        page.click_role("button", "Later").await?;
        page.gone(".notice-info").await?;

        // A reload alone does not change the version, nor do the parts of the old one stay away.
        page.reload().await?;
        page.loaded_from_github().await?;
        page.click_role("button", "Continue").await?;
        page.shows(".mine", "Between versions").await?;
        page.script("location.hash = '#/assemble'", &[]).await?;
        page.shows(".outline", "Research").await?;
        assert_eq!(page.script(SECOND, &[]).await?, json!(false));

        page.shows(".notice-info", NEWER).await?;
        page.click_role("button", "Use it now").await?;
        page.until(SECOND, &[]).await?;
        page.loaded_from_github().await?;
        page.until("return !document.body.innerText.includes(arguments[0])", &[NEWER.into()]).await?;
        page.click_role("button", "Continue").await?;
        page.shows(".outline", "Research").await?;
        page.keeps(&after).await?;
        let loaded =
            "return performance.getEntriesByType('resource').filter(e => e.name.includes(arguments[0])).length";
        assert_eq!(page.script(loaded, &[hash.as_str().into()]).await?, json!(0));
        assert_ne!(page.script(loaded, &[other_hash.as_str().into()]).await?, json!(0));

        // The other tab goes on with the version that it began with, its parts and its files.
        page.driver.switch_to_window(other).await?;
        assert_eq!(page.script(SECOND, &[]).await?, json!(false));
        page.click(".status-source").await?;
        page.click_role("button", "Open it").await?;
        page.shows(".status-issue", "Issue 679").await?;
        page.script("location.hash = '#/assemble'", &[]).await?;
        page.shows(".outline", "Research").await?;
        assert_eq!(page.script(loaded, &[other_hash.as_str().into()]).await?, json!(0));
        // The server, which has the old files no more, was asked for none of them.
        let old = stage.server.requests().into_iter().find(|request| request.path.contains(&hash));
        assert!(old.is_none(), "{old:?}");

        // Once no tab has it any more, the old version leaves the device.
        page.click_role("button", "Use it now").await?;
        page.until(SECOND, &[]).await?;
        page.reload().await?;
        page.find("#app main").await?;
        page.until(
            "return caches.keys().then(names => names.filter(name => name.startsWith('twir-desk http')).length === 2)",
            &[],
        )
        .await
    })
    .await
}
