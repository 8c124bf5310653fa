//! Where the token is, and where it is not: looked for in everything that the browser keeps.

use super::publishing::{TOKEN, choose_way, fill, one_click, ready};
use crate::harness::keyboard::Key;
use crate::harness::{Browser, DRAFT, Kind, Outcome, Stage, stage};
use serde_json::{Value, json};

/// Everything that the page and its browser keep, as texts by name.
async fn kept(page: &Browser) -> Outcome<Vec<(String, String)>> {
    let script = "const done = arguments[arguments.length - 1]; (async () => {
        const all = { local: JSON.stringify(localStorage), session: JSON.stringify(sessionStorage), cookies: document.cookie,
            address: location.href, state: JSON.stringify(history.state) ?? '', name: window.name, page: document.documentElement.outerHTML,
            fields: JSON.stringify([...document.querySelectorAll('input, textarea')].map(e => e.value)),
            requests: JSON.stringify(performance.getEntries().map(e => e.name)) };
        all.caches = '';
        for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys())
            all.caches += request.url + JSON.stringify([...request.headers]) + await (await caches.match(request)).text();
        all.databases = '';
        for (const { name } of await indexedDB.databases()) {
            const database = await new Promise((yes, no) => { const r = indexedDB.open(name); r.onsuccess = () => yes(r.result); r.onerror = no; });
            for (const store of database.objectStoreNames) all.databases += JSON.stringify(await new Promise((yes, no) => {
                const r = database.transaction(store).objectStore(store).getAll(); r.onsuccess = () => yes(r.result); r.onerror = no; }));
        }
        return Object.entries(all);
      })().then(done, error => done([['failed', String(error)]]))";
    let all = page.driver.execute_async(script, Vec::new()).await?;
    let mut all: Vec<(String, String)> = serde_json::from_value(all.json().clone())?;
    // Firefox's driver does not tell where a page has been.
    if page.kind == Kind::Chromium {
        let history = page.cdp("Page.getNavigationHistory", json!({})).await?;
        all.push(("history".into(), history.to_string()));
        let console = page.driver.browser_log().await?;
        all.extend(console.into_iter().map(|entry| (format!("console {}", entry.level), entry.message)));
    } else {
        all.extend(page.problems().await?.into_iter().map(|words| ("console".into(), words)));
    }
    Ok(all)
}

/// Names of the places that hold the token.
async fn places(page: &Browser) -> Outcome<Vec<String>> {
    let all = kept(page).await?;
    assert!(!all.iter().any(|(name, _)| name == "failed"), "{all:?}");
    assert!(all.iter().any(|(name, text)| name == "local" && text.contains("On pins")), "the draft is searched, too");
    Ok(all.into_iter().filter(|(_, text)| text.contains(TOKEN)).map(|(name, _)| name).collect())
}

/// Requests that hold the token anywhere but in the header for it.
fn sent_elsewhere(stage: &Stage) -> Vec<String> {
    let holds = |text: &str| text.contains(TOKEN);
    let requests = stage.server.requests();
    let bad = requests.iter().filter(|request| {
        let mut headers = request.headers.iter().filter(|(name, _)| name != "authorization");
        let authorized = request.header("authorization").is_some() && !request.path.starts_with("/gh/api/");
        authorized
            || holds(&request.path)
            || holds(&request.query)
            || headers.any(|(_, value)| holds(value))
            || holds(&String::from_utf8_lossy(&request.body))
    });
    bad.map(|request| format!("{} {}", request.method, request.path)).collect()
}

