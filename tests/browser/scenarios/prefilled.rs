//! The form filled from elsewhere: by an address, a bookmark on any page, another app.

use crate::harness::{Answer, Browser, Outcome, Stage, stage};
use serde_json::{Value, json};

const FILLED: &str = "Filled in by an address from elsewhere: look at it before you add it.";

async fn filled(page: &Browser, fields: &[(&str, &str)]) -> Outcome {
    page.shows(".prefilled", FILLED).await?;
    for (name, value) in fields {
        page.until(
            "return document.getElementById(arguments[0]).value === arguments[1]",
            &[format!("f-{name}").into(), (*value).into()],
        )
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_address_fills_the_form_once() -> Outcome {
    stage("an_address_fills_the_form_once", async |stage| {
        let query =
            "kind=link&title=On+%60Pin%60&url=https%3A%2F%2Flane.example%2Fpin&section=research&lang=de&colour=red";
        stage.desk(&format!("#/contribute?{query}")).await?;
        let page = &stage.browser;
        let fields =
            [("title", "On `Pin`"), ("url", "https://lane.example/pin"), ("section", "Research"), ("language", "DE")];
        filled(page, &fields).await?;
        page.shows(".prefilled", "No field is called colour.").await?;
        page.page_shows("body", "On Pin").await?;
        // Nothing was added, and a reload does not fill again.
        page.gone(".mine").await?;
        assert_eq!(
            page.script("return location.pathname + location.search + location.hash", &[]).await?,
            json!("/#/contribute")
        );
        page.click_role("button", "Add another").await?;
        page.shows(".mine", "On Pin").await?;
        page.gone(".prefilled").await?;
        page.reload().await?;
        page.loaded_from_github().await?;
        page.gone(".prefilled").await?;
        assert_eq!(page.value("#f-title").await?, "");
        // In an open tab an address fills as well, and Clear empties.
        page.script("location.hash = '#/contribute?kind=cfp-project&project=tool&title=Mend'", &[]).await?;
        filled(page, &[("project", "tool"), ("title", "Mend")]).await?;
        page.click_role("button", "Clear").await?;
        page.gone(".prefilled").await?;
        page.until("return document.querySelector('#f-project').value === ''", &[]).await
    })
    .await
}

#[tokio::test]
async fn what_is_typed_is_not_overwritten() -> Outcome {
    stage("what_is_typed_is_not_overwritten", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.put("#f-title", "My own").await?;
        page.script("location.hash = '#/contribute?title=Theirs&url=https://their.example/x'", &[]).await?;
        page.shows(".prefilled", "wants to fill the form (Link: Theirs). What is in it stays unless you say so.")
            .await?;
        assert_eq!(page.value("#f-title").await?, "My own");
        page.click_role("button", "Leave mine as it is").await?;
        page.gone(".prefilled").await?;
        page.script("location.hash = '#/contribute?title=Others&url=https://their.example/x'", &[]).await?;
        page.click_role("button", "Fill it in instead").await?;
        filled(page, &[("title", "Others"), ("url", "https://their.example/x")]).await?;
        page.script("document.activeElement.blur()", &[]).await?;
        page.chord(&[crate::harness::keyboard::Key::Control], 'z').await?;
        page.until("return document.querySelector('#f-title').value === 'My own'", &[]).await
    })
    .await
}

#[tokio::test]
async fn an_app_shares_a_page() -> Outcome {
    stage("an_app_shares_a_page", async |stage| {
        stage.desk("?title=&text=On+lanes%0Ahttps%3A%2F%2Flane.example%2Fa").await?;
        let page = &stage.browser;
        filled(page, &[("title", "On lanes"), ("url", "https://lane.example/a")]).await?;
        assert_eq!(page.script("return location.pathname + location.search + location.hash", &[]).await?, json!("/#/contribute"));
        page.click_role("button", "Empty the form").await?;
        page.gone(".prefilled").await?;

        let ask = "const link = document.querySelector('link[rel=manifest]'); window.manifest = null;
            fetch(link.href).then(a => a.json()).then(async m => { m.found = (await fetch(new URL(m.icons[0].src, link.href))).ok; window.manifest = m })";
        page.script(ask, &[]).await?;
        page.until("return window.manifest", &[]).await?;
        let manifest = page.script("return window.manifest", &[]).await?;
        let params = json!({ "title": "title", "text": "text", "url": "url" });
        assert_eq!((&manifest["share_target"]["params"], &manifest["found"]), (&params, &json!(true)));
        let doors: Vec<&str> = manifest["shortcuts"].as_array().into_iter().flatten().filter_map(|s| s["url"].as_str()).collect();
        assert_eq!(doors, ["./#/contribute", "./#/assemble", "./#/review"]);
        Ok(())
    })
    .await
}

/// Puts a page on the stage and runs the bookmark there; the form is in a tab of its own then.
async fn send(stage: &Stage, script: &str, path: &str, html: &str) -> Outcome {
    // A page without an icon of its own is asked for this one.
    stage.server.answer("/favicon.ico", Answer::status(204));
    stage.server.answer(path, Answer::ok(html).header("Content-Type", "text/html; charset=utf-8"));
    let page = &stage.browser;
    let tabs = page.driver.windows().await?;
    page.open(path).await?;
    // As the browser does with a bookmark: the address of the page is set to it.
    page.script("location.href = arguments[0]", &[script.into()]).await?;
    let tab = loop {
        if let Some(new) = page.driver.windows().await?.into_iter().find(|tab| !tabs.contains(tab)) {
            break new;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    };
    page.driver.switch_to_window(tab).await?;
    page.loaded_from_github().await
}

#[tokio::test]
async fn a_bookmark_sends_the_page_that_one_is_on() -> Outcome {
    stage("a_bookmark_sends_the_page_that_one_is_on", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.click("summary").await?;
        let link = page.role("link", "Send to TWiR desk").await?;
        let script = link.attr("href").await?.unwrap_or_default();
        assert!(script.starts_with("javascript:"), "{script}");
        // Here it only says what it is for.
        page.click_role("link", "Send to TWiR desk").await?;
        page.shows(".said", "Drag it to the bookmarks bar").await?;
        page.click_role("button", "Copy it as a bookmark").await?;
        page.shows(".said", "Copied.").await?;
        assert_eq!(page.clipboard().await?, script);

        let own = "<!doctype html><html lang='es-MX'><title>Sobre préstamos &amp; vidas</title>\
            <link rel='canonical' href='/posts/vidas'><p>x";
        send(stage, &script, "/a?utm_source=feed", own).await?;
        let canonical = stage.server.url("/posts/vidas");
        filled(page, &[("title", "Sobre préstamos & vidas"), ("url", &canonical), ("language", "ES")]).await?;
        assert_eq!(page.script("return [window.opener, document.referrer]", &[]).await?, json!([null, ""]));

        let bare = "<!doctype html><html lang='en-GB'><title>On lanes</title><p>x";
        send(stage, &script, "/b", bare).await?;
        filled(page, &[("title", "On lanes"), ("url", &stage.server.url("/b")), ("language", "")]).await?;

        let hostile = "<!doctype html><html lang='\"><img src=x onerror=alert(1)>'>\
            <title>&lt;/title>&lt;script>window.hit=1&lt;/script>&lt;img src=x onerror='window.hit=1'>&amp;url=javascript:alert(1)#](javascript:alert(1))&#x202e;&#10;* [b](https://b.example)</title>\
            <link rel='canonical' href='javascript:window.hit=1'><p>x";
        send(stage, &script, "/c", hostile).await?;
        let title = "</title><script>window.hit=1</script><img src=x onerror='window.hit=1'>&url=javascript:alert(1)#](javascript:alert(1)) * [b](https://b.example)";
        filled(page, &[("title", title), ("url", "")]).await?;
        page.shows(".prefilled", "url is left out").await?;
        page.put("#f-url", "https://c.example/x").await?;
        page.choose("#f-section", "Research").await?;
        page.page_shows(".is-now", "window.hit=1").await?;
        let harm = "const shown = document.querySelector('.page-frame').contentDocument;
            return [window.hit ?? null, shown.querySelectorAll(':is(script, img, a[href^=javascript])').length]";
        assert_eq!(page.script(harm, &[]).await?, json!([null, 0]));
        assert_eq!(page.script("return document.querySelector('.page-frame').contentDocument.querySelectorAll('.is-now').length", &[]).await?, Value::from(1));
        Ok(())
    })
    .await
}
