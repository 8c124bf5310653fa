//! Pasting a Markdown line or an address fills the form; the draft's organizers fill the rest.

use crate::harness::{Browser, DRAFT, Outcome, stage};

async fn fields(page: &Browser, wanted: &[(&str, &str)]) -> Outcome {
    for (name, value) in wanted {
        let script = "return document.querySelector(`#f-${arguments[0]}`)?.value === arguments[1]";
        if page.until(script, &[(*name).into(), (*value).into()]).await.is_err() {
            let got = page.value(&format!("#f-{name}")).await?;
            return Err(format!("the field {name} holds {got:?} and not {value:?}").into());
        }
    }
    Ok(())
}

async fn kind_is(page: &Browser, kind: &str) -> Outcome {
    page.until("return document.querySelector('input[name=kind]:checked').value === arguments[0]", &[kind.into()]).await
}

#[tokio::test]
async fn a_pasted_line_fills_the_form() -> Outcome {
    stage("a_pasted_line_fills_the_form", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.click("#f-url").await?;
        page.paste("- [video] [A `b` &lt;c>](https://lane.example/vec)").await?;
        kind_is(page, "link").await?;
        fields(page, &[("url", "https://lane.example/vec"), ("title", "A `b` <c>")]).await?;
        page.until("return document.querySelector('input[name=medium][value=video]').checked", &[]).await?;

        page.click_role("button", "Empty the form").await?;
        page.click("#f-title").await?;
        let event = "* 2026-09-08 - 2026-09-09 | Hybrid (Bern, CH) | [Rust Bern](https://bern.example/)\n    * [**Alps**](https://bern.example/alps)\n    * [**Lakes**](https://bern.example/lakes)";
        page.paste(event).await?;
        kind_is(page, "event").await?;
        page.shows(".said", "It looks like this: Event.").await?;
        fields(page, &[("title", "Alps"), ("url", "https://bern.example/alps"), ("starts", "2026-09-08")]).await?;
        fields(page, &[("ends", "2026-09-09"), ("location", "Bern, CH"), ("organizer_name", "Rust Bern")]).await?;
        fields(page, &[("organizer_url", "https://bern.example/")]).await?;
        page.until("return document.querySelector('input[name=online]').checked", &[]).await?;
        assert_eq!(page.value(".more input[aria-label='Event name']").await?, "Lakes");

        page.click_role("button", "Empty the form").await?;
        page.click("#f-title").await?;
        page.paste("[**Oxide Evening**](https://oxide.example/cfp)| Closes 2026-10-23 | Bern, CH | 2026-12-14").await?;
        kind_is(page, "cfp-event").await?;
        fields(page, &[("title", "Oxide Evening"), ("url", "https://oxide.example/cfp"), ("closes", "2026-10-23")]).await?;
        fields(page, &[("location", "Bern, CH"), ("starts", "2026-12-14"), ("ends", "")]).await?;

        page.click_role("button", "Empty the form").await?;
        page.click("#f-title").await?;
        page.paste("* [tool - Mend it](https://forge.example/a/tool/issues/3)").await?;
        kind_is(page, "cfp-project").await?;
        fields(page, &[("project", "tool"), ("title", "Mend it"), ("url", "https://forge.example/a/tool/issues/3")]).await
    })
    .await
}

#[tokio::test]
async fn a_pasted_address_fills_what_it_tells() -> Outcome {
    stage("a_pasted_address_fills_what_it_tells", async |stage| {
        // An address of this host is an event; the group's own address is in the draft.
        let group = "https://www.meetup.com/rust-made-up-lakeside";
        stage.desk_with(&DRAFT.replace("https://rust-berlin.example", group), "#/contribute").await?;
        let page = &stage.browser;
        page.click("#f-url").await?;
        page.paste("https://forge.example/o/tool/issues/3").await?;
        kind_is(page, "cfp-project").await?;
        page.until("return document.activeElement.matches('.pane-form .field input')", &[]).await?;
        fields(page, &[("url", "https://forge.example/o/tool/issues/3"), ("project", "tool"), ("title", "")]).await?;

        page.click_role("button", "Empty the form").await?;
        page.kind("link").await?;
        page.click("#f-url").await?;
        page.paste(&format!("{group}/events/99/")).await?;
        kind_is(page, "event").await?;
        fields(page, &[("organizer_name", "Rust Berlin"), ("organizer_url", &format!("{group}/"))]).await?;
        fields(page, &[("location", "Berlin, DE"), ("url", &format!("{group}/events/99/"))]).await?;

        page.click_role("button", "Empty the form").await?;
        page.kind("link").await?;
        page.put("#f-title", "Already here").await?;
        page.click("#f-url").await?;
        page.paste("https://lane.example/words").await?;
        kind_is(page, "link").await?;
        fields(page, &[("url", "https://lane.example/words"), ("title", "Already here")]).await
    })
    .await
}

#[tokio::test]
async fn a_known_organizer_fills_page_and_place() -> Outcome {
    stage("a_known_organizer_fills_page_and_place", async |stage| {
        stage.desk("#/contribute").await?;
        let page = &stage.browser;
        page.kind("event").await?;
        let names =
            "return [...document.querySelectorAll('#organizers option')].map(o => o.value).includes('Rust Berlin')";
        page.until(names, &[]).await?;
        page.put("#f-organizer_name", "Rust Berlin").await?;
        fields(page, &[("organizer_url", "https://rust-berlin.example/"), ("location", "Berlin, DE")]).await?;
        page.shows(".field:has(> label[for=f-organizer_name])", "1 item in this draft").await?;
        page.keeps(DRAFT).await
    })
    .await
}