#[tokio::test]
async fn after_a_full_run_the_token_is_nowhere() -> Outcome {
    stage("after_a_full_run_the_token_is_nowhere", async |stage| {
        ready(stage, |github| github.slow_forks = 3).await?;
        let page = &stage.browser;
        one_click(page, TOKEN).await?;
        page.shows(".outcome", "Your pull request is open.").await?;
        assert_eq!(places(page).await?, [""; 0]);
        assert_eq!(sent_elsewhere(stage), [""; 0]);
        let authorized =
            stage.server.requests().into_iter().filter(|request| request.header("authorization").is_some());
        assert!(authorized.count() > 10, "it was used");
        // Nor after the page was left and loaded anew.
        page.reload().await?;
        page.loaded_from_github().await?;
        assert_eq!(places(page).await?, [""; 0]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_is_sent_for_a_draft_of_ones_own() -> Outcome {
    stage("nothing_is_sent_for_a_draft_of_ones_own", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.click(".status-source").await?;
        page.open_pasted(&DRAFT.replace("667", "702")).await?;
        page.gone("dialog").await?;
        fill(page, "On pins", "https://lane.example/pin").await?;
        page.hand_in().await?;
        choose_way(page, "With one click").await?;
        page.shows("dialog .form", "This needs the draft from GitHub").await?;
        page.put("#w-token", TOKEN).await?;
        page.press(&[Key::Enter]).await?;
        page.click_role("button", "Open the pull request").await?;
        assert_eq!(page.value("#w-token").await?, TOKEN, "it was not taken");
        page.gone(".stages").await?;
        let sent = stage.server.requests().into_iter().find(|request| request.header("authorization").is_some());
        assert!(sent.is_none(), "{sent:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_refused_token_is_in_no_error() -> Outcome {
    stage("a_refused_token_is_in_no_error", async |stage| {
        ready(stage, |github| github.tokens.clear()).await?;
        let page = &stage.browser;
        one_click(page, TOKEN).await?;
        page.shows("dialog [role=alert]", "GitHub does not know this token").await?;
        assert_eq!(places(page).await?, [""; 0]);
        page.put("#w-token", "zwei Wörter").await?;
        page.click_role("button", "Open the pull request").await?;
        page.shows("#w-token-problem", "This is no token").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_token_is_kept_as_asked_and_forgotten_by_one_button() -> Outcome {
    stage("a_token_is_kept_as_asked_and_forgotten_by_one_button", async |stage| {
        ready(stage, |github| github.fork("crab/newsletter")).await?;
        let page = &stage.browser;
        choose_way(page, "With one click").await?;
        let link = page.role("link", "Make one on GitHub").await?.attr("href").await?;
        let wanted = "https://github.com/settings/tokens/new?scopes=public_repo&description=TWiR%20desk";
        assert_eq!(link.as_deref(), Some(wanted));
        assert_eq!(page.find("#w-token").await?.attr("type").await?.as_deref(), Some("password"));
        for (choice, place, words) in [(3, "local", "on this device"), (2, "session", "until you close this tab")] {
            page.click(&format!("dialog .segments label:nth-of-type({choice})")).await?;
            page.put("#w-token", TOKEN).await?;
            page.click_role("button", "Open the pull request").await?;
            page.shows(".outcome", "pull request is").await?;
            page.shows(".token-there", words).await?;
            assert_eq!(places(page).await?, [place]);
            page.click_role("button", "Forget the token").await?;
            page.gone(".token-there").await?;
            assert_eq!(places(page).await?, [""; 0]);
        }
        let none: Value = page.script("return document.querySelector('#w-token').value", &[]).await?;
        assert_eq!(none, json!(""));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_token_of_the_tab_serves_after_a_reload() -> Outcome {
    stage("a_token_of_the_tab_serves_after_a_reload", async |stage| {
        ready(stage, |github| github.fork("crab/newsletter")).await?;
        let page = &stage.browser;
        choose_way(page, "With one click").await?;
        page.click("dialog .segments label:nth-of-type(2)").await?;
        page.put("#w-token", TOKEN).await?;
        page.click_role("button", "Open the pull request").await?;
        page.shows(".outcome", "Your pull request is open.").await?;
        page.reload().await?;
        page.loaded_from_github().await?;
        page.click_role("button", "Continue").await?;
        page.hand_in().await?;
        page.shows("dialog .form", "This was handed in from this device.").await?;
        page.shows(".token-there", "until you close this tab").await?;
        page.click_role("button", "Open the pull request").await?;
        page.shows(".outcome", "This is handed in already").await?;
        stage.server.github(|github| assert_eq!(github.pulls.len(), 1));
        Ok(())
    })
    .await
}
