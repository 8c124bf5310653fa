//! Where the system has taken the colours away.

use crate::harness::keyboard::Key;
use crate::harness::{Browser, DRAFT, Outcome, stage_in_chromium};

/// What of a chosen element is told apart from another by more than a colour that is taken away.
const APART: &str = "const of = css => { const e = document.querySelector(css); if (!e) return 'no ' + css;
        const s = getComputedStyle(e);
        return [s.outlineStyle, s.outlineWidth, s.borderTopWidth, s.borderBottomWidth, s.borderBottomStyle, s.borderLeftWidth,
            s.textDecorationLine, s.forcedColorAdjust === 'none' && s.backgroundColor].join() };
    const [a, b] = [...arguments].map(of);
    return a.startsWith('no ') ? a : b.startsWith('no ') ? b : a === b ? 'looks the same' : null";

async fn apart(page: &Browser, chosen: &str, other: &str) -> Outcome {
    let found = page.script(APART, &[chosen.into(), other.into()]).await?;
    if found.is_null() { Ok(()) } else { Err(format!("{chosen} beside {other}: {found}").into()) }
}

async fn focus_is_outlined(page: &Browser) -> Outcome {
    for _ in 0..12 {
        page.press(&[Key::Tab]).await?;
        let script = "for (let e = document.activeElement; e && e !== document.body; e = e.parentElement) {
            const s = getComputedStyle(e);
            if (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) return null;
            if (!e.matches('input, textarea, select, .field-box')) break }
          return document.activeElement.outerHTML.slice(0, 160)";
        let found = page.script(script, &[]).await?;
        assert!(found.is_null(), "the focus is not to be seen: {found}");
    }
    Ok(())
}

#[tokio::test]
async fn what_is_chosen_is_seen_without_colours() -> Outcome {
    stage_in_chromium("what_is_chosen_is_seen_without_colours", async |stage| {
        let faulty =
            DRAFT.replace("https://ferrous-lane.example/review)", "http://ferrous-lane.example/review?utm_source=x)");
        stage.desk_with(&faulty, "#/contribute").await?;
        let page = &stage.browser;
        page.media(&[("forced-colors", "active"), ("prefers-reduced-motion", "reduce")]).await?;
        assert_eq!(page.script("return matchMedia('(forced-colors: active)').matches", &[]).await?, true);
        page.find(".segment").await?;
        apart(page, ".segment:has(:checked)", ".segment:not(:has(:checked))").await?;
        apart(page, ".chip[aria-pressed=true]", ".chip[aria-pressed=false]").await?;
        apart(page, ".door[aria-current]", ".door:not([aria-current])").await?;
        focus_is_outlined(page).await?;
        page.size(360, 740).await?;
        apart(page, ".tab[aria-selected=true]", ".tab[aria-selected=false]").await?;
        page.size(1280, 900).await?;
        page.click_role("link", "Assemble").await?;
        page.click(".outline-entry[title='Observations/Thoughts']").await?;
        page.find(".found-row").await?;
        page.press(&[Key::F8]).await?;
        page.find(".found-row[aria-current]").await?;
        page.find(".item.is-selected").await?;
        apart(page, ".outline-entry[aria-current]", ".outline-entry:not([aria-current])").await?;
        apart(page, ".item.is-selected", ".item:not(.is-selected)").await?;
        page.click_role("button", "Source").await?;
        page.find("textarea.source-text").await?.focus().await?;
        let outline = "return getComputedStyle(document.querySelector('.source-area')).outlineStyle";
        assert_eq!(page.script(outline, &[]).await?, "solid", "the field of the source shows the focus");
        page.chord(&[Key::Control], 'k').await?;
        page.find(".palette-hit[aria-selected=true]").await?;
        page.snap("without-colours").await?;
        apart(page, ".palette-hit[aria-selected=true]", ".palette-hit[aria-selected=false]").await
    })
    .await
}
